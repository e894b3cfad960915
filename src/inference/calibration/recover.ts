/** Test of the calibration on synthetic records, whose true parameters are known. */

import type { Seed } from "../../market/simulator.ts";
import { latinHypercube } from "../../random/latin-hypercube.ts";
import { questionKey } from "../../random/question.ts";
import { Streams } from "../../random/streams.ts";
import { weightedQuantile } from "../../statistics/weighted-quantile.ts";
import {
	type CalibrationSize,
	type Judges,
	type Target,
	temper,
} from "./calibrate.ts";
import { FREE_NUMBERS, type Scores, scoresOf } from "./free-numbers.ts";
import { logKernel } from "./kernel.ts";
import { firstParticle, type Particle, pastOf } from "./particle.ts";

const noise = questionKey("synthetic record", "noise of a row");

/** A world whose parameters are known, and the record that it left. */
export interface SyntheticWorld {
	readonly scores: Scores;
	readonly target: Target;
}

/**
 * Draws worlds from the prior and runs each under one luck; noise as large as the
 * discrepancies is added to its record. Worlds that broke are left out.
 */
export async function syntheticWorlds(
	judges: Judges,
	discrepancies: Float64Array,
	count: number,
	seed: Seed,
): Promise<readonly SyntheticWorld[]> {
	const streams = new Streams(seed, 0);
	const { particles, facts } = await bankOfDraws(judges, count, seed);
	return particles.map(({ scores }, i) => {
		const own = facts[i] as Float64Array;
		const record = own.map(
			(value, j) =>
				value +
				(discrepancies[j] as number) *
					streams.normal(noise, i * own.length + j),
		);
		return { scores, target: { record, discrepancies } };
	});
}

/** True for each free number whose truth lies in the central 80 % of the particles. */
export function coversTruth(
	particles: readonly Particle[],
	truth: Scores,
): readonly boolean[] {
	return FREE_NUMBERS.map((_, p) => {
		const values = particles.map(({ scores }) => ({
			value: scores[p] as number,
			weight: 1,
		}));
		const value = truth[p] as number;
		return (
			value >= weightedQuantile(values, 0.1) &&
			value <= weightedQuantile(values, 0.9)
		);
	});
}

/** Draws of the prior with their luck, and the facts that each left. */
export interface Bank {
	readonly particles: readonly Pick<Particle, "scores" | "luck">[];
	readonly facts: readonly Float64Array[];
}

/** Runs a Latin hypercube of draws, once for all synthetic worlds; draws that broke are left out. */
export async function bankOfDraws(
	judges: Judges,
	count: number,
	seed: Seed,
): Promise<Bank> {
	const points = latinHypercube(
		count,
		FREE_NUMBERS.length,
		new Streams(seed, 0),
	);
	const particles = points.map((point, i) =>
		firstParticle(scoresOf(point), () => 0, new Streams(seed, i + 1)),
	);
	const records = await judges.record(particles.map(pastOf), 1, 0);
	const sound = particles.flatMap((particle, i) => {
		const facts = records[i]?.[0] ?? null;
		return facts === null ? [] : [{ particle, facts }];
	});
	return {
		particles: sound.map(({ particle }) => particle),
		facts: sound.map(({ facts }) => facts),
	};
}

/** Calibrates on the record of a synthetic world, from the draws of a bank. */
export function recover(
	judges: Judges,
	{ particles, facts }: Bank,
	target: Target,
	size: CalibrationSize,
	seed: Seed,
): Promise<readonly Particle[]> {
	const first = particles.map((particle, i) => ({
		...particle,
		logLikelihood: logKernel(facts[i] as Float64Array, target),
	}));
	return temper(judges, first, size, new Streams(seed, 0));
}
