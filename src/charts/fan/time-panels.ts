/** Row of fans on one time axis and one value axis, with dated shocks above each. */

import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { figure } from "../../words/numbers.ts";
import type { ShockMark } from "../chart.ts";
import { type Layer, wordLayers } from "../frame/layers.ts";
import { markStrip } from "../frame/mark-strip.ts";
import type { Panels } from "../frame/page.ts";
import { roundDomain } from "../frame/scale.ts";
import { wrapToWidth } from "../frame/text-width.ts";
import { FILTERED, type Hue, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import type { FanAxes } from "../frame/time-axis.ts";
import { endWords, gutterOf, OUTERMOST } from "./fan-ends.ts";
import { type FanRow, fanLayers } from "./fan-panel.ts";
import { type WalkRow, walkLayers } from "./walk-band.ts";

/** A fan with its name and its marks. */
export interface TimePanel {
	readonly title: string;
	readonly hue: Hue;
	readonly rows: readonly FanRow[];
	/** name of the outermost band, where it is not that of 95 % */
	readonly outermost?: string;
	readonly marks: readonly ShockMark[];
	/** last month of a record to which the past was fitted, `YYYY-MM`: the fan is grey up to it */
	readonly begun?: string;
	/** random walk drawn in grey under the fan; empty where none is */
	readonly walk: readonly WalkRow[];
	/** drawn over the fan, with numbers that the axis must hold */
	readonly over: (axes: FanAxes, labelled: boolean) => readonly Layer[];
	readonly overValues: readonly number[];
}

/** px: values at the left, between a panel's words and the next, the most lines of a name. */
const LEFT = 52;
const BETWEEN = 22;
const TITLE_LINES = 2;
/** px: from the strip to the middle of the name, and between lines of it. */
const ABOVE = 16;
const LINE = 18;
/** Height of a plot, px, where two panels share the page, and where more do. */
const HEIGHTS = { few: 340, many: 300 } as const;

/** Panels side by side on shared axes, each with its marks above and its labels at its right end. */
export function timePanels(
	panels: readonly TimePanel[],
	window: readonly [number, number],
): Panels {
	const gutter = Math.max(
		...panels.map(({ rows, outermost = OUTERMOST }) =>
			gutterOf(rows, outermost),
		),
	);
	const width = Math.floor(
		(PAGE_WIDTH -
			LEFT -
			panels.length * gutter -
			(panels.length - 1) * BETWEEN) /
			panels.length,
	);
	const height = panels.length <= 2 ? HEIGHTS.few : HEIGHTS.many;
	const axes: FanAxes = { window, top: topOf(panels), width, height };
	const strips = panels.map(({ marks }) =>
		markStrip(marks, { window, width, height, gutter }),
	);
	const strip = Math.max(0, ...strips.map((each) => each.height));
	return {
		direction: "row",
		spacing: gutter + BETWEEN,
		below: 26,
		panels: panels.map((panel, i) =>
			panelSpec(panel, axes, {
				labelled: i === 0,
				gutter,
				strip,
				marks: strips[i]?.layers ?? [],
			}),
		),
	};
}

/** A 95 % band that rises this far above the 80 % bands is cut. */
const FAR_ABOVE = 1.5;
/** Room above the 80 % bands when the 95 % band is cut. */
const HEADROOM = 1.15;

/** The highest value of the bands of a kind. */
function highest(panels: readonly TimePanel[], column: "p90" | "p975"): number {
	return Math.max(
		0,
		...panels.flatMap(({ rows }) => rows.map((row) => row[column])),
	);
}

/**
 * The end of the shared axis: it holds all bands, unless a few months of a 95 % band would
 * press everything else flat; and everything drawn over them.
 */
function topOf(panels: readonly TimePanel[]): number {
	const [inner, outer] = [highest(panels, "p90"), highest(panels, "p975")];
	const isCut = outer > FAR_ABOVE * inner;
	const over = panels.flatMap(({ overValues }) => overValues);
	return roundDomain([isCut ? HEADROOM * inner : outer, ...over])[1];
}

/** Says that a 95 % band is cut, and how far it goes; nothing when it is whole. */
export function cutInWords(panels: readonly TimePanel[]): readonly string[] {
	const [top, outer] = [topOf(panels), highest(panels, "p975")];
	if (outer <= top) return [];
	const [end, reach] = [top, outer].map(figure);
	return [`The 95% band is cut at ${end}; it reaches ${reach}.`];
}

interface Surroundings {
	readonly labelled: boolean;
	readonly gutter: number;
	/** px of the highest strip of marks */
	readonly strip: number;
	readonly marks: readonly Layer[];
}

function panelSpec(
	panel: TimePanel,
	axes: FanAxes,
	{ labelled, gutter, strip, marks }: Surroundings,
): NonNormalizedSpec {
	return {
		width: axes.width,
		height: axes.height,
		layer: [
			...walkLayers(panel.walk, axes, labelled),
			...fansOf(panel).map(({ rows, hue }) => ({
				data: { values: [...rows] },
				layer: [...fanLayers(axes, hue, labelled)],
			})),
			...nameWords(panel, axes.width + gutter, strip),
			...marks,
			...panel.over(axes, labelled),
			...endWords(
				panel.rows,
				axes,
				panel.hue,
				panel.outermost ?? OUTERMOST,
			).flatMap(wordLayers),
		],
	};
}

/** The fan in its colour, or in grey up to the month in which the record ends and in colour from it on. */
function fansOf({ rows, hue, begun }: TimePanel) {
	const at =
		begun === undefined
			? -1
			: rows.findIndex(({ month }) => month.startsWith(begun));
	if (at <= 0) return [{ rows, hue }];
	return [
		{ rows: rows.slice(0, at + 1), hue: FILTERED },
		{ rows: rows.slice(at), hue },
	];
}

/** The panel's name above its strip of marks; the last line stands at one height in all panels. */
function nameWords(
	{ title, hue }: TimePanel,
	width: number,
	strip: number,
): readonly Layer[] {
	const lettering = { size: SIZE.panel, bold: true };
	const lines = wrapToWidth(title, lettering, width, TITLE_LINES);
	return lines.flatMap((text, i) =>
		wordLayers({
			text,
			x: 0,
			y: -strip - ABOVE - (lines.length - 1 - i) * LINE,
			color: hue.text,
			...lettering,
		}),
	);
}
