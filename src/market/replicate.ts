/** Replicate: one market built, run month by month and measured, in every scenario in turn. */

import type { PastDraw } from "../calibration/priors/past-draw.ts";
import { PRIORS } from "../calibration/priors/priors.ts";
import { Streams } from "../random/streams.ts";
import type { Shock, SoundScenario } from "../scenario/types.ts";
import { burnIn } from "./burn-in.ts";
import { Checkpoints } from "./checkpoints.ts";
import { type Branch, plantTree } from "./forks.ts";
import { drawParameters, kinOf, pastDraw, shockDraws } from "./luck/draws.ts";
import { PastLuck } from "./luck/past-luck.ts";
import { layDesk, type MonthDesk, runMonth } from "./month.ts";
import { measure } from "./record/metrics.ts";
import { METRICS, type ReplicateRecord, SERIES } from "./record/record.ts";
import { RECORD_WIDTH, Recorder } from "./record/recorder.ts";
import type { DrawShock } from "./shocks/draw.ts";
import { lensesOf, siteOf } from "./shocks/lenses.ts";
import { type SupplyShares, supplyShares } from "./shocks/supply-shares.ts";
import type {
	CheckpointedSimulator,
	CheckpointedSimulatorFactory,
	SimulatorOptions,
} from "./simulator.ts";
import { AUCTIONS } from "./trade/schedules.ts";
import { layOut } from "./world/lay-out.ts";
import { Market, type Switches } from "./world/market.ts";
import { nameParameters } from "./world/parameters.ts";
import { MarketState } from "./world/state.ts";
import type { ProjectSite } from "./world/structure.ts";
import { layOutTerms } from "./world/terms.ts";

/** Every mechanism switched on. */
export const EVERYTHING: Switches = switchesOf({ without: [] });

function switchesOf(options: Pick<SimulatorOptions, "without">): Switches {
	const on = (mechanism: SimulatorOptions["without"][number]): boolean =>
		!options.without.includes(mechanism);
	return {
		greyRoutes: on("grey-routes"),
		hoarding: on("hoarding"),
		trend: on("trend"),
		contracts: on("contracts"),
		traders: on("traders"),
		holders: on("holders"),
		rerouting: on("rerouting"),
		concentrateMarket: on("concentrate-market"),
		alignment: on("alignment"),
		newsPersistence: on("news-persistence"),
		scarceFeed: on("scarce-feed"),
	};
}

/** Every plant and mine that any of the scenarios may build, by id and region: sites exist in all, empty where unused. */
export function projectSites(
	scenarios: readonly SoundScenario[],
): readonly ProjectSite[] {
	const sites = new Map<string, ProjectSite>();
	for (const { shocks, world } of scenarios)
		for (const shock of shocks) {
			const site = siteOf(shock, world);
			if (site !== null)
				sites.set(`${site.id} ${site.region} ${site.makes}`, site);
		}
	return [...sites]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, site]) => site);
}

interface Track {
	readonly scenario: SoundScenario;
	readonly recorder: Recorder;
	readonly parameters: Float64Array;
	readonly metrics: Float64Array;
	readonly series: Float64Array;
	failure: string | null;
}

function layTrack(scenario: SoundScenario, ticks: number): Track {
	const months = scenario.horizon.to + 1 - scenario.horizon.from;
	return {
		scenario,
		recorder: new Recorder(ticks),
		parameters: new Float64Array(PRIORS.length),
		metrics: new Float64Array(METRICS.length),
		series: new Float64Array(SERIES.length * months),
		failure: null,
	};
}

/** Copies the recorded months of the horizon, series by series. */
function takeSeries(track: Track): void {
	const { from, to } = track.scenario.horizon;
	const months = to + 1 - from;
	for (let s = 0; s < SERIES.length; s += 1)
		for (let month = 0; month < months; month += 1)
			track.series[s * months + month] =
				track.recorder.values[(from + month) * RECORD_WIDTH + s]!;
}

