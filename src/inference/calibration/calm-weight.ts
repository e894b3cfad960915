/** Weight of a draw by how its market behaves in years without dated events. */

import { exp, log } from "../../math.ts";
import type { CalmFacts } from "../facts/calm-facts.ts";

/** Bounds on the mean of a calm fact over lucks, and the width of their edge. */
interface CalmBound {
	readonly id: string;
	readonly value: (facts: CalmFacts) => number;
	readonly low: number;
	readonly high: number;
	/** one standard deviation beyond the edge, in the unit of the value */
	readonly edge: number;
}

/**
 * Bounds of the calm facts that parameters move, on means over lucks. The record
 * has a figure for volatility alone, known to about a fifth from 29 irregular quotes;
 * edges are assumed.
 */
const BOUNDS: readonly CalmBound[] = [
	{ id: "S1", value: (f) => f.ratioInside, low: 0.9, high: 1, edge: 0.03 },
	{
		id: "S2",
		value: (f) => log(f.volatility / 0.28),
		low: 0,
		high: 0,
		edge: 0.2,
	},
	{ id: "S3", value: (f) => f.autocorrelation, low: 0.1, high: 0.6, edge: 0.1 },
	{ id: "S6", value: (f) => f.orderVariation, low: 1.2, high: 9, edge: 0.1 },
	{ id: "S8", value: (f) => f.foreignFeed, low: 0.12, high: 0.32, edge: 0.04 },
	{
		id: "S9",
		value: (f) => log(f.medianPrice),
		low: -0.07,
		high: 0.07,
		edge: 0.05,
	},
];

/** Distance of a draw's calm years outside the bounds, in edges, one a calm fact. */
export function calmImplausibilities(
	lucks: readonly CalmFacts[],
): readonly number[] {
	return BOUNDS.map(({ value, low, high, edge }) => {
		const mean =
			lucks.reduce((sum, facts) => sum + value(facts), 0) / lucks.length;
		return Math.max(0, low - mean, mean - high) / edge;
	});
}

/** Weight of a draw by its calm years: exp(−½ Σ implausibility²); 0 where a replicate broke. */
export function calmWeight(lucks: readonly (CalmFacts | null)[]): number {
	const sound = lucks.filter((facts) => facts !== null);
	if (sound.length < lucks.length || sound.length === 0) return 0;
	const sum = calmImplausibilities(sound).reduce((s, i) => s + i * i, 0);
	return exp(-sum / 2);
}
