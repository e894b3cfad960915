/** Grey band of a random walk under the fan of a price: what would be said without a model. */

import type { QuotedMarket } from "../../inference/facts/readings.ts";
import { walkBand, walkFrom2024 } from "../../inference/forecasts/walk.ts";
import type { SeriesName } from "../../market/record/record.ts";
import { exp, inverseNormal } from "../../math.ts";
import { tickOf } from "../../quantities.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { plotted } from "../../words/numbers.ts";
import type { Layer } from "../frame/layers.ts";
import { INK } from "../frame/theme.ts";
import { type FanAxes, timeAxis, valueAxis } from "../frame/time-axis.ts";
import type { FanRow } from "./fan-panel.ts";

/** A month of the walk's middle 80 %, in the unit of the axis. */
export interface WalkRow {
	readonly month: string;
	readonly low: number;
	readonly high: number;
}

/** Market by whose quotes the walk of a price goes; the US price moves with Rotterdam's. */
const MARKET_OF: Readonly<Partial<Record<SeriesName, QuotedMarket>>> = {
	price_rotterdam_usd_t: "rotterdam",
	price_us_usd_t: "rotterdam",
	price_china_usd_t: "china",
};

const OPACITY = 0.13;

/**
 * The middle 80 % of a random walk from the fan's median in a month, to the end of the fan; none for a series
 * that is no price, or a month outside the fan.
 */
export function walkRows(
	series: SeriesName,
	rows: readonly FanRow[],
	start: string,
): readonly WalkRow[] {
	const market = MARKET_OF[series];
	const from = rows.findIndex(({ month }) => month.startsWith(start));
	if (market === undefined || from < 0) return [];
	const price = rows[from]!.p50;
	return rows.slice(from).map(({ month }, months) => {
		const { p10, p90 } = walkBand(market, price, months);
		return { month, low: plotted(p10), high: plotted(p90) };
	});
}

/** The middle 80 % of a random walk from a market's last quotes of 2024, in the middle of each month, USD/t. */
export function walkFrom(
	market: QuotedMarket,
	months: readonly string[],
): readonly WalkRow[] {
	const walk = walkFrom2024(market, "2018-2023");
	return months.map((month) => {
		const [year = Number.NaN, number = Number.NaN] = month
			.split("-")
			.map(Number);
		const { middle, deviation } = walk(tickOf(year, number));
		const at = (level: number) =>
			plotted(exp(middle + deviation * inverseNormal(level)));
		return { month, low: at(0.1), high: at(0.9) };
	});
}

/** The grey area of a walk, under everything else. */
export function walkLayers(
	rows: readonly WalkRow[],
	axes: FanAxes,
	labelled: boolean,
): readonly Layer[] {
	if (rows.length === 0) return [];
	return [
		{
			data: { values: [...rows] },
			mark: { type: "area", color: INK.mark, opacity: OPACITY, clip: true },
			encoding: {
				x: timeAxis("month", axes),
				y: valueAxis("low", axes, labelled),
				y2: { field: "high" },
			},
		},
	];
}

/** Key to the grey band; nothing where none is drawn. */
export function walkKey(
	walks: readonly (readonly WalkRow[])[],
): readonly string[] {
	const start = walks.find((rows) => rows.length > 0)?.[0]?.month;
	return start === undefined
		? []
		: [
				`Grey: middle 80% of a random walk from the median of ${monthInWords(instantOfText(start))}, with the volatility of 2018 to 2023.`,
			];
}
