/** Chart of regrets: loss of each policy, in each state, against the best one there. */

import type { ChoicePlan } from "../../experiment/design.ts";
import { type Regret, regretTable } from "../../inference/search/regret.ts";
import {
	type Satisficing,
	satisficingTable,
} from "../../inference/search/satisficing.ts";
import { parseExpectation } from "../../scenario/expectations/expectation.ts";
import { amountWords, shownAs } from "../../words/amounts.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";
import { countInWords, plotted } from "../../words/numbers.ts";
import type { ChartDraft, ChartInput, ChartTable } from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { periodOf } from "../frame/period.ts";
import { type RegretRow, regretPanels } from "./regret-panel.ts";

/** A policy in a table of regrets, with what it keeps. */
interface Line {
	readonly regret: Regret;
	readonly title: string;
	readonly kept: readonly Satisficing[];
}

/** The choices of a chart of regrets. @throws {ChartError} */
export function choicesOf(
	{ design }: ChartInput,
	kind: ChoicePlan["kind"],
): ChoicePlan {
	if (design?.kind === kind) return design;
	throw new ChartError(
		`these results are of no ${kind}; \`stibium ${kind}\` makes them`,
	);
}

/**
 * Regret of each policy in each state: its mean loss above that of the policy
 * that is best there, run by run, with 95 % intervals. Least regretted first.
 *
 * @throws {ChartError} unless the batch is one of policies and states
 */
