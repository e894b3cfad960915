/** The state of the market: all that one month hands to the next. */

import { STATE_FIELDS, type StateFieldName } from "./state-fields.ts";
import type { Structure } from "./structure.ts";

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
 * a ring of n months stands at (tick mod n) × width. The meaning, unit and length of
 * every field are declared in `state-fields.ts`.
 */
export class MarketState
	implements Readonly<Record<StateFieldName, Float64Array>>
{
	private readonly memory: Float64Array;
	/** all of it but the rings, which only repeat what was checked when it happened */
	private readonly now: Float64Array;

	// prices
	readonly price: Float64Array;
	readonly index: Float64Array;
	readonly indexHistory: Float64Array;
	readonly hubPrice: Float64Array;
	readonly orePrice: Float64Array;
	readonly oreIndex: Float64Array;
	readonly oreIndexHistory: Float64Array;
	readonly oreHubPrice: Float64Array;

	// beliefs
	readonly slowNorm: Float64Array;
	readonly norm: Float64Array;
	readonly kick: Float64Array;
	readonly regionalNews: Float64Array;
	readonly commonNews: Float64Array;
	readonly beliefJump: Float64Array;
	readonly threat: Float64Array;
	readonly precaution: Float64Array;
	readonly alarm: Float64Array;

	// the world outside the market
	readonly macro: Float64Array;
	readonly exportCostNoise: Float64Array;
	readonly eventMonths: Float64Array;
	readonly needScale: Float64Array;
	readonly controllerTrend: Float64Array;
	readonly needRise: Float64Array;

	// mines
	readonly orePile: Float64Array;
	readonly minerOpen: Float64Array;
	readonly monthsShut: Float64Array;
	readonly reviewsBelow: Float64Array;
	readonly reopening: Float64Array;

	// refiners
	readonly feed: Float64Array;
	readonly feedPipeline: Float64Array;
	readonly finished: Float64Array;
	readonly lossMonths: Float64Array;
	readonly restarting: Float64Array;
	readonly starvedMonths: Float64Array;
	readonly pakistaniFeed: Float64Array;
	readonly certified: Float64Array;
	readonly provenMonths: Float64Array;
	readonly qualifyingMonths: Float64Array;

	// projects
	readonly projectUrge: Float64Array;
	readonly projectStage: Float64Array;
	readonly projectMonths: Float64Array;

	// Islamabad
	readonly alignment: Float64Array;
	readonly engagement: Float64Array;
	readonly tension: Float64Array;
	readonly withheldMonths: Float64Array;

	// buyers
	readonly buyerStock: Float64Array;
	readonly buyerPipeline: Float64Array;
	readonly habit: Float64Array;
	readonly reformulating: Float64Array;
	readonly substituted: Float64Array;
	readonly mostSubstituted: Float64Array;
	readonly lastUse: Float64Array;
	readonly lastOrder: Float64Array;
	readonly certifiedStock: Float64Array;
	readonly embeddedStock: Float64Array;
	readonly embeddedPipeline: Float64Array;
	readonly backlog: Float64Array;
	readonly traderStock: Float64Array;
	readonly reserveStock: Float64Array;
	readonly reservePaid: Float64Array;

	// trade
	readonly exportHistory: Float64Array;
	readonly importHistory: Float64Array;
	readonly relations: Float64Array;
	readonly contracts: Float64Array;
	readonly arrears: Float64Array;
	readonly trust: Float64Array;
	readonly usArrivals: Float64Array;
	readonly importCap: Float64Array;
	readonly wantedImports: Float64Array;

	// the licence office and its shadow
	readonly licenceRegime: Float64Array;
	readonly zeal: Float64Array;
	readonly leak: Float64Array;
	readonly heldBack: Float64Array;
	readonly normalExports: Float64Array;
	readonly exporterHistory: Float64Array;
	readonly firstDesk: Float64Array;
	readonly secondDesk: Float64Array;
	readonly licences: Float64Array;
	readonly quarterExports: Float64Array;
	readonly greyCapacity: Float64Array;
	readonly greyFreedom: Float64Array;

	constructor(structure: Structure) {
		const pool = new Pool(POOL_LENGTH);
		const lengths = lengthsIn(structure);
		const take = (name: StateFieldName) => pool.take(lengths.get(name) ?? 0);

		this.price = take("price");
		this.index = take("index");
		this.hubPrice = take("hubPrice");
		this.orePrice = take("orePrice");
		this.oreIndex = take("oreIndex");
		this.oreHubPrice = take("oreHubPrice");
		this.slowNorm = take("slowNorm");
		this.norm = take("norm");
		this.kick = take("kick");
		this.regionalNews = take("regionalNews");
		this.commonNews = take("commonNews");
		this.beliefJump = take("beliefJump");
		this.threat = take("threat");
		this.precaution = take("precaution");
		this.alarm = take("alarm");
		this.macro = take("macro");
		this.exportCostNoise = take("exportCostNoise");
		this.eventMonths = take("eventMonths");
		this.needScale = take("needScale");
		this.controllerTrend = take("controllerTrend");
		this.needRise = take("needRise");
		this.orePile = take("orePile");
		this.minerOpen = take("minerOpen");
		this.monthsShut = take("monthsShut");
		this.reviewsBelow = take("reviewsBelow");
		this.reopening = take("reopening");
		this.feed = take("feed");
		this.feedPipeline = take("feedPipeline");
		this.finished = take("finished");
		this.lossMonths = take("lossMonths");
		this.restarting = take("restarting");
		this.starvedMonths = take("starvedMonths");
		this.pakistaniFeed = take("pakistaniFeed");
		this.certified = take("certified");
		this.provenMonths = take("provenMonths");
		this.qualifyingMonths = take("qualifyingMonths");
		this.projectUrge = take("projectUrge");
		this.projectStage = take("projectStage");
		this.projectMonths = take("projectMonths");
		this.alignment = take("alignment");
		this.engagement = take("engagement");
		this.tension = take("tension");
		this.withheldMonths = take("withheldMonths");
		this.buyerStock = take("buyerStock");
		this.buyerPipeline = take("buyerPipeline");
		this.habit = take("habit");
		this.reformulating = take("reformulating");
		this.substituted = take("substituted");
		this.mostSubstituted = take("mostSubstituted");
		this.lastUse = take("lastUse");
		this.lastOrder = take("lastOrder");
		this.certifiedStock = take("certifiedStock");
		this.embeddedStock = take("embeddedStock");
		this.embeddedPipeline = take("embeddedPipeline");
		this.backlog = take("backlog");
		this.traderStock = take("traderStock");
		this.reserveStock = take("reserveStock");
		this.reservePaid = take("reservePaid");
		this.relations = take("relations");
		this.contracts = take("contracts");
		this.arrears = take("arrears");
		this.trust = take("trust");
		this.usArrivals = take("usArrivals");
		this.importCap = take("importCap");
		this.wantedImports = take("wantedImports");
		this.licenceRegime = take("licenceRegime");
		this.zeal = take("zeal");
		this.leak = take("leak");
		this.heldBack = take("heldBack");
		this.normalExports = take("normalExports");
		this.firstDesk = take("firstDesk");
		this.secondDesk = take("secondDesk");
		this.licences = take("licences");
		this.quarterExports = take("quarterExports");
		this.greyCapacity = take("greyCapacity");
		this.greyFreedom = take("greyFreedom");
		this.now = pool.taken();
		this.indexHistory = take("indexHistory");
		this.oreIndexHistory = take("oreIndexHistory");
		this.exportHistory = take("exportHistory");
		this.importHistory = take("importHistory");
		this.exporterHistory = take("exporterHistory");
		this.memory = pool.taken();
	}

	copyFrom(other: MarketState): void {
		this.memory.set(other.memory);
	}

	clear(): void {
		this.memory.fill(0);
	}

	/** A copy of all that it holds, from which `load` makes it again. */
	copy(): Float64Array {
		return this.memory.slice();
	}

	/** Takes over a copy of a market with the same structure. */
	load(memory: Float64Array): void {
		this.memory.set(memory);
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

const lengthsIn = (structure: Structure): ReadonlyMap<string, number> =>
	new Map(
		STATE_FIELDS.map(({ name, lengthIn }) => [name, lengthIn(structure)]),
	);
