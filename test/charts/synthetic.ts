import seedrandom from "seedrandom";
import type {
	ChartChoices,
	ChartContext,
	ChartInput,
	ChartReplay,
	ShockMark,
	WeighedInputs,
} from "../../src/charts/chart.ts";
import {
	BAND_LEVELS,
	type Bands,
	type BatchSummary,
	type Estimate,
	type MetricSummary,
	type MonthTable,
	type PairedSummary,
	type RunTable,
} from "../../src/experiment/tables.ts";
import { analyseBatch } from "../../src/inference/sensitivity/analyse.ts";
import {
	METRICS,
	SERIES,
	type SeriesName,
} from "../../src/market/record/record.ts";
import { instantOf, monthName, tickOf } from "../../src/quantities.ts";

/** What a metric looks like in a synthetic batch. */
export type Shape = "usual" | "equal" | "null" | "zeros" | "negative";

/** An invented scenario: how much dearer its market becomes, and what it marks. */
export interface Invented {
	readonly name: string;
	readonly title: string;
	/** logs of price added after the fork */
	readonly lift: number;
	readonly marks: readonly ShockMark[];
}

const mark = (
	id: string,
	label: string,
	[year, month]: readonly [number, number],
	when: string,
	rank = 0,
): ShockMark => {
	const from = instantOf({ year, month, day: 1 });
	return { id, label, brief: label, from, to: from, when, rank };
};
const LICENCES = mark("licences", "Export licences", [2024, 9], "Sept 2024");
const US_BAN = mark("us-ban", "US ban", [2024, 12], "Dec 2024");
const SUSPENDED = mark("pause", "Ban suspended", [2025, 11], "Nov 2025", 1);
const RETURNS = mark("us-ban-2", "US ban returns", [2026, 12], "Dec 2026");
const REFINERY: ShockMark = {
	id: "refinery",
	label: "Pakistani refinery starts (odds 35%)",
	brief: "Pakistani refinery (35%)",
	from: instantOf({ year: 2029, month: 4, day: 1 }),
	to: instantOf({ year: 2033, month: 7, day: 1 }),
	when: "2029–33",
	rank: 2,
};

/** Eight invented scenarios, the first of them the usual base. */
export const INVENTED: readonly Invented[] = [
	{ name: "no-restrictions", title: "No restrictions", lift: 0, marks: [] },
	{
		name: "as-happened",
		title: "As happened",
		lift: 0.35,
		marks: [LICENCES, US_BAN, SUSPENDED],
	},
	{
		name: "ban-returns",
		title: "The US ban returns",
		lift: 0.6,
		marks: [LICENCES, US_BAN, SUSPENDED, RETURNS],
	},
	{
		name: "pakistan-refinery",
		title: "Ban and a Pakistani refinery",
		lift: 0.58,
		marks: [LICENCES, US_BAN, SUSPENDED, RETURNS, REFINERY],
	},
	{
		name: "total-export-stop",
		title: "China stops all exports",
		lift: 1.1,
		marks: [LICENCES, US_BAN, RETURNS],
	},
	{
		name: "pakistan-raw-ore",
		title: "Pakistani ore to US smelters",
		lift: 0.5,
		marks: [LICENCES, RETURNS],
	},
	{
		name: "us-stockpile",
		title: "US stockpile of 3,000 t",
		lift: 0.55,
		marks: [LICENCES, RETURNS],
	},
	{
		name: "hedge-portfolio",
		title: "All hedges together",
		lift: 0.2,
		marks: [LICENCES, RETURNS],
	},
];

export interface SyntheticOptions {
	readonly scenarios?: readonly Invented[];
	readonly replicates?: number;
	/** first month and number of months */
	readonly from?: readonly [number, number];
	readonly months?: number;
	readonly shape?: Shape;
	readonly choices?: ChartChoices;
}

