/** Grey route: Chinese metal that leaves without a licence through other countries. */

import { barredPart, chineseSupplyLeft } from "../trade/rerouting.ts";
import type { Market } from "../world/market.ts";
import { CN, EU } from "../world/structure.ts";
import { normalChineseExports } from "./licence-office.ts";

/** Fine and loss that a smuggler expects, share of the price abroad. Basis: assumed. */
const EXPECTED_PENALTY = 0.1;
/** Capacity from which grey routes start to grow, share of their ceiling. */
const SEED = 0.05;
/** Share of grey shipments that customs seize for the reserve: usual, and under a fresh campaign. */
const SEIZED = 0.02;
const SEIZED_IN_CAMPAIGN = 0.08;

/** Cost of a tonne on the grey route of exporter `k`, USD/t. */
function greyCost(market: Market, exporter: number): number {
	return (
		market.structure.refinedExporters.cost[exporter]! +
		EXPECTED_PENALTY * market.state.index[EU]!
	);
}

/**
 * Exports that a control takes from China's buyers, t Sb a month: what is missing of normal ones, or what
 * barred importers bought, whichever is more.
 */
function lostExports(market: Market, tick: number): number {
	const missing = 1 - chineseSupplyLeft(market, tick);
	return normalChineseExports(market) * Math.max(missing, barredPart(market));
}

/**
 * Updates the capacity of the grey route: metal processed abroad, which is bounded by plants there and by
 * lost exports. It grows logistically while the spread pays,
 *
 *     G' = G + g · G (1 − G / ceiling),  ceiling = share · lost exports · freedom
 *
 * and a campaign cuts it at once; freedom comes back over the recovery time.
 */
export function growGreyRoutes(market: Market, tick: number): void {
	const { state, rules, parameters, switches } = market;
	if (rules.enforcement > 0) {
		state.greyCapacity[0]! *= 1 - rules.enforcement;
		state.greyFreedom[0]! *= 1 - rules.enforcement;
	}
	state.greyFreedom[0]! +=
		(1 - state.greyFreedom[0]!) / parameters.greyRecovery;
	const ceiling =
		rules.licensed > 0 && switches.greyRoutes
			? parameters.greyCeiling *
				lostExports(market, tick) *
				state.greyFreedom[0]!
			: 0;
	const spread = state.index[EU]! - state.index[CN]!;
	const exporter = greyExporter(market);
	const pays = exporter >= 0 && spread > greyCost(market, exporter);
	state.greyCapacity[0] = grown(
		state.greyCapacity[0]!,
		ceiling,
		pays ? parameters.greyGrowth : -parameters.greyGrowth,
	);
}

function grown(capacity: number, ceiling: number, growth: number): number {
	if (ceiling <= 0) return 0;
	const seeded = growth > 0 ? Math.max(capacity, SEED * ceiling) : capacity;
	const next =
		growth > 0
			? seeded + growth * seeded * (1 - seeded / ceiling)
			: seeded * (1 + growth);
	return Math.max(0, Math.min(next, ceiling));
}

/** The one grey exporter in China's merit order, -1 when the world has none. */
export function greyExporter(market: Market): number {
	const { grey, first } = market.structure.refinedExporters;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1)
		if (grey[k] === 1) return k;
	return -1;
}

/** Puts this month's capacity and cost of the grey route into the merit order. */
export function offerGreyRoute(market: Market): void {
	const exporter = greyExporter(market);
	if (exporter < 0) return;
	market.refinedMarkets.exporterCapacity[exporter] =
		market.state.greyCapacity[0]! * market.rules.exporterFree[exporter]!;
	market.refinedMarkets.exporterCost[exporter] = greyCost(market, exporter);
}

/** Share of grey shipments seized this month. */
export function seizedShare(market: Market): number {
	return SEIZED + (SEIZED_IN_CAMPAIGN - SEIZED) * market.state.zeal[0]!;
}
