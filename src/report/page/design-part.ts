/** Part of a report on policies in several states, or on mixes of hedges. */

import type { ChoicePlan } from "../../experiment/design.ts";
import type { RunTable } from "../../experiment/tables.ts";
import {
	COST,
	type Frontier,
	frontierOf,
	tellingHarms,
} from "../../inference/search/frontier.ts";
import { type Regret, regretTable } from "../../inference/search/regret.ts";
import type { MetricName } from "../../market/record/record.ts";
import {
	level,
	levelWithInterval,
	SHARE,
	type Shown,
	shownAs,
} from "../../words/amounts.ts";
import { listWords } from "../../words/lists.ts";
import { metricOf } from "../../words/metrics.ts";
import { type Html, html } from "./html.ts";
import { tableHtml } from "./table.ts";

/** Worth of policies in each state, or of mixes of hedges against each harm. */
export function designHtml(plan: ChoicePlan, runs: RunTable): Html {
	const column = (scenario: string, metric: string) =>
		runs.column(scenario, metric);
	if (plan.kind === "regret")
		return regretHtml(plan, regretTable(plan, column));
	const frontiers = tellingHarms(plan, column).map((harm) =>
		frontierOf(plan, harm, column),
	);
	return frontierHtml(plan, frontiers);
}

const titleOf = ({ choices }: ChoicePlan, id: string | null): string =>
	choices.find((choice) => choice.id === id)?.title ?? "";

/** Policies from the least to the most regretted, by state. */
function regretHtml(plan: ChoicePlan, regrets: readonly Regret[]): Html {
	const amount = shownAs(metricOf(plan.loss[0] as MetricName));
	const loss = listWords(
		plan.loss.map((name) => metricOf(name as MetricName).label),
	);
	const kept =
		plan.criteria.length > 0
			? " What each policy keeps of the statements that it was held against is in regret.csv."
			: "";
	return html`${tableHtml({
		caption: `Regret by state, ${amount.unit}: mean loss above that of the best policy of the state, with 95% intervals`,
		columns: [
			{ head: "Policy" },
			...plan.states.map(({ title }) => ({ head: title, isNumber: true })),
			{ head: "At worst", isNumber: true },
			{ head: "Mean of the states", isNumber: true },
		],
		groups: [
			{
				title: null,
				rows: regrets.map(({ choice, states, worst, mean }) => [
					titleOf(plan, choice),
					...states.map(({ isBest, regret }) =>
						isBest ? "best" : levelWithInterval(regret, amount),
					),
					level(worst.regret.value, amount),
					levelWithInterval(mean, amount),
				]),
			},
		],
	})}
<p class="aside">Loss: ${loss}, together.${kept}</p>
`;
}

/** Mixes that no other beats for the money, by what they leave. */
function frontierHtml(plan: ChoicePlan, frontiers: readonly Frontier[]): Html {
	const cost = shownAs(metricOf(COST));
	return html`${tableHtml({
		caption:
			"Mixes that no other clearly beats for less money, by what they leave, with 95% intervals",
		columns: [
			{ head: "Mix" },
			{ head: `Cost to the treasury, ${cost.unit}`, isNumber: true },
			{ head: "What it leaves", isNumber: true },
		],
		groups: frontiers.map((frontier) => ({
			title: harmWords(frontier),
			rows: efficient(frontier).map((point) => [
				titleOf(plan, point.choice),
				levelWithInterval(point.cost, cost),
				levelWithInterval(point.harm, harmAmount(frontier)),
			]),
		})),
	})}
<p class="aside">${plan.choices.length} mixes were tried; frontier.csv in the results folder has all of them, with what dominates each.</p>
`;
}

const efficient = ({ points }: Frontier): Frontier["points"] =>
	points
		.filter(({ dominatedBy }) => dominatedBy === null)
		.sort((a, b) => a.cost.value - b.cost.value);

const harmAmount = ({ harm }: Frontier): Shown =>
	harm.taken === "chance" ? SHARE : shownAs(metricOf(harm.metric));

function harmWords(frontier: Frontier): string {
	const { harm, points } = frontier;
	const { label } = metricOf(harm.metric);
	const { unit } = harmAmount(frontier);
	const what =
		harm.taken === "chance"
			? `${label}: share of runs above ${harm.above}, %`
			: `${label}, ${unit}`;
	return `${what} (${efficient(frontier).length} of ${points.length} mixes)`;
}
