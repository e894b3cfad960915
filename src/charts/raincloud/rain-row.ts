/** Numbers of a raincloud row: quantiles, dots, zeros and missing values of one scenario. */

import type { MetricDefinition } from "../../market/record/record.ts";
import {
	quantile,
	type SortedSamples,
	sortSamples,
} from "../../statistics/quantile.ts";
import { shownAs } from "../../words/amounts.ts";
import { nullWord } from "../../words/metrics.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	countInWords,
	figure,
	plotted,
} from "../../words/numbers.ts";
import type { ChartScenario } from "../chart.ts";
import { type Chance, chanceOf } from "../finding/chances.ts";
import type { Hue } from "../frame/theme.ts";
import { DOTS, dotLevel } from "./quantile-dots.ts";

/** Levels of the bar: the middle 90 and 50 %, and the median. */
export const BAR_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
export type Bar = readonly [number, number, number, number, number];

/** Row of one scenario: its runs' values of a metric, in the unit shown. */
export interface RainRow {
	readonly scenario: ChartScenario;
	readonly hue: Hue;
	/** runs with a value, ascending */
	readonly samples: SortedSamples;
	/** share of runs with a value */
	readonly known: Chance;
	/** share of those that are exactly 0 */
	readonly zeros: Chance;
	/** null without samples */
	readonly bar: Bar | null;
	/** quantiles of all runs, those without a value last */
	readonly dots: readonly (number | null)[];
}

/** The row of a scenario from its column of the run table. */
export function rainRow(
	scenario: ChartScenario,
	hue: Hue,
	column: Float64Array,
	metric: MetricDefinition,
): RainRow {
	const { factor } = shownAs(metric);
	const samples = sortSamples(column.map((value) => factor * value));
	const known = chanceOf(column, Number.isFinite);
	const at = (level: number) => plotted(quantile(samples, level));
	const [p05, p25, p50, p75, p95] = BAR_LEVELS;
	return {
		scenario,
		hue,
		samples,
		known,
		zeros: chanceOf(samples, (value) => value === 0),
		bar:
			samples.length === 0
				? null
				: [at(p05), at(p25), at(p50), at(p75), at(p95)],
		dots: Array.from({ length: DOTS }, (_, i) =>
			dotLevel(i) < known.share ? at(dotLevel(i) / known.share) : null,
		),
	};
}

/** Zeros, and runs without a value, are told in words from this share on. */
const WORTH_TELLING = 0.01;

/** Words under a scenario's name: median and range, then what no bar can show. */
export function figuresInWords(
	{ samples, bar, known, zeros }: RainRow,
	metric: MetricDefinition,
): readonly string[] {
	const word = nullWord(metric);
	if (bar === null)
		return [
			`${word} in ${countInWords(known.n)} runs`,
			`otherwise ${chanceInWords(known.share)} (${chanceSpanInWords(known.low, known.high)})`,
		];
	const [low, , median, , high] = BAR_LEVELS.map((each) =>
		figure(quantile(samples, each)),
	);
	const isOne = samples[0] === samples.at(-1);
	const range = isOne
		? `${median} in every run`
		: `${median} (${low} to ${high})`;
	const missing = 1 - known.share;
	return [
		range,
		...(missing > 0
			? [
					`${word} in ${chanceInWords(missing)} (${chanceSpanInWords(1 - known.high, 1 - known.low)})`,
				]
			: []),
		...(zeros.share >= WORTH_TELLING
			? [`zero in ${chanceInWords(zeros.share * known.share)} of runs`]
			: []),
	];
}
