/** Layers of a story chart: the batch in grey, the run's price, and numbered marks. */

import { instantOfText } from "../../words/dates.ts";
import type { ReplayEvent } from "../chart.ts";
import type { FanRow } from "../fan/fan-panel.ts";
import { pushApart } from "../frame/labels.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { hueAt, INK, SIZE } from "../frame/theme.ts";
import { type FanAxes, timeAxis, valueAxis } from "../frame/time-axis.ts";
import { MARK_RADIUS, numberLayers } from "./story-list.ts";

const HUE = hueAt(0);
/** px from the plot to the numbers above it. */
const MARKS_ABOVE = 18;

/** A month of the price that is told. */
export interface PriceRow {
	readonly month: string;
	readonly price: number;
}

/** The batch in grey, and the price of the run over it, with their names at the right. */
export function priceLayers(
	bands: readonly FanRow[],
	prices: readonly PriceRow[],
	axes: FanAxes,
): readonly Layer[] {
	const x = timeAxis("month", axes);
	const batch = { values: [...bands] };
	return [
		{
			data: batch,
			mark: { type: "area", color: INK.axis, opacity: 0.2, clip: true },
			encoding: {
				x,
				y: valueAxis("p025", axes, true),
				y2: { field: "p975" },
			},
		},
		{
			data: batch,
			mark: {
				type: "line",
				color: INK.axis,
				strokeWidth: 1.5,
				strokeDash: [5, 3],
			},
			encoding: { x, y: valueAxis("p50", axes, true) },
		},
		{
			data: { values: [...prices] },
			mark: { type: "line", color: HUE.text, strokeWidth: 2.5 },
			encoding: { x, y: valueAxis("price", axes, true) },
		},
		...endLabels(bands, prices, axes).flatMap(wordLayers),
	];
}

/** Names of the lines at their right ends, pushed apart. */
function endLabels(
	bands: readonly FanRow[],
	prices: readonly PriceRow[],
	{ top, width, height }: FanAxes,
) {
	const [price = 0, median = 0, high = 0] = [
		prices.at(-1)?.price,
		bands.at(-1)?.p50,
		bands.at(-1)?.p975,
	];
	const places = pushApart(
		[price, median, high].map((value) => height * (1 - value / top)),
		SIZE.label + 3,
		0,
		height,
	);
	return [
		{ text: "this run", color: HUE.text, bold: true },
		{ text: "median of runs", color: INK.text, bold: false },
		{ text: "95% of runs", color: INK.text, bold: false },
	].map((word, i) => ({ ...word, x: width + 7, y: places[i]! }));
}

/** Numbers above the plot, pushed apart, each with a line down to the price of its month. */
export function markLayers(
	events: readonly ReplayEvent[],
	prices: readonly PriceRow[],
	{ window: [from, to], top, width, height }: FanAxes,
): readonly Layer[] {
	const dates = events.map(
		({ month }) =>
			(width * (instantOfText(`${month}-15`) - from)) / (to - from),
	);
	const places = pushApart(dates, 2 * MARK_RADIUS + 3, 0, width);
	return events.flatMap(({ month }, i) => {
		const price = prices.find((row) => row.month.startsWith(month))?.price ?? 0;
		const [date, place] = [dates[i]!, places[i]!];
		return [
			strokeLayer({
				from: [place, -MARKS_ABOVE],
				to: [date, 0],
				color: INK.axis,
				width: 1,
			}),
			strokeLayer({
				from: [date, 0],
				to: [date, height * (1 - price / top)],
				color: INK.axis,
				width: 1,
				dash: [3, 3],
			}),
			...numberLayers(i + 1, place, -MARKS_ABOVE),
		];
	});
}
