import { worksOutput } from "../agents/recycling-works.ts";
import type { Market } from "../market.ts";
import { CN, PK, REGION_COUNT, SA, type Structure } from "../structure.ts";
import { greyShipped } from "./refined-trade.ts";

/** Monthly refined and recycled output of 2023 by region, t Sb. */
export function outputOf2023(structure: Structure): Float64Array {
	const output = new Float64Array(REGION_COUNT);
	const { refiners, recyclers } = structure;
	for (let p = 0; p < refiners.count; p += 1)
		output[refiners.region[p]!]! += refiners.run2023[p]!;
	for (let i = 0; i < recyclers.count; i += 1)
		output[recyclers.region[i]!]! += recyclers.output[i]!;
	return output;
}

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

/** Chinese shipments with papers of this month over those of a normal month before control. */
function chineseRatio(market: Market, tonnes: number): number {
	const { state, structure } = market;
	const { first } = structure.refinedExporters;
	let normal = 0;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1)
		normal += state.normalExports[k]!;
	return normal > 0 ? tonnes / normal : 1;
}

/**
 * Where what the US buys abroad comes from: the shares of 2021–24, each scaled
 * by what its origin has to sell now against 2023, and made to sum to one.
 * Grey metal arrives as South-East Asian. Pakistan, absent in 2021–24, counts
 * as much per tonne sold as the average origin outside China.
 */
export function traceUsOrigins(
	market: Market,
	normalOutput: Float64Array,
): void {
	const { flows, terms, rules, refinedClearing } = market;
	const shares = flows.usOriginShare;
	const grey = greyShipped(market);
	const declared = Math.max(0, refinedClearing.netExports[CN]! - grey);
	let base = 0;
	let output = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		if (r === CN) continue;
		base += terms.usOrigins[r]!;
		if (terms.usOrigins[r]! > 0) output += normalOutput[r]!;
		const now =
			normalOutput[r]! > 0 ? outputNow(market, r) / normalOutput[r]! : 0;
		shares[r] = terms.usOrigins[r]! * now;
	}
	const barred = rules.barred[US_FROM_CHINA]!;
	shares[CN] =
		terms.usOrigins[CN]! * chineseRatio(market, declared) * (1 - barred);
	shares[SA]! += terms.usOrigins[CN]! * greyRatio(market, grey);
	shares[PK] = (Math.max(0, refinedClearing.netExports[PK]!) * base) / output;
	let sum = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) sum += shares[r]!;
	for (let r = 0; r < REGION_COUNT; r += 1) shares[r]! /= sum;
}

/** Cell of `barred` that says whether China may ship to the United States. */
const US_FROM_CHINA = REGION_COUNT + CN;

function greyRatio(market: Market, grey: number): number {
	return grey > 0 ? chineseRatio(market, grey) : 0;
}
