/** Chart of a sweep: response of every headline metric to one varied value. */

import type { SweepPlan } from "../../experiment/design.ts";
import { HEADLINE_METRICS } from "../../market/record/record.ts";
import { differenceWords } from "../../words/amounts.ts";
import {
	eventOf,
	lowerFirst,
	metricOf,
	nameForFile,
	nounOf,
} from "../../words/metrics.ts";
import { countInWords, figure, plotted } from "../../words/numbers.ts";
import type { ChartDraft, ChartInput, ChartTable } from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { periodOf } from "../frame/period.ts";
import {
	BETWEEN,
	COLUMNS,
	responseAxis,
	responsePanel,
} from "./response-panel.ts";
import {
	isClear,
	isClearAt,
	isFlat,
	pathInWords,
	type ResponseCurve,
	responseCurve,
	sweepOf,
} from "./response-rows.ts";

/**
 * Answers of all headline measures to a varied value: the mean change from the first
 * point, run by run, with its 95 % interval. All points share their luck, so the change is
 * far surer than the level, which stands above each plot. A measure that moves clearly at
 * no point has no plot beside others that do: its axis would make a shape of noise.
 *
 * @throws {ChartError} unless the batch is a sweep of one path
 */
export function responseChart(input: ChartInput): ChartDraft {
	const sweep = sweepOf(input);
	const all = HEADLINE_METRICS.map((name) =>
		responseCurve(metricOf(name), sweep, input),
	);
	const flat = all.filter(isFlat);
	const moving = all.filter((curve) => !isFlat(curve));
	const clear = moving.filter(isClear);
	const curves = clear.length > 0 ? clear : moving;
	const unclear = moving.filter((curve) => !curves.includes(curve));
	const [first] = curves;
	if (first === undefined)
		throw new ChartError("no headline measure changes along this sweep");
	const axis = responseAxis(
		first.points,
		axisTitle(sweep),
		sweep.points.every(({ values: [x] }) => typeof x === "number"),
	);
	const title = titleOf(curves, sweep, all.length);
	const also = [
		...named(unclear, "No clear change at any point"),
		...named(flat, "The same at every point"),
	];
	const subtitle = subtitleOf(sweep, also, input);
	const source = sourceLines(input.context);
	return {
		kind: "response",
		name: nameForFile(
			pathInWords(axisOf(sweep).path).replaceAll(" ", "-").toLowerCase(),
		),
		title,
		also,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			{
				direction: "grid",
				columns: COLUMNS,
				spacing: BETWEEN,
				below: 34,
				panels: curves.map((curve) => responsePanel(curve, axis)),
			},
		),
		table: tableOf(all, sweep),
	};
}

const axisOf = ({ axes }: SweepPlan) => axes[0]!;

function axisTitle(sweep: SweepPlan): string {
	const { path, unit } = axisOf(sweep);
	return unit === null ? pathInWords(path) : `${pathInWords(path)}, ${unit}`;
}

/** Measures with what is so of all of them; nothing of none. */
const named = (
	curves: readonly ResponseCurve[],
	words: string,
): readonly string[] =>
	curves.length === 0
		? []
		: [`${words}: ${curves.map(({ label }) => lowerFirst(label)).join("; ")}.`];

function subtitleOf(
	{ points, title }: SweepPlan,
	also: readonly string[],
	input: ChartInput,
): readonly string[] {
	const runs = countInWords(input.context.replicates);
	const first = points[0]?.values[0] ?? "";
	const period = periodOf(metricOf(HEADLINE_METRICS[2]), input);
	return subtitleLines([
		`${title}, ${period} (the price: its first 12 months).`,
		`Each plot: mean change from ${first}, run by run, at ${points.length} points of ${runs} runs that share their luck; bars are 95% intervals. Above each plot: the mean at ${first}.`,
		...also,
	]);
}

/** The clearest change from the first to the last point, or that there is none. */
function titleOf(
	curves: readonly ResponseCurve[],
	sweep: SweepPlan,
	count: number,
): string {
	const { path, unit } = axisOf(sweep);
	const [from, to] = [sweep.points[0], sweep.points.at(-1)].map((point) =>
		numberOrWords(point?.values[0] ?? ""),
	);
	const units = unit === null ? "" : ` ${unit}`;
	const move = `${pathInWords(path)} ${from} to ${to}${units}`;
	const short = `${pathInWords(path).split(" ").at(-1)} ${from} to ${to}${units}`;
	const [clearest] = curves
		.map((curve) => ({ curve, ...curve.points.at(-1)! }))
		.filter(isClearAt)
		.sort((a, b) => sureness(b) - sureness(a));
	if (clearest === undefined)
		return firstThatFits([
			`No clear change in any of ${count} measures with ${move}`,
			`No clear change in any of ${count} measures with ${short}`,
			`No clear change in any of ${count} measures`,
		]);
	const { curve, value } = clearest;
	const last = sweep.points.at(-1)?.values[0];
	const sign = value > 0 ? "+" : "−";
	const verb = value > 0 ? "raises" : "lowers";
	const less = differenceWords(clearest, AS_SHOWN);
	const amount = `${less.size}${curve.suffix}`;
	const interval = less.range;
	const event = eventOf(curve.metric);
	const noun =
		event === null ? nounOf(curve.metric) : `the chance that ${event}`;
	return firstThatFits([
		`${move} ${verb} ${noun} by ${amount} (${interval})`,
		`${short} ${verb} ${noun} by ${amount} (${interval})`,
		`${short} ${verb} ${noun} by ${amount}`,
		`${short}: ${sign}${amount} ${event === null ? `in ${noun}` : `of chance that ${event}`}`,
		...(event === null || typeof last !== "number"
			? []
			: [
					`Up to ${to}${units} ${value > 0 ? "adds" : "takes"} ${amount} of chance that ${event}`,
				]),
		`${short}: ${sign}${amount}, ${noun}`,
	]);
}

/** Points are in the unit shown. */
const AS_SHOWN = { factor: 1 };

const sureness = ({
	value,
	low,
	high,
}: {
	value: number;
	low: number;
	high: number;
}) => Math.abs(value) / Math.max(high - low, Number.MIN_VALUE);

const numberOrWords = (value: number | string): string =>
	typeof value === "number" ? figure(value) : value;

function tableOf(
	curves: readonly ResponseCurve[],
	sweep: SweepPlan,
): ChartTable {
	const { path, unit } = axisOf(sweep);
	return {
		columns: [
			{ name: "measure", unit: "" },
			{ name: "unit", unit: "" },
			{ name: path, unit: unit ?? "" },
			{ name: "mean at the first point", unit: "" },
			{ name: "mean change from the first point", unit: "" },
			{ name: "low", unit: "" },
			{ name: "high", unit: "" },
		],
		rows: curves.flatMap(({ metric, unit: shown, level, points }) =>
			points.map(({ label, value, low, high }) => [
				metric.name,
				shown,
				label,
				Number.isFinite(level) ? plotted(level) : null,
				value,
				low,
				high,
			]),
		),
	};
}
