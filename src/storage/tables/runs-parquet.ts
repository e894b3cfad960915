/** Table of runs on disk, `runs.parquet`: written with its digest and the failed records. */

import { join } from "node:path";
import type { DecodedArray } from "hyparquet";
import {
	BatchDigest,
	STATUS,
	type Status,
} from "../../experiment/batch-digest.ts";
import { valueColumns } from "../../experiment/columns.ts";
import type { FinishedBlocks } from "../../experiment/finished-blocks.ts";
import type { BatchPlan } from "../../experiment/plan.ts";
import {
	digestChunk,
	type RowChunk,
	rowChunks,
} from "../../experiment/row-chunks.ts";
import { writePiecesAtomically } from "../disk/atomic-write.ts";
import type { RecordedFile } from "../disk/file-hash.ts";
import {
	type ColumnLayout,
	nullForNaN,
	ParquetPieces,
} from "./parquet-writer.ts";

export const RUNS = "runs.parquet";

/**
 * Rows of a row group at most; a group never spans scenarios. It bounds the memory of writing
 * and reading.
 */
export const RUNS_GROUP = 4096;

/** Words for a status in the column `status`. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
	[STATUS.sound]: "sound",
	[STATUS.failed]: "failed",
	[STATUS.lost]: "lost",
};

/** A record that failed: to be listed, never averaged. */
export interface FailedRecord {
	readonly scenario: string;
	readonly replicate: number;
	readonly message: string;
}

export interface WrittenRuns {
	readonly file: RecordedFile;
	readonly digest: string;
	readonly failures: readonly FailedRecord[];
}

/**
 * Writes `runs.parquet`: one row a replicate and scenario, by scenario, then replicate;
 * columns scenario, replicate, status, metrics, parameters. Units stand in the metadata
 * under `stibium:units`. Metrics of a failed row are null.
 *
 * @returns the file, the digest of its rows and the failures among them
 */
export async function writeRuns(
	folder: string,
	plan: BatchPlan,
	hash: string,
	finished: FinishedBlocks,
): Promise<WrittenRuns> {
	const digest = new BatchDigest();
	const failures: FailedRecord[] = [];
	const written = await writePiecesAtomically(
		join(folder, RUNS),
		async (append) => {
			const pieces = new ParquetPieces(
				append,
				runsLayout(plan),
				notes(plan, hash),
			);
			const group = new RowGroup(pieces);
			for await (const chunk of rowChunks(plan, finished)) {
				digestChunk(digest, chunk);
				failures.push(...failuresOf(chunk));
				await group.add(chunk);
			}
			await group.flush();
			await pieces.finish();
		},
	);
	return { file: { name: RUNS, ...written }, digest: digest.hex(), failures };
}

function runsLayout(plan: BatchPlan): readonly ColumnLayout[] {
	return [
		{ name: "scenario", kind: "text", nullable: false },
		{ name: "replicate", kind: "uint32", nullable: false },
		{ name: "status", kind: "text", nullable: false },
		...valueColumns(plan).map(
			({ name }): ColumnLayout => ({ name, kind: "double", nullable: true }),
		),
	];
}

function notes(plan: BatchPlan, hash: string): Record<string, string> {
	const units = valueColumns(plan).map(({ name, unit }) => [name, unit]);
	return {
		"stibium:plan": hash,
		"stibium:units": JSON.stringify(Object.fromEntries(units)),
	};
}

function failuresOf({ scenario, block, failures }: RowChunk): FailedRecord[] {
	return failures.flatMap((message, i) =>
		message === null ? [] : [{ scenario, replicate: block.from + i, message }],
	);
}

/** One column of several chunks; numbers stay unboxed where none is missing. */
function columnOf(
	chunks: readonly RowChunk[],
	column: number,
	rows: number,
): DecodedArray {
	const values = new Float64Array(rows);
	let filled = 0;
	for (const { columns } of chunks) {
		values.set(columns[column]!, filled);
		filled += columns[column]!.length;
	}
	return values.some(Number.isNaN) ? nullForNaN(values) : values;
}

/** Collects chunks of one scenario until they make a row group. */
class RowGroup {
	readonly #pieces: ParquetPieces;
	#chunks: RowChunk[] = [];
	#rows = 0;

	constructor(pieces: ParquetPieces) {
		this.#pieces = pieces;
	}

	async add(chunk: RowChunk): Promise<void> {
		const length = chunk.statuses.length;
		const another = this.#chunks[0]?.scenario !== chunk.scenario;
		if (another || this.#rows + length > RUNS_GROUP) await this.flush();
		this.#chunks.push(chunk);
		this.#rows += length;
	}

	async flush(): Promise<void> {
		const chunks = this.#chunks;
		const width = chunks[0]?.columns.length ?? 0;
		await this.#pieces.rowGroup([
			chunks.flatMap(({ scenario, statuses }) => statuses.map(() => scenario)),
			Uint32Array.from(
				chunks.flatMap(({ block, statuses }) =>
					statuses.map((_, i) => block.from + i),
				),
			),
			chunks.flatMap(({ statuses }) =>
				statuses.map((status) => STATUS_NAMES[status]),
			),
			...Array.from({ length: width }, (_, c) =>
				columnOf(chunks, c, this.#rows),
			),
		]);
		this.#chunks = [];
		this.#rows = 0;
	}
}
