/** Panel of mixes of hedges against one harm, the efficient ones in colour. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { pushApart } from "../frame/labels.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { closeDomain, roundDomain } from "../frame/scale.ts";
import { wrapToWidth } from "../frame/text-width.ts";
import { HUES, INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import { COST_SHOWN } from "./frontier-words.ts";

/** A mix as plotted: costs across, harm up, each with its 95 % interval. */
export interface MixPoint {
	readonly title: string;
	readonly cost: number;
	readonly costLow: number;
	readonly costHigh: number;
	readonly harm: number;
	readonly harmLow: number;
	readonly harmHigh: number;
	readonly isEfficient: boolean;
}

/** Mixes against one harm. */
export interface MixPlot {
	readonly head: string;
	readonly unit: string;
	readonly points: readonly MixPoint[];
}

/** Panels side by side where there are several. */
export const COLUMNS = 2;
/** px: what stands left of a plot, names right of it, between columns and rows. */
const LEFT = 44;
const NAMES = { one: 400, several: 228 } as const;
const APART = 26;
export const BETWEEN = {
	row: 92,
	column: LEFT + NAMES.several + APART,
} as const;
const HEIGHT = { one: 320, several: 250 } as const;
/** px: from the plot up to its head, from a point to its name, a line of a name. */
const HEAD = 20;
const GAP = 18;
const LINE = 16;
const MOST_LINES = 2;
const GREY = { fill: "#B4B6BF", opacity: 0.8 } as const;

/** px of a plot and of the names beside it. */
interface Room {
	readonly width: number;
	readonly height: number;
	readonly names: number;
}

function roomOf(panels: number): Room {
	if (panels === 1)
		return {
			width: PAGE_WIDTH - LEFT - NAMES.one,
			height: HEIGHT.one,
			names: NAMES.one - GAP,
		};
	const column = (PAGE_WIDTH - (COLUMNS - 1) * APART) / COLUMNS;
	return {
		width: Math.floor(column - LEFT - NAMES.several),
		height: HEIGHT.several,
		names: NAMES.several - GAP,
	};
}

/**
 * The mixes against one harm: efficient ones in colour with their names, the others grey.
 *
 * @param panels how many the chart has
 */
export function frontierPanel(
	{ head, unit, points }: MixPlot,
	costs: readonly [number, number],
	panels: number,
): NonNormalizedSpec {
	const harms = closeDomain(
		points.flatMap(({ harmLow, harmHigh }) => [harmLow, harmHigh]),
	);
	const axes = { costs, harms };
	const room = roomOf(panels);
	const efficient = points
		.filter(({ isEfficient }) => isEfficient)
		.sort((a, b) => a.cost - b.cost);
	const grey = points.filter(({ isEfficient }) => !isEfficient);
	return {
		width: room.width,
		height: room.height,
		layer: [
			...wordLayers({
				text: `${head}, ${unit}`,
				x: -LEFT,
				y: -HEAD,
				color: INK.title,
				bold: true,
				size: SIZE.label,
			}),
			...pointLayers(grey, axes, GREY.fill, GREY.opacity, 34),
			lineLayer(efficient, axes),
			...pointLayers(efficient, axes, HUES[0]!.fill, 1, 64),
			...nameLayers(efficient, axes, room),
		],
	};
}

/** The costs that all panels share. */
export function costDomain(
	plots: readonly MixPlot[],
): readonly [number, number] {
	return roundDomain(
		plots.flatMap(({ points }) =>
			points.flatMap(({ costLow, costHigh }) => [costLow, costHigh]),
		),
	);
}

interface Axes {
	readonly costs: readonly [number, number];
	readonly harms: readonly [number, number];
}

function costAxis(field: string, { costs }: Axes): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...costs], nice: false, zero: false },
		axis: {
			title: `Cost to the US treasury, mean, ${COST_SHOWN.unit}`,
			titlePadding: 6,
			grid: false,
			labelFlush: false,
			tickCount: 6,
			tickSize: 4,
		},
	};
}

function harmAxis(field: string, { harms }: Axes): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...harms], nice: false, zero: false },
		axis: { domain: false, ticks: false, labelPadding: 6, tickCount: 5 },
	};
}

function pointLayers(
	points: readonly MixPoint[],
	axes: Axes,
	color: string,
	opacity: number,
	size: number,
): readonly Layer[] {
	if (points.length === 0) return [];
	const data = { values: [...points] };
	const rule = { type: "rule", color, opacity: 0.45 * opacity } as const;
	return [
		{
			data,
			mark: rule,
			encoding: {
				x: costAxis("costLow", axes),
				x2: { field: "costHigh" },
				y: harmAxis("harm", axes),
			},
		},
		{
			data,
			mark: rule,
			encoding: {
				x: costAxis("cost", axes),
				y: harmAxis("harmLow", axes),
				y2: { field: "harmHigh" },
			},
		},
		{
			data,
			mark: { type: "point", filled: true, color, opacity, size },
			encoding: { x: costAxis("cost", axes), y: harmAxis("harm", axes) },
		},
	];
}

function lineLayer(points: readonly MixPoint[], axes: Axes): Layer {
	return {
		data: { values: [...points] },
		mark: { type: "line", color: HUES[0]!.fill, strokeWidth: 1.8 },
		encoding: {
			x: costAxis("cost", axes),
			y: harmAxis("harm", axes),
			order: { field: "cost", type: "quantitative" },
		},
	};
}

/** Names in a column at the right, pushed apart, with a thin line to each point. */
function nameLayers(
	points: readonly MixPoint[],
	{ costs, harms }: Axes,
	{ width, height, names }: Room,
): readonly Layer[] {
	const hue = HUES[0]!;
	const lettering = { size: SIZE.label };
	const across = (cost: number) =>
		(width * (cost - costs[0])) / (costs[1] - costs[0]);
	const down = (harm: number) =>
		(height * (harms[1] - harm)) / (harms[1] - harms[0]);
	const lines = points.map(({ title }) =>
		wrapToWidth(title, lettering, names, MOST_LINES),
	);
	const highest = Math.max(...lines.map(({ length }) => length));
	const places = pushApart(
		points.map(({ harm }) => down(harm)),
		highest * LINE,
		0,
		height,
	);
	return points.flatMap(({ cost, harm }, i) => {
		const y = places[i]!;
		const first = y - ((lines[i]!.length - 1) * LINE) / 2;
		return [
			strokeLayer({
				from: [across(cost) + 4, down(harm)],
				to: [width + GAP - 4, y],
				color: hue.fill,
				width: 0.7,
				dash: [2, 3],
			}),
			...lines[i]!.flatMap((text, line) =>
				wordLayers({
					text,
					x: width + GAP,
					y: first + line * LINE,
					color: hue.text,
					...lettering,
				}),
			),
		];
	});
}
