import { orderAt } from "../../../src/market/agents/civil-buyer.ts";
import type { Market } from "../../../src/market/world/market.ts";
import {
	GRID_POINTS,
	GRID_STEP,
	gridPrice,
	REFERENCE_PRICE,
} from "../../../src/market/world/price-grid.ts";
import type {
	Clearing,
	RegionalMarkets,
} from "../../../src/market/world/regional-markets.ts";
import { CN, REGION_COUNT, US } from "../../../src/market/world/structure.ts";
import { differenceFromPlain, plainExcess } from "../trade/plain-clearing.ts";

/** Looks at a market after each month of one world; says what broke the rule, null when nothing did. */
export type Watch = (market: Market, tick: number) => string | null;

/** A rule that no month of any world may break; `watch` begins with each world. */
export interface MonthRule {
	readonly claim: string;
	readonly watch: () => Watch;
}

const ROUNDING = 1e-6;
/** Price difference within which two prices count as one: one cell of the grid. */
const CELL = Math.exp(GRID_STEP);

/** The first complaint of a list of agents or regions. */
function firstOf(
	count: number,
	complaint: (i: number) => string | null,
): string | null {
	for (let i = 0; i < count; i += 1) {
		const found = complaint(i);
		if (found !== null) return found;
	}
	return null;
}

const chokePrice = (market: Market): number =>
	market.parameters.choke * REFERENCE_PRICE;

const noOrderAboveChoke: Watch = (market) =>
	firstOf(market.structure.civilBuyers.count, (b) => {
		for (let k = GRID_POINTS - 1; gridPrice(k) >= chokePrice(market); k -= 1)
			if (orderAt(market, b, k) !== 0)
				return `buyer ${b} orders ${orderAt(market, b, k)} at ${gridPrice(k)}`;
		return null;
	});

const capacityKept: Watch = (market) => {
	const { structure, rules, refinedClearing, oreClearing } = market;
	const { refinedExporters, oreExporters } = structure;
	const past = (
		exporters: typeof refinedExporters,
		clearing: Clearing,
		free: Float64Array,
		k: number,
	) => {
		const most = exporters.capacity[k]! * free[exporters.region[k]!]!;
		const shipped = clearing.shipped[k]!;
		return exporters.grey[k] === 0 && shipped > most + ROUNDING
			? `${exporters.ids[k]} ships ${shipped} of ${most}`
			: null;
	};
	const licensed = rules.licensed > 0;
	return (
		(licensed
			? null
			: firstOf(refinedExporters.count, (k) =>
					past(refinedExporters, refinedClearing, rules.refinedFree, k),
				)) ??
		firstOf(oreExporters.count, (k) =>
			past(oreExporters, oreClearing, rules.oreFree, k),
		)
	);
};

const bansKept: Watch = (market) => {
	const { rules, refinedClearing, oreClearing, structure } = market;
	const grey = structure.refinedExporters.grey;
	const { first } = structure.refinedExporters;
	return firstOf(REGION_COUNT, (r) => {
		let declared = 0;
		for (let k = first[r]!; k < first[r + 1]!; k += 1)
			if (grey[k] === 0) declared += refinedClearing.shipped[k]!;
		if (rules.refinedFree[r] === 0 && declared > 0)
			return `region ${r} ships ${declared} t of metal past a ban`;
		// China is the hub of the ore trade, which has no exporters to stop
		if (r !== CN && rules.oreFree[r] === 0 && oreClearing.netExports[r]! > 0)
			return `region ${r} ships ${oreClearing.netExports[r]} t of ore past a ban`;
		return null;
	});
};

const nothingChineseToBarredUs: Watch = ({ rules, flows }) =>
	rules.barred[US * REGION_COUNT + CN] === 1 && flows.usOriginShare[CN]! > 0
		? `${flows.usOriginShare[CN]} of US imports are Chinese under a ban`
		: null;

const oreHeldBack: Watch = ({ structure, rules, flows, oreClearing }) =>
	firstOf(REGION_COUNT, (r) => {
		if (rules.oreMayLeave[r] === 1 || r === CN) return null;
		let mined = 0;
		structure.miners.region.forEach((region, i) => {
			if (region === r) mined += flows.mined[i]!;
		});
		const most = rules.oreMayLeave[r]! * mined;
		return oreClearing.netExports[r]! > most + ROUNDING
			? `region ${r} ships ${oreClearing.netExports[r]} t of ore, ${most} may leave`
			: null;
	});

/** Declared Chinese exports of a month, t Sb. */
function declaredExports({ structure, refinedClearing }: Market): number {
	const { first, grey } = structure.refinedExporters;
	let sum = 0;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1)
		if (grey[k] === 0) sum += refinedClearing.shipped[k]!;
	return sum;
}

function quotaKept(): Watch {
	let shipped = 0;
	let most = Number.POSITIVE_INFINITY;
	return (market, tick) => {
		const { quota } = market.rules;
		if (tick % 3 === 0) shipped = 0;
		if (Number.isFinite(quota)) shipped += declaredExports(market);
		most = quota;
		return shipped > most + ROUNDING
			? `${shipped} t left in a quarter with a quota of ${most}`
			: null;
	};
}

/** Largest share of applications that a licence office with regimes of its own ever grants. */
const MOST_GRANTED = 0.8;

