/** Moves of a particle: another luck of some months, other numbers, and both together. */

import {
	LUCK_MONTHS,
	LUCK_STREAMS,
} from "../../calibration/priors/luck-scores.ts";
import { log } from "../../math.ts";
import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import { alongBasis, type Basis } from "./basis.ts";
import { type Hypothesis, type Particle, YEARS } from "./particle.ts";

/** Runs of hypotheses against the record; each gives a log likelihood. */
export interface Trial {
	/** runs a hypothesis from the start */
	begin(hypothesis: Hypothesis): number;
	/** runs one that differs from the kept one in luck from a month on */
	replay(hypothesis: Hypothesis, month: number): number;
	/** makes the last run the kept one */
	keep(): void;
}

/** Kinds of moves. */
export const MOVE_KINDS = ["luck", "numbers", "difference", "fresh"] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Shares of the kinds, summed up. */
const UP_TO = { luck: 0.5, numbers: 0.85, difference: 0.95 } as const;

/** Streams whose luck moves together: each alone, but news of all regions as one. */
export const LUCK_GROUPS: readonly (readonly number[])[] = groupsOf();

function groupsOf(): readonly (readonly number[])[] {
	const isRegional = (i: number): boolean => {
		const [agent, question] = LUCK_STREAMS[i]!;
		return question === "news" && agent !== "world";
	};
	const all = LUCK_STREAMS.map((_, i) => i);
	return [
		...all.filter((i) => !isRegional(i)).map((i) => [i]),
		all.filter(isRegional),
	];
}

/** Fewest and most months whose luck moves at once. */
const SHORTEST = 3;
const LONGEST = 12;
const YEAR = 12;

/** Scale of a difference of two particles (ter Braak 2006), and the jitter added to it. */
const DIFFERENCE = 2.38;
const JITTER = 0.01;

/** Counts of moves tried and accepted, and of runs of the record spent. */
export interface Tally {
	/** by kind of move, in the order of MOVE_KINDS */
	readonly tried: Float64Array;
	readonly accepted: Float64Array;
	/** moves of luck by group and year */
	readonly luckTried: Float64Array;
	readonly luckAccepted: Float64Array;
	/** whole runs of the record; a replay counts the share of months it runs */
	runs: number;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
	const cells = LUCK_GROUPS.length * YEARS;
	return {
		tried: new Float64Array(MOVE_KINDS.length),
		accepted: new Float64Array(MOVE_KINDS.length),
		luckTried: new Float64Array(cells),
		luckAccepted: new Float64Array(cells),
		runs: 0,
	};
}

/** How the moves of a sweep are made. */
export interface Steering {
	/** power of the likelihood */
	readonly beta: number;
	readonly moves: number;
	readonly basis: Basis;
	/** reach of moves of luck, by group and year */
	readonly luckReach: Float64Array;
	readonly numbersReach: number;
}

const key = {
	kind: questionKey("history", "kind of move"),
	accept: questionKey("history", "accept"),
	group: questionKey("history", "stream of luck"),
	year: questionKey("history", "year of the first move"),
	start: questionKey("history", "first month"),
	months: questionKey("history", "months"),
	step: questionKey("history", "step"),
	number: questionKey("history", "number drawn anew"),
};

/** A move on its way: where it leads, what it touches, and the log of the ratio of priors that it must pay. */
interface Proposal {
	readonly to: Hypothesis;
	/** first month of another luck; null where numbers move, so that the whole run changes */
	readonly month: number | null;
	/** cell of the table of reaches; −1 where luck does not move alone */
	readonly cell: number;
	readonly years: number;
	readonly priorRatio: number;
}