/** A batch that no market made: seeded, shared luck in every scenario, and complete. */
export function syntheticInput(options: SyntheticOptions = {}): ChartInput {
	const scenarios = options.scenarios ?? INVENTED.slice(0, 2);
	const replicates = options.replicates ?? 400;
	const runs = runTable(scenarios, replicates, options.shape ?? "usual");
	const [year, month] = options.from ?? [2022, 1];
	const months = monthTable(
		scenarios,
		tickOf(year, month),
		options.months ?? 168,
	);
	const base = scenarios[0]?.name ?? "";
	return {
		context: contextOf(scenarios, replicates, base),
		runs,
		months,
		summary: summaryOf(runs, base),
		...(options.choices && { choices: options.choices }),
		replay: replayOf(scenarios.at(-1)!, months),
		weighed: weighedOf(scenarios.at(-1)!, runs, months, options.choices),
	};
}

/** Invented inputs: how much of the luck of a run each of them tells. */
const INPUTS = [
	["demand.elasticity.short", "price elasticity of use; bounded", "1", -0.8],
	["stocks.minimum-months", "cover that no price takes away", "months", 0.5],
	["beliefs.trend", "weight of the recent trend in the norm", "1", 0.1],
	["dummy", "touches nothing; what a fit finds in it is noise", "1", 0],
] as const;

/** Inputs that move a metric of the last scenario, from columns that follow its runs. */
function weighedOf(
	{ name }: Invented,
	runs: RunTable,
	months: MonthTable,
	choices: ChartChoices = {},
): WeighedInputs {
	const metric = choices.metric ?? "mean_price_12m_usd_t";
	const output = runs.column(name, metric);
	const random = seedrandom("inputs of a synthetic batch");
	const ranks = Float64Array.from(output, (y) => Math.log(Math.abs(y) + 1));
	const inputs = INPUTS.map(([, , , told]) =>
		ranks.map(
			(rank) => (Number.isNaN(rank) ? 0 : told * rank) + random() - 0.5,
		),
	);
	const free = INPUTS.map(([path, meaning, unit], at) => ({
		...{ path, meaning, unit, at },
		distribution: { kind: "uniform", low: 0.1, high: 1.2 } as const,
	}));
	return {
		ranking: analyseBatch(free, inputs, output),
		...{ scenario: name, metric, luckShare: null },
		last: months.months(name).at(-1)!,
		runs: `${output.length} runs, each with its own luck`,
	};
}

/** Size and rhythm of an invented route, t a month. */
const ROUTES = [
	["CN", "US", 900],
	["SA", "US", 500],
	["EU", "US", 300],
	["CN", "EU", 1_100],
	["CA", "JK", 400],
] as const;

/** One invented replicate: the median with a ripple, five routes, an event every seventh month. */
function replayOf({ name }: Invented, months: MonthTable): ChartReplay {
	const all = months.months(name);
	const median = months.bands(name, "price_rotterdam_usd_t").p50;
	return {
		scenario: name,
		replicate: 17,
		why: "nearest the median of the 12-month price",
		months: all,
		price: Array.from(median, (price, i) => price * (1 + 0.2 * Math.sin(i))),
		routes: ROUTES.map(([from, to, size]) => ({
			...{ from, to },
			tonnes: all.map((month, i) =>
				from === "CN" && to === "US" && month >= "2024-12"
					? 0
					: size * (1 + 0.4 * Math.sin(i + size)),
			),
		})),
		events: all.flatMap((month, i) =>
			i % 7 === 3
				? [{ month, text: `Event of month ${i}`, weight: i % 5 }]
				: [],
		),
	};
}

function contextOf(
	scenarios: readonly Invented[],
	replicates: number,
	base: string,
): ChartContext {
	return {
		version: "0.1.0",
		seed: 42,
		replicates,
		parameters: "prior",
		reference: "2026-12",
		base,
		scenarios: scenarios.map(({ name, title, marks }, i) => ({
			name,
			title,
			hash: `${i}a1b2c`.slice(0, 6),
			marks,
		})),
	};
}

function normal(random: () => number): number {
	const radius = Math.sqrt(-2 * Math.log(1 - random()));
	return radius * Math.cos(2 * Math.PI * random());
}

