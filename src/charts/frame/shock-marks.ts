import type { DrawShock } from "../../market/shocks/draw.ts";
import { drawProject, plainStart } from "../../market/shocks/investment.ts";
import { instantOf } from "../../quantities.ts";
import { inverseCdf } from "../../random/draw.ts";
import { shockKey } from "../../random/question.ts";
import { Streams } from "../../random/streams.ts";
import type {
	MineInvestment,
	RefiningInvestment,
	Shock,
} from "../../scenario/types.ts";
import { monthInWords, yearsInWords } from "../../words/dates.ts";
import { chanceInWords } from "../../words/numbers.ts";
import type { ShockMark } from "../chart.ts";

/** How much a kind of shock matters to the reader; the higher are shown only where they set a scenario apart. */
const RANK: Readonly<Record<Shock["kind"], number>> = {
	"export-restriction": 0,
	"restriction-suspension": 1,
	"refining-investment": 2,
	stockpile: 2,
	withholding: 2,
	"price-floor": 2,
	offtake: 2,
	"ore-export-ban": 3,
	"mine-investment": 3,
	"origin-rule": 3,
	"rated-orders": 3,
	"route-closure": 3,
	tariff: 3,
	recycling: 3,
	"substitution-programme": 3,
	route: 3,
	enforcement: 4,
	"demand-surge": 4,
	outage: 6,
	"reserve-purchases": 7,
	"segment-growth": 8,
	"us-engagement": 8,
	"chinese-leverage": 8,
	"proliferation-sanctions": 8,
	news: 9,
};
/** Restrictions on military users alone touch little metal. */
const MILITARY_ONLY = 3;
/** Shocks up to this rank are shown even where every scenario has them. */
const POLICY = 4;
/** An end matters less than any beginning of its kind. */
const END = 5;
/** Draws from which the range of an uncertain date is taken. */
const DRAWS = 10_000;
const RANGE = [0.05, 0.95] as const;

/** The marks of a scenario's shocks: beginnings, ends where dated, ranges where uncertain. */
export function shockMarks(shocks: readonly Shock[]): readonly ShockMark[] {
	return shocks.flatMap((shock) =>
		isInvestment(shock) ? startMarks(shock) : datedMarks(shock),
	);
}

type Investment = RefiningInvestment | MineInvestment;

function isInvestment(shock: Shock): shock is Investment {
	return (
		shock.kind === "refining-investment" || shock.kind === "mine-investment"
	);
}

function datedMarks(shock: Exclude<Shock, Investment>): ShockMark[] {
	const rank = rankOf(shock);
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

function rankOf(shock: Shock): number {
	const isNarrow = shock.kind === "export-restriction" && shock.militaryOnly;
	return isNarrow ? MILITARY_ONLY : RANK[shock.kind];
}

const withOdds = (label: string, odds: number) =>
	`${label} (odds ${chanceInWords(odds)})`;

/**
 * The range in which a project starts: 5 to 95 % of those that are decided at the odds of
 * the file, from draws of the same rule that the market uses, under a seed of their own.
 * A project that its worth alone decides has no date to show.
 */
function startMarks(shock: Investment): ShockMark[] {
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
			rank: RANK[shock.kind],
		},
	];
}

function drawnStarts(shock: Investment): readonly number[] {
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

/** How many of the other panels have the mark. */
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
