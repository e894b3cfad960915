/** Quoted market prices as dots and ranges over a simulated fan. */

import type { RecordRow } from "../../calibration/priors/ensemble.ts";
import { plotted } from "../../words/numbers.ts";
import type { Quote } from "../chart.ts";
import type { Layer } from "../frame/layers.ts";
import { INK } from "../frame/theme.ts";
import { type FanAxes, timeAxis, valueAxis } from "../frame/time-axis.ts";
import type { FanRow } from "./fan-panel.ts";

/** A quote beside the fan, in the unit of the axis. */
export interface ShownQuote {
	readonly date: string;
	readonly price: number;
	readonly low: number | null;
	readonly high: number | null;
	/** true when the middle 80 % of runs of its month hold it */
	readonly inside: boolean;
}

/** The quotes of the months that a fan has, ascending by day. */
export function shownQuotes(
	quotes: readonly Quote[],
	rows: readonly FanRow[],
	factor: number,
): readonly ShownQuote[] {
	const byMonth = new Map(rows.map((row) => [monthOf(row.month), row]));
	return [...quotes]
		.sort((a, b) => (a.date < b.date ? -1 : 1))
		.flatMap(({ date, usdPerTonne, low, high }) => {
			const row = byMonth.get(monthOf(date));
			if (!row) return [];
			const price = plotted(factor * usdPerTonne);
			const inside = price >= row.p10 && price <= row.p90;
			const at = (end: number | null | undefined) =>
				end === null || end === undefined ? null : plotted(factor * end);
			return [{ date, price, low: at(low), high: at(high), inside }];
		});
}

/** Monthly figures of a record's series as dots in the middle of their months; spans and bounds are not drawn. */
export function recordQuotes(
	record: readonly RecordRow[],
	series: string,
	rows: readonly FanRow[],
	factor: number,
): readonly ShownQuote[] {
	const byMonth = new Map(rows.map((row) => [monthOf(row.month), row]));
	return record.flatMap((one) => {
		const row = byMonth.get(one.to);
		const isMonth = one.from === one.to && one.bound === null;
		if (one.series !== series || !isMonth || row === undefined) return [];
		const price = plotted(factor * one.value);
		return [
			{
				date: row.month,
				price,
				low: null,
				high: null,
				inside: price >= row.p10 && price <= row.p90,
			},
		];
	});
}

const monthOf = (date: string) => date.slice(0, "YYYY-MM".length);

/** Dots for quotes, upright lines for their ranges. */
export function quoteLayers(
	quotes: readonly ShownQuote[],
	axes: FanAxes,
	labelled: boolean,
): readonly Layer[] {
	const x = timeAxis("date", axes);
	const ranged = quotes.filter(
		({ low, high }) => low !== null && high !== null,
	);
	const ranges: Layer = {
		data: {
			values: ranged.map(({ date, low, high }) => ({ date, low, high })),
		},
		mark: { type: "rule", color: INK.mark, strokeWidth: 1.5 },
		encoding: { x, y: valueAxis("low", axes, labelled), y2: { field: "high" } },
	};
	const dots: Layer = {
		data: { values: quotes.map(({ date, price }) => ({ date, price })) },
		mark: {
			type: "point",
			shape: "circle",
			filled: true,
			fill: INK.background,
			stroke: INK.mark,
			strokeWidth: 1.5,
			opacity: 1,
			size: 42,
		},
		encoding: { x, y: valueAxis("price", axes, labelled) },
	};
	return [
		...(ranged.length > 0 ? [ranges] : []),
		...(quotes.length > 0 ? [dots] : []),
	];
}