function runTable(
	scenarios: readonly Invented[],
	replicates: number,
	shape: Shape,
): RunTable {
	const columns = METRICS.map(({ name }) => name);
	const cells = new Map<string, Float64Array>();
	for (const { name, lift } of scenarios) {
		const random = seedrandom("luck of a synthetic batch");
		const values = columns.map(() => new Float64Array(replicates));
		for (let i = 0; i < replicates; i += 1)
			columns.forEach((column, k) => {
				const luck = [normal(random), normal(random), random()] as const;
				values[k]![i] = shaped(column, lift, luck, shape);
			});
		columns.forEach((column, k) => {
			cells.set(`${name} ${column}`, values[k]!);
		});
	}
	return {
		scenarios: scenarios.map(({ name }) => name).sort(),
		replicates: Uint32Array.from({ length: replicates }, (_, i) => i),
		columns,
		column: (scenario, column) => cells.get(`${scenario} ${column}`)!,
	};
}

type Luck = readonly [number, number, number];

function shaped(
	column: string,
	lift: number,
	luck: Luck,
	shape: Shape,
): number {
	switch (shape) {
		case "usual":
			return usual(column, lift, luck);
		case "equal":
			return 20_000;
		case "null":
			return Number.NaN;
		case "zeros":
			return luck[2] < 0.7 - 0.3 * lift ? 0 : 500 * Math.exp(0.7 * luck[0]);
		case "negative":
			return -4000 + 3000 * luck[0] - 2000 * lift;
	}
}

/** Values of the size of the metric; a harder scenario raises most, and lets Pakistan come sooner. */
function usual(column: string, lift: number, [a, b, u]: Luck): number {
	const level = Math.exp(lift * (1 + 0.2 * b) + 0.35 * a);
	if (column.startsWith("log_peak")) return 10.2 + lift + 0.35 * a;
	if (column.includes("price_usd")) return 30_000 * level;
	if (column.includes("price_12m")) return 22_000 * level;
	if (column.startsWith("pakistan_months"))
		return u < 0.25 + 0.4 * lift ? 30 + 60 * u + 6 * a : Number.NaN;
	if (column.startsWith("refinery"))
		return u < 0.35 ? 0.4 + 0.4 * u : Number.NaN;
	if (column.startsWith("recovery"))
		return u < 0.9 ? 10 + 5 * level : Number.NaN;
	if (column.includes("ratio") && !column.includes("months"))
		return 1.1 + 0.5 * level;
	if (/share|hhi/.test(column)) return Math.min(1, 0.1 * level * (0.5 + u));
	if (column.includes("months"))
		return Math.round(Math.max(0, 6 * level * (0.4 + u) - 4));
	if (column.includes("usd")) return 4e8 * (level - 1) + 2e7 * b;
	if (column.startsWith("us_unmet")) return Math.max(0, 9000 * (level - 1.1));
	if (column.startsWith("defence")) return Math.max(0, 900 * (level - 1.4));
	return 1000 * level;
}

function monthTable(
	scenarios: readonly Invented[],
	from: number,
	count: number,
): MonthTable {
	const names = Array.from({ length: count }, (_, i) => monthName(from + i));
	return {
		scenarios: scenarios.map(({ name }) => name).sort(),
		months: () => names,
		bands: (scenario, series) => {
			const { lift } = scenarios.find(({ name }) => name === scenario)!;
			return bandsOf(series, lift, from, count);
		},
	};
}

const Z: Readonly<Record<string, number>> = {
	p025: -1.96,
	p05: -1.645,
	p10: -1.282,
	p25: -0.674,
	p50: 0,
	p75: 0.674,
	p90: 1.282,
	p95: 1.645,
	p975: 1.96,
};

/** Size of a series in a quiet month. */
function scaleOf(series: SeriesName): number {
	const { unit } = SERIES.find(({ name }) => name === series)!;
	if (unit.startsWith("USD")) return 12_000;
	return series.startsWith("defence") ? 15 : 1_000;
}

