/** Chart of hedges: public cost of each mix against the harm that it leaves. */

import type { ChoicePlan } from "../../experiment/design.ts";
import {
	type Frontier,
	frontierOf,
	type Harm,
	SHORTFALLS,
	tellingHarms,
} from "../../inference/search/frontier.ts";
import type { Interval } from "../../statistics/interval.ts";
import { lowerFirst, metricOf } from "../../words/metrics.ts";
import { countInWords, inWords, plotted } from "../../words/numbers.ts";
import type { ChartDraft, ChartInput, ChartTable } from "../chart.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { periodOf } from "../frame/period.ts";
import { choicesOf } from "../regret/regret-chart.ts";
import {
	BETWEEN,
	COLUMNS,
	costDomain,
	frontierPanel,
	type MixPlot,
	type MixPoint,
} from "./frontier-panel.ts";
import {
	COST_SHOWN,
	frontierFinding,
	harmShown,
	headOfHarm,
	nounOfHarm,
	titleOfMix,
} from "./frontier-words.ts";

/**
 * Cost of each mix of hedges to the treasury against the harm it leaves: chance and size of
 * shortfalls, and what metal costs where hardly anybody runs short. Mixes that cost more
 * without clearly helping are grey. A harm that no mix lessens is told in words alone,
 * unless there is no other.
 *
 * @throws {ChartError} unless the batch is one of mixes
 */
export function frontierChart(input: ChartInput): ChartDraft {
	const plan = choicesOf(input, "frontier");
	const column = (scenario: string, metric: string) =>
		input.runs.column(scenario, metric);
	const harms = tellingHarms(plan, column);
	const frontiers = harms.map((harm) => frontierOf(plan, harm, column));
	const missing = SHORTFALLS.filter((harm) => !harms.includes(harm));
	const idle = frontiers.filter(({ points }) => isIdle(points));
	const telling = frontiers.filter((frontier) => !idle.includes(frontier));
	const shown = telling.length > 0 ? telling : frontiers;
	const plots = shown.map((frontier) => plotOf(frontier, plan));
	const costs = costDomain(plots);
	const title = frontierFinding(plan, frontiers);
	const also = alsoOf(missing, idle);
	const subtitle = subtitleOf(plan, also, input);
	const source = sourceLines(input.context);
	return {
		kind: "frontier",
		also,
		name: plan.states.map(({ id }) => id.replaceAll("_", "-")).join("-"),
		title,
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
				panels: plots.map((plot) => frontierPanel(plot, costs, plots.length)),
			},
		),
		table: tableOf(plan, frontiers),
	};
}

function subtitleOf(
	plan: ChoicePlan,
	also: readonly string[],
	input: ChartInput,
): readonly string[] {
	const states = plan.states
		.map(({ title, weight }) =>
			plan.states.length === 1
				? title
				: `${title} (${inWords(100 * weight, 0)}%)`,
		)
		.join(", ");
	return subtitleLines([
		`${plan.choices.length} mixes of hedges under: ${states}; ${periodOf(metricOf("us_unmet_t"), input)}, ${countInWords(input.context.replicates)} runs of each that share their luck.`,
		"Dots: means or shares of runs; bars: 95% intervals of the difference from no hedge, run by run. Blue: efficient; grey: another mix clearly costs less and does not clearly do worse, or does as well with fewer levers (differences below 1% count as none).",
		...also,
	]);
}

/** Harms that no mix could lessen, or that none lessens, in sentences. */
function alsoOf(
	missing: readonly Harm[],
	idle: readonly Frontier[],
): readonly string[] {
	const isMissing = (part: string) =>
		missing.some(({ id }) => id.endsWith(part));
	return [
		...(isMissing("defence")
			? [
					"A certified-defence shortfall comes in under 1% of runs in every mix.",
				]
			: []),
		...(isMissing("us")
			? [
					"A month of US shortage above 5% of need comes in under 1% of runs in every mix.",
				]
			: []),
		...(idle.length === 0
			? []
			: [
					`No mix clearly lowers ${idle.map(({ harm }) => nounOfHarm(harm)).join(", nor ")}.`,
				]),
	];
}

/** True when doing nothing is the only efficient mix. */
function isIdle(points: Frontier["points"]): boolean {
	const efficient = points.filter(({ dominatedBy }) => dominatedBy === null);
	return efficient.length === 1 && efficient[0] === points[0];
}

function plotOf({ harm, points }: Frontier, plan: ChoicePlan): MixPlot {
	const { factor, unit } = harmShown(harm);
	return {
		head: headOfHarm(harm),
		unit,
		points: points.map((point): MixPoint => {
			const money = around(point.cost, point.costLess, COST_SHOWN.factor);
			const size = around(point.harm, point.harmLess, factor);
			return {
				title: titleOfMix(plan, point.choice),
				cost: money.value,
				costLow: money.low,
				costHigh: money.high,
				harm: size.value,
				harmLow: size.low,
				harmHigh: size.high,
				isEfficient: point.dominatedBy === null,
			};
		}),
	};
}

/** A level with the interval of its difference from doing nothing laid around it, as plotted. */
function around({ value }: Interval, less: Interval, factor: number) {
	const nothing = value - less.value;
	const [low, high] = [nothing + less.low, nothing + less.high];
	return ends({ ...less, value, low, high }, factor);
}

/** An interval as plotted; one without ends is a point. */
function ends({ value, low, high }: Interval, factor: number) {
	const shown = (end: number) =>
		plotted(factor * (Number.isNaN(end) ? value : end));
	return { value: shown(value), low: shown(low), high: shown(high) };
}

function tableOf(plan: ChoicePlan, frontiers: readonly Frontier[]): ChartTable {
	const [first] = frontiers;
	return {
		columns: [
			{ name: "mix", unit: "" },
			{ name: "levers", unit: "" },
			...["cost", "low", "high"].map((name) => ({
				name,
				unit: COST_SHOWN.unit,
			})),
			...frontiers.flatMap(({ harm }) => {
				const { unit } = harmShown(harm);
				return [
					{ name: lowerFirst(headOfHarm(harm)), unit },
					{ name: "low", unit },
					{ name: "high", unit },
					{ name: "dominated by", unit: "" },
				];
			}),
		],
		rows: plan.choices.map(({ title, levers }, i) => {
			const cost = ends(first!.points[i]!.cost, COST_SHOWN.factor);
			return [
				title,
				levers,
				cost.value,
				cost.low,
				cost.high,
				...frontiers.flatMap(({ harm, points }) => {
					const point = points[i]!;
					const left = ends(point.harm, harmShown(harm).factor);
					const by = point.dominatedBy;
					return [
						left.value,
						left.low,
						left.high,
						by === null ? "" : titleOfMix(plan, by),
					];
				}),
			];
		}),
	};
}
