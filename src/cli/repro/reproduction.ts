/** Outcome of `repro`, the same for figures and results folders. */

/** Figure or results folder that was made again, and all that differs. */
export interface Reproduction {
	readonly of: "figure" | "results";
	/** path of what was named */
	readonly name: string;
	readonly digest: {
		readonly stored: string | null;
		readonly found: string | null;
	};
	/** parts that were compared beside the digest */
	readonly compared: readonly string[];
	/** folder in which the batch was kept; null when it was not */
	readonly kept: string | null;
	/** true when a figure's file is drawn here to the byte; null for results, which have hashes */
	readonly sameFile: boolean | null;
	/** that need not change a number */
	readonly notes: readonly string[];
	readonly differences: readonly string[];
}
