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
import type { Particle } from "./particle.ts";
import { firstParticle, pastOf } from "./particle.ts";

const noise = questionKey("synthetic record", "noise of a row");

/** A world whose parameters are known, and the record it would have left. */
export interface SyntheticWorld {
	readonly scores: Scores;
	readonly target: Target;
}

/**
 * Worlds drawn from the prior, each with a record of one luck to which noise as large
 * as the discrepancies was added; worlds that broke are left out.
 */
export async function syntheticWorlds(
	judges: Judges,
	discrepancies: Float64Array,
	count: number,
	seed: Seed,
): Promise<readonly SyntheticWorld[]> {
	const streams = new Streams(seed, 0);
	const scores = latinHypercube(count, FREE_NUMBERS.length, streams).map(
		scoresOf,
	);
	const pasts = scores.map((z, i) =>
		pastOf(firstParticle(z, () => 0, new Streams(seed, i + 1))),
	);
	const records = await judges.record(pasts, 1, 0);
	return scores.flatMap((z, i) => {
		const facts = records[i]?.[0] ?? null;
		if (facts === null) return [];
		const record = facts.map(
			(value, j) =>
				value +
				(discrepancies[j] as number) *
					streams.normal(noise, i * facts.length + j),
		);
		return [{ scores: z, target: { record, discrepancies } }];
	});
}

/** For each free number, whether the central 80 % of the particles hold the truth. */
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

/** Calibrates on the record of a synthetic world, from the prior. */
export function recover(
	judges: Judges,
	size: CalibrationSize,
	seed: Seed,
): Promise<readonly Particle[]> {
	const streams = new Streams(seed, 0);
	const start = latinHypercube(
		size.particles,
		FREE_NUMBERS.length,
		streams,
	).map(scoresOf);
	return temper(judges, start, size, streams);
}
