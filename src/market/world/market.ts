/** The market: structure, parameters, rules and state of one replicate, and the month's flows. */

import { log, pow } from "../../math.ts";
import type { Luck } from "../../random/luck.ts";
import type { Recorder } from "../record/recorder.ts";
import type { EventName } from "../record/trace.ts";
import type { Parameters } from "./parameters.ts";
import { REFERENCE_PRICE } from "./price-grid.ts";
import {
	type Clearing,
	emptyClearing,
	emptyExcess,
	emptyLines,
	type RegionalMarkets,
	type Schedules,
} from "./regional-markets.ts";
import { MOST_ROUTES, MOST_WORKS, Rules } from "./rules.ts";
import { MarketState } from "./state.ts";
import {
	CN,
	EU,
	REGION_COUNT,
	SOURCE_COUNT,
	type Structure,
} from "./structure.ts";
import { Tables } from "./tables.ts";
import type { Terms } from "./terms.ts";

/** Normal price of 2018, USD/t; it moves log-linearly to the reference price by the end of 2023. */
const NORMAL_PRICE_2018 = 8_500;
/** Tick from which the normal price is the reference price: 2023-12. */
export const NORMAL_FROM = 71;

/** Mechanisms that run; all of them unless a batch says otherwise. */
export interface Switches {
	readonly greyRoutes: boolean;
	readonly hoarding: boolean;
	readonly trend: boolean;
	readonly contracts: boolean;
	readonly traders: boolean;
	readonly holders: boolean;
	readonly rerouting: boolean;
	readonly concentrateMarket: boolean;
	readonly alignment: boolean;
	readonly newsPersistence: boolean;
	readonly scarceFeed: boolean;
}

/** Decisions of all agents in one month, before they are booked. Arrays are reused every month. */
export class Flows {
	// mines and ore, t Sb
	readonly mined: Float64Array;
	readonly oreOffer = new Float64Array(REGION_COUNT);
	readonly oreSold = new Float64Array(REGION_COUNT);
	readonly feedBought: Float64Array;
	/** ore taken by each route before the auction, t Sb */
	readonly routed: Float64Array;
	/** ore that routes took out of each region, t Sb */
	readonly routedFrom = new Float64Array(REGION_COUNT);

	// refined metal, t Sb
	readonly feedUsed: Float64Array;
	readonly refined: Float64Array;
	readonly recycled: Float64Array;
	/** metal made and sold by each recycling works that a scenario added */
	readonly worksSold = new Float64Array(MOST_WORKS);
	/** part of recycled and refined metal taken by munitions makers before the auction */
	readonly recycledCertified: Float64Array;
	readonly finishedCertified: Float64Array;
	/** metal of plants under contract delivered into each region */
	readonly contractDelivered = new Float64Array(REGION_COUNT);
	readonly refinerSold: Float64Array;
	/** metal each plant under contract ships past the auction */
	readonly contractShipped: Float64Array;
	readonly traderBought: Float64Array;
	readonly ordered: Float64Array;
	readonly embeddedOrdered: Float64Array;
	/** certified metal each munitions buyer got, and the Pakistani part of it */
	readonly certifiedTaken: Float64Array;
	readonly certifiedPakistani: Float64Array;
	readonly certifiedWanted: Float64Array;
	readonly reserveBought = new Float64Array(REGION_COUNT);
	/** Chinese metal seized on grey routes, by plant that sent it */
	readonly seized: Float64Array;
	/** metal bought abroad by source and importer: source × REGION_COUNT + importer */
	readonly traded = new Float64Array(SOURCE_COUNT * REGION_COUNT);
	/** ore that each route carried */
	readonly routeCarried = new Float64Array(MOST_ROUTES);
	/** origin shares of what the US buys abroad this month */
	readonly usOriginShare = new Float64Array(REGION_COUNT);
	readonly wantedUse: Float64Array;
	readonly used: Float64Array;
	/** need before anything is done without */
	readonly need: Float64Array;

	// stockpile agencies, t Sb, by region: what each would buy below its limit, has bought, offers to anybody, has handed to defence
	readonly agencyWanted = new Float64Array(REGION_COUNT);
	readonly agencyBought = new Float64Array(REGION_COUNT);
	readonly agencySold = new Float64Array(REGION_COUNT);
	readonly agencyReleased = new Float64Array(REGION_COUNT);

	/** cost of the month to the US treasury, USD */
	treasury = 0;

	// schedule coefficients
	readonly useScale: Float64Array;
	readonly useFloor: Float64Array;
	readonly elasticOrder: Float64Array;
	readonly fixedOrder: Float64Array;
	readonly contractOrder: Float64Array;
	readonly offerStock: Float64Array;
	readonly offerScale: Float64Array;
	readonly worksScale = new Float64Array(MOST_WORKS);
	readonly bidTonnes: Float64Array;
	readonly bidScale: Float64Array;
	readonly oreScale = new Float64Array(REGION_COUNT);
	readonly traderScale: Float64Array;

