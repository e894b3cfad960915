/** Outcome of `repro`, the same for figures and results folders. */

/** What came of running something again. */
export interface Reproduction {
	readonly of: "figure" | "results";
	/** path of what was named */
	readonly name: string;
	readonly digest: {
		readonly stored: string | null;
		readonly found: string | null;
	};
	/** what was held against each other beside the digest */
	readonly compared: readonly string[];
	/** folder in which the batch was kept; null when it was not */
	readonly kept: string | null;
	/** whether a figure's file is what is drawn here to the byte; null for results, whose files have hashes */
	readonly sameFile: boolean | null;
	/** that need not change a number */
	readonly notes: readonly string[];
	readonly differences: readonly string[];
}
