/** Dominance among policies: which mix costs or harms more and brings nothing for it. */

import { meanInterval } from "../../statistics/interval.ts";
import { pairedDifferences } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";

/** A mix of hedges with the cost and the harm of each run. */
export interface Mix {
	readonly id: string;
	/** number of levers it pulls */
	readonly levers: number;
	readonly cost: Float64Array;
	readonly harm: Float64Array;
}

/** Differences of means that are too small to matter, in the units of cost and harm. */
export interface Trifles {
	readonly cost: number;
	readonly harm: number;
}

/** Share of the largest harm, or of the span of costs, below which a difference is a trifle. */
const TRIFLE = 0.01;

const meanOf = (values: Float64Array) => meanInterval(sortSamples(values));

/**
 * Measures what is a trifle among some mixes: a hundredth of the largest mean harm, and of
 * the span of mean costs, which may lie on both sides of 0.
 */
export function measureTrifles(mixes: readonly Mix[]): Trifles {
	const costs = mixes.map(({ cost }) => meanOf(cost).value);
	const harms = mixes.map(({ harm }) => Math.abs(meanOf(harm).value));
	return {
		cost: TRIFLE * (Math.max(...costs) - Math.min(...costs)),
		harm: TRIFLE * Math.max(...harms),
	};
}

/**
 * Sign of a difference: −1 clearly less, 1 clearly more, 0 no clear difference. Clear is a
 * difference whose 95 % interval of the paired mean leaves out 0, and whose mean is no trifle.
 */
function clearly(
	other: Float64Array,
	than: Float64Array,
	trifle: number,
): -1 | 0 | 1 {
	const { value, low, high } = meanOf(pairedDifferences(than, other));
	if (low > 0 && value > trifle) return 1;
	return high < 0 && value < -trifle ? -1 : 0;
}

/**
 * True when one mix makes another pointless, as far as the runs can tell:
 *
 * - the other costs clearly more and does not clearly lessen the harm; or
 * - it leaves clearly more harm and is not clearly cheaper; or
 * - they differ clearly in neither, and the other pulls more levers.
 */
export function dominates(mix: Mix, other: Mix, trifles: Trifles): boolean {
	const cost = clearly(other.cost, mix.cost, trifles.cost);
	const harm = clearly(other.harm, mix.harm, trifles.harm);
	if (cost > 0) return harm >= 0;
	if (harm > 0) return cost === 0;
	return cost === 0 && harm === 0 && other.levers > mix.levers;
}

/**
 * Finds for each mix the one that dominates it; null for those on the efficient frontier.
 * Of several dominators the cheapest is named, then the simplest.
 */
export function dominators(mixes: readonly Mix[]): readonly (string | null)[] {
	const trifles = measureTrifles(mixes);
	const order = mixes
		.map((mix) => ({ mix, cost: meanOf(mix.cost).value }))
		.sort((a, b) => a.cost - b.cost || a.mix.levers - b.mix.levers);
	return mixes.map(
		(mix) =>
			order.find(
				({ mix: other }) => other !== mix && dominates(other, mix, trifles),
			)?.mix.id ?? null,
	);
}
