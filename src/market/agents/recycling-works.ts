/** Recycling works that a scenario adds: their offer of metal, and what they sold. */

import { exp, log } from "../../math.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { OFFER_SLOPE } from "../world/tables.ts";

/** Sets the coefficients of the works' offers: capacity times a smooth step in ln(p / cost). */
export function prepareWorks(market: Market): void {
	const { rules, flows, normalPrice } = market;
	flows.worksSold.fill(0);
	for (let i = 0; i < rules.works; i += 1) {
		const cost = rules.worksCost[i]! * normalPrice;
		flows.worksScale[i] = exp(OFFER_SLOPE * log(cost / REFERENCE_PRICE));
	}
}

/** Metal that one works makes and offers at grid point k, t Sb. */
function worksOfferAt(market: Market, works: number, k: number): number {
	const { rules, flows, tables } = market;
	return (
		rules.worksCapacity[works]! /
		(1 + flows.worksScale[works]! * tables.offer[k]!)
	);
}

/** Metal that all works of a region offer at grid point k, t Sb. */
export function regionalWorksAt(
	market: Market,
	region: number,
	k: number,
): number {
	const { works, worksRegion } = market.rules;
	let sum = 0;
	for (let i = 0; i < works; i += 1)
		if (worksRegion[i] === region) sum += worksOfferAt(market, i, k);
	return sum;
}

/** Reads the sales of every works, which are its output, off its schedule at its region's price. */
export function readWorks(
	market: Market,
	cell: Int32Array,
	weight: Float64Array,
): void {
	const { rules, flows } = market;
	for (let i = 0; i < rules.works; i += 1) {
		const r = rules.worksRegion[i]!;
		const low = worksOfferAt(market, i, cell[r]!);
		const high = worksOfferAt(market, i, cell[r]! + 1);
		flows.worksSold[i] = low + weight[r]! * (high - low);
	}
}

/** Metal that the works of a region made this month, t Sb. */
export function worksOutput(market: Market, region: number): number {
	const { rules, flows } = market;
	let sum = 0;
	for (let i = 0; i < rules.works; i += 1)
		if (rules.worksRegion[i] === region) sum += flows.worksSold[i]!;
	return sum;
}
