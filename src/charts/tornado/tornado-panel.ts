/** Bars of a tornado around the mean, with names at the left and measures at the right. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import {
	type Layer,
	stripeLayer,
	strokeLayer,
	wordLayers,
} from "../frame/layers.ts";
import { rowAxis } from "../frame/row-axis.ts";
import { tightDomain } from "../frame/scale.ts";
import { cutToWidth } from "../frame/text-width.ts";
import { HUES, INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import { lengthOf, type TornadoRow } from "./tornado-rows.ts";

/** px: names at the left, measures at the right, a row, a bar, the words above the plot. */
const NAMES = 372;
const MEASURES = 180;
const WIDTH = PAGE_WIDTH - NAMES - MEASURES;
const ROW = 36;
const BAR = 18;
const HEAD = 20;
const GAP = 16;
/** px between the end of a bar and its number. */
const BESIDE = 5;
/** Share of the span of all bars that is left for numbers beyond each end. */
const ROOM = 0.12;
/** px between the last input and the dummy. */
const APART = 10;
/** Low and high inputs: dark and light, so that grey print tells them apart. */
const LOW = HUES[0]!;
const HIGH = HUES[4]!;

/** Words and numbers that stand around the bars. */
export interface TornadoWords {
	/** the metric with its unit */
	readonly metric: string;
	/** name of the measure at the right */
	readonly measure: string;
	/** the metric's mean, in the unit shown */
	readonly mean: number;
	/** e.g. `mean 14.8` */
	readonly centre: string;
}

interface Axes {
	readonly domain: readonly [number, number];
	readonly height: number;
	readonly mean: number;
}

/** The bars of all inputs around the mean, with names, ends and measures. */
export function tornadoPanel(
	rows: readonly TornadoRow[],
	words: TornadoWords,
): NonNormalizedSpec {
	const height = rows.length * ROW + APART;
	const axes = { domain: domainOf(rows, words.mean), height, mean: words.mean };
	return {
		width: WIDTH,
		height,
		layer: [
			...headLayers(words, axes),
			...noiseLayers(rows, axes),
			...rows.flatMap((row, i) => barLayers(row, topOf(row, i), axes)),
			meanLayer(axes),
			...rows.flatMap((row, i) => [
				...endLayers(row, topOf(row, i), axes),
				...wordsOf(row, topOf(row, i)),
			]),
		],
	};
}

const topOf = ({ isDummy }: TornadoRow, place: number) =>
	place * ROW + (isDummy ? APART : 0);

/** Round ends that hold all bars and leave room for numbers beside them. */
function domainOf(
	rows: readonly TornadoRow[],
	mean: number,
): readonly [number, number] {
	const values = [
		mean,
		...rows.flatMap(({ lowSpan, highSpan }) => [...lowSpan, ...highSpan]),
	].filter((value) => !Number.isNaN(value));
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const room = ROOM * (most - least);
	return tightDomain([least - room, most + room]);
}

const placeOf = ({ domain: [low, high] }: Axes, value: number) =>
	(WIDTH * (value - low)) / (high - low);

function headLayers(words: TornadoWords, axes: Axes): readonly Layer[] {
	const head = { y: -HEAD, size: SIZE.label };
	return [
		...wordLayers({
			...head,
			text: words.metric,
			x: -NAMES,
			color: INK.title,
			bold: true,
		}),
		...wordLayers({
			...head,
			text: words.centre,
			x: placeOf(axes, axes.mean),
			color: INK.title,
			align: "center",
		}),
		...wordLayers({
			...head,
			text: words.measure,
			x: WIDTH + GAP,
			color: INK.text,
		}),
	];
}

function valueAxis(field: string, { domain }: Axes): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...domain], nice: false, zero: false },
		axis: { domain: false, labelPadding: 6, tickCount: 6, ticks: false },
	};
}

/** A faint stripe as far to both sides of the mean as the dummy's intervals reach. */
function noiseLayers(
	rows: readonly TornadoRow[],
	axes: Axes,
): readonly Layer[] {
	const noise = Math.max(
		...rows
			.filter(({ isDummy }) => isDummy)
			.flatMap(({ lowSpan, highSpan }) => [...lowSpan, ...highSpan])
			.map((end) => Math.abs(end - axes.mean)),
		0,
	);
	if (!(noise > 0)) return [];
	const ends = [axes.mean - noise, axes.mean + noise] as const;
	const [left, right] = ends.map((end) => placeOf(axes, end));
	return [stripeLayer([left ?? 0, right ?? 0], [0, axes.height])];
}

