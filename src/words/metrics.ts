/** Metrics and series by their one name: label, noun, event, and the words of scenario names. */

import {
	METRICS,
	type MetricDefinition,
	type MetricName,
	SERIES,
	type SeriesDefinition,
	type SeriesName,
} from "../market/record/record.ts";
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
	defence_unmet_certified_t: "the certified-defence shortfall",
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

/** Event that a metric waits for, as a clause; null for a metric that waits for none. */
export function eventOf(metric: MetricDefinition): string | null {
	return (
		Object.entries(EVENTS).find(([name]) => name === metric.name)?.[1] ?? null
	);
}

/** Word for a run without a value: `never`, `not built` or `no value`. */
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
