/** Plot of exceedance curves: steps, bands, marked amounts, and names clear of each other. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { chanceInWords } from "../../words/numbers.ts";
import {
	type Box,
	CURVE_LETTERING,
	type PixelCurve,
	type Place,
	placeNames,
} from "../frame/curve-labels.ts";
import { pushApart } from "../frame/labels.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { textWidth } from "../frame/text-width.ts";
import { INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import { alikeCurves, nameOfAlike } from "./alike-curves.ts";
import type { Curve, CurvePoint } from "./exceedance-curve.ts";

/** An amount marked on the axis, with each curve's point there; null for a curve without runs. */
export interface MarkedAmount {
	readonly value: number;
	readonly label: string;
	readonly points: readonly (CurvePoint | null)[];
}

/** Curves with their marks and axes, ready to be drawn. */
export interface ExceedancePlot {
	readonly curves: readonly Curve[];
	readonly marks: readonly MarkedAmount[];
	/** ends of the axis of amounts */
	readonly domain: readonly [number, number];
	/** end of the axis of shares, per cent */
	readonly top: number;
	/** true when every step of every curve is among its points */
	readonly isStepped: boolean;
	readonly axisTitle: string;
}

/** px: the plot, and what stands left of it. */
const LEFT = 92;
const RIGHT = 20;
const WIDTH = PAGE_WIDTH - LEFT - RIGHT;
const HEIGHT = 420;
/** Between chances written at one mark, px, and from the line to them. */
const APART = 17;
/** From the plot up to the labels of marks, px: chances of nearly all runs stand between. */
const HEAD = 24;
const GAP = 10;

const across = ([low, high]: readonly [number, number], amount: number) =>
	(WIDTH * (amount - low)) / (high - low);

const down = (plot: ExceedancePlot, share: number) =>
	HEIGHT * (1 - share / plot.top);

/** Curves with their intervals, marks with their chances, and names beside the curves. */
export function exceedancePlot(plot: ExceedancePlot): NonNormalizedSpec {
	const { names, leaders } = nameLayers(plot);
	return {
		width: WIDTH,
		height: HEIGHT,
		layer: [
			...plot.marks.map((mark) => markLine(mark, plot.domain)),
			...plot.curves.flatMap((curve) => curveLayers(curve, plot)),
			...leaders,
			...plot.marks.flatMap((mark) => chanceLayers(mark, plot)),
			...names,
		],
	};
}

function curveLayers(
	{ points, hue }: Curve,
	plot: ExceedancePlot,
): readonly Layer[] {
	if (points.length === 0) return [];
	const data = { values: [...points] };
	const x = amountAxis(plot);
	const steps = plot.isStepped ? { interpolate: "step-after" as const } : {};
	return [
		{
			data,
			mark: { type: "area", color: hue.fill, opacity: 0.2, ...steps },
			encoding: { x, y: shareAxis("low", plot), y2: { field: "high" } },
		},
		{
			data,
			mark: {
				type: "line",
				color: hue.fill,
				strokeWidth: 2.5,
				strokeDash: [...hue.dash],
				...steps,
			},
			encoding: { x, y: shareAxis("share", plot) },
		},
	];
}

function amountAxis({
	domain,
	axisTitle,
}: ExceedancePlot): PositionFieldDef<Field> {
	return {
		field: "amount",
		type: "quantitative",
		scale: { domain: [...domain], nice: false, zero: false },
		axis: {
			title: axisTitle,
			titlePadding: 8,
			grid: false,
			labelFlush: false,
			labelPadding: 5,
			tickCount: 7,
			tickSize: 4,
		},
	};
}

function shareAxis(
	field: string,
	{ top }: ExceedancePlot,
): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [0, top], nice: false },
		axis: {
			values: [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => part * top),
			labelExpr: `datum.value + (datum.value === ${top} ? '% of runs' : '%')`,
			domain: false,
			ticks: false,
			labelPadding: 6,
		},
	};
}

function markLine(
	{ value }: MarkedAmount,
	domain: readonly [number, number],
): Layer {
	const x = across(domain, value);
	return strokeLayer({
		from: [x, -HEAD - 8],
		to: [x, HEIGHT],
		color: INK.mark,
		width: 1,
		dash: [4, 3],
	});
}

