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
import type { Interval } from "../../statistics/interval.ts";
import { type Amount, amountOf, level, span } from "../../words/amounts.ts";
import { listWords } from "../../words/lists.ts";
import { definition } from "./batch.ts";
import { type Html, html } from "./html.ts";
import { tableHtml } from "./table.ts";

/** A share as the page shows it. */
const SHARE: Amount = { factor: 100, unit: "%", suffix: "%" };

/** What policies or mixes of hedges are worth, state by state or harm by harm. */
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

/** A number with its 95 % interval; the interval is left out where it has no width or is not known. */
function withInterval({ value, low, high }: Interval, amount: Amount): string {
	const words = level(value, amount);
	return Number.isFinite(low) && low < high
		? `${words} (${span(low, high, amount)})`
		: words;
}

/** Policies from the least to the most regretted, by state. */
function regretHtml(plan: ChoicePlan, regrets: readonly Regret[]): Html {
	const amount = amountOf(definition(plan.loss[0] as MetricName));
	const loss = listWords(
		plan.loss.map((name) => definition(name as MetricName).label),
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
						isBest ? "best" : withInterval(regret, amount),
					),
					level(worst.regret.value, amount),
					withInterval(mean, amount),
				]),
			},
		],
	})}
<p class="aside">Loss: ${loss}, together.${kept}</p>
`;
}

/** Mixes that no other beats for the money, by what they leave. */
function frontierHtml(plan: ChoicePlan, frontiers: readonly Frontier[]): Html {
	const cost = amountOf(definition(COST));
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
				withInterval(point.cost, cost),
				withInterval(point.harm, harmAmount(frontier)),
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

const harmAmount = ({ harm }: Frontier): Amount =>
	harm.taken === "chance" ? SHARE : amountOf(definition(harm.metric));

function harmWords(frontier: Frontier): string {
	const { harm, points } = frontier;
	const { label } = definition(harm.metric);
	const { unit } = harmAmount(frontier);
	const what =
		harm.taken === "chance"
			? `${label}: share of runs above ${harm.above}, %`
			: `${label}, ${unit}`;
	return `${what} (${efficient(frontier).length} of ${points.length} mixes)`;
}
