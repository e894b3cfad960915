/** Observation of a month: writes the market's state and flows into the record. */

import { outputNow } from "../agents/home-output.ts";
import { nameplateAtWork } from "../agents/project.ts";
import { chineseOreImports } from "../trade/concentrate.ts";
import { greyShipped } from "../trade/refined-trade.ts";
import { stockpileValue } from "../treasury.ts";
import type { Market } from "../world/market.ts";
import type { MonthFlows } from "../world/month-flows.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { rangeSum, sum } from "../world/regional-sum.ts";
import { CN, EU, PK, REGION_COUNT, US } from "../world/structure.ts";
import {
	columnOf,
	originColumn,
	RECORD_WIDTH,
	type Recorder,
} from "./recorder.ts";

const column = {
	rotterdam: columnOf("price_rotterdam_usd_t"),
	china: columnOf("price_china_usd_t"),
	us: columnOf("price_us_usd_t"),
	concentrate: columnOf("price_concentrate_usd_t"),
	ratio: columnOf("price_ratio"),
	minedWorld: columnOf("mined_world_t"),
	minedChina: columnOf("mined_china_t"),
	refinedChina: columnOf("refined_china_t"),
	licensed: columnOf("china_exports_licensed_t"),
	grey: columnOf("china_exports_grey_t"),
	exports: columnOf("china_exports_total_t"),
	oreImports: columnOf("china_concentrate_imports_t"),
	usImports: columnOf("us_imports_t"),
	usUse: columnOf("us_use_t"),
	usStock: columnOf("us_stock_t"),
	usStockpile: columnOf("us_stockpile_t"),
	usUnmet: columnOf("us_unmet_t"),
	defenceNeed: columnOf("defence_need_us_t"),
	defenceUnmet: columnOf("defence_unmet_us_t"),
	pakistanMined: columnOf("pakistan_mined_t"),
	pakistanRefined: columnOf("pakistan_refined_t"),
	pakistanToUs: columnOf("pakistan_to_us_t"),
	civilUse: columnOf("civil_use_world_t"),
	worldStock: columnOf("stock_world_t"),
	normalPrice: columnOf("normal_price_usd_t"),
	usNeed: columnOf("us_civil_need_t"),
	unmetCertified: columnOf("defence_unmet_certified_t"),
	unmetBudget: columnOf("defence_unmet_budget_t"),
	unmetPhysical: columnOf("defence_unmet_physical_t"),
	userCost: columnOf("us_user_cost_usd"),
	fiscal: columnOf("fiscal_cost_usd"),
	stockpileValue: columnOf("us_stockpile_value_usd"),
	destroyed: columnOf("demand_destroyed_t"),
	pakistanDefence: columnOf("pakistan_to_us_defence_t"),
	refineryOutput: columnOf("refinery_output_t"),
	refineryNameplate: columnOf("refinery_nameplate_t"),
} as const;

function observePrices(market: Market, values: Float64Array, at: number): void {
	const { state } = market;
	values[at + column.rotterdam] = state.index[EU]!;
	values[at + column.china] = state.index[CN]!;
	values[at + column.us] = state.index[US]!;
	values[at + column.concentrate] = state.oreIndex[CN]!;
	values[at + column.ratio] = state.index[EU]! / state.index[CN]!;
	values[at + column.normalPrice] = REFERENCE_PRICE * market.normalPrice;
}

function observeSupply(market: Market, values: Float64Array, at: number): void {
	const { structure, flows, refinedClearing } = market;
	const { miners, refiners } = structure;
	const grey = greyShipped(market);
	const exported = Math.max(0, refinedClearing.netExports[CN]!);
	values[at + column.minedWorld] = sum(flows.mined);
	values[at + column.minedChina] = rangeSum(miners.first, flows.mined, CN);
	values[at + column.refinedChina] = rangeSum(
		refiners.first,
		flows.refined,
		CN,
	);
	values[at + column.licensed] = exported - grey;
	values[at + column.grey] = grey;
	values[at + column.exports] = exported;
	values[at + column.oreImports] = chineseOreImports(market);
	values[at + column.pakistanMined] = rangeSum(miners.first, flows.mined, PK);
	values[at + column.pakistanRefined] = rangeSum(
		refiners.first,
		flows.refined,
		PK,
	);
}

