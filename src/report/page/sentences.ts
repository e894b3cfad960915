/** Sentences of a report on price, cost, shortage, and Pakistan's share of US defence need. */

import { type Chance, chanceOf } from "../../charts/finding/chances.ts";
import type { PairedSummary } from "../../experiment/tables.ts";
import { verdictOf } from "../../experiment/verdict.ts";
import type { MetricName } from "../../market/record/record.ts";
import { pairedStatistics } from "../../statistics/paired.ts";
import {
	differenceWords,
	level,
	relativeWords,
	shownAs,
	span,
} from "../../words/amounts.ts";
import { instantOfText, monthWords } from "../../words/dates.ts";
import { metricOf } from "../../words/metrics.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	countInWords,
} from "../../words/numbers.ts";
import {
	entryOf,
	pairOf,
	quoted,
	type ReportBatch,
	summaryOf,
} from "./batch.ts";

const PRICE: MetricName = "mean_price_12m_usd_t";
const COST: MetricName = "us_user_cost_usd";
/** Months from the reference until Pakistan covers a tenth of it; none where it never does. */
export const PAKISTAN_DEFENCE: MetricName = "pakistan_months_to_10pct_defence";
const PAKISTAN_USE: MetricName = "pakistan_months_to_10pct_use";

/** Runs that it takes to say by when half of them have something. */
const LEAST_DATED = 10;

/** One scenario less another. */
export interface Contrast {
	readonly other: string;
	readonly base: string;
}

/** A metric of one scenario less that of another: from the summary where it has the pair, else from the runs. */
export function contrastOf(
	batch: ReportBatch,
	{ other, base }: Contrast,
	metric: MetricName,
): PairedSummary {
	const stored =
		base === batch.manifest.plan.base
			? pairOf(batch, other, metric)
			: undefined;
	if (stored) return stored;
	const column = (name: string) => batch.input.runs.column(name, metric);
	const found = pairedStatistics(column(base), column(other));
	return { other, base, metric, ...found };
}

/** `December 2026`. */
export const monthOf = (month: string): string =>
	monthWords(instantOfText(month));

/** The twelve months over which the price is averaged. */
const twelveMonths = (batch: ReportBatch, name: string): string =>
	`over the twelve months from ${monthOf(entryOf(batch, name).reference)}`;

/** `, or 14% (12 to 16%)`: the difference in per cent of the base; nothing where that tells nothing. */
function partWords(
	batch: ReportBatch,
	contrast: Contrast,
	metric: MetricName,
): string {
	const { mean } = contrastOf(batch, contrast, metric);
	const base = summaryOf(batch, contrast.base, metric)?.mean.value;
	const words = relativeWords(metricOf(metric), mean, base ?? Number.NaN);
	return words === null ? "" : `, or ${words.size}% (${words.reach}%)`;
}

/** Sentence on the price of a scenario against that of another. */
export function priceSentence(batch: ReportBatch, contrast: Contrast): string {
	const { other, base } = contrast;
	const pair = contrastOf(batch, contrast, PRICE);
	const amount = shownAs(metricOf(PRICE));
	const [ours, theirs] = [quoted(batch, other), quoted(batch, base)];
	const when = twelveMonths(batch, other);
	const medians = [other, base].map((name) =>
		level(summaryOf(batch, name, PRICE)?.median.value ?? Number.NaN, amount),
	);
	const less = differenceWords(pair.mean, amount);
	const verdict = verdictOf(pair);
	switch (verdict) {
		case "higher":
		case "lower":
			return `In ${ours} antimony in Rotterdam costs ${less.size} USD/t ${verdict === "higher" ? "more" : "less"} ${when} than in ${theirs}, on average over paired runs (95% interval ${less.reach})${partWords(batch, contrast, PRICE)}; the medians are ${medians[0]} and ${medians[1]} USD/t.`;
		case "no clear difference":
			return `Between ${ours} and ${theirs} there is no clear difference in the price of antimony in Rotterdam ${when}: ${less.mean} USD/t on average over paired runs (95% interval ${less.span}).`;
		case "equal":
			return `${ours} and ${theirs} have the same price of antimony in Rotterdam ${when}, in every run.`;
		case "no pair has both":
			return `No run has a price ${when} in both ${ours} and ${theirs}.`;
	}
}

/** Sentence on the cost of a scenario to US users against that of another. */
export function costSentence(
	batch: ReportBatch,
	contrast: Contrast,
	than = ` than in ${quoted(batch, contrast.base)}`,
): string {
	const pair = contrastOf(batch, contrast, COST);
	const amount = shownAs(metricOf(COST));
	const { other } = contrast;
	const until = `to the end of ${monthOf(entryOf(batch, other).to)}`;
	const less = differenceWords(pair.mean, amount);
	const verdict = verdictOf(pair);
	switch (verdict) {
		case "higher":
		case "lower":
			return `US users pay ${less.size} million USD ${verdict === "higher" ? "more" : "less"}${than} ${until} (${less.reach})${partWords(batch, contrast, COST)}.`;
		case "no clear difference":
			return `What US users pay ${until} is not clearly more or less${than}: ${less.mean} million USD (${less.span}).`;
		case "equal":
			return `US users pay the same ${until}, in every run.`;
		case "no pair has both":
			return `No run tells what US users pay in both.`;
	}
}

