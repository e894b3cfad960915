/** Moves of a particle that leave its target unchanged, so that copies of it become others again. */

import { LUCK_WIDTH } from "../../calibration/priors/luck-scores.ts";
import { log } from "../../math.ts";
import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import { LUCK_GROUPS } from "../calibration/moves.ts";
import {
	type Carried,
	FIRST_LATER,
	FIRST_MONTH,
	freshLuck,
	keptLuck,
} from "./carried.ts";
import { fitOf, type Observation } from "./observe.ts";
import type { Tracker } from "./tracker.ts";

/** Kinds of moves. */
export const MOVES = ["past", "luck", "numbers", "later"] as const;
type Move = (typeof MOVES)[number];

/** Moves of luck in a rejuvenation. */
const LUCKS = 6;
/** Of so many particles one moves its numbers, and one those on which the record to 2024 is silent. */
const NUMBERS_EVERY = 4;
/** Months back to which luck moves. */
const MEMORY = 12;
/** Fewest and most months whose luck moves at once. */
const SHORTEST = 1;
const LONGEST = 12;
/** Reach of a move of luck, and of the later numbers. */
const LUCK_REACH = 0.9;
const LATER_REACH = 0.5;
/** Share of the numbers that a difference of two others moves, its scale, and the jitter added to it. */
const CROSSED = 0.25;
const DIFFERENCE = 2.38;
const JITTER = 0.02;
const BROKEN = Number.NEGATIVE_INFINITY;

/** Pasts of the start that are tried in a rejuvenation. */
export const PASTS = 4;

/** Part of the record that a target holds: rows before some place in full, those of a group in part. */
export interface Reached {
	/** rows that the start has taken in already */
	readonly known: number;
	/** rows in full */
	readonly full: number;
	/** rows up to this place, in part */
	readonly part: number;
	/** power of the likelihood of the rows in part, 0 to 1 */
	readonly power: number;
	/** first month that the start does not cover, and last month whose luck matters */
	readonly since: number;
	readonly month: number;
}

/** Moves tried and accepted, by kind. */
export interface MoveTally {
	readonly tried: number[];
	readonly accepted: number[];
}

/** A tally of nothing. */
export const noMoves = (): MoveTally => ({
	tried: MOVES.map(() => 0),
	accepted: MOVES.map(() => 0),
});

/** Adds the moves of one tally to another. */
export function addMoves(to: MoveTally, of: MoveTally): void {
	MOVES.forEach((_, k) => {
		to.tried[k]! += of.tried[k]!;
		to.accepted[k]! += of.accepted[k]!;
	});
}

/** Log of the target of a run, prior of the scores left out. */
function targetOf(
	{ answers, past }: Pick<Carried, "answers" | "past">,
	observations: readonly Observation[],
	{ full, part, power }: Reached,
	first = 0,
): number {
	if (past === BROKEN) return past;
	let sum = first === 0 ? past : 0;
	for (let i = first; i < part; i += 1)
		sum += (i < full ? 1 : power) * fitOf(observations[i]!, answers[i]!);
	return sum;
}

const key = {
	group: questionKey("assimilation", "stream of luck"),
	start: questionKey("assimilation", "first month of luck"),
	months: questionKey("assimilation", "months of luck"),
	step: questionKey("assimilation", "step"),
	cross: questionKey("assimilation", "number crossed"),
	accept: questionKey("assimilation", "accept"),
};

const squares = (scores: Float64Array): number =>
	scores.reduce((sum, score) => sum + score * score, 0);

/** A particle with another luck from a month on. */
interface OtherLuck {
	readonly to: Carried;
	readonly month: number;
}

/** A particle with other numbers. */
interface OtherNumbers {
	readonly to: Carried;
	/** log of the ratio of the priors that its step does not leave unchanged */
	readonly ratio: number;
}

function otherLuck(
	now: Carried,
	{ month }: Reached,
	streams: Streams,
	move: number,
): OtherLuck {
	const pick = (question: typeof key.group, n: number): number =>
		Math.floor(n * streams.uniform(question, move));
	const group = LUCK_GROUPS[pick(key.group, LUCK_GROUPS.length)]!;
	const first = Math.max(FIRST_MONTH, month + 1 - MEMORY);
	const from = first + pick(key.start, month + 1 - first);
	const length = SHORTEST + pick(key.months, LONGEST + 1 - SHORTEST);
	const to = Math.min(month, from + length - 1);
	const kept = Math.sqrt(1 - LUCK_REACH * LUCK_REACH);
	const luck = Float64Array.from(now.luck);
	for (let at = from; at <= to; at += 1)
		for (const stream of group) {
			const place = (at - FIRST_MONTH) * LUCK_WIDTH + stream;
			luck[place] =
				kept * luck[place]! +
				LUCK_REACH * streams.normal(key.step, move * luck.length + place);
		}
	return { to: { ...now, luck: keptLuck(luck) }, month: from };
}

function otherNumbers(
	now: Carried,
	difference: Float64Array,
	streams: Streams,
	move: number,
): OtherNumbers {
	const count = now.scores.length;
	const scale = DIFFERENCE / Math.sqrt(2 * CROSSED * count);
	const scores = now.scores.map((score, i) => {
		const at = move * count + i;
		if (streams.uniform(key.cross, at) >= CROSSED) return score;
		return (
			score + scale * difference[i]! + JITTER * streams.normal(key.step, at)
		);
	});
	return {
		to: { ...now, scores },
		ratio: (squares(now.scores) - squares(scores)) / 2,
	};
}

