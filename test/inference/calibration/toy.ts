import {
	LUCK_MONTHS,
	LUCK_STREAMS,
} from "../../../src/calibration/priors/luck-scores.ts";

import {
	FREE_NUMBERS,
	scoresOf,
} from "../../../src/inference/calibration/free-numbers.ts";
import type { Judges } from "../../../src/inference/calibration/judges.ts";
import { logKernel } from "../../../src/inference/calibration/kernel.ts";
import type { Trial } from "../../../src/inference/calibration/moves.ts";
import {
	firstLuck,
	type Hypothesis,
} from "../../../src/inference/calibration/particle.ts";
import type { CalibrationSize } from "../../../src/inference/calibration/size.ts";
import type { Target } from "../../../src/inference/calibration/target.ts";
import { sweepOf } from "../../../src/inference/calibration/tasks.ts";
import { latinHypercube } from "../../../src/random/latin-hypercube.ts";
import { Streams } from "../../../src/random/streams.ts";

export const DUMMY = FREE_NUMBERS.findIndex(({ name }) => name === "dummy");
/** Place of the score of activity in the last month. */
export const LAST_ACTIVITY = (LUCK_MONTHS - 1) * LUCK_STREAMS.length;
/** Weight of that luck in the one row of the toy's record. */
export const LUCK_WEIGHT = 0.8;

/** The one fact of a toy world: the dummy's score with a part of one luck. */
export function toyFacts({ scores, luck }: Hypothesis): Float64Array {
	return Float64Array.of(scores[DUMMY]! + LUCK_WEIGHT * luck[LAST_ACTIVITY]!);
}

/** Target of a toy world that was seen with normal noise; noise without end says nothing. */
export const seen = (value: number, noise: number): Target => ({
	record: Float64Array.of(value),
	discrepancies: Float64Array.of(noise),
});

function toyTrial(target: Target): Trial {
	const likelihood = (one: Hypothesis) => logKernel(toyFacts(one), target);
	return { begin: likelihood, replay: likelihood, keep: () => {} };
}

/** Judges of a toy world. */
export function toyJudges(target: Target, seed: string): Judges {
	const trial = toyTrial(target);
	return {
		record: async (draws, lucks) =>
			draws.map(() => Array.from({ length: lucks }, () => null)),
		calm: async (draws, lucks) =>
			draws.map(() => Array.from({ length: lucks }, () => null)),
		facts: async (hypotheses) => hypotheses.map(toyFacts),
		sweep: async (swept, steering, sweep) =>
			sweepOf(
				swept,
				steering,
				(i) => new Streams(`${seed}/${sweep}`, i),
				trial,
			),
	};
}

export const TOY_SIZE: CalibrationSize = {
	draws: 0,
	lucks: 4,
	members: 300,
	particles: 300,
	moves: 16,
	mostSweeps: 4,
	keptSweeps: 2,
};

/** Hypotheses of the prior. */
export function toyHypotheses(
	count: number,
	seed: string,
): readonly Hypothesis[] {
	const points = latinHypercube(
		count,
		FREE_NUMBERS.length,
		new Streams(seed, 0),
	);
	return points.map((point, i) => ({
		scores: scoresOf(point),
		luck: firstLuck(new Streams(`${seed}/luck`, i)),
	}));
}