/**
 * Beyond what leaks, no exporter can ship more than its applications times the
 * largest share that is granted. A month in which licences act only in part
 * also has free days, and starts the count anew.
 */
function licencesKept(): Watch {
	let allowed: number[] = [];
	let applied: number[] = [];
	return ({ structure, state, rules, refinedClearing }) => {
		const { count, licensed, ids } = structure.refinedExporters;
		if (rules.licensed < 1) {
			// licences left from an earlier spell may still be used in the next
			const before = applied;
			applied = Array.from(
				{ length: count },
				(_, k) => (before[k] ?? 0) + rules.licensed * state.normalExports[k]!,
			);
			allowed = [];
			return null;
		}
		const share = rules.approval >= 0 ? 1 : MOST_GRANTED;
		return firstOf(count, (k) => {
			if (licensed[k] === 0) return null;
			const now =
				(allowed[k] ?? applied[k] ?? 0) +
				state.leak[0]! * state.normalExports[k]! -
				refinedClearing.shipped[k]!;
			allowed[k] = now + share * state.normalExports[k]!;
			applied[k] = (applied[k] ?? 0) + state.normalExports[k]!;
			return now < -ROUNDING
				? `${ids[k]} shipped ${-now} t more than it applied for`
				: null;
		});
	};
}

/** Whether a region has a schedule at all: without one its price is only for the record. */
function hasSchedule(markets: RegionalMarkets, region: number): boolean {
	const width = markets.excess.length / markets.regions;
	const from = region * width;
	return markets.excess[from]! > markets.excess[from + width - 1]!;
}

function landedPrice(
	markets: RegionalMarkets,
	hub: number,
	region: number,
): number {
	return (hub + markets.importCost[region]!) * (1 + markets.tariff[region]!);
}

function importerAtParity(
	markets: RegionalMarkets,
	clearing: Clearing,
): string | null {
	return firstOf(markets.regions, (r) => {
		const imports = -clearing.netExports[r]!;
		const capped = imports >= markets.importCap[r]! - ROUNDING;
		if (r === markets.hub || capped || !hasSchedule(markets, r)) return null;
		const landed = landedPrice(markets, clearing.hubPrice, r);
		const price = clearing.price[r]!;
		const gained =
			plainExcess(markets, r, landed) - plainExcess(markets, r, price);
		if (price > landed * CELL && gained > ROUNDING)
			return `region ${r} pays ${price}, ${landed} would bring more in`;
		return imports > ROUNDING && price < landed / CELL
			? `region ${r} imports at ${landed} and sells at ${price}`
			: null;
	});
}

function exporterAtNetback(
	markets: RegionalMarkets,
	clearing: Clearing,
): string | null {
	return firstOf(markets.regions, (r) => {
		if (!hasSchedule(markets, r)) return null;
		const price = clearing.price[r]!;
		for (
			let k = markets.firstExporter[r]!;
			k < markets.firstExporter[r + 1]!;
			k += 1
		) {
			const netback =
				(clearing.hubPrice - markets.exporterCost[k]!) /
				(1 + markets.exportTax[r]!);
			const shipped = clearing.shipped[k]!;
			const unused = markets.exporterCapacity[k]! - shipped > ROUNDING;
			const ships = shipped > ROUNDING;
			if (r === markets.hub) continue;
			if (unused && netback > price * CELL)
				return `exporter ${k} of region ${r} has room at ${netback}, home price ${price}`;
			if (ships && netback < price / CELL)
				return `exporter ${k} of region ${r} ships for ${netback}, home price ${price}`;
		}
		return null;
	});
}

/** A rule of both auctions. */
function bothAuctions(
	rule: (markets: RegionalMarkets, clearing: Clearing) => string | null,
): Watch {
	return (market) =>
		rule(market.refinedMarkets, market.refinedClearing) ??
		rule(market.oreMarkets, market.oreClearing);
}

const onceAYear =
	(watch: Watch): Watch =>
	(market, tick) =>
		tick % 12 === 11 ? watch(market, tick) : null;

export const MONTH_RULES: readonly MonthRule[] = [
	{
		claim: "no civil buyer's schedule reaches above the choke price",
		watch: () => noOrderAboveChoke,
	},
	{
		claim: "no exporter ships past its capacity",
		watch: () => capacityKept,
	},
	{
		claim: "nothing declared leaves a region whose border is shut",
		watch: () => bansKept,
	},
	{
		claim: "a United States that China bars gets nothing declared as Chinese",
		watch: () => nothingChineseToBarredUs,
	},
	{
		claim:
			"of ore that a ban holds back only the free share of the month leaves",
		watch: () => oreHeldBack,
	},
	{
		claim: "declared Chinese exports obey the quota of the quarter",
		watch: quotaKept,
	},
	{
		claim:
			"no exporter ships more under licences than leaks and than it was granted",
		watch: licencesKept,
	},
	{
		claim: "a region that may import pays the hub price and the way there",
		watch: () => bothAuctions(importerAtParity),
	},
	{
		claim:
			"exporters ship while their netback beats the home price, and no longer",
		watch: () => bothAuctions(exporterAtNetback),
	},
	{
		claim: "both auctions clear as a plain second implementation clears them",
		watch: () => onceAYear(bothAuctions(differenceFromPlain)),
	},
];
