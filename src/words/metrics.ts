import {
	METRICS,
	type MetricDefinition,
	type MetricName,
	SERIES,
	type SeriesDefinition,
	type SeriesName,
} from "../market/record/record.ts";
import { decimalsFor, spanInWords } from "./numbers.ts";

/** How a quantity is shown: a factor on what is stored, and the words of its unit. */
export interface Shown {
	readonly factor: number;
	/** for an axis, e.g. `thousand US$ per tonne` */
	readonly unit: string;
	/** behind a number, e.g. ` t`, `%`; with its space */
	readonly suffix: string;
}

const SHARE: Shown = { factor: 100, unit: "per cent", suffix: "%" };
const RATIO: Shown = { factor: 1, unit: "ratio", suffix: "" };
/** By the unit of the record. */
const SHOWN: Readonly<Record<string, Shown>> = {
	"USD/t": {
		factor: 1e-3,
		unit: "thousand US$ per tonne",
		suffix: " thousand US$/t",
	},
	"USD/t Sb": {
		factor: 1e-3,
		unit: "thousand US$ per tonne of antimony",
		suffix: " thousand US$/t",
	},
	USD: { factor: 1e-6, unit: "million US$", suffix: " million US$" },
	"t Sb": { factor: 1, unit: "tonnes of antimony", suffix: " t" },
	months: { factor: 1, unit: "months", suffix: " months" },
	"ln(USD/t)": { factor: 1, unit: "ln of US$ per tonne", suffix: "" },
};

/** Finer ways to show what is small in the usual one. */
const FINER: Readonly<Record<string, Shown>> = {
	"USD/t": { factor: 1, unit: "US$ per tonne", suffix: " US$/t" },
	USD: { factor: 1e-3, unit: "thousand US$", suffix: " thousand US$" },
};
/** Amounts up to this are small, in the usual unit. */
const SMALL = 0.5;

/** How amounts of a metric up to the largest are shown: in a finer unit where all are small. */
export function shownUpTo(metric: MetricDefinition, largest: number): Shown {
	const usual = shownAs(metric);
	const isSmall = usual.factor * Math.abs(largest) < SMALL;
	return (isSmall && largest !== 0 && FINER[metric.unit]) || usual;
}

/** A span of a metric with its unit behind, e.g. `12–16 thousand US$/t`. */
export function amountSpan(
	metric: MetricDefinition,
	low: number,
	high: number,
): string {
	const { factor, suffix } = shownAs(metric);
	const ends = [factor * low, factor * high] as const;
	return `${spanInWords(...ends, decimalsFor(ends))}${suffix}`;
}

/** Quantities of unit 1 that are parts of a whole. */
const IS_SHARE = /share|utilisation/;

/** How a metric or a series is shown. @throws {RangeError} for a unit without a form */
export function shownAs(
	definition: SeriesDefinition | MetricDefinition,
): Shown {
	const { name, unit } = definition;
	const shown =
		unit === "1" ? (IS_SHARE.test(name) ? SHARE : RATIO) : SHOWN[unit];
	if (!shown) throw new RangeError(`no way to show ${name} in ${unit}`);
	return shown;
}

/** The label with its unit, unless the label says it. */
export function labelWithUnit(
	definition: SeriesDefinition | MetricDefinition,
): string {
	const { unit } = shownAs(definition);
	const isSaid = unit === "months" || unit === "ratio";
	return isSaid ? definition.label : `${definition.label}, ${unit}`;
}

/** A metric by name. @throws {RangeError} when there is none */
export function metricOf(name: string): MetricDefinition {
	const found = METRICS.find((metric) => metric.name === name);
	if (!found) throw new RangeError(`no metric ${name}`);
	return found;
}

/** A monthly series by name. @throws {RangeError} when there is none */
export function seriesOf(name: SeriesName): SeriesDefinition {
	const found = SERIES.find((series) => series.name === name);
	if (!found) throw new RangeError(`no series ${name}`);
	return found;
}

/** Nouns short enough for a headline; without one, the label serves. */
const NOUNS: Readonly<Partial<Record<MetricName, string>>> = {
	mean_price_12m_usd_t: "the 12-month price",
	peak_price_usd_t: "the peak price",
	months_above_2x: "the time above twice the normal price",
	us_unmet_t: "unmet US use",
	us_shortage_months: "the months of US shortage",
	defence_unmet_t: "unmet US defence need",
	defence_unmet_share: "the unmet share of US defence need",
	us_user_cost_usd: "the extra cost to US users",
	fiscal_cost_usd: "the cost to the US government",
	max_price_ratio: "the widest split of prices",
	pakistan_share_us_use_2030: "Pakistan's share of US use in 2030",
	pakistan_share_us_defence_2030: "Pakistan's share of US defence need in 2030",
	grey_share: "the grey share of Chinese exports",
	demand_destroyed_t: "civil use driven out by price",
	recovery_months: "the months to recovery",
};

const SHORT_WINDOW = "_24m";

/** The metric as a noun in a sentence. */
export function nounOf(metric: MetricDefinition): string {
	const isShort = metric.name.endsWith(SHORT_WINDOW);
	const whole = isShort
		? metric.name.slice(0, -SHORT_WINDOW.length)
		: metric.name;
	const noun = Object.entries(NOUNS).find(([name]) => name === whole)?.[1];
	if (!noun) return lowerFirst(metric.label);
	return isShort ? `${noun} in 24 months` : noun;
}

/** Events that may never come: the metric counts months until they do. */
const EVENTS: Readonly<Partial<Record<MetricName, string>>> = {
	pakistan_months_to_10pct_defence: "Pakistan covers 10% of US defence need",
	pakistan_months_to_10pct_use: "Pakistan covers 10% of US use",
	recovery_months: "the price recovers from its peak",
};

/** What happens when the metric has a value, for metrics that wait for an event. */
export function eventOf(metric: MetricDefinition): string | null {
	return (
		Object.entries(EVENTS).find(([name]) => name === metric.name)?.[1] ?? null
	);
}

/** What it means that a run has no value. */
export function nullWord(metric: MetricDefinition): string {
	if (eventOf(metric) !== null) return "never";
	return metric.name === "refinery_utilisation" ? "not built" : "no value";
}

/** A sentence's words with a small letter first, unless the first word is a name. */
export function lowerFirst(label: string): string {
	const isName = /^(US|World|Pakistan|China|Chinese|Pakistani)\b/.test(label);
	return isName && !label.startsWith("World")
		? label
		: `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** A file name's words: `ban-returns` reads `Ban returns`, `us-stockpile` reads `US stockpile`. */
export function wordsOfName(name: string): string {
	const words = name
		.replaceAll(/[-_]+/g, " ")
		.trim()
		.replaceAll(/\bus\b/g, "US");
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A part of a file name: small letters and figures in groups parted by one hyphen. */
export function nameForFile(name: string): string {
	return name.replaceAll(/[-_]+/g, "-").replace(/-$/, "");
}
