/** Finished blocks of a batch, on disk or in memory, from which all its tables are made. */

import type { BlockResult, BlockRows, SeriesPaths } from "./block-result.ts";
import type { Block } from "./plan.ts";

/** The finished blocks of a plan, wherever they are kept; read as often as needed. */
export interface FinishedBlocks {
	/** ascending; lost blocks are not among them */
	readonly blocks: readonly Block[];
	rows(block: Block): Promise<BlockRows>;
	/** paths of one series, by scenario */
	paths(block: Block, series: number): Promise<readonly SeriesPaths[]>;
}

/** Finished blocks held in memory, for tests and browsers. */
export function blocksInMemory(
	results: readonly BlockResult[],
): FinishedBlocks {
	const byIndex = new Map(
		results.map((result) => [result.block.index, result]),
	);
	const result = ({ index }: Block): BlockResult => {
		const found = byIndex.get(index);
		if (!found) throw new RangeError(`block ${index} is not among the results`);
		return found;
	};
	return {
		blocks: results.map(({ block }) => block),
		rows: async (block) => result(block),
		paths: async (block, series) =>
			result(block).paths.map((ofScenario) => ofScenario[series]!),
	};
}