/** Builds a market, runs its months, measures them: replicate after replicate of a fixed list of scenarios. */
class MarketSimulator implements CheckpointedSimulator {
	private readonly tracks: readonly Track[];
	private readonly tree: readonly Branch[];
	private readonly market: Market;
	private readonly supply: SupplyShares;
	private readonly desk: MonthDesk;
	private readonly snapshots: MarketState[] = [];
	private readonly options: SimulatorOptions;
	private drawOf: (shock: Shock) => DrawShock = () => {
		throw new Error("no replicate is under way");
	};
	/** noise of the months of the record, where a past draw keeps it, and of all others */
	private readonly luck: PastLuck;
	/** made when a run first leaves some */
	private checkpoints: Checkpoints | null = null;
	/** true while a run leaves checkpoints */
	private keeping = false;
	private readonly keepsLuck: boolean;
	/** months from 2018-01 to the end of the longest horizon */
	private readonly ticks: number;

	constructor(scenarios: readonly SoundScenario[], options: SimulatorOptions) {
		const first = scenarios[0];
		if (first === undefined) throw new RangeError("no scenario to simulate");
		if (options.trace !== undefined && scenarios.length > 1)
			throw new RangeError("a trace hears one scenario at a time");
		this.options = options;
		const streams = new Streams(options.seed, 0);
		this.luck = new PastLuck(streams);
		this.keepsLuck =
			options.history !== "free" && (options.world ?? "record") === "record";
		this.ticks = Math.max(...scenarios.map((s) => s.horizon.to)) + 1;
		this.tracks = scenarios.map((scenario) => layTrack(scenario, this.ticks));
		this.tree = plantTree(scenarios);
		this.market = new Market(
			layOut(first.world, projectSites(scenarios)),
			layOutTerms(first.world.terms),
			switchesOf(options),
			nameParameters(new Float64Array(PRIORS.length)),
			streams,
			AUCTIONS,
		);
		this.market.calm = (options.world ?? "record") !== "record";
		this.supply = supplyShares(this.market.structure, this.market.terms);
		this.desk = layDesk();
	}

	run(replicate: number): readonly ReplicateRecord[] {
		const streams = new Streams(this.options.seed, replicate);
		const { parameters, ensemble = null } = this.options;
		const past = pastDraw(streams, parameters, ensemble);
		return this.runWith(streams, past, replicate);
	}

	relive(past: PastDraw, replicate: number): readonly ReplicateRecord[] {
		const streams = new Streams(this.options.seed, replicate);
		return this.runWith(streams, past, replicate);
	}

	begin(past: PastDraw): ReplicateRecord {
		this.keeping = true;
		this.checkpoints ??= new Checkpoints(this.market.structure, this.ticks);
		this.checkpoints.beginAt(0);
		const [record] = this.relive(past, 0);
		this.keeping = false;
		return record!;
	}

	replay(past: PastDraw, month: number): ReplicateRecord {
		const checkpoints = this.begun();
		const start = checkpoints.startOf(month);
		const track = this.dealAlone(past);
		checkpoints.restore(start, this.market.state, track.recorder);
		return this.runAlone(track, start);
	}

	memoryAt(month: number): Float64Array {
		return this.begun().copyAt(month);
	}

	resume(past: PastDraw, month: number, memory: Float64Array): ReplicateRecord {
		this.checkpoints ??= new Checkpoints(this.market.structure, this.ticks);
		this.checkpoints.beginAt(month);
		const track = this.dealAlone(past);
		this.market.trace = null;
		this.market.noisy = this.options.world !== "still";
		this.market.state.load(memory);
		return this.runAlone(track, month);
	}

	/** Deals a past to the one scenario, as its run from the start would. */
	private dealAlone(past: PastDraw): Track {
		const streams = new Streams(this.options.seed, 0);
		const track = this.tracks[0]!;
		const kin = kinOf(past, streams);
		track.failure = null;
		this.drawOf = shockDraws(streams, past, kin);
		this.luck.deal(past.luck, kin, streams);
		drawParameters(track.scenario, streams, past, track.parameters);
		this.market.deal(nameParameters(track.parameters), this.luck);
		return track;
	}

	/** Runs the one scenario from a month on, and leaves checkpoints. */
	private runAlone(track: Track, from: number): ReplicateRecord {
		this.keeping = true;
		this.runBranch(this.tree[0]!, from, 0);
		this.keeping = false;
		return this.recordOf(track, 0, 0);
	}

