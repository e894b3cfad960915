import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { BandColumn, Bands } from "../../experiment/tables.ts";
import { instantOfText, type SpecDate, specDate } from "../../words/dates.ts";
import { plotted } from "../../words/numbers.ts";
import type { Layer } from "../frame/layers.ts";
import type { Hue } from "../frame/theme.ts";

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

/** First and last month of a window, `YYYY-MM`. */
export type MonthWindow = readonly [string, string];

/** The instants at which the first month of a window begins and the last one ends. */
export function instantsOf([from, to]: MonthWindow): readonly [number, number] {
	return [instantOfText(from), instantOfText(to) + 1];
}

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

/** The axes that all panels of a fan share. */
export interface FanAxes {
	/** first and last instant, months since 2018-01 */
	readonly window: readonly [number, number];
	/** highest value, in the unit of the axis; the lowest is 0 */
	readonly top: number;
	/** px */
	readonly width: number;
	readonly height: number;
}

/** Width of a year on the axis with the air it needs, px. */
const YEAR_ROOM = 46;
/** Up to this many months the axis names months, every six. */
const SHORT = 30;

function isShort({ window: [from, to] }: FanAxes): boolean {
	return to - from <= SHORT;
}

/** Dates on the axis: as many years as fit, or half years when the window is short. */
function axisDates(axes: FanAxes): SpecDate[] {
	const [from, to] = axes.window;
	const room = Math.max(1, Math.floor(axes.width / YEAR_ROOM));
	const step = isShort(axes) ? 6 : 12 * Math.ceil((to - from) / 12 / room);
	const first = Math.ceil(from / step) * step;
	const count = Math.max(0, Math.floor((to - first) / step) + 1);
	return Array.from({ length: count }, (_, i) => specDate(first + i * step));
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

/** The horizontal axis of a panel, for a field of ISO days. */
export function timeAxis(
	field: string,
	axes: FanAxes,
): PositionFieldDef<Field> {
	const [from, to] = axes.window;
	return {
		field,
		type: "temporal",
		scale: { type: "utc", domain: [specDate(from), specDate(to)] },
		axis: {
			values: axisDates(axes),
			format: isShort(axes) ? "%b %Y" : "%Y",
			grid: false,
			labelFlush: false,
			tickSize: 4,
		},
	};
}

/** The vertical axis of a panel, from 0; `labelled` in the first one. */
export function valueAxis(
	field: string,
	{ top }: FanAxes,
	labelled: boolean,
): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [0, top], nice: false },
		axis: {
			domain: false,
			ticks: false,
			labels: labelled,
			labelPadding: 6,
			tickCount: 5,
		},
	};
}
