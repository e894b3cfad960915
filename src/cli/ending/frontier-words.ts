/** Answer on hedges: cost and remaining harm of each mix. */

import type { ChoicePlan } from "../../experiment/design.ts";
import type { RunTable } from "../../experiment/tables.ts";
import {
	COST,
	type Frontier,
	type FrontierPoint,
	frontierOf,
	PRICES,
	SHORTFALLS,
	tellingHarms,
} from "../../inference/search/frontier.ts";
import {
	labelWithUnit,
	level,
	levelWithInterval,
	SHARE,
	shownAs,
} from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { type Row, setRow, widthsOf } from "../terminal/columns.ts";
import type { DesignAnswer } from "./answer.ts";

/** Mixes against harms: for files all of them, for people those that tell. */
export function frontierAnswer(plan: ChoicePlan, runs: RunTable): DesignAnswer {
	const column = (scenario: string, metric: string) =>
		runs.column(scenario, metric);
	const frontiers = [...SHORTFALLS, ...PRICES].map((harm) =>
		frontierOf(plan, harm, column),
	);
	const telling = tellingHarms(plan, column).map(({ id }) => id);
	return {
		name: "frontier",
		table: {
			header: HEADER,
			rows: frontiers.flatMap((one) => rowsOf(plan, one)),
		},
		json: { frontier: { ...plan, frontiers } },
		lines: () => [
			...frontiers
				.filter(({ harm }) => telling.includes(harm.id))
				.flatMap((one) => ["", ...linesOf(plan, one)]),
			"",
			"Only efficient mixes are listed; frontier.csv has all, with what dominates them.",
		],
	};
}

const HEADER = [
	"harm",
	"metric",
	"taken",
	"mix",
	"levers",
	"cost_usd",
	"cost_low",
	"cost_high",
	"value",
	"low",
	"high",
	"dominated_by",
];

function rowsOf({ choices }: ChoicePlan, { harm, points }: Frontier) {
	return points.map(({ cost, harm: left, dominatedBy }, i) => [
		harm.id,
		harm.metric,
		harm.taken,
		choices[i]?.title ?? "",
		choices[i]?.levers ?? 0,
		cost.value,
		cost.low,
		cost.high,
		left.value,
		left.low,
		left.high,
		choices.find(({ id }) => id === dominatedBy)?.title ?? "",
	]);
}

/** The efficient mixes against one harm, cheapest first. */
function linesOf(
	{ choices }: ChoicePlan,
	{ harm, points }: Frontier,
): readonly string[] {
	const efficient = points
		.filter(({ dominatedBy }) => dominatedBy === null)
		.sort((a, b) => a.cost.value - b.cost.value);
	const definition = metricOf(harm.metric);
	const shown = shownAs(definition);
	const cost = shownAs(metricOf(COST));
	const head = [
		"",
		`cost, ${cost.unit}`,
		harm.taken === "chance" ? "share of runs, %" : "mean",
	];
	const rows = efficient.map(
		({ choice, cost: paid, harm: left }: FrontierPoint): Row => [
			choices.find(({ id }) => id === choice)?.title ?? choice,
			levelWithInterval(paid, cost),
			levelWithInterval(left, harm.taken === "chance" ? SHARE : shown),
		],
	);
	const widths = widthsOf([head, ...rows]);
	const what =
		harm.taken === "chance"
			? `${labelWithUnit(definition)}, above ${level(harm.above, shown)}`
			: labelWithUnit(definition);
	return [
		`${what}: ${efficient.length} of ${points.length} mixes ${efficient.length === 1 ? "is" : "are"} efficient`,
		...[head, ...rows].map((row) => `  ${setRow(row, widths)}`),
	];
}
