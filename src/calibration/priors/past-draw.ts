/** Types of the posterior's draws: parameters, sizes of past events, and the luck of past months. */

import type { Seed } from "../../random/streams.ts";

/** Numbers of a hypothesis about the past: parameters and sizes of events. */
export interface DrawNumbers {
	/** parameters in the order of RECORD_PRIORS, or of PRIORS where the later ones are fixed too */
	readonly values: readonly number[];
	/** one uniform each, in the order of SIZED_EVENTS */
	readonly sizes: readonly number[];
}

/** One hypothesis about the past: parameters, sizes of past events, and luck month by month. */
export interface PastDraw extends DrawNumbers {
	/** normal scores of the months from 2018-01 on, as `luck-scores.ts` orders them; empty where none was kept */
	readonly luck: ArrayLike<number>;
	/**
	 * who answers, in the months of the luck, what its scores and sizes do not cover; the replicate
	 * itself when absent
	 */
	readonly kin?: Kin;
}

/** Streams that a past belongs to, whichever replicate lives it. */
export interface Kin {
	readonly seed: Seed;
	readonly stream: number;
}

/** A past draw with its weight; the weights of a list sum to 1. */
export interface WeightedDraw extends PastDraw {
	readonly weight: number;
}

/** A weighted draw as it ships: its luck is a string until it is picked. */
export interface KeptDraw extends DrawNumbers {
	readonly weight: number;
	/** scores as `luckText` writes them */
	readonly luck: string;
}

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