	constructor(structure: Structure) {
		const plants = () => new Float64Array(structure.refiners.count);
		const buyers = () => new Float64Array(structure.civilBuyers.count);
		const defence = () => new Float64Array(structure.defenceBuyers.count);
		this.mined = new Float64Array(structure.miners.count);
		this.feedBought = plants();
		this.routed = plants();
		this.feedUsed = plants();
		this.refined = plants();
		this.recycled = new Float64Array(structure.recyclers.count);
		this.refinerSold = plants();
		this.contractShipped = plants();
		this.finishedCertified = plants();
		this.recycledCertified = new Float64Array(structure.recyclers.count);
		this.traderBought = new Float64Array(structure.traders.count);
		this.ordered = buyers();
		this.embeddedOrdered = defence();
		this.certifiedTaken = defence();
		this.certifiedPakistani = defence();
		this.certifiedWanted = defence();
		this.seized = plants();
		this.wantedUse = buyers();
		this.used = buyers();
		this.need = buyers();
		this.useScale = buyers();
		this.useFloor = buyers();
		this.elasticOrder = buyers();
		this.fixedOrder = buyers();
		this.contractOrder = buyers();
		this.offerStock = plants();
		this.offerScale = plants();
		this.bidTonnes = plants();
		this.bidScale = plants();
		this.traderScale = new Float64Array(structure.traders.count);
	}
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

function regionalMarkets(
	hub: number,
	schedules: Schedules,
	importCost: Float64Array,
	exporters: {
		readonly first: Int32Array;
		readonly cost: Float64Array;
		readonly capacity: Float64Array;
	},
): Mutable<RegionalMarkets> {
	return {
		regions: REGION_COUNT,
		hub,
		schedules,
		window: new Int32Array(REGION_COUNT),
		lastCell: new Int32Array(REGION_COUNT),
		excess: emptyExcess(REGION_COUNT),
		lines: emptyLines(REGION_COUNT),
		importCost: Float64Array.from(importCost),
		tariff: new Float64Array(REGION_COUNT),
		importCap: new Float64Array(REGION_COUNT).fill(Number.POSITIVE_INFINITY),
		exportTax: new Float64Array(REGION_COUNT),
		firstExporter: exporters.first,
		exporterCost: Float64Array.from(exporters.cost),
		exporterCapacity: Float64Array.from(exporters.capacity),
	};
}

/** Offers and orders in the auctions of a market. */
export interface Auctions {
	readonly refined: (market: Market) => Schedules;
	readonly ore: (market: Market) => Schedules;
}

/**
 * One market: its structure, one replicate's parameters and luck, and the state that its months
 * hand on.
 */
export class Market {
	readonly structure: Structure;
	readonly terms: Terms;
	readonly switches: Switches;
	readonly state: MarketState;
	readonly rules: Rules;
	readonly flows: Flows;
	readonly tables = new Tables();
	/** the auction of refined metal: hub Rotterdam */
	readonly refinedMarkets: RegionalMarkets;
	readonly refinedClearing: Clearing;
	/** the auction of concentrate: hub the Chinese ports */
	readonly oreMarkets: RegionalMarkets;
	readonly oreClearing: Clearing;

	parameters: Parameters;
	streams: Luck;
	/** false in the burn-in: no exogenous noise */
	noisy = true;
	/** true in worlds that stand still in 2023: no dated path, no drift of the normal price */
	calm = false;
	/** ratio of the month's normal price to the reference price */
	normalPrice = 1;
	/** natural log of that ratio */
	logNormalPrice = 0;
	/** listener to events; null when there is none */
	trace: Trace | null = null;
	/** need of the month over the rows of the world, before the scenario's own growth */
	needLevel = 1;

	constructor(
		structure: Structure,
		terms: Terms,
		switches: Switches,
		parameters: Parameters,
		streams: Luck,
		auctions: Auctions,
	) {
		this.structure = structure;
		this.terms = terms;
		this.switches = switches;
		this.parameters = parameters;
		this.streams = streams;
		this.state = new MarketState(structure);
		this.rules = new Rules(structure);
		this.flows = new Flows(structure);
		this.refinedMarkets = regionalMarkets(
			EU,
			auctions.refined(this),
			terms.importCost,
			structure.refinedExporters,
		);
		this.refinedClearing = emptyClearing(
			REGION_COUNT,
			structure.refinedExporters.count,
		);
		this.oreMarkets = regionalMarkets(
			CN,
			auctions.ore(this),
			terms.importCost,
			structure.oreExporters,
		);
		this.oreClearing = emptyClearing(
			REGION_COUNT,
			structure.oreExporters.count,
		);
	}

	/** Hands the market to another replicate. */
	deal(parameters: Parameters, streams: Luck): void {
		this.parameters = parameters;
		this.streams = streams;
		this.tables.fill(parameters);
	}
}

const LOG_RISE = log(REFERENCE_PRICE / NORMAL_PRICE_2018);

/**
 * Share of the way from 2018 to the structure of 2023 that has passed, 0 to 1: (months /
 * 72)^lateness.
 */
export function passedTo2023(tick: number, lateness: number): number {
	if (tick <= 0) return 0;
	return tick >= NORMAL_FROM ? 1 : pow(tick / NORMAL_FROM, lateness);
}

/** Natural log of the normal price over the reference price, by the share that has passed. */
export function logNormalPrice(passed: number): number {
	return -LOG_RISE * (1 - passed);
}

/**
 * Listener to the events of a replicate. The market has none unless a story is asked for, so
 * that telling costs nothing when nobody listens.
 */
export interface Trace {
	/**
	 * @param who    id of an agent, or code of a region
	 * @param figure a number that belongs to the event, in the unit of its name; 0 when none does
	 */
	tell(tick: number, what: EventName, who: string, figure: number): void;
	/**
	 * Hears the trade of a month by route, t Sb: metal and ore, source × REGION_COUNT + destination.
	 * The arrays are reused: copy what must last.
	 */
	trade(tick: number, metal: Float64Array, ore: Float64Array): void;
	/**
	 * Hears the end of a month: the market after its books, and the record up to it.
	 * Both are the market's own: read, copy, change nothing.
	 */
	month?(tick: number, market: Market, record: Recorder): void;
}