/** The mark's label above the plot, a dot on each curve, and its chance beside the dot. */
function chanceLayers(
	{ value, label, points }: MarkedAmount,
	plot: ExceedancePlot,
): readonly Layer[] {
	const { curves, domain } = plot;
	const x = across(domain, value);
	const isLate = x + textWidth(label, { size: SIZE.label }) > WIDTH + RIGHT;
	const head = wordLayers({
		text: label,
		x: isLate ? x - 5 : x + 5,
		y: -HEAD,
		color: INK.mark,
		align: isLate ? "right" : "left",
	});
	const places = chancePlaces(points, plot);
	const dots = points.flatMap((point, i): readonly Layer[] => {
		const hue = curves[i]!.hue;
		if (point === null) return [];
		const dot: Layer = {
			data: { values: [{}] },
			mark: { type: "circle", color: hue.fill, opacity: 1, size: 80 },
			encoding: { x: { value: x }, y: { value: down(plot, point.share) } },
		};
		const words = wordLayers({
			text: chanceInWords(point.share / 100),
			x: x + GAP,
			y: places[i]!,
			color: hue.text,
			bold: true,
			rim: true,
		});
		return [dot, ...words];
	});
	return [...head, ...dots];
}

/** Heights of the chances at a mark, px: beside their dots, pushed apart. */
function chancePlaces(
	points: readonly (CurvePoint | null)[],
	plot: ExceedancePlot,
): readonly number[] {
	const wanted = points.map(
		(point) => down(plot, point?.share ?? 0) - APART / 2,
	);
	return pushApart(wanted, APART, -APART / 2, HEIGHT - APART / 2);
}

/** Boxes of the chances at each mark, of which names keep clear. */
function chanceBoxes(plot: ExceedancePlot): readonly Box[] {
	const { marks, domain } = plot;
	return marks.flatMap(({ value, points }) => {
		const x = across(domain, value);
		const line = { left: x, right: x, top: 0, bottom: HEIGHT };
		const words = chancePlaces(points, plot).map((y) => ({
			left: x,
			right: x + GAP + textWidth(">99%", { size: SIZE.label, bold: true }),
			top: y - APART / 2,
			bottom: y + APART / 2,
		}));
		return [line, ...words];
	});
}

/** Names beside the curves, and thin lines where a name stands apart from its curve. */
function nameLayers(plot: ExceedancePlot): {
	readonly names: readonly Layer[];
	readonly leaders: readonly Layer[];
} {
	const groups = alikeCurves(plot.curves, (share) => down(plot, share));
	const drawn = groups.map(([first]) => first!);
	const names = groups.map(nameOfAlike);
	const placed = placeNames(
		names,
		drawn.map(({ points }) => pixelCurve(points, plot)),
		{ width: WIDTH + RIGHT, height: HEIGHT, taken: chanceBoxes(plot) },
	);
	const middleOf = ({ top, bottom }: Box) => (top + bottom) / 2;
	return {
		names: placed.flatMap(({ box }, i) =>
			wordLayers({
				text: names[i]!,
				x: box.left,
				y: middleOf(box),
				color: drawn[i]!.hue.text,
				rim: true,
				...CURVE_LETTERING,
			}),
		),
		leaders: placed.flatMap(({ box, leader }, i) =>
			leader === null
				? []
				: strokeLayer({
						from: leader,
						to: [box.left - 4, middleOf(box)],
						color: drawn[i]!.hue.fill,
						width: 1,
					}),
		),
	};
}

/** Between places of a step that names must keep clear of, px. */
const STRIDE = 6;

/** A curve in pixels, with places along its steps at every stride. */
function pixelCurve(
	points: readonly CurvePoint[],
	plot: ExceedancePlot,
): PixelCurve {
	const places = points.map(
		({ amount, share }): Place => [
			across(plot.domain, amount),
			down(plot, share),
		],
	);
	if (!plot.isStepped) return places;
	return places.flatMap((place, i) => [
		place,
		...alongStep(place, places[i + 1]),
	]);
}

/** From a place on, level, to where the next one begins. */
function alongStep([x, y]: Place, next: Place | undefined): readonly Place[] {
	const length = next === undefined ? 0 : next[0] - x;
	const strides = Math.floor(length / STRIDE);
	return Array.from({ length: strides }, (_, i) => [x + (i + 1) * STRIDE, y]);
}
