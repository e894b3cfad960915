import { REGION_COUNT, SOURCE_COUNT, type Structure } from "./structure.ts";

/** Months of index history kept for the long memory of the price norm. */
export const INDEX_MEMORY = 48;
/** Months of trade history kept for means, contracts and licences. */
export const TRADE_MEMORY = 12;
/** Months an export licence lives (assumed). */
export const LICENCE_LIFE = 6;
/** Longest shipping lag in months. */
export const LONGEST_LAG = 2;

/** Rounds of a ring by which every month of a run, burn-in included, lies above zero. */
const ROUNDS = 100;

/** Place of a month in a ring of `memory` months. */
export function monthOfRing(tick: number, memory: number): number {
	return (tick + ROUNDS * memory) % memory;
}

/** Hands out consecutive pieces of one block of memory. */
class Pool {
	private readonly block: Float64Array;
	private used = 0;

	constructor(length: number) {
		this.block = new Float64Array(length);
	}

	take(length: number): Float64Array {
		if (this.used + length > this.block.length)
			throw new RangeError("market state outgrew its pool");
		this.used += length;
		return this.block.subarray(this.used - length, this.used);
	}

	/** All that was handed out, rounded up to whole lanes with zeros. */
	taken(): Float64Array {
		return this.block.subarray(0, Math.ceil(this.used / LANES) * LANES);
	}
}

const POOL_LENGTH = 8192;
/** Sums that run side by side where one would wait for itself. */
const LANES = 4;

/**
 * Everything that one month hands to the next, in one block of memory: a
 * snapshot is one copy, and two scenarios branch from it bit for bit. Fields
 * with one value hold it at position 0. Histories are rings: month `tick` of
 * a ring of n months stands at (tick mod n) × width.
 */
export class MarketState {
	private readonly memory: Float64Array;
	/** all of it but the rings, which only repeat what was checked when it happened */
	private readonly now: Float64Array;

	// prices, by region
	/** auction price of refined metal, USD/t */
	readonly price: Float64Array;
	/** published index of refined metal, USD/t */
	readonly index: Float64Array;
	/** ring of the index */
	readonly indexHistory: Float64Array;
	/** hub price of refined metal, USD/t */
	readonly hubPrice: Float64Array;
	/** auction price of concentrate, USD/t Sb */
	readonly orePrice: Float64Array;
	/** published index of concentrate, USD/t Sb */
	readonly oreIndex: Float64Array;
	/** ring of the concentrate index */
	readonly oreIndexHistory: Float64Array;
	/** hub price of concentrate, USD/t Sb */
	readonly oreHubPrice: Float64Array;

	// beliefs
	/** natural log of the slow norm over the reference price, by region */
	readonly slowNorm: Float64Array;
	/** what a price is judged against, USD/t, by region */
	readonly norm: Float64Array;
	/** what dated news has added to the log norm and not yet lost, by region */
	readonly kick: Float64Array;
	/** undated news heard in one region, logs */
	readonly regionalNews: Float64Array;
	/** undated news heard by all, logs */
	readonly commonNews: Float64Array;
	/** what jumps of belief have left, logs */
	readonly beliefJump: Float64Array;
	/** belief in the threat to Chinese supply, 0 to 1 */
	readonly threat: Float64Array;
	/** precautionary cover, months of use, by region */
	readonly precaution: Float64Array;
	/** alarm of buyers, 0 to 1, by region */
	readonly alarm: Float64Array;

	// the world outside the market
	/** log of world activity */
	readonly macro: Float64Array;
	/** deviation of export costs as a share of the normal price */
	readonly exportCostNoise: Float64Array;
	/** months left of a supply event: Chinese mines, Olimpiada, other mines, Pakistani ore */
	readonly eventMonths: Float64Array;
	/** scale of need found in the burn-in */
	readonly needScale: Float64Array;
	/** slow part of the controller that finds it */
	readonly controllerTrend: Float64Array;
	/** natural log of the rise of need from 2018 to 2023 */
	readonly needRise: Float64Array;

	// mines
	/** ore mined and not sold, t Sb, by region */
	readonly orePile: Float64Array;
	/** 1 when the mine runs, 0 when it is shut, -1 when it closed for good */
	readonly minerOpen: Float64Array;
	/** months in a row that it has been shut */
	readonly monthsShut: Float64Array;
	/** quarterly reviews in a row below the cost of care */
	readonly reviewsBelow: Float64Array;
	/** months until a mine that reopens delivers; 0 when none is under way */
	readonly reopening: Float64Array;

