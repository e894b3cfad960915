/** Answer of a sweep: headline metrics at every point of the varied values. */

import type { SweepPlan } from "../../experiment/design.ts";
import type { BatchSummary, Estimate } from "../../experiment/tables.ts";
import {
	isUnmoved,
	type SweepCell,
	type SweepRow,
	sweepTable,
} from "../../inference/search/sweep-table.ts";
import { HEADLINE_METRICS, METRICS } from "../../market/record/record.ts";
import type { AnswerTable } from "../../storage/folder/design-files.ts";
import {
	differenceWords,
	labelWithUnit,
	level,
	type Shown,
	shownAs,
	span,
} from "../../words/amounts.ts";
import { listWords } from "../../words/lists.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";
import { numberWords } from "../../words/numbers.ts";
import { type Row, setRow, widthsOf, wrapped } from "../terminal/columns.ts";
import type { DesignAnswer } from "./answer.ts";

/** Rows of a printed table at most; the files have all. */
const MOST_ROWS = 40;

/** Results of a sweep: for files, for programs, for people. */
export function sweepAnswer(
	plan: SweepPlan,
	summary: BatchSummary,
): DesignAnswer {
	const all = sweepTable(
		plan,
		summary,
		METRICS.map(({ name }) => name),
	);
	return {
		name: "sweep",
		table: fileTable(plan, all),
		json: { sweep: { ...plan, points: all } },
		lines: (width) =>
			printedTable(plan, sweepTable(plan, summary, HEADLINE_METRICS), width),
	};
}

const ends = (estimate: Estimate | null) =>
	estimate === null
		? [null, null, null]
		: [estimate.value, estimate.low, estimate.high];

/** One row a point and metric. */
function fileTable(
	{ axes }: SweepPlan,
	rows: readonly SweepRow[],
): AnswerTable {
	const units = new Map(METRICS.map(({ name, unit }) => [name, unit]));
	return {
		header: [
			"point",
			"scenario",
			...axes.map(({ path, unit }) =>
				unit === null ? path : `${path} (${unit})`,
			),
			"metric",
			"unit",
			"n",
			"p05",
			"p95",
			...["mean", "median", "difference"].flatMap((name) => [
				name,
				`${name}_low`,
				`${name}_high`,
			]),
		],
		rows: rows.flatMap(({ scenario, values, cells }, i) =>
			cells.map(({ metric, n, p05, p95, mean, median, difference }) => [
				i + 1,
				scenario,
				...values,
				metric,
				units.get(metric) ?? "",
				n,
				p05,
				p95,
				...ends(mean),
				...ends(median),
				...ends(difference),
			]),
		),
	};
}

/** True when a metric is the same at every point, in every run. */
function isFlat(rows: readonly SweepRow[], metric: string): boolean {
	return rows.every(({ cells }) => {
		const cell = cells.find((one) => one.metric === metric);
		return cell === undefined || isUnmoved(cell);
	});
}

/** The headline metrics that move, one table each: level, and change from the first point. */
function printedTable(
	plan: SweepPlan,
	rows: readonly SweepRow[],
	width: number,
): readonly string[] {
	const flat = HEADLINE_METRICS.filter((metric) => isFlat(rows, metric));
	const moving = HEADLINE_METRICS.filter((metric) => !flat.includes(metric));
	return [
		...moving
			.flatMap((metric) => ["", ...metricTable(plan, rows, metric)])
			.map((line) => line.slice(0, width)),
		...(flat.length === 0 ? [] : ["", ...wrapped(flatWords(flat), width, "")]),
	];
}

const flatWords = (metrics: readonly string[]): string =>
	`equal at every point: ${listWords(metrics.map((metric) => nounOf(metricOf(metric))))}`;

function metricTable(
	{ axes }: SweepPlan,
	rows: readonly SweepRow[],
	metric: string,
): readonly string[] {
	const definition = metricOf(metric);
	const shown = shownAs(definition);
	const head = [
		...axes.map(axisHead),
		"mean",
		"95 % interval",
		"less the first point",
		"95 % interval",
	];
	const told = rows.slice(0, MOST_ROWS).map((row): Row => {
		const cell = row.cells.find((one) => one.metric === metric);
		return [
			...row.values.map(valueWords),
			...(cell === undefined ? [] : cellWords(cell, shown)),
		];
	});
	const widths = widthsOf([head, ...told]);
	const rest = rows.length - told.length;
	return [
		labelWithUnit(definition),
		...[head, ...told].map((row) => `  ${setRow(row, widths)}`),
		...(rest > 0 ? [`  … and ${rest} more points in sweep.csv`] : []),
	];
}

const axisHead = ({ path, unit }: SweepPlan["axes"][number]) => {
	const short = path.split(".").slice(-2).join(".");
	return unit === null ? short : `${short}, ${unit}`;
};

const valueWords = (value: number | string): string =>
	typeof value === "number" ? numberWords(value) : value;

function cellWords(
	{ n, nulls, mean, difference }: SweepCell,
	shown: Shown,
): Row {
	if (n === 0) return ["never", "", "", ""];
	const words = level(mean.value, shown);
	return [
		nulls > 0 ? `${words} in ${n} of ${n + nulls}` : words,
		Number.isFinite(mean.low) ? span(mean.low, mean.high, shown) : "",
		...changeWords(difference, shown),
	];
}

/** Nothing for what is not known. */
function changeWords(difference: Estimate | null, shown: Shown): Row {
	if (difference === null || !Number.isFinite(difference.value))
		return ["", ""];
	const less = differenceWords(difference, shown);
	return [less.mean, Number.isFinite(difference.low) ? less.span : ""];
}
