/** Panel of a sweep: one metric's change along the varied value. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { figure } from "../../words/numbers.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { roundDomain } from "../frame/scale.ts";
import { wrapToWidth } from "../frame/text-width.ts";
import { HUES, INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import type { ResponseCurve, ResponsePoint } from "./response-rows.ts";

/** px: panels in a row, what stands left of a plot, between plots, and their height. */
export const COLUMNS = 4;
const LEFT = 56;
export const BETWEEN = { row: 104, column: 76 } as const;
const HEIGHT = 170;
const WIDTH = Math.floor(
	(PAGE_WIDTH - LEFT - (COLUMNS - 1) * BETWEEN.column) / COLUMNS,
);
/** px: lines of a panel's name, from the plot up to the last of them. */
const LINE = 15;
const ABOVE = 34;
const NAME_LINES = 3;

/** The varied value on the axis that all panels share. */
export interface ResponseAxis {
	readonly title: string;
	readonly domain: readonly [number, number];
	/** places that carry words; null: numbers that the axis chooses */
	readonly words: readonly string[] | null;
}

/** The axis of the varied value: from end to end, a little room beside words. */
export function responseAxis(
	points: readonly ResponsePoint[],
	title: string,
	isNumeric: boolean,
): ResponseAxis {
	const at = points.map((point) => point.at);
	const room = isNumeric ? 0 : 0.4;
	return {
		title,
		domain: [Math.min(...at) - room, Math.max(...at) + room],
		words: isNumeric ? null : points.map(({ label }) => label),
	};
}

/** One measure: its change from the first point with 95 % intervals, around a line at no change. */
export function responsePanel(
	curve: ResponseCurve,
	axis: ResponseAxis,
): NonNormalizedSpec {
	const hue = HUES[0]!;
	const ends = curve.points.flatMap(({ low, high }) => [low, high]);
	const domain = roundDomain(ends);
	const points = [...curve.points].sort((a, b) => a.at - b.at);
	const data = { values: points.map(({ verdict: _, ...point }) => point) };
	const x = placeAxis(axis);
	const y = (field: string) => changeAxis(field, domain);
	const zero = (HEIGHT * domain[1]) / (domain[1] - domain[0]);
	return {
		width: WIDTH,
		height: HEIGHT,
		layer: [
			...nameLayers(curve),
			strokeLayer({
				from: [0, zero],
				to: [WIDTH, zero],
				color: INK.mark,
				width: 1,
			}),
			{
				data,
				mark: { type: "rule", color: hue.fill, strokeWidth: 5, opacity: 0.3 },
				encoding: { x, y: y("low"), y2: { field: "high" } },
			},
			{
				data,
				mark: { type: "line", color: hue.text, strokeWidth: 1.8 },
				encoding: { x, y: y("value") },
			},
			{
				data,
				mark: {
					type: "point",
					filled: true,
					color: hue.text,
					opacity: 1,
					size: 36,
				},
				encoding: { x, y: y("value") },
			},
		],
	};
}

function placeAxis({
	title,
	domain,
	words,
}: ResponseAxis): PositionFieldDef<Field> {
	return {
		field: "at",
		type: "quantitative",
		scale: { domain: [...domain], nice: false, zero: false },
		axis: {
			title,
			titlePadding: 6,
			grid: false,
			labelFlush: false,
			tickSize: 4,
			...(words === null
				? { tickCount: 4 }
				: {
						values: words.map((_, i) => i),
						labelExpr: `${JSON.stringify(words)}[datum.value]`,
					}),
		},
	};
}

function changeAxis(
	field: string,
	domain: readonly [number, number],
): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...domain], nice: false, zero: false },
		axis: {
			domain: false,
			ticks: false,
			labelPadding: 6,
			tickCount: 4,
			labelExpr: "(datum.value > 0 ? '+' : '') + datum.label",
		},
	};
}

/** The measure above its plot, and what it is at the first point. */
function nameLayers({ label, level, points }: ResponseCurve): readonly Layer[] {
	const lettering = { size: SIZE.label, bold: true };
	const lines = wrapToWidth(label, lettering, WIDTH + LEFT, NAME_LINES);
	const first = points[0]?.label ?? "";
	const start = Number.isNaN(level)
		? `no value at ${first}`
		: `${figure(level)} at ${first}`;
	return [
		...lines.flatMap((text, i) =>
			wordLayers({
				text,
				x: -LEFT,
				y: -ABOVE - (lines.length - 1 - i) * LINE,
				color: INK.title,
				...lettering,
			}),
		),
		...wordLayers({
			text: start,
			x: -LEFT,
			y: -ABOVE + LINE,
			color: INK.text,
			size: SIZE.small,
		}),
	];
}
