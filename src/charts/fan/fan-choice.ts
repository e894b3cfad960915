/** Choices of a fan chart: the scenarios or series in its panels, and the months in view. */

import type { SeriesName } from "../../market/record/record.ts";
import { monthName } from "../../quantities.ts";
import { instantOfText } from "../../words/dates.ts";
import {
	baseOf,
	type ChartInput,
	type ChartScenario,
	othersOf,
	scenarioOf,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import type { MonthWindow } from "../frame/time-axis.ts";

/** Subject of one panel of a fan: a series in a scenario. */
export interface FanSubject {
	readonly scenario: ChartScenario;
	readonly series: SeriesName;
}

/** Panels that can be read side by side. */
const MOST_PANELS = 4;

/** A series of the same unit beside which another says something when a scenario stands alone. */
const PARTNER: Readonly<Partial<Record<SeriesName, SeriesName>>> = {
	price_rotterdam_usd_t: "price_china_usd_t",
	price_china_usd_t: "price_rotterdam_usd_t",
	price_us_usd_t: "price_rotterdam_usd_t",
	mined_world_t: "civil_use_world_t",
	mined_china_t: "mined_world_t",
	refined_china_t: "mined_china_t",
	china_exports_licensed_t: "china_exports_grey_t",
	china_exports_grey_t: "china_exports_licensed_t",
	china_exports_total_t: "refined_china_t",
	china_concentrate_imports_t: "mined_china_t",
	us_imports_t: "us_use_t",
	us_use_t: "us_imports_t",
	us_stock_t: "us_stockpile_t",
	us_stockpile_t: "us_stock_t",
	us_unmet_t: "us_use_t",
	defence_need_us_t: "defence_unmet_us_t",
	defence_unmet_us_t: "defence_need_us_t",
	pakistan_mined_t: "pakistan_refined_t",
	pakistan_refined_t: "pakistan_mined_t",
	pakistan_to_us_t: "us_use_t",
	civil_use_world_t: "mined_world_t",
	stock_world_t: "civil_use_world_t",
};

/**
 * The panels of a fan: the base, then up to three others, the first ones unless chosen.
 * A fan says little alone, so a single scenario stands beside a second series of its own.
 *
 * @throws {ChartError} for a scenario that is not there, for more than three others, and for
 *   a scenario alone whose series has no partner
 */
export function fanSubjects(
	{ context, choices }: ChartInput,
	series: SeriesName,
): readonly FanSubject[] {
	const base = baseOf(context);
	if (choices?.shown && choices.shown.length >= MOST_PANELS)
		throw new ChartError(
			`${choices.shown.length} scenarios are chosen beside ${base.name}; a fan has room for ${MOST_PANELS - 1}`,
		);
	const others = choices?.shown
		? choices.shown.map((name) => scenarioOf(context, name))
		: othersOf(context).slice(0, MOST_PANELS - 1);
	if (others.length > 0)
		return [base, ...others].map((scenario) => ({ scenario, series }));
	const partner = PARTNER[series];
	if (!partner)
		throw new ChartError(
			`a fan of ${series} needs a second scenario to stand beside`,
		);
	return [series, partner].map((each) => ({ scenario: base, series: each }));
}

/** Months shown before the reference, at least. */
const BEFORE = 24;

/**
 * The window of a fan: from the January at or before 24 months ahead of the reference, so
 * that a crisis just past is in view as a measure for what follows, to the end of the
 * horizon, because effects that are clear early and fade late are part of the answer.
 * Both ends can be chosen; neither leaves the horizon.
 *
 * @throws {ChartError} when nothing is left between the ends
 */
export function fanWindow({
	context,
	months,
	choices,
}: ChartInput): MonthWindow {
	const known = months.months(context.base);
	const [first = "", last = ""] = [known[0], known.at(-1)];
	const early = instantOfText(context.reference) - BEFORE;
	const january = monthName(Math.floor(early / 12) * 12);
	const from = later(first, choices?.from ?? january);
	const to = earlier(last, choices?.to ?? last);
	if (!(from < to))
		throw new ChartError(
			`no months to show from ${choices?.from ?? january} to ${choices?.to ?? last}; the horizon is ${first} to ${last}`,
		);
	return [from, to];
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
