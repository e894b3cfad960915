/** Rows of a batch in the order of its digest, a scenario and a block at a time. */

import { BatchDigest, STATUS, type Status } from "./batch-digest.ts";
import { blockLength } from "./block-result.ts";
import { valueColumns } from "./columns.ts";
import type { FinishedBlocks } from "./finished-blocks.ts";
import { type BatchPlan, type Block, blocksOf } from "./plan.ts";

/** The rows of one scenario in one block. */
export interface RowChunk {
	readonly scenario: string;
	readonly block: Block;
	/** one a replicate */
	readonly statuses: readonly Status[];
	readonly failures: readonly (string | null)[];
	/** metrics, then parameters: one value a replicate, NaN where there is none */
	readonly columns: readonly Float64Array[];
}

/**
 * Every row of a batch, scenario by name, replicates ascending: the order of the digest
 * and of the table of runs. Rows of lost blocks are there, failed and without values.
 */
export async function* rowChunks(
	plan: BatchPlan,
	finished: FinishedBlocks,
): AsyncGenerator<RowChunk> {
	const kept = new Set(finished.blocks.map(({ index }) => index));
	for (let scenario = 0; scenario < plan.scenarios.length; scenario++)
		for (const block of blocksOf(plan))
			yield kept.has(block.index)
				? await keptChunk(plan, finished, scenario, block)
				: lostChunk(plan, scenario, block);
}

async function keptChunk(
	plan: BatchPlan,
	finished: FinishedBlocks,
	scenario: number,
	block: Block,
): Promise<RowChunk> {
	const { failures, values } = await finished.rows(block);
	const length = blockLength(block);
	const first = scenario * length;
	const ofScenario = failures.slice(first, first + length);
	return {
		scenario: plan.scenarios[scenario]!.name,
		block,
		statuses: ofScenario.map((failure) =>
			failure === null ? STATUS.sound : STATUS.failed,
		),
		failures: ofScenario,
		columns: valueColumns(plan).map((_, i) => {
			const at = i * failures.length + first;
			return values.subarray(at, at + length);
		}),
	};
}

function lostChunk(plan: BatchPlan, scenario: number, block: Block): RowChunk {
	const length = blockLength(block);
	const each = <T>(value: T) => Array.from({ length }, () => value);
	return {
		scenario: plan.scenarios[scenario]!.name,
		block,
		statuses: each(STATUS.lost),
		failures: each("its block was lost"),
		columns: valueColumns(plan).map(() => Float64Array.from(each(Number.NaN))),
	};
}

/** Adds the rows of a chunk to a digest. */
export function digestChunk(digest: BatchDigest, chunk: RowChunk): void {
	const row = new Float64Array(chunk.columns.length);
	chunk.statuses.forEach((status, i) => {
		chunk.columns.forEach((column, c) => {
			row[c] = column[i]!;
		});
		digest.row(chunk.scenario, chunk.block.from + i, status, row);
	});
}

/** The digest of a batch. */
export async function digestRows(
	plan: BatchPlan,
	finished: FinishedBlocks,
): Promise<string> {
	const digest = new BatchDigest();
	for await (const chunk of rowChunks(plan, finished))
		digestChunk(digest, chunk);
	return digest.hex();
}
