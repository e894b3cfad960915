import type { SweepPlan } from "../../experiment/design.ts";
import type { BatchSummary, Estimate } from "../../experiment/tables.ts";
import {
	type SweepCell,
	type SweepRow,
	sweepTable,
} from "../../inference/search/sweep-table.ts";
import { HEADLINE_METRICS, METRICS } from "../../market/record/record.ts";
import type { AnswerTable } from "../../storage/folder/design-files.ts";
import { numberWords, signedWords } from "../../words/numbers.ts";
import { type Row, setRow, widthsOf } from "../terminal/columns.ts";
import type { DesignAnswer } from "./answer.ts";

/** Rows of a printed table at most; the files have all. */
const MOST_ROWS = 40;

/** What came out of a sweep: for files, for programs, for people. */
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
			...["point", "scenario"],
			...axes.map(({ path, unit }) =>
				unit === null ? path : `${path} (${unit})`,
			),
			...["metric", "unit", "n", "p05", "p95"],
			...["mean", "median", "difference"].flatMap((name) => [
				name,
				`${name}_low`,
				`${name}_high`,
			]),
		],
		rows: rows.flatMap(({ scenario, values, cells }, i) =>
			cells.map(({ metric, n, p05, p95, mean, median, difference }) => [
				...[i + 1, scenario, ...values],
				...[metric, units.get(metric) ?? "", n, p05, p95],
				...[...ends(mean), ...ends(median), ...ends(difference)],
			]),
		),
	};
}

/** Whether a metric is the same at every point, in every run. */
function isFlat(rows: readonly SweepRow[], metric: string): boolean {
	return rows.every(({ cells }) => {
		const cell = cells.find((one) => one.metric === metric);
		return (
			cell === undefined ||
			cell.n === 0 ||
			cell.difference === null ||
			(cell.difference.low === 0 && cell.difference.high === 0)
		);
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
		...moving.flatMap((metric) => ["", ...metricTable(plan, rows, metric)]),
		...(flat.length === 0
			? []
			: ["", `the same at every point: ${flat.join(", ")}`]),
	].map((line) => line.slice(0, width));
}

function metricTable(
	{ axes }: SweepPlan,
	rows: readonly SweepRow[],
	metric: string,
): readonly string[] {
	const found = METRICS.find(({ name }) => name === metric);
	const head = [
		...axes.map(axisHead),
		...["mean", "95 % interval", "less the first point", "95 % interval"],
	];
	const shown = rows.slice(0, MOST_ROWS).map((row): Row => {
		const cell = row.cells.find((one) => one.metric === metric);
		return [
			...row.values.map(valueWords),
			...(cell === undefined ? [] : cellWords(cell)),
		];
	});
	const widths = widthsOf([head, ...shown]);
	const rest = rows.length - shown.length;
	return [
		`${found?.label ?? metric}${found?.unit === "1" ? "" : `, ${found?.unit}`}`,
		...[head, ...shown].map((row) => `  ${setRow(row, widths)}`),
		...(rest > 0 ? [`  … and ${rest} more points in sweep.csv`] : []),
	];
}

const axisHead = ({ path, unit }: SweepPlan["axes"][number]) => {
	const short = path.split(".").slice(-2).join(".");
	return unit === null ? short : `${short}, ${unit}`;
};

const valueWords = (value: number | string): string =>
	typeof value === "number" ? numberWords(value) : value;

function cellWords({ n, nulls, mean, difference }: SweepCell): Row {
	if (n === 0) return ["never", "", "", ""];
	return [
		nulls > 0
			? `${numberWords(mean.value)} in ${n} of ${n + nulls}`
			: numberWords(mean.value),
		spanWords(mean, numberWords),
		difference === null ? "" : wordsOr(difference.value, signedWords),
		difference === null ? "" : spanWords(difference, signedWords),
	];
}

/** Nothing for what is not known. */
const wordsOr = (value: number, words: (value: number) => string): string =>
	Number.isFinite(value) ? words(value) : "";

const spanWords = (
	{ low, high }: Estimate,
	words: (value: number) => string,
): string => (Number.isFinite(low) ? `${words(low)} to ${words(high)}` : "");