/** The share of runs in which a metric has a value, or one above zero. */
export function chanceIn(
	{ input }: ReportBatch,
	scenario: string,
	metric: MetricName,
): Chance {
	const isEvent = metric.startsWith("pakistan_months");
	return chanceOf(input.runs.column(scenario, metric), (value) =>
		isEvent ? Number.isFinite(value) : Number.isNaN(value) ? null : value > 0,
	);
}

/** `6 of 200 runs (3%; 95% interval 1–6%)`; never 0 % for none of many. */
export function chanceWords({ count, n, share, low, high }: Chance): string {
	if (n === 0) return "no run that tells";
	const runs = `${count === 0 ? "none" : countInWords(count)} of ${countInWords(n)} runs`;
	return `${runs} (${chanceInWords(share)}; 95% interval ${chanceSpanInWords(low, high)})`;
}

/** The price and what it costs, beside a scenario that differs in one thing or few. */
export function besideSentence(batch: ReportBatch, contrast: Contrast): string {
	const price = contrastOf(batch, contrast, PRICE);
	const amount = shownAs(metricOf(PRICE));
	const less = differenceWords(price.mean, amount);
	const verdict = verdictOf(price);
	const theirs = quoted(batch, contrast.base);
	const cost = lowerFirst(costSentence(batch, contrast, ""));
	switch (verdict) {
		case "higher":
		case "lower":
			return `Against ${theirs} that price is ${less.size} USD/t ${verdict} (${less.reach}), and ${cost}`;
		case "no clear difference":
			return `Against ${theirs} there is no clear difference in that price (${less.mean} USD/t; ${less.span}), and ${cost}`;
		case "equal":
			return `Against ${theirs} that price is the same in every run, and ${cost}`;
		case "no pair has both":
			return `Against ${theirs} no run tells that price; ${cost}`;
	}
}

const lowerFirst = (text: string): string =>
	text.startsWith("US") ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Sentence on how often US defence and US use go short in a scenario. */
export function shortageSentence(batch: ReportBatch, name: string): string {
	const defence = chanceIn(batch, name, "defence_unmet_t");
	const use = chanceIn(batch, name, "us_unmet_t");
	return `${metWords("US defence need is", defence)}; ${metWords("US use is", use)}.`;
}

/** `US use is met in full in all of 200 runs (unmet in <1%; 95% interval 0–1.9%)`. */
function metWords(what: string, chance: Chance): string {
	const { count, n, share, low, high } = chance;
	const odds = `${chanceInWords(share)}; 95% interval ${chanceSpanInWords(low, high)}`;
	return count === 0
		? `${what} met in full in all of ${countInWords(n)} runs (unmet in ${odds})`
		: `${what} not met in full in ${countInWords(count)} of ${countInWords(n)} runs (${odds})`;
}

/** True when Pakistan comes to matter in some run of some scenario of a batch. */
export const hasPakistan = (batch: ReportBatch): boolean =>
	batch.manifest.plan.order.some(
		(each) =>
			chanceIn(batch, each, PAKISTAN_DEFENCE).count > 0 ||
			chanceIn(batch, each, PAKISTAN_USE).count > 0,
	);

/** `January 2034`: by when half of the runs in which Pakistan ever covers a tenth of US defence need have it; null where too few do. */
export function halfCoveredBy(batch: ReportBatch, name: string): string | null {
	const months = summaryOf(batch, name, PAKISTAN_DEFENCE);
	if (!months || months.n < LEAST_DATED) return null;
	const reference = instantOfText(entryOf(batch, name).reference);
	return monthWords(reference + Math.ceil(months.median.value));
}

/** Sentence on US defence: chance of a shortage; chance and date of Pakistan covering a tenth. */
export function insuranceSentence(batch: ReportBatch, name: string): string {
	if (!hasPakistan(batch)) return shortageSentence(batch, name);
	const unmet = chanceIn(batch, name, "defence_unmet_t");
	const covered = chanceIn(batch, name, PAKISTAN_DEFENCE);
	const until = monthOf(entryOf(batch, name).to);
	const half = halfCoveredBy(batch, name);
	const when = half === null ? "" : `, half of those by ${half}`;
	return `${metWords("US defence need is", unmet)}; Pakistan comes to cover a tenth of it by ${until} in ${chanceWords(covered)}${when}.`;
}

/** Sentence on Pakistan's share of US need; null where it matters in no run of the batch. */
export function pakistanSentence(
	batch: ReportBatch,
	name: string,
): string | null {
	const [defence, use] = [
		chanceIn(batch, name, PAKISTAN_DEFENCE),
		chanceIn(batch, name, PAKISTAN_USE),
	];
	if (!hasPakistan(batch)) return null;
	const until = monthOf(entryOf(batch, name).to);
	return `By ${until} Pakistan has covered a tenth of US defence need in ${chanceWords(defence)} and a tenth of US use in ${chanceWords(use)}.`;
}

/** Sentence on the price of a scenario that is compared with nothing. */
export function aloneSentence(batch: ReportBatch, name: string): string {
	const price = summaryOf(batch, name, PRICE);
	if (!price || price.n === 0)
		return `No run of ${quoted(batch, name)} has a price.`;
	const amount = shownAs(metricOf(PRICE));
	return `In ${quoted(batch, name)} antimony in Rotterdam averages ${level(price.median.value, amount)} USD/t ${twelveMonths(batch, name)} in the median run, and ${span(price.p05, price.p95, amount)} USD/t in the middle 90% of runs.`;
}
