import { worksOutput } from "../agents/recycling-works.ts";
import type { Market } from "../market.ts";

/** This month's refined and recycled output of a region, t Sb. */
export function outputNow(market: Market, region: number): number {
	const { structure, flows } = market;
	const { refiners, recyclers } = structure;
	let sum = worksOutput(market, region);
	for (let p = refiners.first[region]!; p < refiners.first[region + 1]!; p += 1)
		sum += flows.refined[p]!;
	for (
		let i = recyclers.first[region]!;
		i < recyclers.first[region + 1]!;
		i += 1
	)
		sum += flows.recycled[i]!;
	return sum;
}