export function regretChart(input: ChartInput): ChartDraft {
	const plan = choicesOf(input, "regret");
	const { runs } = input;
	const column = (scenario: string, metric: string) =>
		runs.column(scenario, metric);
	const kept = plan.criteria.map((criterion) =>
		satisficingTable(plan, statementOf(criterion), column),
	);
	const lines = regretTable(plan, column).map(
		(regret): Line => ({
			regret,
			title: titleOfChoice(plan, regret.choice),
			kept: kept.map(
				(table) => table.find(({ choice }) => choice === regret.choice)!,
			),
		}),
	);
	const title = finding(lines, plan);
	const subtitle = subtitleOf(plan, input);
	const source = sourceLines(input.context);
	return {
		kind: "regret",
		name: nameOf(plan),
		title,
		also: mostRegretted(lines, plan),
		subtitle,
		source,
		description: `${title}. ${lines.map((line) => worstInWords(line, plan)).join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			{
				direction: "row",
				spacing: 0,
				below: 34,
				panels: regretPanels(
					lines.map((line) => rowOf(line, plan)),
					plan.states.map((state) => state.title),
					`Regret, ${lossShown(plan).unit}`,
				),
			},
		),
		table: tableOf(lines, plan),
	};
}

function statementOf(text: string) {
	const parsed = parseExpectation(text);
	if ("problem" in parsed) throw new ChartError(`${text} ${parsed.problem}`);
	return parsed.expectation;
}

const titleOfChoice = ({ choices }: ChoicePlan, id: string): string =>
	choices.find((choice) => choice.id === id)?.title ?? id;

const nameOf = ({ loss }: ChoicePlan) =>
	loss.join("-").replaceAll(/[^a-z0-9]+/g, "-");

/** Unit and scale of the loss. */
export function lossShown({ loss }: ChoicePlan) {
	return shownAs(metricOf(loss[0] ?? ""));
}

/** The loss as a noun. */
export function lossInWords({ loss }: ChoicePlan): string {
	return loss.map((metric) => nounOf(metricOf(metric))).join(" plus ");
}

function subtitleOf(plan: ChoicePlan, input: ChartInput): readonly string[] {
	const metric = metricOf(plan.loss[0] ?? "");
	return subtitleLines([
		`Regret: ${lossInWords(plan)} above that of the policy that is best in the same state, mean of ${countInWords(input.context.replicates)} runs that share their luck, ${periodOf(metric, input)}.`,
		"Dots with 95% intervals; policies from the least to the most regretted in their worst state.",
		...(plan.criteria.length === 0
			? []
			: [`At the right: states in which ${plan.criteria[0]} holds.`]),
	]);
}

/** Amounts of the loss, in the unit shown. */
function amountOf(value: number, plan: ChoicePlan): string {
	return amountWords(value, lossShown(plan));
}

function finding(lines: readonly Line[], plan: ChoicePlan): string {
	const [least, next] = lines;
	if (least === undefined || next === undefined)
		return firstThatFits(["One policy alone: no regret to compare"]);
	const { value } = least.regret.worst.regret;
	const count = plan.states.length;
	const states = count === 1 ? "the one state" : `the worst of ${count} states`;
	const many = count === 2 ? "both states" : `all ${count} states`;
	const every = count === 1 ? states : many;
	const amount = value === 0 ? null : amountOf(value, plan);
	const isClear = next.regret.worst.regret.low > value;
	if (!isClear)
		return firstThatFits([
			`No clear difference in regret: ${least.title} and ${next.title} in ${states}`,
			`No clear difference in regret between the best 2 policies in ${states}`,
		]);
	return firstThatFits(
		amount === null
			? [
					`${least.title} is best in ${every}; the next is regretted by ${amountOf(next.regret.worst.regret.value, plan)}`,
					`${least.title} is best in ${every}: never regretted (${count} of ${count})`,
					`${least.title} is never regretted (${count} states)`,
				]
			: [
					`${least.title} is regretted least: by ${amount} in ${states}`,
					`Regretted least: ${least.title}, by ${amount} at most`,
				],
	);
}

/** Worst regret of the policy at the bottom, in a sentence; nothing where there is none. */
function mostRegretted(
	lines: readonly Line[],
	plan: ChoicePlan,
): readonly string[] {
	const last = lines.at(-1);
	if (last === undefined || last.regret.worst.regret.value === 0) return [];
	const { amount, state } = worstOf(last, plan);
	return [`Most regretted: ${last.title}, by ${amount} under ${state}.`];
}

function worstInWords(line: Line, plan: ChoicePlan): string {
	const { amount, state } = worstOf(line, plan);
	return `${line.title}: ${amount} at worst, under ${state}.`;
}

/** The largest regret of a policy, and the state that brings it. */
function worstOf({ regret: { worst } }: Line, plan: ChoicePlan) {
	const state = plan.states.find(({ id }) => id === worst.state)?.title ?? "";
	return { amount: amountOf(worst.regret.value, plan), state };
}

function rowOf({ title, regret, kept }: Line, plan: ChoicePlan): RegretRow {
	const { factor } = lossShown(plan);
	const [first] = kept;
	const worst = regret.worst.regret.value;
	return {
		title,
		cells: regret.states.map(({ state, regret: { value, low, high } }) => ({
			value: factor * value,
			low: factor * (Number.isNaN(low) ? value : low),
			high: factor * (Number.isNaN(high) ? value : high),
			isWorst: state === regret.worst.state && value > 0,
		})),
		worst: worst === 0 ? "never regretted" : amountOf(worst, plan),
		kept:
			first === undefined
				? null
				: `${first.kept} of ${plan.states.length} states`,
	};
}

function tableOf(lines: readonly Line[], plan: ChoicePlan): ChartTable {
	const { factor, unit } = lossShown(plan);
	const shown = (value: number) =>
		Number.isNaN(value) ? null : plotted(factor * value);
	return {
		columns: [
			{ name: "policy", unit: "" },
			{ name: "state", unit: "" },
			{ name: "mean loss", unit },
			{ name: "regret", unit },
			{ name: "low", unit },
			{ name: "high", unit },
			{ name: "mean regret over states", unit },
			...plan.criteria.flatMap((criterion) => [
				{ name: criterion, unit: "" },
				{ name: `${criterion} holds`, unit: "" },
			]),
		],
		rows: lines.flatMap(({ regret, kept }) =>
			regret.states.map(({ state, loss, regret: { value, low, high } }) => [
				regret.choice,
				state,
				shown(loss.value),
				shown(value),
				shown(low),
				shown(high),
				shown(regret.mean.value),
				...kept.flatMap(({ states }) => {
					const found = states.find((one) => one.state === state);
					const estimate = found?.estimate.value ?? Number.NaN;
					return [
						Number.isNaN(estimate) ? null : plotted(estimate),
						found?.holds ? "yes" : "no",
					];
				}),
			]),
		),
	};
}
