/** Table of runs held in memory: metrics and parameters of sound replicates by column. */

import { valueColumns } from "./columns.ts";
import type { FinishedBlocks } from "./finished-blocks.ts";
import type { BatchPlan } from "./plan.ts";
import { rowChunks } from "./row-chunks.ts";
import type { SoundReplicates } from "./sound-replicates.ts";
import type { RunTable } from "./tables.ts";

/** Columns held in memory as a table of runs. */
export function tableOfColumns(
	shape: Omit<RunTable, "column">,
	held: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>,
): RunTable {
	return {
		...shape,
		column(scenario, name) {
			const found = held.get(scenario)?.get(name);
			if (!found)
				throw new RangeError(`no column ${name} of ${scenario} in these runs`);
			return found;
		},
	};
}

/** Metrics and parameters of every replicate that is sound in every scenario, in memory. */
export async function runTable(
	plan: BatchPlan,
	finished: FinishedBlocks,
	sound: SoundReplicates,
): Promise<RunTable> {
	const columns = valueColumns(plan).map(({ name }) => name);
	const length = sound.replicates.length;
	const held = new Map(
		plan.scenarios.map(({ name }) => [
			name,
			new Map(columns.map((column) => [column, new Float64Array(length)])),
		]),
	);
	const filled = new Map<string, number>();
	for await (const { scenario, block, columns: values } of rowChunks(
		plan,
		finished,
	)) {
		const flags = sound.ofBlock(block);
		const at = filled.get(scenario) ?? 0;
		columns.forEach((column, c) => {
			const kept = values[c]!.filter((_, i) => flags[i]);
			held.get(scenario)?.get(column)?.set(kept, at);
		});
		filled.set(scenario, at + flags.filter(Boolean).length);
	}
	const scenarios = plan.scenarios.map(({ name }) => name);
	return tableOfColumns(
		{ scenarios, replicates: sound.replicates, columns },
		held,
	);
}
