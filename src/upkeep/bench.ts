/** Benchmark: time of a month by stage, speed of a batch on threads, growth of the heap. */

import { Session } from "node:inspector/promises";
import { availableParallelism } from "node:os";
import { openScenario } from "../actions/scenarios/open-scenarios.ts";
import { threadRunner } from "../actions/threads/thread-runner.ts";
import { print } from "../cli/terminal/talk.ts";
import { planBatch } from "../experiment/plan.ts";
import { runBatch } from "../experiment/run-batch.ts";
import { BURN_IN } from "../market/burn-in.ts";
import { createSimulator } from "../market/replicate.ts";
import { DEFAULT_PARAMETERS } from "../market/simulator.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { inWords } from "../words/numbers.ts";

const SEED = 42;
const WARM_UP = 40;
const ROUNDS = 7;
const REPLICATES_A_ROUND = 60;
const BATCH = 400;
const HEAP_REPLICATES = 1000;

/** Stages of a month, by the file in which the time is spent. */
const STAGES: readonly (readonly [stage: string, files: RegExp])[] = [
	["expectations", /beliefs\.js$/],
	[
		"schedules",
		/(schedules|civil-buyer|refiner|trader|miner|defence-buyer|price-grid)\.js$/,
	],
	["clearing", /(auction|hub-clearing|excess-demand|regional-markets)\.js$/],
	[
		"trade",
		/(concentrate|refined-trade|certified|origins|rerouting|licence-office|grey-route)\.js$/,
	],
	["luck", /(streams|threefry|noise|math|draw)\.js$/],
	["rules", /market\/shocks\//],
	[
		"bookkeeping",
		/(ledger|invariants|state|observe|month|metrics|recorder|replicate)\.js$/,
	],
];

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] as number;
}

const milliseconds = (): number => performance.now();

function ticksOf(scenario: SoundScenario): number {
	return BURN_IN + scenario.horizon.to + 1;
}

/** µs a tick of a scenario on one thread: median, least and most of several rounds. */
function tickTime(scenario: SoundScenario) {
	const simulator = createSimulator([scenario], {
		seed: SEED,
		parameters: DEFAULT_PARAMETERS,
		without: [],
	});
	for (let i = 0; i < WARM_UP; i += 1) simulator.run(i);
	const rounds = Array.from({ length: ROUNDS }, (_, round) => {
		const start = milliseconds();
		for (let i = 0; i < REPLICATES_A_ROUND; i += 1)
			simulator.run(round * REPLICATES_A_ROUND + i);
		const spent = milliseconds() - start;
		return (spent * 1000) / REPLICATES_A_ROUND / ticksOf(scenario);
	});
	return {
		median: median(rounds),
		least: Math.min(...rounds),
		most: Math.max(...rounds),
	};
}

/** Share of time by stage, from V8's sampling profiler. */
async function stageShares(
	scenario: SoundScenario,
): Promise<Record<string, number>> {
	const simulator = createSimulator([scenario], {
		seed: SEED,
		parameters: DEFAULT_PARAMETERS,
		without: [],
	});
	for (let i = 0; i < WARM_UP; i += 1) simulator.run(i);
	const session = new Session();
	session.connect();
	await session.post("Profiler.enable");
	await session.post("Profiler.start");
	for (let i = 0; i < 3 * REPLICATES_A_ROUND; i += 1) simulator.run(i);
	const { profile } = await session.post("Profiler.stop");
	session.disconnect();
	const files = new Map(
		profile.nodes.map((node) => [node.id, node.callFrame.url]),
	);
	const spent = new Map<string, number>();
	let total = 0;
	(profile.samples ?? []).forEach((id, i) => {
		const file = files.get(id) ?? "";
		const stage =
			STAGES.find(([, pattern]) => pattern.test(file))?.[0] ?? "other";
		const time = profile.timeDeltas?.[i] ?? 0;
		spent.set(stage, (spent.get(stage) ?? 0) + time);
		total += time;
	});
	return Object.fromEntries(
		[...spent].map(([stage, time]) => [stage, time / total]),
	);
}

/** Replicates a second of a batch on worker threads, starting them included. */
async function throughput(
	scenario: SoundScenario,
	workers: number,
): Promise<number> {
	const plan = planBatch({
		scenarios: [scenario],
		seed: SEED,
		replicates: { from: 0, to: BATCH },
		parameters: DEFAULT_PARAMETERS,
		without: [],
		keepPaths: false,
	});
	const runner = threadRunner(plan, { workers });
	const start = milliseconds();
	await runBatch(plan, runner, { take: async () => {} });
	const seconds = (milliseconds() - start) / 1000;
	await runner.close();
	return BATCH / seconds;
}

/** Bytes by which the heap has grown over a thousand replicates, after collection. */
function heapGrowth(scenario: SoundScenario): number | null {
	if (globalThis.gc === undefined) return null;
	const simulator = createSimulator([scenario], {
		seed: SEED,
		parameters: DEFAULT_PARAMETERS,
		without: [],
	});
	for (let i = 0; i < WARM_UP; i += 1) simulator.run(i);
	globalThis.gc();
	const before = process.memoryUsage().heapUsed;
	for (let i = 0; i < HEAP_REPLICATES; i += 1) simulator.run(i);
	globalThis.gc();
	return process.memoryUsage().heapUsed - before;
}

const { scenario } = openScenario("as-happened");
const ticks = tickTime(scenario);
const stages = await stageShares(scenario);
const one = await throughput(scenario, 1);
const two = await throughput(scenario, 2);
const growth = heapGrowth(scenario);
const peak = process.resourceUsage().maxRSS / 1024;

if (process.argv.includes("--json"))
	print(
		JSON.stringify({
			microsecondsATick: ticks,
			stages,
			replicatesASecond: { one, two },
			heapGrowthBytes: growth,
			peakMegabytes: peak,
			processors: availableParallelism(),
		}),
	);
else
	print(
		[
			`as-happened, 2018-01 to 2035-12 after ${BURN_IN} months of burn-in, ${DEFAULT_PARAMETERS} parameters`,
			`a tick                ${inWords(ticks.median, 1)} µs (${inWords(ticks.least, 1)} to ${inWords(ticks.most, 1)} over ${ROUNDS} rounds)`,
			...Object.entries(stages)
				.sort(([, a], [, b]) => b - a)
				.map(
					([stage, share]) =>
						`  ${stage.padEnd(20)}${inWords(share * ticks.median, 1)} µs`,
				),
			`replicates a second   ${inWords(one, 0)} with 1 worker, ${inWords(two, 0)} with 2 (${inWords(two / one, 2)} ×), on ${availableParallelism()} processors`,
			`heap growth           ${growth === null ? "not measured (run with --expose-gc)" : `${inWords(growth / 1024, 0)} KiB over ${HEAP_REPLICATES} replicates`}`,
			`peak memory           ${inWords(peak, 0)} MB`,
		].join("\n"),
	);
