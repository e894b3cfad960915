/** Table of headline metrics that closes a batch on the terminal. */

import type {
	BatchSummary,
	MetricSummary,
	PairedSummary,
} from "../../experiment/tables.ts";
import { isClear, verdictOf } from "../../experiment/verdict.ts";
import {
	HEADLINE_METRICS,
	type MetricDefinition,
} from "../../market/record/record.ts";
import {
	differenceWords,
	errorWords,
	labelWithUnit,
	level,
	type Shown,
	shareOfBase,
	shownAs,
	span,
} from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { type Row, setRow, widthsOf } from "../terminal/columns.ts";

/** Summaries that the table shows, with its order and width. */
export interface ClosingTable {
	/** scenarios as they were asked for */
	readonly order: readonly string[];
	readonly base: string | null;
	readonly summary: BatchSummary;
	/** columns of the terminal */
	readonly width: number;
	readonly bold: (text: string) => string;
	readonly dim: (text: string) => string;
}

/** One scenario in one metric: how it stands, and how it differs from the base. */
interface Line {
	readonly level: Row;
	/** null for the base, and where nothing is compared */
	readonly difference: Row | null;
}

interface Group {
	readonly title: string;
	readonly lines: readonly Line[];
}

const LEVEL_HEAD = ["", "median", "± MC error", "5–95 % of runs"];
const DIFFERENCE_HEAD = [
	"mean, less base",
	"95 % interval",
	"of the base",
	"verdict",
];

/**
 * The headline metrics one by one, and in each the scenarios: median with its Monte
 * Carlo error, the middle 90 % of runs, and the paired difference from the base with
 * its 95 % interval. Differences stand beside the levels where there is room, else below.
 */
export function closingTable(table: ClosingTable): readonly string[] {
	const groups = HEADLINE_METRICS.map((metric) => groupOf(metric, table));
	const wide = setWide(groups, table);
	const fits = wide.every(({ length }) => length <= table.width);
	return painted(fits ? wide : setNarrow(groups, table), groups, table);
}

function groupOf(metric: string, table: ClosingTable): Group {
	const { order, base, summary } = table;
	const levels = order.map((name) => summary.scenarios[name]?.[metric]);
	const known = levels.filter((level) => level !== undefined);
	const definition = metricOf(metric);
	const title = labelWithUnit(definition);
	const shown = shownAs(definition);
	const baseMean =
		base === null
			? Number.NaN
			: (summary.scenarios[base]?.[metric]?.mean.value ?? Number.NaN);
	const flat = flatWords(known, shown);
	if (flat !== null) return { title: `${title}: ${flat}`, lines: [] };
	return {
		title,
		lines: order.flatMap((name, i) => {
			const level = levels[i];
			const pair = summary.paired.find(
				(one) =>
					one.base === base && one.other === name && one.metric === metric,
			);
			return level === undefined
				? []
				: [lineOf(name, level, pair, { definition, shown, base: baseMean })];
		}),
	};
}

/** Words for a metric that is the same in all runs of all scenarios; null when runs differ. */
function flatWords(
	levels: readonly MetricSummary[],
	shown: Shown,
): string | null {
	const [first] = levels;
	if (first === undefined) return null;
	if (levels.every(({ n }) => n === 0)) return "never, in any run";
	const same = levels.every(
		({ nulls, mean }) =>
			nulls === 0 && mean.error === 0 && mean.value === first.mean.value,
	);
	return same ? `${level(first.mean.value, shown)} in every run` : null;
}

/** How a metric is shown, and the mean of the base. */
interface MetricScale {
	readonly definition: MetricDefinition;
	readonly shown: Shown;
	readonly base: number;
}

function lineOf(
	name: string,
	{ n, nulls, median, p05, p95 }: MetricSummary,
	pair: PairedSummary | undefined,
	scale: MetricScale,
): Line {
	const { shown } = scale;
	const runs = nulls > 0 ? ` in ${n} of ${n + nulls}` : "";
	const row =
		n === 0
			? [`  ${name}`, "never", "", ""]
			: [
					`  ${name}`,
					level(median.value, shown),
					Number.isFinite(median.error)
						? `±${errorWords(median.error, shown)}`
						: "",
					`${span(p05, p95, shown)}${runs}`,
				];
	return {
		level: row,
		difference: pair === undefined ? null : differenceOf(pair, scale),
	};
}

/** Null when no pair has both. */
function differenceOf(
	pair: PairedSummary,
	{ definition, shown, base }: MetricScale,
): Row | null {
	if (pair.n === 0) return null;
	const less = differenceWords(pair.mean, shown);
	const verdict = verdictOf(pair);
	const part = isClear(verdict) ? shareOfBase(definition, pair.mean, base) : "";
	return [less.mean, less.span, part, verdict];
}

/** Differences beside the levels. */
function setWide(groups: readonly Group[], { base }: ClosingTable): string[] {
	const head = base === null ? LEVEL_HEAD : [...LEVEL_HEAD, ...DIFFERENCE_HEAD];
	const rows = groups.map(({ lines }) =>
		lines.map(({ level, difference }) => [...level, ...(difference ?? [])]),
	);
	const widths = widthsOf([head, ...rows.flat()]);
	return [
		setRow(head, widths),
		...groups.flatMap(({ title }, i) => [
			title,
			...(rows[i] ?? []).map((row) => setRow(row, widths)),
		]),
	];
}

/** Differences below the levels of their metric. */
function setNarrow(
	groups: readonly Group[],
	{ order, base }: ClosingTable,
): string[] {
	const levels = groups.flatMap(({ lines }) => lines.map(({ level }) => level));
	const differences = groups.map(({ lines }) =>
		lines.flatMap(({ level, difference }) =>
			difference === null
				? []
				: [[`  ${(level[0] ?? "").trim()}`, ...difference]],
		),
	);
	const widths = widthsOf([LEVEL_HEAD, ...levels]);
	const head = [`  less ${base}`, ...DIFFERENCE_HEAD];
	const below = widthsOf([order, head, ...differences.flat()]);
	return [
		setRow(LEVEL_HEAD, widths),
		...groups.flatMap(({ title, lines }, i) => {
			const rows = differences[i] ?? [];
			return [
				title,
				...lines.map(({ level }) => setRow(level, widths)),
				...(rows.length > 0 ? [head, ...rows] : []).map((row) =>
					setRow(row, below),
				),
			];
		}),
	];
}

function painted(
	lines: readonly string[],
	groups: readonly Group[],
	{ bold, dim }: ClosingTable,
): readonly string[] {
	const titles = new Set(groups.map(({ title }) => title));
	return lines.map((line, i) => {
		if (i === 0) return dim(line);
		return titles.has(line) ? bold(line) : line;
	});
}
