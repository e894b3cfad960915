/** Particles of the assimilation: a kept draw of the posterior, carried on with numbers and luck of its own. */

import type { Ensemble, Member } from "../../calibration/priors/ensemble.ts";
import { LATER_PRIORS } from "../../calibration/priors/later-priors.ts";
import {
	LUCK_MONTHS,
	LUCK_WIDTH,
	luckOfText,
	luckText,
} from "../../calibration/priors/luck-scores.ts";
import type {
	DrawNumbers,
	PastDraw,
} from "../../calibration/priors/past-draw.ts";
import { POSTERIOR } from "../../calibration/priors/posterior.ts";
import { RECORD_PRIORS } from "../../calibration/priors/record-priors.ts";
import { inverseNormal } from "../../math.ts";
import type { Distribution } from "../../random/distribution.ts";
import { inverseCdf } from "../../random/draw.ts";
import { questionKey } from "../../random/question.ts";
import { type Seed, Streams } from "../../random/streams.ts";
import { normalCdf } from "../../statistics/normal.ts";
import { drawOf, FREE_NUMBERS } from "../calibration/free-numbers.ts";
import { resampled } from "../calibration/tempering.ts";

/** Significant digits of a member's numbers, as they are kept. */
const DIGITS = 6;
const FARTHEST = 3;
const HALVINGS = 60;

/** Parameters on which the record to 2024 is silent, and that are uncertain. */
const LATER_FREE: readonly number[] = LATER_PRIORS.flatMap(
	({ distribution }, at) => (distribution.kind === "fixed" ? [] : [at]),
);
/** Numbers of a particle: those of a calibration, then the later ones. */
export const CARRIED_NUMBERS: readonly string[] = [
	...FREE_NUMBERS.map(({ name }) => name),
	...LATER_FREE.map((at) => LATER_PRIORS[at]!.path),
];
/** Place of the first of the later numbers. */
export const FIRST_LATER = FREE_NUMBERS.length;

/** A past under way: what it is, where it came from, and what it gives. */
export interface Carried {
	/** place among the draws of the posterior */
	readonly draw: number;
	/** stream of the seed of the kin */
	readonly stream: number;
	/** place among the particles that were begun with */
	readonly ancestor: number;
	/** normal scores of its numbers, in the order of CARRIED_NUMBERS */
	readonly scores: Float64Array;
	/** scores of the months after 2024, to the last of the record */
	readonly luck: Float64Array;
	/** answers to the rows of the record, logs; empty before it has run */
	readonly answers: Float64Array;
	/** log likelihood of 2018 to 2024, but for a constant; −∞ when the run broke */
	readonly past: number;
	/** memory of its market at the start of 2025 */
	readonly memory: Float64Array;
}

const key = {
	comb: questionKey("assimilation", "first particles"),
	later: questionKey("assimilation", "later number"),
	luck: questionKey("assimilation", "luck after the state"),
};

const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** Numbers at given scores, to the digits that are kept. */
export function numbersOf(scores: Float64Array): DrawNumbers {
	const { values, sizes } = drawOf(scores);
	const later = LATER_PRIORS.map(({ distribution }) =>
		inverseCdf(distribution, 0.5),
	);
	LATER_FREE.forEach((at, i) => {
		const score = Math.min(
			FARTHEST,
			Math.max(-FARTHEST, scores[FIRST_LATER + i]!),
		);
		later[at] = inverseCdf(LATER_PRIORS[at]!.distribution, normalCdf(score));
	});
	return {
		values: [...values, ...later].map(rounded),
		sizes: sizes.map(rounded),
	};
}

