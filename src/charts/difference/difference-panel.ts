/** Panel of differences in one metric: rows of intervals around a line at zero. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { isClear } from "../../experiment/verdict.ts";
import { labelWithUnit, shownDifference } from "../../words/amounts.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { rowAxis } from "../frame/row-axis.ts";
import { roundDomain } from "../frame/scale.ts";
import { cutToWidth } from "../frame/text-width.ts";
import { INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import {
	baseInWords,
	type DifferenceRow,
	type MetricDifferences,
} from "./difference-row.ts";

/** px: names at the left, verdicts at the right, a row, the name of the metric above. */
const NAMES = 222;
const VERDICTS = 372;
const WIDTH = PAGE_WIDTH - NAMES - VERDICTS;
const ROW = 24;
const HEAD = 18;
const GAP = 16;
/** px between the plots of two panels, and below the last one. */
export const BETWEEN_PANELS = 62;
export const BELOW_PANEL = 24;

/** The axes of a panel: differences in the unit of the metric, rows in px from the top. */
interface Axes {
	readonly domain: readonly [number, number];
	readonly height: number;
	/** all values are 0: the axis has nothing to measure */
	readonly isEmpty: boolean;
}

/** The differences in one metric, a row a scenario, around a line at zero. */
export function differencePanel(
	differences: MetricDifferences,
	baseTitle: string,
): NonNormalizedSpec {
	const { rows } = differences;
	const height = Math.max(1, rows.length) * ROW;
	const values = rows.flatMap(valuesOf);
	const isEmpty = values.every((value) => value === 0);
	const axes = { domain: roundDomain(values), height, isEmpty };
	return {
		width: WIDTH,
		height,
		layer: [
			...headLayers(differences, baseTitle),
			...rows.map((row, i) => guideLayer(axes, middleOf(i), row.hue.fill)),
			zeroLayer(axes),
			...rows.flatMap((row, i) => [
				...markLayers(row, middleOf(i), axes),
				...wordsOf(row, middleOf(i)),
			]),
		],
	};
}

const middleOf = (row: number) => row * ROW + ROW / 2;

/** Values that the axis must hold; an interval of one pair has no ends. */
function valuesOf({ mean, spread }: DifferenceRow): readonly number[] {
	const values = [mean?.value, mean?.low, mean?.high, ...(spread ?? [])];
	return values.filter(
		(value) => value !== undefined && !Number.isNaN(value),
	) as number[];
}

/** The metric and its unit at the left, the base's mean above the verdicts. */
function headLayers(
	{ metric, baseMean }: MetricDifferences,
	baseTitle: string,
): readonly Layer[] {
	const name = labelWithUnit(metric, shownDifference(metric));
	const base = `mean in ${baseTitle}: ${baseInWords(baseMean)}`;
	return [
		...wordLayers({
			text: cutToWidth(name, { size: SIZE.label, bold: true }, NAMES + WIDTH),
			x: -NAMES,
			y: -HEAD,
			color: INK.title,
			bold: true,
		}),
		...wordLayers({
			text: cutToWidth(base, { size: SIZE.small }, VERDICTS - GAP),
			x: WIDTH + GAP,
			y: -HEAD,
			color: INK.text,
			size: SIZE.small,
		}),
	];
}

function differenceAxis(
	field: string,
	{ domain, isEmpty }: Axes,
): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...domain], nice: false, zero: false },
		axis: {
			domain: false,
			labelExpr: "(datum.value > 0 ? '+' : '') + datum.label",
			labelFlush: false,
			labelPadding: 4,
			...(isEmpty ? { values: [0] } : { tickCount: 5 }),
			ticks: false,
		},
	};
}

/** A faint line along a row, from end to end of the axis. */
function guideLayer(axes: Axes, y: number, color: string): Layer {
	const [low, high] = axes.domain;
	return {
		data: { values: [{ low, high, y }] },
		mark: { type: "rule", color, opacity: 0.15 },
		encoding: {
			x: differenceAxis("low", axes),
			x2: { field: "high" },
			y: rowAxis(axes.height),
		},
	};
}

function zeroLayer({ domain: [low, high], height }: Axes): Layer {
	const x = (WIDTH * -low) / (high - low);
	return strokeLayer({
		from: [x, 0],
		to: [x, height],
		color: INK.mark,
		width: 1.5,
	});
}

/** The range of the pairs, the interval of their mean, and the mean. */
function markLayers(
	{ mean, spread, hue }: DifferenceRow,
	y: number,
	axes: Axes,
): readonly Layer[] {
	if (mean === null || spread === null) return [];
	const span = (low: number, high: number, width: number): Layer => ({
		data: { values: [{ low, high, y }] },
		mark: { type: "rule", color: hue.fill, strokeWidth: width },
		encoding: {
			x: differenceAxis("low", axes),
			x2: { field: "high" },
			y: rowAxis(axes.height),
		},
	});
	return [
		span(...spread, 1.5),
		...(Number.isNaN(mean.low) ? [] : [span(mean.low, mean.high, 6)]),
		{
			data: { values: [{ mean: mean.value, y }] },
			mark: {
				type: "point",
				shape: "circle",
				filled: true,
				fill: hue.fill,
				stroke: INK.background,
				strokeWidth: 1.5,
				opacity: 1,
				size: 56,
			},
			encoding: { x: differenceAxis("mean", axes), y: rowAxis(axes.height) },
		},
	];
}

/** The scenario at the left, the verdict at the right: dark and bold when it is clear. */
function wordsOf(
	{ scenario, hue, meaning, words }: DifferenceRow,
	y: number,
): readonly Layer[] {
	const isTold =
		isClear(meaning) || meaning === "worse" || meaning === "better";
	const name = { size: SIZE.label, bold: true };
	const verdict = { size: SIZE.label, bold: isTold };
	return [
		...wordLayers({
			text: cutToWidth(scenario.title, name, NAMES - GAP),
			x: -GAP,
			y,
			color: hue.text,
			align: "right",
			...name,
		}),
		...wordLayers({
			text: cutToWidth(words, verdict, VERDICTS - GAP),
			x: WIDTH + GAP,
			y,
			color: isTold ? INK.title : INK.text,
			...verdict,
		}),
	];
}
