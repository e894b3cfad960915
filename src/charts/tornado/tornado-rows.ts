/** Rows of a tornado: inputs ranked, with ends and measure in the unit shown. */

import { DUMMY } from "../../inference/sensitivity/free-parameters.ts";
import type { RankedInput } from "../../inference/sensitivity/ranking.ts";
import type { SwingEnd } from "../../inference/sensitivity/swings.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import { shownAs } from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import {
	briefly,
	decimalsFor,
	inWords,
	plotted,
	spanInWords,
} from "../../words/numbers.ts";
import type { WeighedInputs } from "../chart.ts";

/** Inputs shown, the dummy apart: more would need letters too small to read. */
const MOST = 14;
/** Two-sided 95 % of a normal distribution. */
const Z95 = 1.96;

/** A bar of a tornado, in the unit shown. */
export interface TornadoRow {
	readonly input: RankedInput;
	/** metric with the input low and high */
	readonly low: number;
	readonly high: number;
	/** 95 % interval of each */
	readonly lowSpan: readonly [number, number];
	readonly highSpan: readonly [number, number];
	/** the input's 10 and 90 % points in words */
	readonly ends: readonly [string, string];
	/** the measure with its interval in words */
	readonly measure: string;
	readonly isDummy: boolean;
}

/** The heaviest inputs by length of bar, the dummy last. */
export function tornadoRows(weighed: WeighedInputs): readonly TornadoRow[] {
	const { inputs } = weighed.ranking;
	const isDummy = ({ path }: RankedInput) => path === DUMMY;
	const shown = inputs.filter((input) => !isDummy(input)).slice(0, MOST);
	const metric = metricOf(weighed.metric);
	const rows = shown
		.map((input) => rowOf(input, weighed, metric))
		.sort((one, other) => lengthOf(other) - lengthOf(one));
	const dummy = inputs.filter(isDummy);
	return [...rows, ...dummy.map((input) => rowOf(input, weighed, metric))];
}

/** Length of a bar; 0 where it cannot be told. */
export function lengthOf({ low, high }: TornadoRow): number {
	const length = Math.abs(high - low);
	return Number.isNaN(length) ? 0 : length;
}

function rowOf(
	input: RankedInput,
	{ ranking }: WeighedInputs,
	metric: MetricDefinition,
): TornadoRow {
	const { factor } = shownAs(metric);
	const { low, high } = input.swing;
	const [from, to] = input.at.map(briefly);
	const isMorris = ranking.method === "morris";
	return {
		input,
		low: plotted(factor * low.value),
		high: plotted(factor * high.value),
		lowSpan: spanOf(low, factor),
		highSpan: spanOf(high, factor),
		ends: [from ?? "", to ?? ""],
		measure: measureInWords(input, ranking.method, isMorris ? factor : 1),
		isDummy: input.path === DUMMY,
	};
}

function spanOf({ value, error }: SwingEnd, factor: number): [number, number] {
	const reach = Z95 * error;
	return [plotted(factor * (value - reach)), plotted(factor * (value + reach))];
}

/** Length of a bar that is sure: the difference of its ends less 1.96 of its standard errors. */
export function sureLength({ input }: TornadoRow): number {
	const { low, high } = input.swing;
	const error = Math.sqrt(low.error * low.error + high.error * high.error);
	return Math.abs(high.value - low.value) - Z95 * error;
}

/** A measure with its interval: per cent of variance, the metric's unit, or a correlation. */
export function measureInWords(
	{ measure }: Pick<RankedInput, "measure">,
	method: WeighedInputs["ranking"]["method"],
	factor: number,
): string {
	const scale = method === "sobol" ? 100 : factor;
	const [value, low, high] = [measure.value, measure.low, measure.high].map(
		(end) => scale * end,
	) as [number, number, number];
	if (Number.isNaN(value)) return "not known";
	const decimals = method === "prcc" ? 2 : decimalsFor([low, value, high]);
	const suffix = method === "sobol" ? "%" : "";
	const words = `${inWords(value, decimals)}${suffix}`;
	return Number.isNaN(low) || low === high
		? words
		: `${words} (${spanInWords(low, high, decimals, method === "prcc")})`;
}
