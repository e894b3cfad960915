/** Invariants that are checked every month: tonnes and dollars balance, limits are kept. */

import { worksOutput } from "../agents/recycling-works.ts";
import type { Market } from "../world/market.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { REGION_COUNT } from "../world/structure.ts";

/** Largest errors that count as rounding: of a mass balance, t Sb; of money, share of turnover. */
const MASS_TOLERANCE = 1e-6;
const MONEY_TOLERANCE = 1e-9;

/** Thrown when a month breaks an invariant of the market. */
export class BrokenInvariant extends Error {}

/** Checks the world's mass balance of a good: before + made = gone + after, t Sb. */
export function checkMass(
	good: string,
	before: number,
	made: number,
	gone: number,
	after: number,
): void {
	const balances = Math.abs(before + made - gone - after) <= MASS_TOLERANCE;
	if (balances) return;
	throw new BrokenInvariant(
		`mass balance of ${good} broke: in ${(before + made).toFixed(6)} t Sb, out ${(gone + after).toFixed(6)} t Sb`,
	);
}

/** Net demand of a region, summed over its agents, t Sb. */
function netDemand(market: Market, region: number): number {
	const { structure, flows } = market;
	const { civilBuyers, defenceBuyers, refiners, recyclers, traders } =
		structure;
	return (
		rangeSum(civilBuyers.first, flows.ordered, region) +
		rangeSum(defenceBuyers.first, flows.embeddedOrdered, region) +
		rangeSum(traders.first, flows.traderBought, region) +
		flows.reserveBought[region]! +
		flows.agencyBought[region]! -
		flows.agencySold[region]! -
		worksOutput(market, region) -
		rangeSum(refiners.first, flows.refinerSold, region) -
		rangeSum(recyclers.first, flows.recycled, region) +
		rangeSum(recyclers.first, flows.recycledCertified, region) -
		flows.contractDelivered[region]!
	);
}

/**
 * Checks the money of the trade in metal: in each region buyers pay sellers at its price, and
 * their payments for imports reach the hub, carriers and customs, so that world payments for
 * net trade at hub prices sum to zero.
 */
export function checkTrade(market: Market): void {
	const { refinedClearing } = market;
	let paid = 0;
	let turnover = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const demand = netDemand(market, r);
		const net = refinedClearing.netExports[r]!;
		checkRegion(market, r, demand);
		const spread = refinedClearing.price[r]! - refinedClearing.hubPrice;
		paid += refinedClearing.price[r]! * demand + spread * net;
		turnover += refinedClearing.hubPrice * Math.abs(net);
	}
	// tonnes lost to rounding may be missing in money too
	const rounding =
		MONEY_TOLERANCE * turnover + MASS_TOLERANCE * refinedClearing.hubPrice;
	const settled = Math.abs(paid) <= rounding;
	if (!settled)
		throw new BrokenInvariant(
			`money paid is not money received: ${paid} of ${turnover} USD`,
		);
	checkShipments(market);
}

/** Checks that a region's agents take what trade brings it, and that imports keep to its cap. */
function checkRegion(market: Market, region: number, demand: number): void {
	const net = market.refinedClearing.netExports[region]!;
	const balances = Math.abs(demand + net) <= MASS_TOLERANCE;
	if (!balances)
		throw new BrokenInvariant(
			`trade of region ${region} does not balance: net demand ${demand.toFixed(6)}, net exports ${net.toFixed(6)} t Sb`,
		);
	const cap = market.refinedMarkets.importCap[region]!;
	const underCap = -net <= cap + MASS_TOLERANCE;
	if (!underCap)
		throw new BrokenInvariant(`region ${region} imports past its cap`);
}

/** Checks that no exporter ships more than capacity, licences, quotas and bans allow. */
function checkShipments(market: Market): void {
	const { shipped } = market.refinedClearing;
	const { exporterCapacity } = market.refinedMarkets;
	for (let k = 0; k < shipped.length; k += 1) {
		const within = shipped[k]! <= exporterCapacity[k]! + MASS_TOLERANCE;
		if (!within)
			throw new BrokenInvariant(
				`exporter ${market.structure.refinedExporters.ids[k]} ships past its limit`,
			);
	}
}

/** Checks that all state is finite, and that stocks and prices are not negative. */
export function checkState(market: Market): void {
	const { state } = market;
	if (!state.isFinite())
		throw new BrokenInvariant("a state of the market is not a finite number");
	notNegative("stock of a buyer", state.buyerStock);
	notNegative("stock of a refiner", state.finished);
	notNegative("feed of a refiner", state.feed);
	notNegative("pile of ore", state.orePile);
	notNegative("stock of a trader", state.traderStock);
	notNegative("certified stock", state.certifiedStock);
	notNegative("stock of military goods", state.embeddedStock);
	notNegative("licence", state.licences);
	notNegative("price of metal", state.price);
	notNegative("price of concentrate", state.orePrice);
}

function notNegative(what: string, values: Float64Array): void {
	for (let i = 0; i < values.length; i += 1)
		if (values[i]! < -MASS_TOLERANCE)
			throw new BrokenInvariant(`${what} ${i} fell to ${values[i]}`);
}
