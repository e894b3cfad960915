/** Drawing of one raincloud row: density above, bar between, dots below. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import { sortSamples } from "../../statistics/quantile.ts";
import { plotted } from "../../words/numbers.ts";
import type { Layer } from "../frame/layers.ts";
import { INK } from "../frame/theme.ts";
import { placeOn, type ValueAxis, valueAt } from "../frame/value-axis.ts";
import { densityOf } from "./density.ts";
import { stackDots } from "./quantile-dots.ts";
import type { Bar, RainRow } from "./rain-row.ts";

/** Height of a row, px, and within it: the foot of the density, the bar, the dots. */
export const ROW_HEIGHT = 134;
const FOOT = 66;
const HILL = 58;
const BAR = 73;
const DOTS_TOP = 82;
const DOTS_ROOM = 46;
/** Column of runs without a value, px right of the plot. */
export const NEVER_AT = 56;
/** Half the foot of a spike that stands for equal runs, px. */
const SPIKE = 2;
/** From this share on zeros are left out of the density and told in words. */
export const MANY_ZEROS = 0.05;

/** Place of a row, and the encodings that turn its fields into places. */
export interface RowPlace {
	readonly axis: ValueAxis;
	/** px from the top of the plot */
	readonly top: number;
	readonly x: (field: string) => PositionFieldDef<Field>;
	/** px from the top of the plot */
	readonly y: (field: string) => PositionFieldDef<Field>;
}

/** The density, the bar and the dots of a scenario. */
export function rowLayers(row: RainRow, place: RowPlace): readonly Layer[] {
	return [
		...hillLayers(row, place),
		...(row.bar === null ? [] : barLayers(row.bar, place)),
		...dotLayers(row, place),
	];
}

function hillLayers(row: RainRow, place: RowPlace): readonly Layer[] {
	const foot = place.top + FOOT;
	const hill = hillOf(row, place.axis).map(({ value, height }) => ({
		value: plotted(value),
		y: plotted(foot - HILL * height),
		foot,
	}));
	if (hill.length === 0) return [];
	return [
		{
			data: { values: hill },
			mark: { type: "area", color: row.hue.fill, opacity: 0.5, clip: true },
			encoding: {
				x: place.x("value"),
				y: place.y("y"),
				y2: { field: "foot" },
			},
		},
	];
}

/** The density of the runs, without many zeros; a spike when all are equal. */
function hillOf({ samples, zeros }: RainRow, axis: ValueAxis) {
	const isThinned = zeros.share >= MANY_ZEROS && zeros.share < 1;
	const shown = isThinned
		? sortSamples(samples.filter((value) => value !== 0))
		: samples;
	const [only] = shown;
	if (only === undefined || only !== shown.at(-1))
		return densityOf(shown, axis.isLog);
	const middle = placeOn(axis, only);
	return [-SPIKE, 0, SPIKE].map((shift) => ({
		value: valueAt(axis, middle + shift),
		height: shift === 0 ? 1 : 0,
	}));
}

function barLayers(bar: Bar, { top, x, y }: RowPlace): readonly Layer[] {
	const [p05, p25, p50, p75, p95] = bar;
	const data = { values: [{ p05, p25, p50, p75, p95, y: top + BAR }] };
	const span = (from: string, to: string, strokeWidth: number): Layer => ({
		data,
		mark: { type: "rule", color: INK.mark, strokeWidth, clip: true },
		encoding: { x: x(from), x2: { field: to }, y: y("y") },
	});
	return [
		span("p05", "p95", 1.5),
		span("p25", "p75", 6),
		{
			data,
			mark: {
				type: "point",
				shape: "circle",
				size: 100,
				filled: true,
				fill: INK.background,
				stroke: INK.mark,
				strokeWidth: 2,
				opacity: 1,
			},
			encoding: { x: x("p50"), y: y("y") },
		},
	];
}

function dotLayers(
	{ dots, hue }: RainRow,
	{ axis, top, x, y }: RowPlace,
): readonly Layer[] {
	const known = dots.filter((dot) => dot !== null);
	const never = dots.length - known.length;
	const stacks = stackDots(
		known.map((value) => placeOn(axis, value)),
		DOTS_ROOM,
	);
	const values = stacks.dots.map((dot) => ({
		value: plotted(valueAt(axis, dot.x)),
		y: top + DOTS_TOP + dot.y,
	}));
	const mark = {
		type: "circle",
		color: hue.fill,
		opacity: 1,
		size: (stacks.distance - 1) * (stacks.distance - 1),
	} as const;
	return [
		...(values.length > 0
			? [{ data: { values }, mark, encoding: { x: x("value"), y: y("y") } }]
			: []),
		...neverDots(never, hue.fill, top, axis.width),
	];
}

/** Columns, distance and place of the dots of runs without a value, px. */
const NEVER_COLUMNS = 4;
const NEVER_APART = 13;

function neverDots(
	count: number,
	color: string,
	top: number,
	width: number,
): readonly Layer[] {
	const rows = Math.ceil(count / NEVER_COLUMNS);
	return Array.from({ length: count }, (_, i): Layer => {
		const column = (i % NEVER_COLUMNS) - (NEVER_COLUMNS - 1) / 2;
		const row = Math.floor(i / NEVER_COLUMNS) - (rows - 1) / 2;
		return {
			data: { values: [{}] },
			mark: {
				type: "circle",
				color,
				opacity: 1,
				size: (NEVER_APART - 1) * (NEVER_APART - 1),
			},
			encoding: {
				x: { value: width + NEVER_AT + column * NEVER_APART },
				y: { value: top + ROW_HEIGHT / 2 + row * NEVER_APART },
			},
		};
	});
}
