/** Tuning of the reach of moves by how often the last ones were accepted. */

import { exp } from "../../math.ts";
import type { Basis } from "./basis.ts";
import { emptyTally, MOVE_KINDS, type Steering, type Tally } from "./moves.ts";

/** Shares of moves that should be accepted: of luck the middle of 0.25 to 0.4, of many numbers at once a quarter. */
const WANTED = { luck: 0.32, numbers: 0.25 } as const;
/** Change of a reach in logs for acceptance that is off by all, and the moves that count as one such word. */
const GAIN = 2;
const HEARD = 20;
const LEAST_REACH = 0.05;
const FIRST_REACH = { luck: 0.7, numbers: 0.3 } as const;

/** Steering before anything is known. */
export function firstSteering(basis: Basis, moves: number): Steering {
	return {
		beta: 0,
		moves,
		basis,
		luckReach: emptyTally().luckTried.fill(FIRST_REACH.luck),
		numbersReach: FIRST_REACH.numbers,
	};
}

function tuned(
	reach: number,
	tried: number,
	accepted: number,
	wanted: number,
): number {
	if (tried === 0) return reach;
	const heard = Math.min(1, tried / HEARD);
	const next = reach * exp(heard * GAIN * (accepted / tried - wanted));
	return Math.min(1, Math.max(LEAST_REACH, next));
}

/** Steering of the next sweep by the moves of the last. */
export function tunedBy(steering: Steering, tally: Tally): Steering {
	const numbers = MOVE_KINDS.indexOf("numbers");
	return {
		...steering,
		luckReach: steering.luckReach.map((reach, cell) =>
			tuned(
				reach,
				tally.luckTried[cell]!,
				tally.luckAccepted[cell]!,
				WANTED.luck,
			),
		),
		numbersReach: tuned(
			steering.numbersReach,
			tally.tried[numbers]!,
			tally.accepted[numbers]!,
			WANTED.numbers,
		),
	};
}

/** Adds the counts of one tally to another. */
export function addTally(to: Tally, from: Tally): void {
	const add = (a: Float64Array, b: Float64Array): void => {
		for (let i = 0; i < a.length; i += 1) a[i]! += b[i]!;
	};
	add(to.tried, from.tried);
	add(to.accepted, from.accepted);
	add(to.luckTried, from.luckTried);
	add(to.luckAccepted, from.luckAccepted);
	to.runs += from.runs;
}
