/** Charts as data: kinds, what all are made from, and the spec, words and table they become. */

import type { TopLevelSpec } from "vega-lite";
import type { RecordRow } from "../calibration/priors/ensemble.ts";
import type { Region } from "../calibration/row.ts";
import type { Design } from "../experiment/design.ts";
import type {
	BatchSummary,
	MonthTable,
	RunTable,
} from "../experiment/tables.ts";
import type { Ranking } from "../inference/sensitivity/ranking.ts";
import type { MetricName, SeriesName } from "../market/record/record.ts";
import type { ParameterSet, Seed } from "../market/simulator.ts";
import { ChartError } from "./chart-error.ts";

/** Kinds of charts that any batch may have, in the order in which a report shows them. */
export const CHART_KINDS = [
	"fan",
	"raincloud",
	"exceedance",
	"difference",
	"history",
	"flows",
	"story",
] as const;

/** Kinds of charts of a batch with a design: a sweep, policies in states, mixes of hedges. */
export const DESIGN_KINDS = ["response", "regret", "frontier"] as const;
/** Kinds of charts of inputs that were weighed against a metric. */
export const INPUT_KINDS = ["tornado"] as const;
export type ChartKind =
	| (typeof CHART_KINDS)[number]
	| (typeof DESIGN_KINDS)[number]
	| (typeof INPUT_KINDS)[number];

/** A column of the numbers behind a chart. */
export interface ChartColumn {
	readonly name: string;
	/** empty for words, dates and counts without a unit */
	readonly unit: string;
}

/** A cell: words, a number in its column's unit, or nothing to report. */
export type Cell = string | number | null;

/** The numbers a chart shows, as drawn: the table beside it, and its CSV. */
export interface ChartTable {
	readonly columns: readonly ChartColumn[];
	readonly rows: readonly (readonly Cell[])[];
}

/** A chart: a vega-lite spec with its words and its numbers. */
export interface Chart {
	readonly kind: ChartKind;
	/** name of the subject, for file names: `[a-z0-9-]+` */
	readonly name: string;
	/** the finding with its number, at most 90 characters */
	readonly title: string;
	/** further findings, in sentences; empty where the title says all */
	readonly also: readonly string[];
	/** subject, unit, period, way to read it, number of replicates */
	readonly subtitle: readonly string[];
	/** version, scenario hashes, seed, replicates, parameters, not a forecast */
	readonly source: readonly string[];
	/** in words, for those who cannot see it */
	readonly description: string;
	readonly spec: TopLevelSpec;
	readonly table: ChartTable;
	/** the table as RFC 4180 text */
	readonly csv: string;
}

/** A chart before its table is written out. */
export type ChartDraft = Omit<Chart, "csv" | "also"> &
	Partial<Pick<Chart, "also">>;

/** A scenario as charts know it. */
export interface ChartScenario {
	/** the name in the tables: `^[a-z0-9][a-z0-9_-]{0,63}$` */
	readonly name: string;
	/** its name in words */
	readonly title: string;
	/** first six characters of its SHA-256 */
	readonly hash: string;
	/** marks of its shocks, as `shockMarks` gives them */
	readonly marks: readonly ShockMark[];
}

/** Record behind an ensemble, as charts show it beside the past that was fitted to it. */
export interface BegunRecord {
	readonly sha256: string;
	/** its last month, `YYYY-MM` */
	readonly to: string;
	readonly record: readonly RecordRow[];
}

/** Origin of a chart's numbers, and the scenarios to be compared. */
export interface ChartContext {
	/** of stibium */
	readonly version: string;
	readonly seed: Seed;
	/** sound replicates: the rows of the run table */
	readonly replicates: number;
	readonly parameters: ParameterSet;
	/** record that replicates went on from; absent where they began from a set of parameters */
	readonly begun?: BegunRecord;
	/** `free` when no replicate has the luck under which its draw was accepted */
	readonly history?: "free";
	/** month from which metrics count, `YYYY-MM` */
	readonly reference: string;
	/** name of the scenario against which the others are compared */
	readonly base: string;
	/** the base and the others, in the order in which they are shown */
	readonly scenarios: readonly ChartScenario[];
}

/** A value of a metric that matters to the reader, in the metric's own unit. */
export interface Threshold {
	readonly value: number;
	readonly label: string;
}

