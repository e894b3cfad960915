/** Axes of charts over time: months across, and one vertical axis for all panels. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import { instantOfText, type SpecDate, specDate } from "../../words/dates.ts";

/** First and last month of a window, `YYYY-MM`. */
export type MonthWindow = readonly [string, string];

/** The instants at which the first month of a window begins and the last one ends. */
export function instantsOf([from, to]: MonthWindow): readonly [number, number] {
	return [instantOfText(from), instantOfText(to) + 1];
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
