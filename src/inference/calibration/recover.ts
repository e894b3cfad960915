/** Test of the calibration on synthetic records, whose true parameters are known. */

import { sampleStandardDeviation } from "simple-statistics";
import type { Seed } from "../../market/simulator.ts";
import { latinHypercube } from "../../random/latin-hypercube.ts";
import { questionKey } from "../../random/question.ts";
import { Streams } from "../../random/streams.ts";
import { weightedQuantile } from "../../statistics/weighted-quantile.ts";
import { hypothesesOf, particlesOf, prologue } from "./calibrate.ts";
import { FREE_NUMBERS, type Scores, scoresOf } from "./free-numbers.ts";
import type { Judges } from "./judges.ts";
import type { Hypothesis, Particle } from "./particle.ts";
import type { CalibrationSize } from "./size.ts";
import type { Target } from "./target.ts";
import { temper } from "./temper.ts";

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
	const { hypotheses, facts } = await bankOfDraws(judges, count, seed);
	return hypotheses.map(({ scores }, i) => {
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

/** Share of the prior's spread that the particles have lost, one a free number. */
export function contractionsOf(
	particles: readonly Particle[],
): readonly number[] {
	return FREE_NUMBERS.map(
		(_, p) =>
			1 - sampleStandardDeviation(particles.map(({ scores }) => scores[p]!)),
	);
}

/** Hypotheses of the prior, and the facts that each left. */
export interface Bank {
	readonly hypotheses: readonly Hypothesis[];
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
	const hypotheses = hypothesesOf(points.map(scoresOf), `${seed}/luck`);
	const facts = await judges.facts(hypotheses);
	const sound = hypotheses.flatMap((hypothesis, i) => {
		const found = facts[i] ?? null;
		return found === null ? [] : [{ hypothesis, facts: found }];
	});
	return {
		hypotheses: sound.map(({ hypothesis }) => hypothesis),
		facts: sound.map((one) => one.facts),
	};
}

/** Calibrates on the record of a synthetic world, from the draws of a bank. */
export async function recover(
	judges: Judges,
	{ hypotheses, facts }: Bank,
	target: Target,
	size: CalibrationSize,
	seed: Seed,
): Promise<readonly Particle[]> {
	const { particles } = await temper(
		judges,
		particlesOf(hypotheses, facts, target),
		await prologue(judges, target, size, seed),
		size,
		new Streams(seed, 0),
	);
	return particles;
}