/** Lognormal bands: quiet to 2024, a first rise, and a second one at the end of 2026. */
function bandsOf(
	series: SeriesName,
	lift: number,
	from: number,
	count: number,
): Bands {
	const scale = scaleOf(series);
	const home = series.includes("china") ? 0.7 : 1;
	const path = (z: number) =>
		Float64Array.from({ length: count }, (_, i) => {
			const t = from + i;
			const first = 1 / (1 + Math.exp(-(t - tickOf(2024, 8)) / 2.5));
			const second = 1 / (1 + Math.exp(-(t - tickOf(2027, 5)) / 3));
			const fade = Math.exp(-Math.max(0, t - tickOf(2029, 1)) / 60);
			const level = 0.7 * first * home + lift * second * fade;
			const ripple = 0.02 * Math.sin(t / 3) + 0.015 * Math.sin(t * 1.7);
			const spread = 0.04 + 0.32 * (1 - Math.exp(-i / 40));
			return scale * home * Math.exp(level + ripple + z * spread);
		});
	const columns = BAND_LEVELS.map(([column]) => [column, path(Z[column]!)]);
	return Object.fromEntries([...columns, ["mean", path(0.15)]]);
}

function summaryOf(runs: RunTable, base: string): BatchSummary {
	const summaries: Record<string, Record<string, MetricSummary>> = {};
	const paired: PairedSummary[] = [];
	for (const scenario of runs.scenarios) {
		summaries[scenario] = Object.fromEntries(
			runs.columns.map((metric) => [
				metric,
				metricSummary(runs.column(scenario, metric)),
			]),
		);
		if (scenario === base) continue;
		for (const metric of runs.columns)
			paired.push(pairedSummary(runs, base, scenario, metric));
	}
	return { scenarios: summaries, paired };
}

const sortedWithout = (values: ArrayLike<number>) =>
	Float64Array.from(values)
		.filter((value) => !Number.isNaN(value))
		.sort();

function quantile(sorted: Float64Array, p: number): number {
	const place = p * (sorted.length - 1);
	const low = sorted[Math.floor(place)] ?? Number.NaN;
	const high = sorted[Math.ceil(place)] ?? Number.NaN;
	return low + (high - low) * (place - Math.floor(place));
}

function meanEstimate(values: Float64Array): Estimate {
	const n = values.length;
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const error = Math.sqrt(squares / (n - 1) / n);
	return {
		value: mean,
		low: mean - 1.96 * error,
		high: mean + 1.96 * error,
		error,
	};
}

function medianEstimate(sorted: Float64Array): Estimate {
	const half = 0.98 / Math.sqrt(sorted.length);
	const value = quantile(sorted, 0.5);
	const low = quantile(sorted, Math.max(0, 0.5 - half));
	const high = quantile(sorted, Math.min(1, 0.5 + half));
	return { value, low, high, error: (high - low) / 3.92 };
}

function metricSummary(column: Float64Array): MetricSummary {
	const values = sortedWithout(column);
	return {
		n: values.length,
		nulls: column.length - values.length,
		mean: meanEstimate(values),
		median: medianEstimate(values),
		p05: quantile(values, 0.05),
		p25: quantile(values, 0.25),
		p75: quantile(values, 0.75),
		p95: quantile(values, 0.95),
	};
}

function pairedSummary(
	runs: RunTable,
	base: string,
	other: string,
	metric: string,
): PairedSummary {
	const before = runs.column(base, metric);
	const differences = sortedWithout(
		runs.column(other, metric).map((value, i) => value - before[i]!),
	);
	const lower = differences.map((value) => (value < 0 ? 1 : 0));
	return {
		base,
		other,
		metric,
		n: differences.length,
		mean: meanEstimate(differences),
		median: medianEstimate(differences),
		p05: quantile(differences, 0.05),
		p95: quantile(differences, 0.95),
		lower: meanEstimate(lower),
	};
}
