/** Text of a comparison of two results folders: plan, scenarios, and a table of metrics. */

import type { Estimate } from "../../experiment/tables.ts";
import { isClear, verdictOf } from "../../experiment/verdict.ts";
import {
	differenceWords,
	labelWithUnit,
	levelWithInterval,
	type Shown,
	shareOfBase,
	shownAs,
} from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { countInWords } from "../../words/numbers.ts";
import type {
	MetricDifference,
	ResultsDifference,
	ScenarioDifference,
} from "./results-difference.ts";
import { hanging, scenarioLines } from "./scenario-words.ts";

/** Digits of a digest that are shown. */
const DIGEST = 12;

/** Lines that tell how two results folders differ. */
export function resultsLines(
	difference: ResultsDifference,
	[a, b]: readonly [string, string],
	width: number,
): readonly string[] {
	const { digest, plan, scenarios } = difference;
	const head =
		digest === null
			? `${b} against ${a}: their numbers differ.`
			: `${a} and ${b} hold the same numbers to the bit (digest ${digest.slice(0, DIGEST)}…).`;
	return [
		head,
		...(plan.length === 0
			? ["Plan, version, parameters and seed are the same."]
			: []),
		...plan.map((one) => `  ${one.field}: ${one.a} → ${one.b}`),
		...(digest === null ? scenarios : []).flatMap((one) => [
			"",
			...scenarioPart(one, difference, [a, b], width),
		]),
		...(digest === null && scenarios.length === 0
			? [
					"No scenario stands in both, so that no metric can be held against another.",
				]
			: []),
	];
}

function scenarioPart(
	one: ScenarioDifference,
	{ unpaired }: ResultsDifference,
	folders: readonly [string, string],
	width: number,
): readonly string[] {
	const { changes, metrics, pairs } = one;
	const isAlike = one.a === one.b;
	const names: readonly [string, string] = isAlike
		? [`${one.a} of ${folders[0]}`, `${one.b} of ${folders[1]}`]
		: [one.a, one.b];
	const how =
		pairs === null
			? `not paired: ${unpaired}`
			: `paired: ${countInWords(pairs)} replicates share their luck`;
	return [
		`${isAlike ? one.a : `${one.b} against ${one.a}`} (${how})`,
		...(changes.same && isAlike
			? ["  The scenario is the same."]
			: scenarioLines(changes, names, width - 2).map((line) => `  ${line}`)),
		...metrics.flatMap((metric) => metricLines(metric, width)),
	];
}

/** A metric in both, and what the difference comes to. */
function metricLines(
	{ metric, a, b, difference, n, of }: MetricDifference,
	width: number,
): readonly string[] {
	const definition = metricOf(metric);
	const shown = shownAs(definition);
	const verdict = verdictOf({ n, mean: difference });
	const less = differenceWords(difference, shown);
	const part = isClear(verdict)
		? shareOfBase(definition, difference, a.value)
		: "";
	const levels = `${levelWords(a, shown)} → ${levelWords(b, shown)}`;
	const values =
		n === 0
			? `${levels}; ${verdict}`
			: `${levels}; difference ${less.mean} (${less.span})${part === "" ? "" : `, ${part}`}, ${verdict}`;
	const some = n > 0 && n < of ? ` (${n} of ${of} pairs have it in both)` : "";
	const told = verdict === "equal" ? `${levelWords(a, shown)} in both` : values;
	return hanging(`${labelWithUnit(definition)}: ${told}${some}`, width);
}

/** A mean with its 95 % interval. */
function levelWords(mean: Estimate, shown: Shown): string {
	return Number.isNaN(mean.value) ? "never" : levelWithInterval(mean, shown);
}