function otherLater(
	now: Carried,
	streams: Streams,
	move: number,
): OtherNumbers {
	const kept = Math.sqrt(1 - LATER_REACH * LATER_REACH);
	const scores = now.scores.map((score, i) =>
		i < FIRST_LATER
			? score
			: kept * score +
				LATER_REACH * streams.normal(key.step, move * now.scores.length + i),
	);
	return { to: { ...now, scores }, ratio: 0 };
}

/** Trackers of a thread, by the last month that they run. */
export interface TrackerPool {
	to(last: number): Tracker;
	/** to the end of the record */
	readonly whole: Tracker;
}

/** A survivor on its way through a rejuvenation. */
export interface Surviving {
	readonly particle: Carried;
	/** of the scores of two other particles */
	readonly difference: Float64Array;
	/** particles of the beginning, whose past may take the place of its own */
	readonly pasts: readonly Carried[];
}

/** What a renewal is told beside the survivor. */
export interface Renewal {
	readonly reached: Reached;
	readonly observations: readonly Observation[];
	readonly trackers: TrackerPool;
	readonly streams: Streams;
	/** by which it is settled which kind of numbers moves */
	readonly turn: number;
	readonly tally: MoveTally;
}

/** Moves of one survivor, one after the other. */
class Renewing {
	#now: Carried;
	#target: number;
	#move = 0;
	/** true while the tracker keeps the run of the particle as it is */
	#isKept = false;
	readonly #renewal: Renewal;
	readonly #tracker: Tracker;

	constructor(survivor: Carried, renewal: Renewal) {
		this.#now = survivor;
		this.#renewal = renewal;
		this.#tracker = renewal.trackers.to(renewal.reached.month);
		this.#target = this.#targetOf(survivor);
	}

	get particle(): Carried {
		return this.#now;
	}

	#targetOf(run: Pick<Carried, "answers" | "past">): number {
		const { observations, reached } = this.#renewal;
		return targetOf(run, observations, reached);
	}

	/** Settles a move. @param gain log of the ratio by which it is accepted */
	#settle(kind: Move, to: Carried, gain: number): boolean {
		const { streams, tally } = this.#renewal;
		const k = MOVES.indexOf(kind);
		tally.tried[k]! += 1;
		const isAccepted = log(streams.uniform(key.accept, this.#move)) < gain;
		this.#move += 1;
		if (!isAccepted) return false;
		tally.accepted[k]! += 1;
		this.#now = to;
		this.#target = this.#targetOf(to);
		return true;
	}

	/**
	 * Tries another past of the start under the luck that followed. The start is distributed as the
	 * target without the rows since, which alone decide.
	 */
	past(other: Carried): void {
		const { observations, reached } = this.#renewal;
		const known = (reached.since - FIRST_MONTH) * LUCK_WIDTH;
		const luck = Float64Array.from(this.#now.luck);
		luck.set(other.luck.subarray(0, known));
		const from = { ...other, luck };
		const to = { ...from, ...this.#tracker.resume(from) };
		const latest = (one: Carried): number =>
			targetOf(
				{ ...one, past: one.past === BROKEN ? BROKEN : 0 },
				observations,
				reached,
				reached.known,
			);
		this.#isKept = this.#settle("past", to, latest(to) - latest(this.#now));
	}

	numbers(difference: Float64Array, kind: "numbers" | "later"): void {
		const { streams } = this.#renewal;
		const { to: from, ratio } =
			kind === "numbers"
				? otherNumbers(this.#now, difference, streams, this.#move)
				: otherLater(this.#now, streams, this.#move);
		const to = { ...from, ...this.#tracker.begin(from) };
		this.#isKept = this.#settle(
			kind,
			to,
			ratio + this.#targetOf(to) - this.#target,
		);
	}

	luck(): void {
		const { reached, streams } = this.#renewal;
		if (!this.#isKept) this.#tracker.resume(this.#now);
		this.#isKept = true;
		const { to: from, month } = otherLuck(
			this.#now,
			reached,
			streams,
			this.#move,
		);
		const to = { ...from, ...this.#tracker.replay(from, month) };
		if (this.#settle("luck", to, this.#targetOf(to) - this.#target))
			this.#tracker.keep();
	}
}

/**
 * A survivor made different from its copies. Metropolis moves of its past, of one kind of numbers
 * in turn, and of luck leave unchanged
 *
 *     prior × likelihood of 2018 to 2024 × likelihood of the rows reached;
 *
 * luck after the months that count is drawn anew.
 */
export function rejuvenated(
	{ particle, difference, pasts }: Surviving,
	renewal: Renewal,
): Carried {
	const { reached, trackers, streams, turn } = renewal;
	const renewing = new Renewing(particle, renewal);
	for (const past of pasts) renewing.past(past);
	if (turn % NUMBERS_EVERY === 0) renewing.numbers(difference, "numbers");
	if (turn % NUMBERS_EVERY === 1) renewing.numbers(difference, "later");
	for (let i = 0; i < LUCKS; i += 1) renewing.luck();
	const { luck } = renewing.particle;
	const until = (reached.month + 1 - FIRST_MONTH) * LUCK_WIDTH;
	const fresh = {
		...renewing.particle,
		luck: freshLuck(luck.subarray(0, until), luck.length / LUCK_WIDTH, streams),
	};
	return { ...fresh, ...trackers.whole.resume(fresh) };
}
