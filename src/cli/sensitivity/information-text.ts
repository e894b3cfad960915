/** Text of the value of information: best choice, worth of knowing all, and of each input. */

import { DUMMY } from "../../inference/sensitivity/free-parameters.ts";
import {
	amountWords,
	labelWithUnit,
	level,
	shownAs,
	shownDifference,
} from "../../words/amounts.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";
import { countInWords, percentInWords } from "../../words/numbers.ts";
import { type Row, setRow, widthsOf, wrapped } from "../terminal/columns.ts";
import type { InformationReport, InformedInput } from "./information.ts";

/** Inputs of the table, the dummy apart, at most; all stand in sensitivity.csv. */
const MOST_ROWS = 15;

/** A chance in words; few of many is no proof of never. */
function chanceWords(chance: number): string {
	if (chance < 0.005) return "<1 %";
	return chance > 0.995 ? ">99 %" : percentInWords(chance);
}

/** The value of information for a reader: the choice, what all knowledge is worth, and each input. */
export function informationText(
	report: InformationReport,
	width: number,
	bold: (text: string) => string,
): string {
	const { metric, higher, replicates } = report;
	const label = labelWithUnit(metricOf(metric));
	const lines = (text: string) => wrapped(text, width, "");
	const way = higher ? "more is better" : "less is better";
	return [
		bold(
			`${label}: what information is worth before a choice; ${way}, ${countInWords(replicates)} replicates`,
		),
		...lines(choiceWords(report)),
		"",
		...policyTable(report, bold),
		"",
		...inputTable(report, bold),
		"",
		...lines(
			"Value: expected gain from knowing an input before the choice. * more than the dummy's by both errors; the dummy touches nothing, and what it seems worth is noise. Values of inputs do not add up. Inputs come one by one from the priors; luck to come can be known by nobody and makes up the rest of the value of knowing everything.",
		),
	].join("\n");
}

function choiceWords(report: InformationReport): string {
	const { best, perfect, metric, inputs } = report;
	const shown = shownDifference(metricOf(metric));
	const amount = (value: number) => amountWords(value, shown);
	const above = inputs.filter(({ isAbove }) => isAbove);
	const [first] = above;
	const chosen = `Chosen now: ${best}, the best mean of ${nounOf(metricOf(metric))}. To know everything, luck to come included, would be worth ${amount(perfect)}.`;
	return first === undefined
		? `${chosen} To know any one input is worth no more than noise.`
		: `${chosen} Of single inputs ${first.path} is worth most, ${amount(first.partial)}; ${above.length} of ${inputs.length} are worth more than noise.`;
}

function policyTable(
	{ policies, best, metric }: InformationReport,
	bold: (text: string) => string,
): readonly string[] {
	return tableLines(
		[
			["scenario", "mean", "ranks first in"],
			...policies.map(({ name, mean, chanceBest }) => [
				`${name === best ? "*" : " "} ${name}`,
				level(mean, shownAs(metricOf(metric))),
				chanceWords(chanceBest),
			]),
		],
		bold,
	);
}

function inputTable(
	{ inputs, metric }: InformationReport,
	bold: (text: string) => string,
): readonly string[] {
	const isDummy = ({ path }: InformedInput) => path === DUMMY;
	const others = inputs.filter((input) => !isDummy(input));
	const worth = others.filter(({ partial }) => partial > 0);
	const shown = [...worth.slice(0, MOST_ROWS), ...inputs.filter(isDummy)];
	const left = worth.length - Math.min(MOST_ROWS, worth.length);
	const nothing = others.length - worth.length;
	const amount = shownAs(metricOf(metric));
	return [
		...tableLines(
			[
				["input", "value of knowing it", "± error", "changes the choice in"],
				...shown.map(({ path, partial, error, switches, isAbove }) => [
					`${isAbove ? "*" : " "} ${path}`,
					level(partial, amount),
					level(error, amount),
					switches === 0 ? "none" : chanceWords(switches),
				]),
			],
			bold,
		),
		...(left > 0 ? [`  and ${left} more in sensitivity.csv`] : []),
		...(nothing > 0 ? [`  and ${nothing} that never change the choice`] : []),
	];
}

function tableLines(
	rows: readonly Row[],
	bold: (text: string) => string,
): readonly string[] {
	const widths = widthsOf(rows);
	const [first = "", ...rest] = rows.map((row) => setRow(row, widths));
	return [bold(first), ...rest];
}
