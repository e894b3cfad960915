/** Outcome of a block: rows and monthly paths of its replicates, or the reason it was lost. */

import type { BatchPlan, Block } from "./plan.ts";

/** Monthly paths of one series in one scenario and block. */
export type SeriesPaths =
	/** the values themselves: replicate by month */
	| { readonly form: "values"; readonly values: Float64Array }
	/**
	 * the histogram bin of every value, replicate by month, with the sum of the block's
	 * sound replicates by month: enough for quantiles and means of a large batch
	 */
	| {
			readonly form: "bins";
			readonly bins: Uint16Array;
			readonly sums: Float64Array;
	  };

/** Numbers of the replicates of a block: rows by scenario, then replicate. */
export interface BlockRows {
	/** one a row: null when sound, else what broke and how to repeat it */
	readonly failures: readonly (string | null)[];
	/** metrics, then parameters: column by column, NaN where there is nothing to report */
	readonly values: Float64Array;
}

/** Rows and paths of a block that was computed. */
export interface BlockResult extends BlockRows {
	readonly block: Block;
	/** by scenario, then series */
	readonly paths: readonly (readonly SeriesPaths[])[];
}

/** A block that could not be computed, and why. */
export interface LostBlock {
	readonly block: Block;
	readonly lost: string;
}

export type BlockOutcome = BlockResult | LostBlock;

/** True when a block could not be computed. */
export function isLost(outcome: BlockOutcome): outcome is LostBlock {
	return "lost" in outcome;
}

/** Replicates in a block. */
export function blockLength({ from, to }: Block): number {
	return to - from;
}

/**
 * Flags of a block's replicates, true when sound in every scenario: only these are averaged
 * and paired.
 */
export function soundReplicates(
	plan: BatchPlan,
	block: Block,
	failures: readonly (string | null)[],
): readonly boolean[] {
	const length = blockLength(block);
	return Array.from({ length }, (_, replicate) =>
		plan.scenarios.every(
			(_, scenario) => failures[scenario * length + replicate] === null,
		),
	);
}

/** Whoever keeps what blocks leave behind; takes them in plan order, one at a time. */
export interface BlockSink {
	take(outcome: BlockOutcome): Promise<void>;
}
