/** Grey band of a random walk under the fan of a price: what would be said without a model. */

import type { QuotedMarket } from "../../inference/facts/readings.ts";
import { type WalkEnds, walkBand } from "../../inference/forecasts/walk.ts";
import type { SeriesName } from "../../market/record/record.ts";
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
	const band = walkBand(market, rows[from]!.p50);
	return rows
		.slice(from)
		.map(({ month }, months) => walkRow(month, band(months)));
}

/** A month of a walk as plotted. */
export function walkRow(month: string, { p10, p90 }: WalkEnds): WalkRow {
	return { month, low: plotted(p10), high: plotted(p90) };
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

/** Key to the grey band; nothing where none is drawn. @param from where it begins, when not at the median */
export function walkKey(
	walks: readonly (readonly WalkRow[])[],
	from?: string,
): readonly string[] {
	const start = walks.find((rows) => rows.length > 0)?.[0]?.month;
	return start === undefined
		? []
		: [
				`${from === undefined ? "Grey" : "Grey ahead"}: middle 80% of a random walk from ${from ?? `the median of ${monthInWords(instantOfText(start))}`}, with the volatility of 2018 to 2023.`,
			];
}
