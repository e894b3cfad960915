/** Marks of a scenario's shocks on the axis of time. */

import type { DrawShock } from "../../market/shocks/draw.ts";
import { drawProject, plainStart } from "../../market/shocks/investment.ts";
import { instantOf } from "../../quantities.ts";
import { inverseCdf } from "../../random/draw.ts";
import { shockKey } from "../../random/question.ts";
import { Streams } from "../../random/streams.ts";
import type { Project } from "../../scenario/shocks/investment.ts";
import { isProject, kindOf, POLICY } from "../../scenario/shocks/kinds.ts";
import type { Shock } from "../../scenario/types.ts";
import { monthInWords, yearsInWords } from "../../words/dates.ts";
import { chanceInWords } from "../../words/numbers.ts";
import type { ShockMark } from "../chart.ts";

/** An end matters less than any beginning of its kind. */
const END = 5;
/** Draws from which the range of an uncertain date is taken. */
const DRAWS = 10_000;
const RANGE = [0.05, 0.95] as const;

/** The marks of a scenario's shocks: beginnings, ends where dated, ranges where uncertain. */
export function shockMarks(shocks: readonly Shock[]): readonly ShockMark[] {
	return shocks.flatMap((shock) =>
		isProject(shock) ? startMarks(shock) : datedMarks(shock),
	);
}

function datedMarks(shock: Shock): ShockMark[] {
	const rank = kindOf(shock).rank(shock);
	const odds = inverseCdf(shock.probability, 0.5);
	const label = odds < 1 ? withOdds(shock.label, odds) : shock.label;
	const mark = (
		id: string,
		words: string,
		from: number,
		importance: number,
	) => ({
		id,
		label: words,
		brief: words,
		from,
		to: from,
		when: monthInWords(from),
		rank: importance,
	});
	const begins = mark(shock.id, label, instantOf(shock.from), rank);
	if (shock.to === null) return [begins];
	const end = `${label} ends`;
	return [
		begins,
		mark(`${shock.id}-end`, end, instantOf(shock.to), rank + END),
	];
}

const withOdds = (label: string, odds: number) =>
	`${label} (odds ${chanceInWords(odds)})`;

/**
 * The range in which a project starts: 5 to 95 % of those that are decided at the odds of
 * the file, from draws of the same rule that the market uses, under a seed of their own.
 * A project that its worth alone decides has no date to show.
 */
function startMarks(shock: Project): ShockMark[] {
	const starts = drawnStarts(shock);
	if (starts.length === 0) return [];
	const [from = 0, to = 0] = RANGE.map(
		(level) => starts[Math.floor(level * (starts.length - 1))]!,
	);
	const odds = (inverseCdf(shock.probability, 0.5) * starts.length) / DRAWS;
	return [
		{
			id: shock.id,
			label: withOdds(`${shock.label} starts`, odds),
			brief: `${shock.label} (${chanceInWords(odds)})`,
			from,
			to,
			when: yearsInWords(from, to),
			rank: kindOf(shock).rank(shock),
		},
	];
}

function drawnStarts(shock: Project): readonly number[] {
	const streams = new Streams("marks of a chart", 0);
	const starts: number[] = [];
	for (let i = 0; i < DRAWS; i += 1) {
		const draw: DrawShock = (id, field, distribution) =>
			inverseCdf(distribution, streams.uniform(shockKey(id, field), i));
		const start = plainStart(drawProject(shock, draw));
		if (Number.isFinite(start)) starts.push(start);
	}
	return starts.sort((a, b) => a - b);
}

/**
 * The marks worth showing in a panel, in order of date, `most` of them at most: those that
 * few of the other panels have come first, then by rank. What all have is shown only when
 * it is policy.
 *
 * @param others the marks of the other panels
 * @param window first and last instant, months since 2018-01
 */
export function marksWorthShowing(
	marks: readonly ShockMark[],
	others: readonly (readonly ShockMark[])[],
	[from, to]: readonly [number, number],
	most: number,
): readonly ShockMark[] {
	return marks
		.filter((mark) => mark.to >= from && mark.from <= to)
		.map((mark) => ({ mark, shared: timesShared(mark, others) }))
		.filter(({ mark, shared }) => mark.rank <= POLICY || shared < others.length)
		.sort((a, b) => a.shared - b.shared || byRank(a.mark, b.mark))
		.slice(0, most)
		.map(({ mark }) => mark)
		.sort(byDate);
}

/** Counts the other panels that have the mark. */
function timesShared(
	{ id, from }: ShockMark,
	others: readonly (readonly ShockMark[])[],
): number {
	return others.filter((marks) =>
		marks.some((mark) => mark.id === id && mark.from === from),
	).length;
}

const byDate = (a: ShockMark, b: ShockMark) =>
	a.from - b.from || (a.id < b.id ? -1 : 1);
const byRank = (a: ShockMark, b: ShockMark) => a.rank - b.rank || byDate(a, b);