/** The mean, to which every bar is held. */
function meanLayer(axes: Axes): Layer {
	const x = placeOf(axes, axes.mean);
	return strokeLayer({
		from: [x, -HEAD / 2 + 2],
		to: [x, axes.height],
		color: INK.mark,
		width: 1.5,
	});
}

/** True when both ends lie on one side of the mean, where their bars would hide each other. */
const isOneSided = ({ low, high }: TornadoRow, mean: number) =>
	(low - mean) * (high - mean) > 0;

/** A bar from the mean to each end; one above the other where both lie on one side. */
function barLayers(row: TornadoRow, top: number, axes: Axes): readonly Layer[] {
	const split = isOneSided(row, axes.mean);
	const from = top + (ROW - BAR) / 2;
	const middle = from + BAR / 2;
	const bars = [
		{
			end: row.low,
			span: row.lowSpan,
			hue: LOW,
			y: from,
			y2: split ? middle : from + BAR,
		},
		{
			end: row.high,
			span: row.highSpan,
			hue: HIGH,
			y: split ? middle : from,
			y2: from + BAR,
		},
	];
	return bars
		.filter(({ end }) => !Number.isNaN(end))
		.flatMap(({ end, span: [from, to], hue, y, y2 }): readonly Layer[] => [
			{
				data: { values: [{ mean: axes.mean, end, y, y2 }] },
				mark: { type: "rect", color: row.isDummy ? INK.axis : hue.fill },
				encoding: {
					x: valueAxis("mean", axes),
					x2: { field: "end" },
					y: rowAxis(axes.height),
					y2: { field: "y2" },
				},
			},
			...(from === to ? [] : [spanLayer(from, to, (y + y2) / 2, axes)]),
		]);
}

/** The 95 % interval of an end. */
function spanLayer(from: number, to: number, y: number, axes: Axes): Layer {
	return {
		data: { values: [{ from, to, y }] },
		mark: { type: "rule", color: INK.mark, strokeWidth: 1.25 },
		encoding: {
			x: valueAxis("from", axes),
			x2: { field: "to" },
			y: rowAxis(axes.height),
		},
	};
}

/** The input's own values beside the ends of its bar, beyond their intervals. */
function endLayers(row: TornadoRow, top: number, axes: Axes): readonly Layer[] {
	if (lengthOf(row) === 0) return [];
	const { low, high, lowSpan, highSpan, ends } = row;
	const word = (text: string, hue: typeof LOW, x: number, isLeft: boolean) =>
		wordLayers({
			text,
			y: top + ROW / 2,
			color: hue.text,
			rim: true,
			x: x + (isLeft ? -BESIDE : BESIDE),
			size: SIZE.small,
			align: isLeft ? "right" : "left",
		});
	const spans = [...lowSpan, ...highSpan, axes.mean];
	const left = placeOf(axes, Math.min(...spans));
	const right = placeOf(axes, Math.max(...spans));
	return low < high
		? [...word(ends[0], LOW, left, true), ...word(ends[1], HIGH, right, false)]
		: [...word(ends[1], HIGH, left, true), ...word(ends[0], LOW, right, false)];
}

/** The input and its meaning at the left, its measure at the right, dark and bold above the noise. */
function wordsOf(row: TornadoRow, top: number): readonly Layer[] {
	const { path, meaning, unit, isAbove } = row.input;
	const middle = top + ROW / 2;
	const color = isAbove ? INK.title : INK.text;
	const name = { size: SIZE.label, bold: isAbove };
	const small = { size: SIZE.small };
	const [brief = ""] = meaning.split(";");
	const told = unit === "1" ? brief : `${brief}, ${unit}`;
	const left = { x: -GAP, align: "right" } as const;
	return [
		...wordLayers({
			text: cutToWidth(path, name, NAMES - GAP),
			...left,
			y: middle - 7,
			color,
			...name,
		}),
		...wordLayers({
			text: cutToWidth(told, small, NAMES - GAP),
			...left,
			y: middle + 8,
			color: INK.text,
			...small,
		}),
		...wordLayers({
			text: cutToWidth(row.measure, name, MEASURES - GAP),
			x: WIDTH + GAP,
			y: middle,
			color,
			...name,
		}),
	];
}
