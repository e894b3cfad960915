/** Numbered list of events below a story chart. */

import { instantOfText, monthInWords } from "../../words/dates.ts";
import type { ReplayEvent } from "../chart.ts";
import { type Layer, wordLayers } from "../frame/layers.ts";
import { textWidth, wrapToWidth } from "../frame/text-width.ts";
import { INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";

/** Columns of the list, and px between them. */
const COLUMNS = 2;
const BETWEEN = 36;
/** px: number to date, date to words, lines, entries. */
const NUMBER_ROOM = 26;
const DATE_ROOM = 74;
const LINE = 16;
const APART = 8;
const MOST_LINES = 2;
const LETTERING = { size: SIZE.label };
/** Radius of a numbered mark, px. */
export const MARK_RADIUS = 9;

/** A numbered list below a plot: its layers and how high it is, px. */
export interface StoryList {
	readonly layers: readonly Layer[];
	readonly height: number;
}

interface Entry {
	readonly number: number;
	readonly date: string;
	readonly lines: readonly string[];
}

const heightOf = ({ lines }: Entry) => lines.length * LINE + APART;

/**
 * Events as a numbered list in two columns, read down the first.
 *
 * @param top px from the top of the plot to the first line
 * @param left px from the left end of the plot
 */
export function storyList(
	events: readonly ReplayEvent[],
	top: number,
	left: number,
): StoryList {
	const column = (PAGE_WIDTH - (COLUMNS - 1) * BETWEEN) / COLUMNS;
	const entries = events.map((event, i) => entryOf(event, i + 1, column));
	const rows = Math.ceil(entries.length / COLUMNS);
	const columns = Array.from({ length: COLUMNS }, (_, c) =>
		entries.slice(c * rows, (c + 1) * rows),
	);
	return {
		layers: columns.flatMap((some, c) =>
			columnLayers(some, left + c * (column + BETWEEN), top),
		),
		height: Math.max(
			0,
			...columns.map((some) =>
				some.reduce((sum, entry) => sum + heightOf(entry), 0),
			),
		),
	};
}

function entryOf(
	{ month, text }: ReplayEvent,
	number: number,
	column: number,
): Entry {
	const room = column - NUMBER_ROOM - DATE_ROOM;
	return {
		number,
		date: monthInWords(instantOfText(month)),
		lines: wrapToWidth(text, LETTERING, room, MOST_LINES),
	};
}

function columnLayers(
	entries: readonly Entry[],
	x: number,
	top: number,
): readonly Layer[] {
	let y = top;
	return entries.flatMap((entry) => {
		const layers = entryLayers(entry, x, y);
		y += heightOf(entry);
		return layers;
	});
}

function entryLayers(
	{ number, date, lines }: Entry,
	x: number,
	y: number,
): readonly Layer[] {
	const words = x + NUMBER_ROOM;
	return [
		...numberLayers(number, x + MARK_RADIUS, y),
		...wordLayers({ text: date, x: words, y, color: INK.title, bold: true }),
		...lines.flatMap((text, i) =>
			wordLayers({
				text,
				x: words + DATE_ROOM,
				y: y + i * LINE,
				color: INK.text,
			}),
		),
	];
}

/** A white number in a dark disc. */
export function numberLayers(
	number: number,
	x: number,
	y: number,
): readonly Layer[] {
	const disc: Layer = {
		data: { values: [{}] },
		mark: {
			type: "point",
			shape: "circle",
			filled: true,
			color: INK.mark,
			opacity: 1,
			size: Math.round(Math.PI * MARK_RADIUS * MARK_RADIUS),
		},
		encoding: { x: { value: x }, y: { value: y } },
	};
	const text = String(number);
	return [
		disc,
		...wordLayers({
			text,
			x: x - textWidth(text, { size: SIZE.small, bold: true }) / 2,
			y: y + 0.5,
			color: INK.background,
			size: SIZE.small,
			bold: true,
		}),
	];
}
