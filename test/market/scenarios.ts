import { WORLD } from "../../src/calibration/agents/the-world.ts";
import type { World } from "../../src/calibration/agents/world.ts";
import { PRIORS } from "../../src/calibration/priors/priors.ts";
import {
	METRICS,
	type MetricName,
	SERIES,
	type SeriesName,
} from "../../src/market/record/record.ts";
import { createSimulator } from "../../src/market/replicate.ts";
import type { SimulatorOptions } from "../../src/market/simulator.ts";
import type { CalendarDay } from "../../src/quantities.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import type { News } from "../../src/scenario/shocks/common.ts";
import type { Shock, SoundScenario } from "../../src/scenario/types.ts";

export const fixed = (value: number): Distribution => ({
	kind: "fixed",
	value,
});

/** A day written `2024-09-15`. */
export function day(text: string): CalendarDay {
	const [year, month, date] = text.split("-").map(Number);
	return { year: year ?? 0, month: month ?? 1, day: date ?? 1 };
}

type OwnFields<S> = S extends Shock
	? Omit<
			S,
			"label" | "source" | "basis" | "announce" | "to" | "probability" | "news"
		> &
			Partial<Pick<S, "announce" | "to" | "probability" | "news">>
	: never;

/** News of nothing, so that a shock does what its rule does and no more. */
export const SILENT: News = {
	kick: { outside: 0, china: 0 },
	precaution: fixed(0),
};

/** A shock with the common fields filled in, of which nothing is heard unless a test says so. */
export function shock(fields: OwnFields<Shock>): Shock {
	return {
		label: fields.id,
		source: "test",
		basis: "assumed",
		announce: null,
		to: null,
		probability: fixed(1),
		news: SILENT,
		...fields,
	} as Shock;
}

export interface ScenarioOptions {
	readonly name?: string;
	readonly to?: number;
	readonly reference?: number;
	readonly world?: World;
	readonly parameters?: Readonly<Record<string, Distribution>>;
}

/** A scenario made in a test, past the checks that files must pass. */
export function scenarioOf(
	shocks: readonly Shock[],
	options: ScenarioOptions = {},
): SoundScenario {
	const own = options.parameters ?? {};
	return {
		name: options.name ?? "test",
		title: "test",
		question: "test?",
		horizon: { from: 0, to: options.to ?? 95 },
		reference: options.reference ?? 72,
		parameters: PRIORS.map((row) => ({
			path: row.path,
			distribution: own[row.path] ?? row.distribution,
			unit: row.unit,
			basis: row.basis,
			source: row.source,
			overridden: row.path in own,
		})),
		shocks: [...shocks].sort((a, b) => (a.id < b.id ? -1 : 1)),
		expect: [],
		world: options.world ?? WORLD,
	} as unknown as SoundScenario;
}

/** One replicate of one scenario, copied out of the simulator. */
export interface Run {
	readonly failure: string | null;
	readonly all: Float64Array;
	at(series: SeriesName, tick: number): number;
	series(name: SeriesName): Float64Array;
	metric(name: MetricName): number;
}

const seriesIndex = new Map<string, number>(SERIES.map((s, i) => [s.name, i]));
const metricIndex = new Map<string, number>(METRICS.map((m, i) => [m.name, i]));

/** Runs replicates `0 … count − 1` of scenarios together; result[replicate][scenario]. */
export function runAll(
	scenarios: readonly SoundScenario[],
	count: number,
	options: Partial<SimulatorOptions> = {},
): Run[][] {
	const simulator = createSimulator(scenarios, {
		seed: 42,
		parameters: "prior",
		without: [],
		...options,
	});
	return Array.from({ length: count }, (_, replicate) =>
		simulator.run(replicate).map((record) => {
			const { horizon } = scenarios[record.scenario] as SoundScenario;
			const months = horizon.to + 1 - horizon.from;
			const all = Float64Array.from(record.series);
			const metrics = Float64Array.from(record.metrics);
			const series = (name: SeriesName) => {
				const from = (seriesIndex.get(name) as number) * months;
				return all.subarray(from, from + months);
			};
			return {
				failure: record.failure,
				all,
				series,
				at: (name, tick) => series(name)[tick - horizon.from] as number,
				metric: (name) => metrics[metricIndex.get(name) as number] as number,
			};
		}),
	);
}

/** Licences for all that China exports, from a day. */
export const licencesFrom = (from: string): Shock =>
	shock({
		id: "licences",
		kind: "export-restriction",
		by: "CN",
		goods: ["concentrate", "refined"],
		destinations: null,
		mode: "licence",
		approval: null,
		lag: null,
		quota: null,
		militaryOnly: false,
		from: day(from),
	});

/** A Chinese ban on the United States, from a day. */
export const usBanFrom = (from: string, to: string | null = null): Shock =>
	shock({
		id: "us-ban",
		kind: "export-restriction",
		by: "CN",
		goods: ["concentrate", "refined"],
		destinations: ["US"],
		mode: "ban",
		approval: null,
		lag: null,
		quota: null,
		militaryOnly: false,
		from: day(from),
		to: to === null ? null : day(to),
	});
