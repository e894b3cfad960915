/** Answer on policies: regret of each in every state, and the goals that it keeps. */

import { CommandError } from "../../actions/refusal.ts";
import type { ChoicePlan } from "../../experiment/design.ts";
import type { RunTable } from "../../experiment/tables.ts";
import { type Regret, regretTable } from "../../inference/search/regret.ts";
import {
	type Satisficing,
	satisficingTable,
} from "../../inference/search/satisficing.ts";
import { METRICS } from "../../market/record/record.ts";
import {
	type Expectation,
	parseExpectation,
} from "../../scenario/expectations/expectation.ts";
import { level, levelWithInterval, shownAs } from "../../words/amounts.ts";
import { listWords } from "../../words/lists.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";
import { safeText } from "../../words/safe-text.ts";
import { type Row, setRow, widthsOf } from "../terminal/columns.ts";
import type { DesignAnswer } from "./answer.ts";
import { estimateWords } from "./threshold.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** A statement with how well every policy keeps it. */
interface Kept {
	readonly criterion: string;
	readonly table: readonly Satisficing[];
}

/** Regrets, and what policies keep: for files, for programs, for people. */
export function regretAnswer(plan: ChoicePlan, runs: RunTable): DesignAnswer {
	const column = (scenario: string, metric: string) =>
		runs.column(scenario, metric);
	const regrets = regretTable(plan, column);
	const kept = plan.criteria.map((criterion) => ({
		criterion,
		table: satisficingTable(plan, criterionOf(criterion), column),
	}));
	return {
		name: "regret",
		table: {
			header: HEADER,
			rows: [...regrets.flatMap(regretRows), ...kept.flatMap(keptRows)],
		},
		json: { regret: { ...plan, regrets, satisficing: kept } },
		lines: () => [
			"",
			...regretLines(plan, regrets),
			...kept.flatMap((one) => ["", ...keptLines(plan, one)]),
		],
	};
}

const HEADER = [
	"policy",
	"state",
	"measure",
	"value",
	"low",
	"high",
	"holds",
	"sure",
];

const regretRows = ({ choice, states, mean }: Regret) => [
	...states.flatMap(({ state, loss, regret }) => [
		[choice, state, "loss", loss.value, loss.low, loss.high, null, null],
		[
			choice,
			state,
			"regret",
			regret.value,
			regret.low,
			regret.high,
			null,
			null,
		],
	]),
	[choice, "all", "mean regret", mean.value, mean.low, mean.high, null, null],
];

const keptRows = ({ criterion, table }: Kept) =>
	table.flatMap(({ choice, states }) =>
		states.map(({ state, estimate, holds, isSure }) => [
			choice,
			state,
			criterion,
			estimate.value,
			estimate.low,
			estimate.high,
			holds ? "yes" : "no",
			isSure ? "yes" : "no",
		]),
	);

const titleOf = ({ choices }: ChoicePlan, id: string) =>
	choices.find((choice) => choice.id === id)?.title ?? id;

/** Policies from the least to the most regretted: regret by state, at worst, on average. */
function regretLines(
	plan: ChoicePlan,
	regrets: readonly Regret[],
): readonly string[] {
	const losses = plan.loss.map(metricOf);
	const shown = shownAs(metricOf(plan.loss[0] ?? ""));
	const head = ["", ...plan.states.map(({ id }) => id), "at worst", "mean"];
	const rows = regrets.map(
		({ choice, states, worst, mean }): Row => [
			titleOf(plan, choice),
			...states.map(({ regret, isBest }) =>
				isBest ? "best" : levelWithInterval(regret, shown),
			),
			level(worst.regret.value, shown),
			level(mean.value, shown),
		],
	);
	const widths = widthsOf([head, ...rows]);
	return [
		`Regret: mean of ${listWords(losses.map(nounOf))} above the best policy of the state, ${shown.unit} (95 % interval)`,
		...[head, ...rows].map((row) => `  ${setRow(row, widths)}`),
	];
}

/** A statement that a folder keeps. @throws {CommandError} when it cannot be read any more */
function criterionOf(text: string): Expectation {
	const parsed = parseExpectation(text, METRIC_NAMES);
	if ("expectation" in parsed) return parsed.expectation;
	throw new CommandError(safeText(`the criterion "${text}" ${parsed.problem}`));
}

/** Table of policies and states in which a statement holds; `?` where the interval leaves it open. */
function keptLines(
	plan: ChoicePlan,
	{ criterion, table }: Kept,
): readonly string[] {
	const head = ["", ...plan.states.map(({ id }) => id), "holds in"];
	const rows = table.map(
		({ choice, states, kept }): Row => [
			titleOf(plan, choice),
			...states.map(
				({ estimate, holds, isSure }) =>
					`${holds ? "yes" : "no"}${isSure ? "" : "?"} ${estimateWords(estimate)}`,
			),
			`${kept} of ${states.length}`,
		],
	);
	const widths = widthsOf([head, ...rows]);
	return [
		`Kept: ${criterion}`,
		...[head, ...rows].map((row) => `  ${setRow(row, widths)}`),
	];
}
