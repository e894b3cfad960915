import { meanInterval } from "../../statistics/interval.ts";
import { pairedDifferences } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";

/** A mix as the frontier sees it: what it costs and what harm it leaves, run by run. */
export interface Mix {
	readonly id: string;
	/** how many levers it pulls */
	readonly levers: number;
	readonly cost: Float64Array;
	readonly harm: Float64Array;
}

/** −1 clearly less, 1 clearly more, 0 no clear difference: by the 95 % interval of the paired mean. */
function clearly(other: Float64Array, than: Float64Array): -1 | 0 | 1 {
	const { low, high } = meanInterval(
		sortSamples(pairedDifferences(than, other)),
	);
	if (low > 0) return 1;
	return high < 0 ? -1 : 0;
}

/**
 * Whether one mix makes another pointless, as far as the runs can tell:
 *
 * - the other costs clearly more and does not clearly lessen the harm; or
 * - it leaves clearly more harm and is not clearly cheaper; or
 * - they differ clearly in neither, and the other pulls more levers.
 */
export function dominates(mix: Mix, other: Mix): boolean {
	const cost = clearly(other.cost, mix.cost);
	const harm = clearly(other.harm, mix.harm);
	if (cost > 0) return harm >= 0;
	if (harm > 0) return cost === 0;
	return cost === 0 && harm === 0 && other.levers > mix.levers;
}

/**
 * For each mix the one that dominates it, null for those on the efficient frontier. Of
 * several the cheapest is named, then the simplest.
 */
export function dominators(mixes: readonly Mix[]): readonly (string | null)[] {
	const cost = mixes.map((mix) => meanInterval(sortSamples(mix.cost)).value);
	const order = mixes
		.map((mix, i) => ({ mix, cost: cost[i]! }))
		.sort((a, b) => a.cost - b.cost || a.mix.levers - b.mix.levers);
	return mixes.map(
		(mix) =>
			order.find(({ mix: other }) => other !== mix && dominates(other, mix))
				?.mix.id ?? null,
	);
}
