/** Metrics of a replicate, computed from its recorded months. */

import { exp, log } from "../../math.ts";
import { tickOf } from "../../quantities.ts";
import { CN, REGION_COUNT } from "../world/structure.ts";
import {
	METRICS,
	type MetricName,
	type SUMMING_METRICS,
	type WINDOW_METRICS,
} from "./record.ts";
import { columnOf, originColumn, type Recorder } from "./recorder.ts";

/** Months of the short window. */
const SHORT_WINDOW = 24;
/** Multiple of the normal price above which metal counts as dear. */
const DEAR = 2;
/** Rotterdam price over the Chinese one above which the market counts as split. */
const SPLIT = 1.5;
/** Share of need above which unmet use counts as a shortage. */
const SHORTAGE = 0.05;
/** End of a crisis: so many months in a row below a multiple of the price before it. */
const CALM_MONTHS = 6;
const CALM_LEVEL = 1.25;
const A_TENTH = 0.1;

const ROTTERDAM = columnOf("price_rotterdam_usd_t");
const NORMAL = columnOf("normal_price_usd_t");
const RATIO = columnOf("price_ratio");
const US_UNMET = columnOf("us_unmet_t");
const US_NEED = columnOf("us_civil_need_t");
const US_USE = columnOf("us_use_t");
const DEFENCE_NEED = columnOf("defence_need_us_t");
const DEFENCE_UNMET = columnOf("defence_unmet_us_t");
const PAKISTAN_TO_US = columnOf("pakistan_to_us_t");
const PAKISTAN_DEFENCE = columnOf("pakistan_to_us_defence_t");
const GREY = columnOf("china_exports_grey_t");
const EXPORTS = columnOf("china_exports_total_t");
const REFINERY_OUTPUT = columnOf("refinery_output_t");
const REFINERY_NAMEPLATE = columnOf("refinery_nameplate_t");

/** A window of one replicate's months: [from, to) in ticks. */
export interface Window {
	readonly record: Recorder;
	readonly from: number;
	readonly to: number;
}

function total(window: Window, column: number): number {
	let sum = 0;
	for (let tick = window.from; tick < window.to; tick += 1)
		sum += window.record.at(tick, column);
	return sum;
}

function largest(window: Window, column: number): number {
	let most = Number.NEGATIVE_INFINITY;
	for (let tick = window.from; tick < window.to; tick += 1)
		most = Math.max(most, window.record.at(tick, column));
	return most;
}

/** Months in which `column` exceeds `factor` × `base`, or `factor` alone without a base. */
function monthsAbove(
	window: Window,
	column: number,
	factor: number,
	base: number | null,
): number {
	let months = 0;
	for (let tick = window.from; tick < window.to; tick += 1) {
		const limit =
			base === null ? factor : factor * window.record.at(tick, base);
		if (window.record.at(tick, column) > limit) months += 1;
	}
	return months;
}

/** Geometric mean of the Rotterdam price over the first twelve months, USD/t. */
function meanPrice(window: Window): number {
	const to = Math.min(window.to, window.from + 12);
	const first = window.record.at(window.from, ROTTERDAM);
	let sum = 0;
	for (let tick = window.from; tick < to; tick += 1)
		sum += log(window.record.at(tick, ROTTERDAM) / first);
	return first * exp(sum / (to - window.from));
}

/**
 * Months from the peak to the first of six in a row below 1.25 times the price of the year
 * before the window.
 */
function recoveryMonths(window: Window): number {
	const { record } = window;
	const from = Math.max(0, window.from - 12);
	const before = { record, from, to: window.from };
	const calm =
		(CALM_LEVEL * total(before, ROTTERDAM)) / Math.max(1, window.from - from);
	let peak = window.from;
	for (let tick = window.from; tick < window.to; tick += 1)
		if (record.at(tick, ROTTERDAM) > record.at(peak, ROTTERDAM)) peak = tick;
	let run = 0;
	for (let tick = peak; tick < window.to; tick += 1) {
		run = record.at(tick, ROTTERDAM) < calm ? run + 1 : 0;
		if (run === CALM_MONTHS) return tick - CALM_MONTHS + 1 - peak;
	}
	return Number.NaN;
}

/**
 * Months from the start to the first trailing year in which `part` is a tenth of `whole`; NaN
 * when never.
 */
function monthsToTenth(window: Window, part: number, whole: number): number {
	const { record } = window;
	for (let tick = window.from; tick < window.to; tick += 1) {
		const year = { record, from: Math.max(0, tick - 11), to: tick + 1 };
		const need = total(year, whole);
		if (need > 0 && total(year, part) >= A_TENTH * need)
			return tick - window.from;
	}
	return Number.NaN;
}

/** Share of `whole` that `part` made up in 2030; NaN when 2030 lies outside the window. */
function shareIn2030(window: Window, part: number, whole: number): number {
	const year = {
		record: window.record,
		from: tickOf(2030, 1),
		to: tickOf(2031, 1),
	};
	if (year.to > window.to || year.from < window.from) return Number.NaN;
	return total(year, part) / total(year, whole);
}