/** Observes output and nameplate of refineries that scenarios built in Pakistan. */
function observeRefinery(
	market: Market,
	values: Float64Array,
	at: number,
): void {
	const { structure, flows } = market;
	const { refiners } = structure;
	let output = 0;
	let nameplate = 0;
	for (let p = refiners.first[PK]!; p < refiners.first[PK + 1]!; p += 1) {
		output += flows.refined[p]!;
		const site = refiners.project[p]!;
		if (site >= 0) nameplate += nameplateAtWork(market, site);
	}
	values[at + column.refineryOutput] = output;
	values[at + column.refineryNameplate] = nameplate;
}

function observeUse(
	market: Market,
	month: MonthFlows,
	values: Float64Array,
	at: number,
): void {
	const { structure, flows, state } = market;
	const { civilBuyers, traders } = structure;
	const defence = month.usDefence;
	const civil = rangeSum(civilBuyers.first, flows.used, US);
	const use =
		civil +
		defence.certifiedUsed +
		defence.embeddedUsed +
		defence.released +
		defence.displaced;
	values[at + column.usUse] = use;
	values[at + column.usNeed] = rangeSum(civilBuyers.first, flows.need, US);
	values[at + column.usUnmet] =
		rangeSum(civilBuyers.first, flows.wantedUse, US) - civil;
	values[at + column.usStock] =
		rangeSum(civilBuyers.first, state.buyerStock, US) +
		rangeSum(traders.first, state.traderStock, US);
	values[at + column.usStockpile] = state.reserveStock[US]!;
	values[at + column.civilUse] = sum(flows.used);
	values[at + column.destroyed] = sum(flows.need) - sum(flows.wantedUse);
	values[at + column.worldStock] =
		sum(state.buyerStock) + sum(state.traderStock) + sum(state.finished);
	values[at + column.userCost] =
		(state.index[US]! - REFERENCE_PRICE * market.normalPrice) * use;
	values[at + column.fiscal] = flows.treasury;
	values[at + column.stockpileValue] = stockpileValue(market);
}

function observeDefence(
	month: MonthFlows,
	values: Float64Array,
	at: number,
): void {
	const outcome = month.usDefence;
	values[at + column.defenceNeed] = outcome.need;
	values[at + column.unmetCertified] = outcome.unmetCertified;
	values[at + column.unmetBudget] = outcome.unmetBudget;
	values[at + column.unmetPhysical] = outcome.unmetPhysical;
	values[at + column.defenceUnmet] =
		outcome.unmetCertified + outcome.unmetBudget + outcome.unmetPhysical;
}

/** Counts deliveries of plants abroad to the US under contract this month, t Sb, by origin. */
function countUsContracts(market: Market, contracts: Float64Array): void {
	const { structure, rules, flows } = market;
	const { count, region } = structure.refiners;
	contracts.fill(0);
	for (let p = 0; p < count; p += 1)
		if (rules.offtakeBuyer[p] === US && region[p] !== US)
			contracts[region[p]!]! += flows.contractShipped[p]!;
}

/**
 * Observes metal of Pakistani origin that reached the United States: in arrivals, in contract
 * deliveries, and made from Pakistani ore by US plants. Military goods
 * bought through civil suppliers hold it in the same share as all US supply.
 */
function observePakistan(
	market: Market,
	month: MonthFlows,
	values: Float64Array,
	at: number,
): void {
	countUsContracts(market, month.usContracts);
	const arrived = sum(month.usArrivals) + sum(month.usContracts);
	const home = outputNow(market, US);
	const pakistani =
		month.usArrivals[PK]! + month.usContracts[PK]! + month.pakistaniOreSmelted;
	const share = pakistani / Math.max(arrived + home, 1e-9);
	values[at + column.usImports] = arrived;
	values[at + column.pakistanToUs] = pakistani + month.usCertifiedPakistani;
	values[at + column.pakistanDefence] =
		month.usCertifiedPakistani + share * month.usDefence.embeddedUsed;
	for (let r = 0; r < REGION_COUNT; r += 1)
		values[at + originColumn(r)] =
			month.usArrivals[r]! +
			month.usContracts[r]! +
			(r === PK ? month.pakistaniOreSmelted : 0) +
			(r === US ? home - month.pakistaniOreSmelted : 0);
}

/** Writes one month into the record. */
export function observe(
	market: Market,
	month: MonthFlows,
	recorder: Recorder,
	tick: number,
): void {
	const at = tick * RECORD_WIDTH;
	const { values } = recorder;
	observePrices(market, values, at);
	observeSupply(market, values, at);
	observeRefinery(market, values, at);
	observeUse(market, month, values, at);
	observeDefence(month, values, at);
	observePakistan(market, month, values, at);
}
