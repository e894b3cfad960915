/** Panel of a fan: bands of 50, 80 and 95 % of runs with their median, month by month. */

import type { BandColumn, Bands } from "../../experiment/tables.ts";
import { plotted } from "../../words/numbers.ts";
import type { Layer } from "../frame/layers.ts";
import type { Hue } from "../frame/theme.ts";
import {
	type FanAxes,
	type MonthWindow,
	timeAxis,
	valueAxis,
} from "../frame/time-axis.ts";

/** Quantiles that a fan draws: the ends of bands of 95, 80 and 50 %, and the median. */
export const FAN_COLUMNS = [
	"p025",
	"p10",
	"p25",
	"p50",
	"p75",
	"p90",
	"p975",
] as const satisfies readonly BandColumn[];
type FanColumn = (typeof FAN_COLUMNS)[number];

/** One month of a fan, as plotted. */
export type FanRow = Readonly<Record<FanColumn, number>> & {
	/** the middle of the month, ISO: a month's price is its mean */
	readonly month: string;
};

/** Bands, outermost first: ends and opacity of each. */
const BANDS = [
	["p025", "p975", 0.18],
	["p10", "p90", 0.28],
	["p25", "p75", 0.42],
] as const;

/** The months of a window as plotted rows, in the unit of the axis. */
export function fanRows(
	bands: Bands,
	months: readonly string[],
	[from, to]: MonthWindow,
	factor: number,
): readonly FanRow[] {
	return months.flatMap((month, i) => {
		if (month < from || month > to) return [];
		const at = (column: FanColumn) => plotted(factor * bands[column][i]!);
		return [
			{
				month: `${month}-15`,
				p025: at("p025"),
				p10: at("p10"),
				p25: at("p25"),
				p50: at("p50"),
				p75: at("p75"),
				p90: at("p90"),
				p975: at("p975"),
			},
		];
	});
}

/** The bands and the median of a fan, with its axes; values are `labelled` in the first panel. */
export function fanLayers(
	axes: FanAxes,
	hue: Hue,
	labelled: boolean,
): readonly Layer[] {
	const x = timeAxis("month", axes);
	const y = (field: FanColumn) => valueAxis(field, axes, labelled);
	const bands = BANDS.map(
		([low, high, opacity]): Layer => ({
			mark: { type: "area", color: hue.fill, opacity, clip: true },
			encoding: { x, y: y(low), y2: { field: high } },
		}),
	);
	const median: Layer = {
		mark: { type: "line", color: hue.text, strokeWidth: 2.5 },
		encoding: { x, y: y("p50") },
	};
	return [...bands, median];
}
