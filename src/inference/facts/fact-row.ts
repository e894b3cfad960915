/** Row of a table of facts: the record beside the simulation. */

/** A fact, and its distribution over replicates of the model. */
export interface FactRow {
	readonly id: string;
	readonly label: string;
	/** null where the fact is a bound and no figure */
	readonly record: number | null;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	/** share of replicates below the record, half of those at it counted; null without a figure */
	readonly place: number | null;
	readonly pass: boolean;
	/** the condition of passing, in words */
	readonly rule: string;
	/** false for rows that are shown and not counted */
	readonly scored: boolean;
}