	// refiners
	/** t Sb in concentrate at the plant */
	readonly feed: Float64Array;
	/** t Sb in concentrate on the way; arrives in 1 … LONGEST_LAG months, by lag then plant */
	readonly feedPipeline: Float64Array;
	/** t Sb of refined metal in stock */
	readonly finished: Float64Array;
	/** months at a loss in a row */
	readonly lossMonths: Float64Array;
	/** months until an idled plant runs again; -1 while it is idle, 0 when it runs */
	readonly restarting: Float64Array;
	/** months in a row that a new plant has lacked ore */
	readonly starvedMonths: Float64Array;
	/** t Sb of Pakistani origin in the feed of US smelters */
	readonly pakistaniFeed: Float64Array;
	/** share of a plant's metal that munitions makers accept */
	readonly certified: Float64Array;
	/** months a plant under qualification has run well */
	readonly provenMonths: Float64Array;
	/** months its papers have taken */
	readonly qualifyingMonths: Float64Array;

	// projects
	/** summed hazard of a decision */
	readonly projectUrge: Float64Array;
	/** 0 proposed, 1 permitting, 2 financing, 3 building, 4 running */
	readonly projectStage: Float64Array;
	/** months in the stage */
	readonly projectMonths: Float64Array;

	// Islamabad
	/** leaning of the government towards Washington, 0 to 1 */
	readonly alignment: Float64Array;
	/** remembered weight of American engagement */
	readonly engagement: Float64Array;
	/** remembered weight of sanctions on its missile suppliers */
	readonly tension: Float64Array;
	/** months for which shipments to the US are still held back */
	readonly withheldMonths: Float64Array;

	// buyers
	/** t Sb of metal at civil users */
	readonly buyerStock: Float64Array;
	/** t Sb on the way; by lag then buyer */
	readonly buyerPipeline: Float64Array;
	/** natural log of habit: use against need at the normal price */
	readonly habit: Float64Array;
	/** months of work on doing without, by civil buyer */
	readonly reformulating: Float64Array;
	/** share of need done without */
	readonly substituted: Float64Array;
	/** the most it ever was */
	readonly mostSubstituted: Float64Array;
	/** use of last month, t Sb */
	readonly lastUse: Float64Array;
	/** order of last month, t Sb */
	readonly lastOrder: Float64Array;
	/** stock of certified metal with munitions makers, t Sb */
	readonly certifiedStock: Float64Array;
	/** stock of ordinary metal for military goods, t Sb */
	readonly embeddedStock: Float64Array;
	/** ordinary metal on the way to it, t Sb; by lag then buyer */
	readonly embeddedPipeline: Float64Array;
	/** certified need not yet delivered, t Sb */
	readonly backlog: Float64Array;
	/** t Sb of metal with traders */
	readonly traderStock: Float64Array;
	/** state stocks since the start, t Sb, by region; negative when a reserve sold more than it bought */
	readonly reserveStock: Float64Array;
	/** what the stock of an agency was bought for, USD, by region */
	readonly reservePaid: Float64Array;

	// trade
	/** t Sb exported, ring by region */
	readonly exportHistory: Float64Array;
	/** t Sb bought abroad, ring by region */
	readonly importHistory: Float64Array;
	/** ties of importers to sources, shares of supply: source × REGION_COUNT + importer */
	readonly relations: Float64Array;
	/** contracts, t Sb a month: selling region × REGION_COUNT + buying region */
	readonly contracts: Float64Array;
	/** what is owed under them, t Sb */
	readonly arrears: Float64Array;
	/** trust of the buyer in the seller, 0 to 1 */
	readonly trust: Float64Array;
	/** US arrivals by lag then origin region, t Sb */
	readonly usArrivals: Float64Array;
	/** most that a barred importer can buy, t Sb a month; -1 without a ban */
	readonly importCap: Float64Array;
	/** what it would have bought last month without the cap */
	readonly wantedImports: Float64Array;

	// the licence office and its shadow
	/** 0 open, 1 slow, 2 closed; -1 before licences */
	readonly licenceRegime: Float64Array;
	/** mean monthly exports of each exporter in the year before control */
	readonly normalExports: Float64Array;
	/** exports by exporter, ring */
	readonly exporterHistory: Float64Array;
	/** t Sb applied for and on the first desk */
	readonly firstDesk: Float64Array;
	/** t Sb applied for and on the second desk */
	readonly secondDesk: Float64Array;
	/** t Sb licensed, by age then exporter */
	readonly licences: Float64Array;
	/** t Sb exported in the quarter so far, for quotas */
	readonly quarterExports: Float64Array;
	/** t Sb a month that grey routes can carry */
	readonly greyCapacity: Float64Array;
	/** 0 to 1, what enforcement has left of their ceiling */
	readonly greyFreedom: Float64Array;

