/** Types of the posterior's draws: parameters, sizes of past events, and the luck of past years. */

/** One hypothesis about the past: parameters, sizes of past events, and luck of each year. */
export interface PastDraw {
	/** parameters in the order of RECORD_PRIORS */
	readonly values: readonly number[];
	/** one uniform each, in the order of SIZED_EVENTS */
	readonly sizes: readonly number[];
	/**
	 * replicate of PAST_SEED whose noise each year from 2018 to 2024 had;
	 * empty where no luck was kept
	 */
	readonly luck: readonly number[];
}

/** A past draw with its weight; the weights of a list sum to 1. */
export interface WeightedDraw extends PastDraw {
	readonly weight: number;
}

/** Seed of the noise that past draws keep. */
export const PAST_SEED = "the record";

/** Uncertain sizes of events before 2025 that the record of 2018 to 2024 informs. */
export const SIZED_EVENTS: readonly (readonly [
	shock: string,
	field: string,
])[] = [
	["trade-war-dip", "path.1.level"],
	["covid", "path.1.level"],
	["covid", "path.2.level"],
	["river-antimony-stop", "share"],
	["russia-war", "share"],
	["controls-on-other-metals", "news.precaution"],
	["solar-glass-boom", "path.1.level"],
	["chinese-mines-tighten", "share"],
	["chinese-reserve-buys", "path.0.tonnes"],
	["olimpiada-falls", "share"],
	["russian-ore-held-back", "share"],
	["myanmar-war", "share"],
	["rally-april", "news.precaution"],
	["export-licences", "news.precaution"],
];