/** A price of antimony metal that was quoted. */
export interface Quote {
	/** ISO day */
	readonly date: string;
	/** the place: `rotterdam` or `china`; quotes of other places are not drawn */
	readonly series: string;
	/** USD/t; China's without value-added tax */
	readonly usdPerTonne: number;
	/** ends of the quoted range, USD/t */
	readonly low?: number | null;
	readonly high?: number | null;
}

/** Choices of what charts show; each default is argued where it is made. */
export interface ChartChoices {
	/** of the fan */
	readonly series?: SeriesName;
	/** of the raincloud and the exceedance curve */
	readonly metric?: MetricName;
	/** others shown in the fan, by name; at most three */
	readonly shown?: readonly string[];
	/** first and last month of the fan, `YYYY-MM` */
	readonly from?: string;
	readonly to?: string;
	/** amounts marked on the exceedance curve */
	readonly thresholds?: readonly Threshold[];
	/** the record of the history; without them, the quotes of the calibration */
	readonly quotes?: readonly Quote[];
}

/** All that a chart is made from. */
export interface ChartInput {
	readonly context: ChartContext;
	readonly runs: RunTable;
	readonly months: MonthTable;
	readonly summary: BatchSummary;
	readonly choices?: ChartChoices;
	/** the replicate that `flows` and `story` show */
	readonly replay?: ChartReplay;
	/** design that makes one question of the scenarios; absent when they stand for themselves */
	readonly design?: Design;
	/** inputs that `tornado` shows */
	readonly weighed?: WeighedInputs;
}

/** The base scenario of a batch. @throws {ChartError} when the context does not list it */
export function baseOf(context: ChartContext): ChartScenario {
	return scenarioOf(context, context.base);
}

/** The scenarios compared with the base, in the order shown. */
export function othersOf(context: ChartContext): readonly ChartScenario[] {
	return context.scenarios.filter(({ name }) => name !== context.base);
}

/** A scenario by name. @throws {ChartError} when there is none */
export function scenarioOf(context: ChartContext, name: string): ChartScenario {
	const found = context.scenarios.find((scenario) => scenario.name === name);
	if (found) return found;
	const known = context.scenarios.map((scenario) => scenario.name).join(", ");
	throw new ChartError(
		`no scenario ${name} in these results; there is ${known}`,
	);
}

/** The base first, then the others: the order of rows, panels and colours. */
export function inOrder(context: ChartContext): readonly ChartScenario[] {
	return [baseOf(context), ...othersOf(context)];
}

/** Metal that one region sold another, month by month, t Sb. */
export interface Route {
	readonly from: Region;
	readonly to: Region;
	readonly tonnes: readonly number[];
}

/** Something that happened, in a few words. */
export interface ReplayEvent {
	/** `YYYY-MM` */
	readonly month: string;
	readonly text: string;
	/** the higher, the sooner it is shown */
	readonly weight: number;
}

/** One replicate that was run again. */
export interface ChartReplay {
	/** name of its scenario */
	readonly scenario: string;
	readonly replicate: number;
	/** why this one: `nearest the median of …`; empty when it was asked for by number */
	readonly why: string;
	/** `YYYY-MM`, the months of the horizon */
	readonly months: readonly string[];
	/** Rotterdam, USD/t, one a month */
	readonly price: readonly number[];
	readonly routes: readonly Route[];
	/** in order of date */
	readonly events: readonly ReplayEvent[];
}

/** A dated change in the rules as a chart shows it. */
export interface ShockMark {
	readonly id: string;
	readonly label: string;
	/** the same in fewer words, for where there is little room */
	readonly brief: string;
	/** months since 2018-01 */
	readonly from: number;
	/** `from` again, or the end of the range of an uncertain date */
	readonly to: number;
	/** the date in words */
	readonly when: string;
	/** lower matters more */
	readonly rank: number;
}

/** Inputs ranked by how far they move a metric of a scenario. */
export interface WeighedInputs {
	readonly ranking: Ranking;
	/** name of the scenario */
	readonly scenario: string;
	readonly metric: MetricName;
	/** last month of its horizon, `YYYY-MM` */
	readonly last: string;
	/** runs behind it, e.g. `3,584 points of 4 runs that share their luck` */
	readonly runs: string;
	/** share of the variance of single runs that is luck; null where it is not known */
	readonly luckShare: number | null;
}