/** Largest rolling year of unmet US defence need over need, 0 to 1. */
function worstYear(window: Window): number {
	const { record } = window;
	let worst = 0;
	for (let tick = window.from + 11; tick < window.to; tick += 1) {
		const year = { record, from: tick - 11, to: tick + 1 };
		worst = Math.max(
			worst,
			total(year, DEFENCE_UNMET) / total(year, DEFENCE_NEED),
		);
	}
	return worst;
}

/** Sum over origins of squared shares of US supply (0 to 1), and the Chinese share. */
function usConcentration(window: Window): { hhi: number; china: number } {
	let all = 0;
	let squares = 0;
	let china = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const supply = total(window, originColumn(r));
		all += supply;
		squares += supply * supply;
		if (r === CN) china = supply;
	}
	return all > 0
		? { hhi: squares / (all * all), china: china / all }
		: { hhi: Number.NaN, china: Number.NaN };
}

const FISCAL = columnOf("fiscal_cost_usd");
const STOCKPILE_VALUE = columnOf("us_stockpile_value_usd");

/** Cost to the US treasury in the window less the gain in value of its stockpile, USD. */
function fiscalCost(window: Window): number {
	const { record, from, to } = window;
	const opening = from > 0 ? record.at(from - 1, STOCKPILE_VALUE) : 0;
	const closing = record.at(to - 1, STOCKPILE_VALUE);
	return total(window, FISCAL) - (closing - opening);
}

function ratioOf(part: number, whole: number): number {
	return whole > 0 ? part / whole : Number.NaN;
}

type Summing = (typeof SUMMING_METRICS)[number];

/** Metrics that sum or count, over any window. */
const SUMS: { readonly [name in Summing]: (window: Window) => number } = {
	months_above_2x: (w) => monthsAbove(w, ROTTERDAM, DEAR, NORMAL),
	months_ratio_above_1_5: (w) => monthsAbove(w, RATIO, SPLIT, null),
	us_unmet_t: (w) => total(w, US_UNMET),
	us_shortage_months: (w) => monthsAbove(w, US_UNMET, SHORTAGE, US_NEED),
	defence_unmet_t: (w) => total(w, DEFENCE_UNMET),
	defence_unmet_certified_t: (w) =>
		total(w, columnOf("defence_unmet_certified_t")),
	defence_unmet_budget_t: (w) => total(w, columnOf("defence_unmet_budget_t")),
	defence_unmet_physical_t: (w) =>
		total(w, columnOf("defence_unmet_physical_t")),
	us_user_cost_usd: (w) => total(w, columnOf("us_user_cost_usd")),
	fiscal_cost_usd: fiscalCost,
	demand_destroyed_t: (w) => total(w, columnOf("demand_destroyed_t")),
};

type Other = Exclude<(typeof WINDOW_METRICS)[number]["name"], Summing>;

/** Metrics of the whole window alone; NaN where there is nothing to report. */
const WHOLES: { readonly [name in Other]: (window: Window) => number } = {
	mean_price_12m_usd_t: meanPrice,
	log_peak_price: (w) => log(largest(w, ROTTERDAM)),
	peak_price_usd_t: (w) => largest(w, ROTTERDAM),
	max_price_ratio: (w) => largest(w, RATIO),
	defence_unmet_share: (w) => total(w, DEFENCE_UNMET) / total(w, DEFENCE_NEED),
	worst_12m_defence_share: worstYear,
	grey_share: (w) => ratioOf(total(w, GREY), total(w, EXPORTS)),
	pakistan_share_us_defence_2030: (w) =>
		shareIn2030(w, PAKISTAN_DEFENCE, DEFENCE_NEED),
	pakistan_share_us_use_2030: (w) => shareIn2030(w, PAKISTAN_TO_US, US_USE),
	pakistan_months_to_10pct_defence: (w) =>
		monthsToTenth(w, PAKISTAN_DEFENCE, DEFENCE_NEED),
	pakistan_months_to_10pct_use: (w) => monthsToTenth(w, PAKISTAN_TO_US, US_USE),
	refinery_utilisation: (w) =>
		ratioOf(total(w, REFINERY_OUTPUT), total(w, REFINERY_NAMEPLATE)),
	recovery_months: recoveryMonths,
	hhi_us_supply: (w) => usConcentration(w).hhi,
	china_share_us_supply: (w) => usConcentration(w).china,
};

function metricOf(name: MetricName, whole: Window, short: Window): number {
	if (name in WHOLES) return WHOLES[name as Other](whole);
	if (name in SUMS) return SUMS[name as Summing](whole);
	return SUMS[name.slice(0, -"_24m".length) as Summing](short);
}

/**
 * Computes every metric of one replicate, in the order of METRICS.
 *
 * @param reference tick from which metrics count
 * @param end       first tick after the horizon
 */
export function measure(
	record: Recorder,
	reference: number,
	end: number,
	metrics: Float64Array,
): void {
	const whole = { record, from: reference, to: end };
	const short = { ...whole, to: Math.min(end, reference + SHORT_WINDOW) };
	METRICS.forEach((metric, i) => {
		metrics[i] = metricOf(metric.name as MetricName, whole, short);
	});
}
