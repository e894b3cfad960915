/** Finding on a metric, from which a chart has its title. */

import { isClear } from "../../experiment/verdict.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import { shownAs, span } from "../../words/amounts.ts";
import { eventOf, nounOf } from "../../words/metrics.ts";
import { baseOf, type ChartInput, type ChartScenario } from "../chart.ts";
import { chanceTitle } from "./chance-title.ts";
import { chanceOf, chancesOf } from "./chances.ts";
import { type Effect, effectsOn } from "./effects.ts";
import { firstThatFits, withNames } from "./title-forms.ts";

/** A finding, with how to read it. */
export interface Finding {
	readonly title: string;
	/** key to the brackets of the title; null when it has none */
	readonly key: string | null;
}

/** Key to the size of an effect in a title. */
const EFFECT_KEY = "mean paired difference, 95% interval in brackets";

/**
 * The finding on a metric: the largest clear effect among the others, or that there is
 * none; the chance of the event for metrics that wait for one.
 */
export function metricFinding(
	metric: MetricDefinition,
	input: ChartInput,
): Finding {
	const event = eventOf(metric);
	if (event !== null) return eventFinding(metric, event, input);
	const effects = effectsOn(metric, input);
	if (effects.length === 0)
		return { title: aloneTitle(metric, input), key: null };
	const title = effectTitle(nounOf(metric), effects, baseOf(input.context));
	return { title, key: title.includes("(") ? EFFECT_KEY : null };
}

function eventFinding(
	metric: MetricDefinition,
	event: string,
	input: ChartInput,
): Finding {
	const base = input.runs.column(input.context.base, metric.name);
	const title = chanceTitle(
		event,
		chancesOf(input, metric.name, Number.isFinite),
		input,
		chanceOf(base, Number.isFinite),
	);
	return { title, key: null };
}

/** The effect to speak of: the largest that is clear, else the first. */
function leading(effects: readonly Effect[]): Effect | undefined {
	const clear = effects.filter(({ verdict }) => isClear(verdict));
	return (
		[...clear].sort((a, b) => Math.abs(b.size) - Math.abs(a.size))[0] ??
		effects[0]
	);
}

function effectTitle(
	noun: string,
	effects: readonly Effect[],
	base: ChartScenario,
): string {
	const effect = leading(effects);
	if (!effect) return firstThatFits([`${noun}: nothing to compare`]);
	const { amount, interval, other, verdict } = effect;
	const pair = [other, base];
	switch (verdict) {
		case "higher":
		case "lower": {
			const verb = verdict === "higher" ? "raises" : "lowers";
			return firstThatFits(
				withNames(pair, [
					(o, b) =>
						`${o} ${verb} ${noun} by ${amount} (${interval}) against ${b}`,
					(o, b) => `${o} ${verb} ${noun} by ${amount} against ${b}`,
					(o) => `${o} ${verb} ${noun} by ${amount} (${interval})`,
					(o) => `${o} ${verb} ${noun} by ${amount}`,
				]),
			);
		}
		case "no clear difference":
			return firstThatFits(unclearSentences(noun, effects, interval, pair));
		case "equal":
			return firstThatFits(
				withNames(pair, [
					(o, b) => `No difference in ${noun}: ${o} equals ${b} in every run`,
					(o) => `No difference in ${noun} under ${o}`,
				]),
			);
		case "no pair has both":
			return firstThatFits(
				withNames(pair, [
					(o, b) => `No run has a value of ${noun} under both ${o} and ${b}`,
					() => `No comparison: no run has a value of ${noun}`,
				]),
			);
	}
}

function unclearSentences(
	noun: string,
	effects: readonly Effect[],
	interval: string,
	pair: readonly ChartScenario[],
): readonly string[] {
	const count = effects.length;
	if (count > 1)
		return withNames(pair.slice(1), [
			(b) =>
				`No clear difference in ${noun} between ${b} and the ${count} others`,
			() => `No clear difference in ${noun} in ${count} scenarios`,
		]);
	return withNames(pair, [
		(o, b) => `No clear difference in ${noun}: ${o} against ${b} (${interval})`,
		(o, b) => `No clear difference in ${noun}: ${o} against ${b}`,
		() => `No clear difference in ${noun} (${interval})`,
		() => `No clear difference in ${noun}`,
	]);
}

/** A scenario alone: no comparison, so no difference is claimed. */
function aloneTitle(metric: MetricDefinition, input: ChartInput): string {
	const base = baseOf(input.context);
	const summary = input.summary.scenarios[base.name]?.[metric.name];
	const noun = nounOf(metric);
	if (!summary || summary.n === 0)
		return firstThatFits([`No run has a value of ${noun}`]);
	const shown = shownAs(metric);
	const range = `${span(summary.p05, summary.p95, shown)}${shown.suffix}`;
	return firstThatFits(
		withNames(
			[base],
			[
				(b) => `${b}: ${noun} is ${range} in the middle 90% of runs`,
				() => `${noun} is ${range} in the middle 90% of runs`,
				() => `${range} in the middle 90% of runs: ${noun}`,
			],
		),
	);
}
