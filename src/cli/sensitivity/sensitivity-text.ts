/** Text of a sensitivity analysis: inputs that move a metric, and how far to trust the order. */

import { DUMMY } from "../../inference/sensitivity/free-parameters.ts";
import type {
	Method,
	RankedInput,
} from "../../inference/sensitivity/ranking.ts";
import type { Interval } from "../../statistics/interval.ts";
import {
	amountWords,
	labelWithUnit,
	level,
	type Shown,
	shownAs,
	signedLevel,
} from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { inWords, numberWords, percentInWords } from "../../words/numbers.ts";
import { type Row, setRow, widthsOf, wrapped } from "../terminal/columns.ts";
import type { SensitivityReport } from "./sensitivity-report.ts";

/** Inputs of the table, the dummy apart; all stand in sensitivity.csv. */
const MOST_ROWS = 20;
/** Inputs that the first sentence names. */
const NAMED = 5;
/** Interval over interval when the design grows by this factor. */
const GROWTH = 4;

/** Names and number formats of one method's columns. */
interface Style {
	readonly head: readonly string[];
	readonly cells: (input: RankedInput, shown: Shown) => readonly string[];
	/** the measure in a sentence */
	readonly told: (input: RankedInput, shown: Shown) => string;
}

const percent = (share: number): string =>
	Number.isNaN(share) ? "–" : percentInWords(share);

function spanWords(
	{ low, high }: Pick<Interval, "low" | "high">,
	words: (value: number) => string,
): string {
	return Number.isNaN(low) ? "–" : `${words(low)} to ${words(high)}`;
}

const correlation = (value: number): string =>
	Number.isNaN(value) ? "–" : inWords(value, 2);

const STYLES: Readonly<Record<Method, Style>> = {
	sobol: {
		head: ["total index", "95 % interval", "first order", "95 % interval"],
		cells: ({ measure, details }) => [
			percent(measure.value),
			spanWords(measure, percent),
			percent(details["first"] ?? Number.NaN),
			spanWords(
				{
					low: details["firstLow"] ?? Number.NaN,
					high: details["firstHigh"] ?? Number.NaN,
				},
				percent,
			),
		],
		told: ({ path, measure }) => `${path} (${percent(measure.value)})`,
	},
	morris: {
		head: ["mu*", "95 % interval", "mu", "sigma"],
		cells: ({ measure, details }, shown) => [
			level(measure.value, shown),
			spanWords(measure, (value) => level(value, shown)),
			signedLevel(details["mu"] ?? Number.NaN, shown),
			level(details["sigma"] ?? Number.NaN, shown),
		],
		told: ({ path, measure }, shown) =>
			`${path} (${level(measure.value, shown)})`,
	},
	prcc: {
		head: ["partial rank corr.", "95 % interval", "p"],
		cells: ({ measure, details }) => [
			correlation(measure.value),
			spanWords(measure, correlation),
			numberWords(details["p"] ?? Number.NaN),
		],
		told: ({ path, measure }) => `${path} (${correlation(measure.value)})`,
	},
};

/** Terminal that an analysis is written to, and the seconds it took. */
export interface TextSetting {
	readonly width: number;
	readonly bold: (text: string) => string;
	readonly seconds: number;
}

/** An analysis for a reader: what matters, the table, how far to trust it. */
export function sensitivityText(
	report: SensitivityReport,
	{ width, bold, seconds }: TextSetting,
): string {
	const { weighed } = report;
	const { metric, scenario, ranking } = weighed;
	const label = labelWithUnit(metricOf(metric));
	const lines = (text: string) => wrapped(text, width, "");
	return [
		bold(
			`${label}, in ${scenario}: ${METHOD_WORDS[ranking.method]}, ${weighed.runs}`,
		),
		...lines(matterWords(report)),
		"",
		...table(report, bold),
		"",
		...lines(trustWords(report)),
		...lines(moreWords(report, seconds)),
	].join("\n");
}

const METHOD_WORDS: Readonly<Record<Method, string>> = {
	morris: "screening by Morris",
	sobol: "shares of variance after Sobol",
	prcc: "partial rank correlations",
};

