/** Look of all charts: font, greys, hues of scenarios, sizes, and vega-lite's defaults. */

import type { Config } from "vega-lite";

/** Our own family name for Inter, and what stands in for it where it is not installed. */
export const FONT_FAMILY = "Stibium Inter";
const FONT_STACK = `"${FONT_FAMILY}", Inter, "Helvetica Neue", Arial, sans-serif`;

/** Greys: each holds a contrast of 4.5 to 1 or more on white where it colours text. */
export const INK = {
	title: "#1b1b24",
	text: "#55596a",
	mark: "#33353f",
	grid: "#e4e5ea",
	axis: "#8b8f9c",
	background: "#ffffff",
} as const;

/** Colour and dash of a scenario: both tell it apart, so that grey print works. */
export interface Hue {
	readonly fill: string;
	/** a darker partner of the fill, for text */
	readonly text: string;
	readonly dash: readonly number[];
}

/**
 * Okabe–Ito fills with darker partners, in the order of the scenarios: the base is blue.
 * Source: Okabe and Ito, Color Universal Design, 2008; its yellow is too pale on
 * white, so a grey stands in for it, and its black is softened.
 */
export const HUES: readonly Hue[] = [
	{ fill: "#0072B2", text: "#00588A", dash: [] },
	{ fill: "#D55E00", text: "#A84A00", dash: [7, 3] },
	{ fill: "#009E73", text: "#00714F", dash: [2, 2] },
	{ fill: "#CC79A7", text: "#96426F", dash: [9, 3, 2, 3] },
	{ fill: "#E69F00", text: "#7F5700", dash: [4, 2] },
	{ fill: "#56B4E9", text: "#20688F", dash: [12, 3] },
	{ fill: "#8C8C8C", text: "#565656", dash: [1, 3] },
	{ fill: "#3C3C3C", text: "#1C1C1C", dash: [6, 2, 2, 2, 2, 2] },
];

/** Look of a past that was fitted to a record, beside the colours of what follows. */
export const FILTERED: Hue = { fill: INK.axis, text: INK.text, dash: [] };

/** The hue of the scenario at a place in the order; after the last they begin again. */
export function hueAt(place: number): Hue {
	return HUES[place % HUES.length]!;
}

/** Sizes of letters, px. */
export const SIZE = {
	title: 20,
	subtitle: 13.5,
	panel: 14,
	label: 12,
	small: 11,
	source: 11,
} as const;

/** Width of everything but the margin, px. */
export const PAGE_WIDTH = 1180;
export const MARGIN = 24;
/** Weight of titles and names. */
export const BOLD = 600;

/** Defaults of vega-lite for all charts: font, axes, frame. */
export const CONFIG: Config = {
	aria: false,
	font: FONT_STACK,
	view: { stroke: null },
	axis: {
		domainColor: INK.axis,
		grid: true,
		gridColor: INK.grid,
		labelColor: INK.text,
		labelFontSize: SIZE.label,
		tickColor: INK.axis,
		title: null,
		titleColor: INK.text,
		titleFontSize: SIZE.label,
		titleFontWeight: "normal",
	},
	text: { color: INK.text, fontSize: SIZE.label },
	title: {
		color: INK.title,
		fontSize: SIZE.title,
		fontWeight: BOLD,
		subtitleColor: INK.text,
		subtitleFontSize: SIZE.subtitle,
		subtitleLineHeight: 19,
	},
};