	keep(): void {
		this.begun().keep(this.tracks[0]!.recorder);
	}

	/** Checkpoints of the run that was begun. @throws {Error} when none was */
	private begun(): Checkpoints {
		if (this.checkpoints === null) throw new Error("no run was begun");
		return this.checkpoints;
	}

	private runWith(
		streams: Streams,
		past: PastDraw | null,
		replicate: number,
	): readonly ReplicateRecord[] {
		const kin = kinOf(past, streams);
		this.drawOf = shockDraws(streams, past, kin);
		this.luck.deal(this.keepsLuck ? (past?.luck ?? []) : [], kin, streams);
		for (const branch of this.tree) this.runRoot(branch, streams, past);
		return this.tracks.map((track, scenario) =>
			this.recordOf(track, scenario, replicate),
		);
	}

	private recordOf(
		{ failure, parameters, metrics, series }: Track,
		scenario: number,
		replicate: number,
	): ReplicateRecord {
		return { scenario, replicate, failure, parameters, metrics, series };
	}

	private runRoot(
		branch: Branch,
		streams: Streams,
		past: PastDraw | null,
	): void {
		const tracks = branch.members.map((member) => this.tracks[member]!);
		const lead = tracks[0]!;
		for (const track of tracks) {
			track.failure = null;
			drawParameters(track.scenario, streams, past, track.parameters);
		}
		this.market.deal(nameParameters(lead.parameters), streams);
		this.market.trace = null;
		try {
			burnIn(this.market, this.desk);
			this.market.noisy = this.options.world !== "still";
		} catch (error) {
			this.fail(branch, error, -1);
			return;
		}
		this.market.trace = this.options.trace ?? null;
		this.runBranch(branch, 0, 0);
	}

	/** Runs a branch from the market's state at `from` until it parts, then each of its branches from there. */
	private runBranch(branch: Branch, from: number, depth: number): void {
		const lead = this.tracks[branch.members[0]!]!;
		const until = Math.min(branch.until, this.ticks);
		const lenses = lensesOf(
			lead.scenario,
			this.market.structure,
			this.supply,
			this.drawOf,
		);
		let tick = from;
		this.market.streams = this.luck;
		try {
			for (; tick < until; tick += 1) {
				if (this.keeping) this.checkpoints?.save(tick, this.market.state);
				runMonth(this.market, this.desk, lenses, tick, lead.recorder);
			}
		} catch (error) {
			this.fail(branch, error, tick);
			return;
		}
		if (until < this.ticks) this.runBranches(branch, until, depth);
		else this.finish(branch);
	}

	private runBranches(branch: Branch, tick: number, depth: number): void {
		this.snapshots[depth] ??= new MarketState(this.market.structure);
		const snapshot = this.snapshots[depth]!;
		snapshot.copyFrom(this.market.state);
		const lead = this.tracks[branch.members[0]!]!;
		for (const next of branch.branches) {
			const track = this.tracks[next.members[0]!]!;
			if (track !== lead) track.recorder.copyHistory(lead.recorder, tick);
			this.market.state.copyFrom(snapshot);
			this.runBranch(next, tick, depth + 1);
		}
	}

	/** All members of a branch that never parts have one history. */
	private finish(branch: Branch): void {
		const lead = this.tracks[branch.members[0]!]!;
		for (const member of branch.members) {
			const track = this.tracks[member]!;
			if (track !== lead) track.recorder.copyHistory(lead.recorder, this.ticks);
			const { scenario } = track;
			measure(
				track.recorder,
				scenario.reference,
				scenario.horizon.to + 1,
				track.metrics,
			);
			takeSeries(track);
		}
	}

	/** A broken invariant stops a replicate in every scenario that shares the month. */
	private fail(branch: Branch, error: unknown, tick: number): void {
		const what = error instanceof Error ? error.message : String(error);
		for (const member of branch.members)
			this.tracks[member]!.failure = `${what} (tick ${tick})`;
	}
}

export const createSimulator: CheckpointedSimulatorFactory = (
	scenarios,
	options,
) => new MarketSimulator(scenarios, options);
