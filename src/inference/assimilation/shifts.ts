/** What a record moved among the numbers of the particles. */

import type { Carried } from "./carried.ts";

/** One number before and after a record, in normal scores of its prior. */
export interface Shift {
	readonly name: string;
	readonly before: Moments;
	readonly after: Moments;
	/** difference of the means over the spread before */
	readonly moved: number;
}

/** Mean and spread. */
export interface Moments {
	readonly mean: number;
	readonly spread: number;
}

interface Weighed {
	readonly particles: readonly Carried[];
	readonly weights: readonly number[];
}

function momentsOf({ particles, weights }: Weighed, place: number): Moments {
	let mean = 0;
	particles.forEach(({ scores }, i) => {
		mean += weights[i]! * scores[place]!;
	});
	let variance = 0;
	particles.forEach(({ scores }, i) => {
		const off = scores[place]! - mean;
		variance += weights[i]! * off * off;
	});
	return { mean, spread: Math.sqrt(variance) };
}

/** Shift of every number, the one that moved most first. */
export function shiftsOf(
	before: Weighed,
	after: Weighed,
	names: readonly string[],
): readonly Shift[] {
	return names
		.map((name, place) => {
			const was = momentsOf(before, place);
			const is = momentsOf(after, place);
			return {
				name,
				before: was,
				after: is,
				moved: (is.mean - was.mean) / was.spread,
			};
		})
		.sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved));
}