/** Normal score at which a distribution has a value, found by halving. */
function scoreOf(distribution: Distribution, value: number): number {
	let low = -FARTHEST;
	let high = FARTHEST;
	for (let i = 0; i < HALVINGS; i += 1) {
		const middle = (low + high) / 2;
		if (inverseCdf(distribution, normalCdf(middle)) < value) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** Scores of kept numbers; later ones that a draw lacks are 0. */
export function scoresOfNumbers({ values, sizes }: DrawNumbers): Float64Array {
	const scores = new Float64Array(CARRIED_NUMBERS.length);
	FREE_NUMBERS.forEach(({ kind, at }, i) => {
		scores[i] =
			kind === "size"
				? inverseNormal(sizes[at]!)
				: scoreOf(RECORD_PRIORS[at]!.distribution, values[at]!);
	});
	LATER_FREE.forEach((at, i) => {
		const value = values[RECORD_PRIORS.length + at];
		scores[FIRST_LATER + i] =
			value === undefined ? 0 : scoreOf(LATER_PRIORS[at]!.distribution, value);
	});
	return scores;
}

/** Scores rounded as a file keeps them, so that a member found in a file is the one that was weighed. */
export const keptLuck = (luck: Float64Array): Float64Array =>
	luckOfText(luckText(luck));

/** Fresh luck of the months from one on. */
export function freshLuck(
	before: ArrayLike<number>,
	months: number,
	streams: Streams,
): Float64Array {
	const luck = Float64Array.from({ length: months * LUCK_WIDTH }, (_, i) =>
		i < before.length ? before[i]! : streams.normal(key.luck, i),
	);
	return keptLuck(luck);
}

/** Pasts that particles start from: the posterior's draws, or an ensemble's members. */
export interface Start {
	/** months after 2024 that it covers */
	readonly months: number;
	readonly members: readonly Omit<Member, "stream">[];
	/** streams of the members; null: each particle is given its own */
	readonly kin: {
		readonly seed: Seed;
		readonly streams: readonly number[];
	} | null;
}

/** The start that the posterior gives. */
export function startOfPosterior(): Start {
	return {
		months: 0,
		members: POSTERIOR.map(({ values, sizes, weight }, draw) => ({
			values,
			sizes,
			weight,
			draw,
			luck: "",
		})),
		kin: null,
	};
}

/** The start that an ensemble gives. */
export function startOfEnsemble({ members, kin }: Ensemble): Start {
	return {
		months: (members[0]?.luck.length ?? 0) / LUCK_WIDTH,
		members,
		kin: { seed: kin, streams: members.map(({ stream }) => stream) },
	};
}

/**
 * The particles to begin with, spread evenly over a start.
 *
 * @param months months after 2024 up to the end of the record
 */
export function firstParticles(
	{ members, kin }: Start,
	count: number,
	months: number,
	seed: Seed,
): readonly Carried[] {
	const scores = new Map<number, Float64Array>();
	const chosen = resampled(
		members.map(({ weight }) => weight),
		count,
		new Streams(seed, 0),
		0,
	);
	return chosen.map((place, i) => {
		const streams = new Streams(seed, i);
		const { values, sizes, draw, luck } = members[place]!;
		const known = scores.get(place) ?? scoresOfNumbers({ values, sizes });
		scores.set(place, known);
		const own = Float64Array.from(known);
		if (values.length === RECORD_PRIORS.length)
			for (let n = FIRST_LATER; n < own.length; n += 1)
				own[n] = streams.normal(key.later, n);
		return {
			draw,
			stream: kin?.streams[place] ?? i,
			ancestor: i,
			scores: own,
			luck: freshLuck(luckOfText(luck), months, streams),
			answers: new Float64Array(),
			past: 0,
			memory: new Float64Array(),
		};
	});
}

/** The past that a particle stands for. @param kin seed of its streams */
export function pastOfCarried(
	{ draw, stream, scores, luck }: Carried,
	kin: Seed,
): PastDraw {
	const before = luckOfText(POSTERIOR[draw]!.luck);
	const whole = new Float64Array(before.length + luck.length);
	whole.set(before);
	whole.set(luck, before.length);
	return { ...numbersOf(scores), luck: whole, kin: { seed: kin, stream } };
}

/** The member of an ensemble that a particle becomes. */
export function memberOf(
	{ draw, stream, scores, luck }: Carried,
	weight: number,
): Member {
	return { ...numbersOf(scores), weight, draw, stream, luck: luckText(luck) };
}

/** First month of a particle's own luck. */
export const FIRST_MONTH = LUCK_MONTHS;