	constructor(structure: Structure) {
		const pool = new Pool(POOL_LENGTH);
		const regions = () => pool.take(REGION_COUNT);
		const one = () => pool.take(1);
		const plants = () => pool.take(structure.refiners.count);
		const buyers = () => pool.take(structure.civilBuyers.count);
		const defence = () => pool.take(structure.defenceBuyers.count);
		const exporters = () => pool.take(structure.refinedExporters.count);
		const projects = () => pool.take(structure.projects.length);
		const mines = () => pool.take(structure.miners.count);

		this.price = regions();
		this.index = regions();
		this.hubPrice = one();
		this.orePrice = regions();
		this.oreIndex = regions();
		this.oreHubPrice = one();
		this.slowNorm = regions();
		this.norm = regions();
		this.kick = regions();
		this.regionalNews = regions();
		this.commonNews = one();
		this.beliefJump = one();
		this.threat = one();
		this.precaution = regions();
		this.alarm = regions();
		this.macro = one();
		this.exportCostNoise = one();
		this.eventMonths = pool.take(4);
		this.needScale = one();
		this.controllerTrend = one();
		this.needRise = one();
		this.orePile = regions();
		this.minerOpen = mines();
		this.monthsShut = mines();
		this.reviewsBelow = mines();
		this.reopening = mines();
		this.feed = plants();
		this.feedPipeline = pool.take(LONGEST_LAG * structure.refiners.count);
		this.finished = plants();
		this.lossMonths = plants();
		this.restarting = plants();
		this.starvedMonths = plants();
		this.pakistaniFeed = one();
		this.certified = plants();
		this.provenMonths = plants();
		this.qualifyingMonths = plants();
		this.projectUrge = projects();
		this.projectStage = projects();
		this.projectMonths = projects();
		this.alignment = one();
		this.engagement = one();
		this.tension = one();
		this.withheldMonths = one();
		this.buyerStock = buyers();
		this.buyerPipeline = pool.take(LONGEST_LAG * structure.civilBuyers.count);
		this.habit = buyers();
		this.reformulating = buyers();
		this.substituted = buyers();
		this.mostSubstituted = buyers();
		this.lastUse = buyers();
		this.lastOrder = buyers();
		this.certifiedStock = defence();
		this.embeddedStock = defence();
		this.embeddedPipeline = pool.take(
			LONGEST_LAG * structure.defenceBuyers.count,
		);
		this.backlog = defence();
		this.traderStock = pool.take(structure.traders.count);
		this.reserveStock = regions();
		this.reservePaid = regions();
		this.relations = pool.take(SOURCE_COUNT * REGION_COUNT);
		this.contracts = pool.take(REGION_COUNT * REGION_COUNT);
		this.arrears = pool.take(REGION_COUNT * REGION_COUNT);
		this.trust = pool.take(REGION_COUNT * REGION_COUNT);
		this.usArrivals = pool.take(LONGEST_LAG * REGION_COUNT);
		this.importCap = regions();
		this.wantedImports = regions();
		this.licenceRegime = one();
		this.normalExports = exporters();
		this.firstDesk = exporters();
		this.secondDesk = exporters();
		this.licences = pool.take(LICENCE_LIFE * structure.refinedExporters.count);
		this.quarterExports = one();
		this.greyCapacity = one();
		this.greyFreedom = one();
		this.now = pool.taken();
		this.indexHistory = pool.take(INDEX_MEMORY * REGION_COUNT);
		this.oreIndexHistory = pool.take(TRADE_MEMORY * REGION_COUNT);
		this.exportHistory = pool.take(TRADE_MEMORY * REGION_COUNT);
		this.importHistory = pool.take(TRADE_MEMORY * REGION_COUNT);
		this.exporterHistory = pool.take(
			TRADE_MEMORY * structure.refinedExporters.count,
		);
		this.memory = pool.taken();
	}

	copyFrom(other: MarketState): void {
		this.memory.set(other.memory);
	}

	clear(): void {
		this.memory.fill(0);
	}

	/** False when any value outside the rings is not a finite number: only then is x · 0 not 0. */
	isFinite(): boolean {
		const { now } = this;
		let a = 0;
		let b = 0;
		let c = 0;
		let d = 0;
		for (let i = 0; i < now.length; i += LANES) {
			a += now[i]! * 0;
			b += now[i + 1]! * 0;
			c += now[i + 2]! * 0;
			d += now[i + 3]! * 0;
		}
		return a + b + c + d === 0;
	}
}
