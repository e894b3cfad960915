/** Rows of a record as they were foreseen before they were used, and as they fit after it. */

import type { RecordRow } from "../../calibration/priors/ensemble.ts";
import { exp } from "../../math.ts";
import {
	type Weighted,
	weightedQuantile,
} from "../../statistics/weighted-quantile.ts";
import type { Carried } from "./carried.ts";
import { fitOf, type Observation, placeOf } from "./observe.ts";

/** A row before and after it was used. */
export interface ForeseenRow {
	readonly row: RecordRow;
	/** what the particles gave before, in the unit of the series */
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	/** place of the figure among them, 0 to 1, the error of its source spread over it */
	readonly place: number;
	/** median after it was used */
	readonly after: number;
	/** mean log likelihood after it was used: 0 without error */
	readonly fit: number;
	/** true when it is still missed afterwards by more than its error and the model's can be */
	readonly wild: boolean;
}

/** Particles with weights that sum to 1. */
interface Weighed {
	readonly particles: readonly Carried[];
	readonly weights: readonly number[];
}

/** Fit after its use below which a row is called wild: an error of some four standard deviations. */
const WILD = -4;
/** Fit after its use below which a row is lost: an error of some ten standard deviations. */
const LOST = -8;

function answersOf({ particles, weights }: Weighed, place: number) {
	const sound = particles.flatMap(({ answers, past }, i) =>
		past === Number.NEGATIVE_INFINITY
			? []
			: [{ value: answers[place]!, weight: weights[i]! }],
	);
	const sum = sound.reduce((total, { weight }) => total + weight, 0);
	return sound.map(
		({ value, weight }): Weighted => ({ value, weight: weight / sum }),
	);
}

/** Tells what particles give for rows, the first of which has a place in their answers. */
export function foresee(
	observations: readonly Observation[],
	cloud: Weighed,
	first: number,
): readonly ForeseenRow[] {
	return observations.map((observation, i) => {
		const answers = answersOf(cloud, first + i);
		const at = (level: number): number => exp(weightedQuantile(answers, level));
		return {
			row: observation.row,
			p10: at(0.1),
			p50: at(0.5),
			p90: at(0.9),
			place: placeOf(
				observation,
				answers.map(({ value }) => value),
				answers.map(({ weight }) => weight),
			),
			after: Number.NaN,
			fit: Number.NaN,
			wild: false,
		};
	});
}

/** Adds how rows fit after they were used. */
export function reconcile(
	rows: readonly ForeseenRow[],
	observations: readonly Observation[],
	cloud: Weighed,
	first: number,
): readonly ForeseenRow[] {
	return rows.map((row, i) => {
		const answers = answersOf(cloud, first + i);
		const fit = answers.reduce(
			(sum, { value, weight }) => sum + weight * fitOf(observations[i]!, value),
			0,
		);
		return {
			...row,
			after: exp(weightedQuantile(answers, 0.5)),
			fit,
			wild: fit < WILD,
		};
	});
}

const spanWords = ({ from, to }: RecordRow): string =>
	from === to ? from : `${from} to ${to}`;

/**
 * Why the rows of a month cannot be taken in; null when they can: most of them are lost, or no particle
 * was left.
 *
 * @param whole false when no particle was left that fits them
 */
export function isLost(
	rows: readonly ForeseenRow[],
	whole: boolean,
): string | null {
	const lost = rows.filter(({ fit }) => fit < LOST).length;
	if (whole && 2 * lost <= rows.length) return null;
	const worst = rows.reduce((a, b) => (b.fit < a.fit ? b : a));
	const { row, p10, p90, after } = worst;
	const digits = (value: number): string =>
		String(Number(value.toPrecision(3)));
	return `the model does not know this market: ${row.series} of ${spanWords(row)} is ${digits(row.value)}; before it the model held ${digits(p10)} to ${digits(p90)} likely, and nothing that agrees with the rows before it comes nearer than ${digits(after)}`;
}
