/** Panels of regret, one a state, with policies as rows. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { figure, plotted } from "../../words/numbers.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { rowAxis } from "../frame/row-axis.ts";
import { roundDomain } from "../frame/scale.ts";
import { cutToWidth, wrapToWidth } from "../frame/text-width.ts";
import { HUES, INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";

/** A regret in one state, in the unit shown. */
export interface RegretCell {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly isWorst: boolean;
}

/** A policy in all states. */
export interface RegretRow {
	readonly title: string;
	readonly cells: readonly RegretCell[];
	/** its worst regret in words */
	readonly worst: string;
	/** in how many states it keeps the criterion; null without one */
	readonly kept: string | null;
}

/** px: names at the left, words at the right, a row, between states. */
const NAMES = 250;
const WORDS = 190;
const ROW = 34;
const BETWEEN = 70;
/** px: from the plot up to the heads, and between lines of one. */
const HEAD = 18;
const LINE = 16;
const HEAD_LINES = 2;
/** px from a dot to its number. */
const GAP = 8;

/** A panel a state on one axis of regret; policies are rows. */
export function regretPanels(
	rows: readonly RegretRow[],
	states: readonly string[],
	axisTitle: string,
): readonly NonNormalizedSpec[] {
	const ends = rows.flatMap(({ cells }) =>
		cells.flatMap(({ low, high }) => [low, high]),
	);
	const domain = roundDomain(ends);
	const width = Math.floor(
		(PAGE_WIDTH - NAMES - WORDS - (states.length - 1) * BETWEEN) /
			states.length,
	);
	const height = rows.length * ROW;
	return states.map((state, s) => ({
		width: s === states.length - 1 ? width : width + BETWEEN,
		height,
		layer: [
			...headLayers(state, width),
			...(s === 0 ? rows.flatMap(nameLayers) : []),
			...(s === states.length - 1
				? rows.flatMap((row, i) => wordsOf(row, i, width))
				: []),
			...rows.map((_, i) => guideLayer(i, width)),
			...rows.flatMap(({ cells }, i) =>
				cellLayers(cells[s]!, i, { domain, width, height, axisTitle }),
			),
		],
	}));
}

const middleOf = (row: number) => row * ROW + ROW / 2;

function headLayers(state: string, width: number): readonly Layer[] {
	const lettering = { size: SIZE.panel, bold: true };
	const lines = wrapToWidth(
		state,
		lettering,
		width + BETWEEN - GAP,
		HEAD_LINES,
	);
	return lines.flatMap((text, i) =>
		wordLayers({
			text,
			x: 0,
			y: -HEAD - (lines.length - 1 - i) * LINE,
			color: INK.title,
			...lettering,
		}),
	);
}

function nameLayers({ title }: RegretRow, row: number): readonly Layer[] {
	const lettering = { size: SIZE.label, bold: row === 0 };
	return wordLayers({
		text: cutToWidth(title, lettering, NAMES - 2 * GAP),
		x: -2 * GAP,
		y: middleOf(row),
		color: row === 0 ? INK.title : INK.text,
		align: "right",
		...lettering,
	});
}

function wordsOf(
	{ worst, kept }: RegretRow,
	row: number,
	width: number,
): readonly Layer[] {
	const heads = (text: string, y: number) =>
		wordLayers({
			text,
			x: width + BETWEEN,
			y,
			color: INK.text,
			size: SIZE.small,
		});
	return [
		...(row === 0
			? heads(
					kept === null ? "at worst" : "at worst; criterion holds in",
					-HEAD,
				)
			: []),
		...wordLayers({
			text: kept === null ? worst : `${worst}; ${kept}`,
			x: width + BETWEEN,
			y: middleOf(row),
			color: row === 0 ? INK.title : INK.text,
			bold: row === 0,
		}),
	];
}

function guideLayer(row: number, width: number): Layer {
	return strokeLayer({
		from: [0, middleOf(row)],
		to: [width, middleOf(row)],
		color: INK.grid,
		width: 1,
	});
}

interface Axes {
	readonly domain: readonly [number, number];
	readonly width: number;
	readonly height: number;
	readonly axisTitle: string;
}

/** The interval of a regret, its dot, and its number; the worst of a policy is bold. */
function cellLayers(
	{ value, low, high, isWorst }: RegretCell,
	row: number,
	axes: Axes,
): readonly Layer[] {
	const hue = isWorst ? HUES[1]! : HUES[0]!;
	const [from, to] = axes.domain;
	const across = (amount: number) =>
		(axes.width * (amount - from)) / (to - from);
	const data = {
		values: [
			{
				low: plotted(low),
				high: plotted(high),
				value: plotted(value),
				y: middleOf(row),
			},
		],
	};
	return [
		{
			data,
			mark: { type: "rule", color: hue.fill, strokeWidth: 5, opacity: 0.35 },
			encoding: {
				x: regretAxis("low", axes),
				x2: { field: "high" },
				y: rowAxis(axes.height),
			},
		},
		{
			data,
			mark: {
				type: "point",
				filled: true,
				color: hue.fill,
				opacity: 1,
				size: isWorst ? 70 : 50,
			},
			encoding: { x: regretAxis("value", axes), y: rowAxis(axes.height) },
		},
		...wordLayers({
			text: value === 0 ? "best" : figure(value),
			x: across(high) + GAP,
			y: middleOf(row),
			color: hue.text,
			bold: isWorst,
			rim: true,
		}),
	];
}

function regretAxis(
	field: string,
	{ domain, width, axisTitle }: Axes,
): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...domain], range: [0, width], nice: false, zero: false },
		axis: {
			title: axisTitle,
			titleAnchor: "start",
			titlePadding: 6,
			domain: false,
			labelFlush: false,
			tickCount: 4,
			ticks: false,
		},
	};
}
