/** Strip above a plot over time that names dated shocks without collisions. */

import type { ShockMark } from "../chart.ts";
import { type Layer, stripeLayer, strokeLayer, wordLayers } from "./layers.ts";
import { cutToWidth, textWidth } from "./text-width.ts";
import { INK, SIZE } from "./theme.ts";

/** Room for the marks of a panel. */
export interface StripRoom {
	/** instants at the left and right end of the plot */
	readonly window: readonly [number, number];
	/** px of the plot */
	readonly width: number;
	readonly height: number;
	/** px right of the plot that words may use */
	readonly gutter: number;
}

/** The strip above a panel: what is drawn, and how high it is, px. */
export interface Strip {
	readonly height: number;
	readonly layers: readonly Layer[];
}

/** A mark measured out: where its date and its words lie, px. */
interface MeasuredMark {
	readonly text: string;
	/** its date twice, or the ends of its range, inside the plot */
	readonly dates: readonly [number, number];
	readonly isRange: boolean;
	/** ends of its words */
	readonly words: readonly [number, number];
}

const LETTERING = { size: SIZE.small };
/** Height of a row of words, px, and of one with a bar below them. */
const ROW = { date: 17, range: 25 } as const;
/** From a date's line to its words, and between words of one row, px. */
const AIR = 4;
const APART = 10;
/** Thickness of the bar of an uncertain date, px. */
const BAR = 5;

/**
 * Shocks named above the plot, each at its date: a dashed line for a day, a bar with a
 * stripe below it for a range. Words get a row of their own where they would meet others,
 * and no line passes through words that stand to the right of their own line.
 */
export function markStrip(marks: readonly ShockMark[], room: StripRoom): Strip {
	const rows = bestRows(marks.map((mark) => measured(mark, room)));
	const heights = rows.map((row) =>
		row.some(({ isRange }) => isRange) ? ROW.range : ROW.date,
	);
	const height = heights.reduce((sum, each) => sum + each, 0);
	const tops = heights.map(
		(_, i) => heights.slice(0, i).reduce((sum, each) => sum + each, 0) - height,
	);
	const placed = rows.flatMap((row, i) =>
		row.map((mark) => ({ mark, top: tops[i]! })),
	);
	return {
		height,
		layers: [
			...placed.flatMap(({ mark, top }, i) => {
				if (mark.isRange) return rangeLayers(mark, top, room.height);
				const isDrawn = placed
					.slice(0, i)
					.some(({ mark: other }) => isSameDate(mark, other));
				return isDrawn ? [] : [dateLayer(mark, top, room.height)];
			}),
			...placed.flatMap(({ mark, top }) => wordsOf(mark, top)),
		],
	};
}

/** Words stand right of their date, or as far left as the right end of the panel demands. */
function measured(
	mark: ShockMark,
	{ window: [from, to], width, gutter }: StripRoom,
): MeasuredMark {
	const place = (instant: number) =>
		Math.min(width, Math.max(0, (width * (instant - from)) / (to - from)));
	const dates = [place(mark.from), place(mark.to)] as const;
	const isRange = mark.from < mark.to;
	const room = width + gutter;
	const when = `, ${mark.when}`;
	const free = room - textWidth(when, LETTERING);
	const isLong = textWidth(mark.label, LETTERING) > free;
	const label = cutToWidth(isLong ? mark.brief : mark.label, LETTERING, free);
	const text = `${label}${when}`;
	const length = textWidth(text, LETTERING);
	const wanted = isRange ? dates[0] : dates[0] + AIR;
	const left = Math.max(0, Math.min(wanted, room - length));
	return { text, dates, isRange, words: [left, left + length] };
}

/** Rows in order of date, or with the latest on top: whichever leaves fewer lines through words. */
function bestRows(
	marks: readonly MeasuredMark[],
): readonly (readonly MeasuredMark[])[] {
	const isShifted = ({ words, dates, isRange }: MeasuredMark) =>
		isRange || words[0] <= dates[0];
	const shiftedFirst = [
		...marks.filter(isShifted),
		...marks.filter((mark) => !isShifted(mark)),
	];
	const [byDate, late] = [inRows(marks), inRows(shiftedFirst)];
	const cost = (rows: readonly (readonly MeasuredMark[])[]) =>
		100 * crossings(rows) + rows.length;
	return cost(late) < cost(byDate) ? late : byDate;
}

/** Number of words that lines of higher rows run through. */
function crossings(rows: readonly (readonly MeasuredMark[])[]): number {
	return rows
		.flatMap((row, i) =>
			row.flatMap((line) =>
				rows
					.slice(i + 1)
					.flatMap((below) =>
						below.map((other) => Number(runsThrough(line, other))),
					),
			),
		)
		.reduce((sum, each) => sum + each, 0);
}

/** True when the line of a date runs through the words of another mark. */
function runsThrough(line: MeasuredMark, other: MeasuredMark): boolean {
	const [x] = line.dates;
	return !line.isRange && x >= other.words[0] && x <= other.words[1];
}

/** Marks in rows, each in the uppermost where it is free; a new one below when none is. */
function inRows(
	marks: readonly MeasuredMark[],
): readonly (readonly MeasuredMark[])[] {
	const rows: MeasuredMark[][] = [];
	for (const mark of marks) {
		const free = rows.findIndex((_, row) => isFree(mark, row, rows));
		if (free < 0) rows.push([mark]);
		else rows[free]!.push(mark);
	}
	return rows;
}

/** True when a mark's words meet no others in a row, and no line runs through words. */
function isFree(
	mark: MeasuredMark,
	row: number,
	rows: readonly (readonly MeasuredMark[])[],
): boolean {
	return rows.every((others, i) =>
		others.every((other) => {
			if (i < row) return !runsThrough(other, mark);
			if (i > row) return !runsThrough(mark, other);
			const isRight = mark.words[0] >= other.words[1] + APART;
			return isRight || mark.words[1] + APART <= other.words[0];
		}),
	);
}

/** Two lines this near would look like one that is not dashed. */
function isSameDate(a: MeasuredMark, b: MeasuredMark): boolean {
	return !b.isRange && Math.abs(a.dates[0] - b.dates[0]) < 1;
}

/** From the words' row, beside or below the words, to the foot of the plot. */
function dateLayer(
	{ dates, words }: MeasuredMark,
	top: number,
	plotHeight: number,
): Layer {
	const isBeside = words[0] > dates[0];
	return strokeLayer({
		from: [dates[0], isBeside ? top : top + ROW.date - AIR],
		to: [dates[0], plotHeight],
		color: INK.mark,
		width: 1,
		dash: [4, 3],
	});
}

function rangeLayers(
	{ dates: [from, to] }: MeasuredMark,
	top: number,
	plotHeight: number,
): readonly Layer[] {
	const y = top + ROW.range - BAR;
	const left = from + BAR / 2;
	return [
		stripeLayer([from, to], [0, plotHeight]),
		strokeLayer({
			from: [left, y],
			to: [Math.max(left, to - BAR / 2), y],
			color: INK.mark,
			width: BAR,
		}),
	];
}

function wordsOf({ text, words }: MeasuredMark, top: number): readonly Layer[] {
	return wordLayers({
		text,
		x: words[0],
		y: top + ROW.date / 2 - 1,
		color: INK.mark,
		size: LETTERING.size,
		rim: true,
	});
}