/** Proposes another luck of one stream over some months that begin in a year; the years come in turn. */
function otherLuck(
	now: Hypothesis,
	{ luckReach }: Steering,
	streams: Streams,
	move: number,
	turn: number,
): Proposal {
	const pick = (question: typeof key.group, n: number): number =>
		Math.floor(n * streams.uniform(question, move));
	const place = pick(key.group, LUCK_GROUPS.length);
	const months = SHORTEST + pick(key.months, LONGEST + 1 - SHORTEST);
	const year =
		(turn + Math.floor(YEARS * streams.uniform(key.year, 0))) % YEARS;
	const from = Math.min(
		LUCK_MONTHS - months,
		year * YEAR + pick(key.start, YEAR),
	);
	const cell = place * YEARS + year;
	const reach = luckReach[cell]!;
	const kept = Math.sqrt(1 - reach * reach);
	const luck = Float64Array.from(now.luck);
	let drawn = move * now.luck.length;
	for (let month = from; month < from + months; month += 1)
		for (const stream of LUCK_GROUPS[place]!) {
			const at = month * LUCK_STREAMS.length + stream;
			luck[at] = kept * luck[at]! + reach * streams.normal(key.step, drawn);
			drawn += 1;
		}
	let years = 0;
	for (let month = from; month < from + months; month += 1)
		years |= 1 << Math.floor(month / YEAR);
	return {
		to: { scores: now.scores, luck },
		month: from,
		cell,
		years,
		priorRatio: 0,
	};
}

const squares = (scores: Float64Array): number =>
	scores.reduce((sum, score) => sum + score * score, 0);

function ofNumbers(to: Hypothesis, priorRatio: number, years = 0): Proposal {
	return { to, month: null, cell: -1, years, priorRatio };
}

function propose(
	kind: MoveKind,
	now: Hypothesis,
	steering: Steering,
	differences: readonly Float64Array[],
	streams: Streams,
	move: number,
	turn: number,
): Proposal {
	const p = now.scores.length;
	const normal = (i: number): number =>
		streams.normal(key.step, move * now.luck.length + i);
	switch (kind) {
		case "luck":
			return otherLuck(now, steering, streams, move, turn);
		case "numbers": {
			const { basis, numbersReach } = steering;
			return ofNumbers(alongBasis(basis, now, numbersReach, normal), 0);
		}
		case "difference": {
			const apart = differences[move % differences.length]!;
			const scale = DIFFERENCE / Math.sqrt(2 * p);
			const scores = now.scores.map(
				(score, i) => score + scale * apart[i]! + JITTER * normal(i),
			);
			const ratio = (squares(now.scores) - squares(scores)) / 2;
			return ofNumbers({ scores, luck: now.luck }, ratio);
		}
		case "fresh": {
			const at = Math.floor(p * streams.uniform(key.number, move));
			const scores = now.scores.map((score, i) =>
				i === at ? normal(0) : score,
			);
			return ofNumbers({ scores, luck: now.luck }, 0);
		}
	}
}

function kindOf(u: number): MoveKind {
	if (u < UP_TO.luck) return "luck";
	if (u < UP_TO.numbers) return "numbers";
	return u < UP_TO.difference ? "difference" : "fresh";
}

/**
 * Moves a particle several times by Metropolis steps that leave prior × likelihoodᵝ unchanged.
 *
 * @param differences of the scores of pairs of other particles
 */
export function moved(
	particle: Particle,
	steering: Steering,
	differences: readonly Float64Array[],
	trial: Trial,
	streams: Streams,
	tally: Tally,
): Particle {
	let now = particle;
	let turn = 0;
	trial.begin(now);
	trial.keep();
	tally.runs += 1;
	for (let move = 0; move < steering.moves; move += 1) {
		const kind = kindOf(streams.uniform(key.kind, move));
		const { to, month, cell, years, priorRatio } = propose(
			kind,
			now,
			steering,
			differences,
			streams,
			move,
			turn,
		);
		if (kind === "luck") turn += 1;
		const logLikelihood =
			month === null ? trial.begin(to) : trial.replay(to, month);
		const gain =
			priorRatio + steering.beta * (logLikelihood - now.logLikelihood);
		const accepted = log(streams.uniform(key.accept, move)) < gain;
		count(tally, kind, cell, month, accepted);
		if (!accepted) continue;
		trial.keep();
		now = { ...to, logLikelihood, renewed: now.renewed | years };
	}
	return now;
}

function count(
	tally: Tally,
	kind: MoveKind,
	cell: number,
	month: number | null,
	accepted: boolean,
): void {
	const place = MOVE_KINDS.indexOf(kind);
	tally.runs += month === null ? 1 : (LUCK_MONTHS - month) / LUCK_MONTHS;
	tally.tried[place]! += 1;
	if (accepted) tally.accepted[place]! += 1;
	if (cell < 0) return;
	tally.luckTried[cell]! += 1;
	if (accepted) tally.luckAccepted[cell]! += 1;
}
