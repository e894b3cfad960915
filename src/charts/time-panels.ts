import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { endWords, gutterOf } from "./fan-ends.ts";
import { type FanAxes, type FanRow, fanLayers } from "./fan-panel.ts";
import { type Layer, wordLayers } from "./layers.ts";
import { markStrip } from "./mark-strip.ts";
import type { Panels } from "./page.ts";
import { roundDomain } from "./scale.ts";
import type { ShockMark } from "./shock-marks.ts";
import { wrapToWidth } from "./text-width.ts";
import { type Hue, PAGE_WIDTH, SIZE } from "./theme.ts";

/** A fan with its name and its marks. */
export interface TimePanel {
	readonly title: string;
	readonly hue: Hue;
	readonly rows: readonly FanRow[];
	readonly marks: readonly ShockMark[];
	/** drawn over the fan, with numbers that the axis must hold */
	readonly over: (axes: FanAxes, labelled: boolean) => readonly Layer[];
	readonly overValues: readonly number[];
}

/** px: values at the left, between a panel's words and the next, the most lines of a name. */
const LEFT = 40;
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
	const gutter = Math.max(...panels.map(({ rows }) => gutterOf(rows)));
	const width = Math.floor(
		(PAGE_WIDTH -
			LEFT -
			panels.length * gutter -
			(panels.length - 1) * BETWEEN) /
			panels.length,
	);
	const height = panels.length <= 2 ? HEIGHTS.few : HEIGHTS.many;
	const [, top] = roundDomain(
		panels.flatMap(({ rows, overValues }) => [
			...rows.map(({ p975 }) => p975),
			...overValues,
		]),
	);
	const axes: FanAxes = { window, top, width, height };
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
			...fanLayers(axes, panel.hue, labelled).map((layer) => ({
				data: { values: [...panel.rows] },
				...layer,
			})),
			...nameWords(panel, axes.width + gutter, strip),
			...marks,
			...panel.over(axes, labelled),
			...endWords(panel.rows, axes, panel.hue).flatMap(wordLayers),
		],
	};
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
