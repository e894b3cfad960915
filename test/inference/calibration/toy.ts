import { RECORD_PRIORS } from "../../../src/calibration/priors/record-priors.ts";
import type {
	CalibrationSize,
	Judges,
} from "../../../src/inference/calibration/calibrate.ts";
import {
	firstParticle,
	type Likelihood,
	moved,
} from "../../../src/inference/calibration/particle.ts";
import { inverseNormal } from "../../../src/math.ts";
import { Streams } from "../../../src/random/streams.ts";

const DUMMY = RECORD_PRIORS.findIndex(({ path }) => path === "dummy");

/** The normal score of the dummy in a draw. */
export const dummyScore = (draw: { readonly values: readonly number[] }) =>
	inverseNormal(draw.values[DUMMY] as number);

/** Judges of a world in which the record speaks of the dummy's score alone. */
export function toyJudges(likelihood: Likelihood, seed: string): Judges {
	return {
		record: async (draws, lucks) =>
			draws.map((draw) =>
				Array.from({ length: lucks }, () => Float64Array.of(dummyScore(draw))),
			),
		calm: async (draws, lucks) =>
			draws.map(() => Array.from({ length: lucks }, () => null)),
		first: async (scores) =>
			scores.map((z, i) =>
				firstParticle(z, likelihood, new Streams(`${seed}/first`, i)),
			),
		move: async (particles, how, step) =>
			particles.flatMap((particle, i) =>
				moved(particle, how, likelihood, new Streams(`${seed}/${step}`, i)),
			),
	};
}

/** Likelihood of an observed score with normal noise. */
export const observed =
	(value: number, noise: number): Likelihood =>
	(draw) =>
		-(((dummyScore(draw) - value) / noise) ** 2) / 2;

export const TOY_SIZE: CalibrationSize = {
	draws: 0,
	lucks: 4,
	particles: 400,
	moves: 5,
	lastMoves: 20,
	keepEvery: 20,
};