/** Names the inputs that move the metric most, and the share of luck. */
function matterWords({ weighed }: SensitivityReport): string {
	const { ranking, luckShare } = weighed;
	const { inputs, mean, method } = ranking;
	const shown = shownAs(metricOf(weighed.metric));
	const above = inputs.filter(({ isAbove }) => isAbove);
	const named = above
		.slice(0, NAMED)
		.map((input) => STYLES[method].told(input, shown));
	const what =
		named.length === 0
			? "No input stands above the floor."
			: `What moves it most: ${named.join(", ")}. ${above.length} of ${inputs.length} inputs stand above the floor.`;
	const luck =
		luckShare === null
			? ""
			: ` Luck (noise, outages, dates and sizes of events) makes ${percent(luckShare)} of the variance of single runs, the inputs the rest.`;
	return `Mean ${amountWords(mean, shown)}. ${what}${luck}`;
}

function table(
	{ weighed: { ranking, metric } }: SensitivityReport,
	bold: (text: string) => string,
): readonly string[] {
	const { cells, head } = STYLES[ranking.method];
	const isDummy = ({ path }: RankedInput) => path === DUMMY;
	const others = ranking.inputs.filter((input) => !isDummy(input));
	const amount = shownAs(metricOf(metric));
	const shown = [
		...others.slice(0, MOST_ROWS),
		...ranking.inputs.filter(isDummy),
	];
	const rows: readonly Row[] = [
		["", "10 to 90 %", "metric at these", ...head],
		...shown.map((input) => [
			`${input.isAbove ? "*" : " "} ${input.path}`,
			spanWords({ low: input.at[0], high: input.at[1] }, numberWords),
			spanWords(
				{ low: input.swing.low.value, high: input.swing.high.value },
				(value) => level(value, amount),
			),
			...cells(input, amount),
		]),
	];
	const widths = widthsOf(rows);
	const [first = "", ...rest] = rows.map((row) => setRow(row, widths));
	const left = others.length - MOST_ROWS;
	return [
		bold(first),
		...rest,
		...(left > 0 ? [`  and ${left} more in sensitivity.csv`] : []),
	];
}

/** Explains the stars, the dummy, the columns, and the origin of the inputs. */
function trustWords({ weighed, points, lost }: SensitivityReport): string {
	const { method } = weighed.ranking;
	const without =
		lost === 0 ? "" : ` ${lost} of ${points} have no value and are left out.`;
	return `${TRUST[method]} Inputs come one by one from the priors, since the method needs independent ones: this tells the model's leverage, not that of the posterior, which has ruled much of the priors out.${without}`;
}

const ZERO_DUMMY =
	"As all points share their luck, the dummy, which touches nothing, is exactly zero: the intervals alone tell how sure a number is.";

const TRUST: Readonly<Record<Method, string>> = {
	sobol: `* interval above 1 % of the variance. ${ZERO_DUMMY} Total index: share of the variance of a point's mean that an input makes by itself and with others; first order: by itself.`,
	morris: `* interval above a tenth of the largest mu*. ${ZERO_DUMMY} mu*: mean size of the change of the metric per whole range of an input; mu keeps the sign; sigma as large as mu* says that the effect bends or hangs on other inputs. Metric at these: along a straight line.`,
	prcc: "* interval clear of the dummy's, which touches nothing: what is no clearer is noise. A correlation is of ranks and of a metric that also has luck in it: it tells direction and order, not amounts.",
};

/** Names the size that halves the intervals, and its time. */
function moreWords(
	{ weighed, size }: SensitivityReport,
	seconds: number,
): string {
	const { method } = weighed.ranking;
	if (size === null)
		return "Narrower intervals: a batch of four times the replicates halves them.";
	const minutes = (GROWTH * seconds) / 60;
	const amounts =
		method === "morris" ? " For shares of variance: --method sobol." : "";
	return `Narrower intervals: -n ${GROWTH * size} halves them, in about ${minutes < 1.5 ? "a minute" : `${Math.round(minutes)} minutes`} here.${amounts}`;
}
