/** Plot of raincloud rows on one axis, with names at the left. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import { labelWithUnit } from "../../words/amounts.ts";
import { nullWord } from "../../words/metrics.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { wrapToWidth } from "../frame/text-width.ts";
import { INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import { placeOn, type ValueAxis } from "../frame/value-axis.ts";
import {
	NEVER_AT,
	ROW_HEIGHT,
	type RowPlace,
	rowLayers,
} from "./rain-layers.ts";
import { figuresInWords, type RainRow } from "./rain-row.ts";

/** px: names at the left, and the column of runs without a value at the right. */
const NAMES = 236;
const NEVER = 96;
const RIGHT = 24;

/** Width of the plot, px: narrower when runs without a value need a column. */
export function plotWidth(rows: readonly RainRow[]): number {
	return PAGE_WIDTH - NAMES - (hasNever(rows) ? NEVER : RIGHT);
}

const hasNever = (rows: readonly RainRow[]) =>
	rows.some(({ dots }) => dots.includes(null));

/** The rows one below the other on their axis, with names at the left. */
export function rainPlot(
	rows: readonly RainRow[],
	axis: ValueAxis,
	metric: MetricDefinition,
): NonNormalizedSpec {
	const height = rows.length * ROW_HEIGHT;
	const x = (field: string): PositionFieldDef<Field> => ({
		field,
		type: "quantitative",
		scale: {
			...(axis.isLog ? { type: "log" } : { type: "linear", zero: false }),
			domain: [...axis.domain],
			nice: false,
		},
		axis: {
			title: `${labelWithUnit(metric)}${axis.isLog ? " (logarithmic scale)" : ""}`,
			titlePadding: 8,
			labelPadding: 5,
			labelFlush: false,
			tickCount: 7,
			tickSize: 4,
		},
	});
	const y = (field: string): PositionFieldDef<Field> => ({
		field,
		type: "quantitative",
		scale: { domain: [height, 0], nice: false, zero: false },
		axis: null,
	});
	return {
		width: axis.width,
		height,
		layer: [
			...zeroLine(axis, height),
			...rows.flatMap((row, i) => {
				const top = i * ROW_HEIGHT;
				const place: RowPlace = { axis, top, x, y };
				return [...rowLayers(row, place), ...nameLayers(row, top, metric)];
			}),
			...(hasNever(rows) ? neverHead(axis, nullWord(metric)) : []),
		],
	};
}

/** A line at 0 where values have both signs. */
function zeroLine(axis: ValueAxis, height: number): readonly Layer[] {
	if (!(axis.domain[0] < 0 && axis.domain[1] > 0)) return [];
	const x = placeOn(axis, 0);
	return [
		strokeLayer({ from: [x, 0], to: [x, height], color: INK.axis, width: 1.5 }),
	];
}

/** px from the names to the plot, and between their lines. */
const NAME_GAP = 18;
const LINES = { name: 18, figure: 16 } as const;

/** A scenario's name and figures, left of its row. */
function nameLayers(
	row: RainRow,
	top: number,
	metric: MetricDefinition,
): readonly Layer[] {
	const bold = { size: SIZE.panel, bold: true };
	const names = wrapToWidth(row.scenario.title, bold, NAMES - NAME_GAP, 2).map(
		(text) => ({ text, color: row.hue.text, height: LINES.name, ...bold }),
	);
	const figures = figuresInWords(row, metric).map((text) => ({
		text,
		color: INK.text,
		height: LINES.figure,
		size: SIZE.label,
	}));
	const lines = [...names, ...figures];
	const total = lines.reduce((sum, { height }) => sum + height, 0);
	return lines.flatMap(({ height, ...line }, i) => {
		const above = lines.slice(0, i).reduce((sum, each) => sum + each.height, 0);
		const y = top + (ROW_HEIGHT - total) / 2 + above + height / 2;
		return wordLayers({ ...line, x: -NAME_GAP, y, align: "right" });
	});
}

/** The head of the column of runs without a value. */
function neverHead(axis: ValueAxis, word: string): readonly Layer[] {
	return wordLayers({
		text: word,
		x: axis.width + NEVER_AT,
		y: -8,
		color: INK.text,
		align: "center",
	});
}
