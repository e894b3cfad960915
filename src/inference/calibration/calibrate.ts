/** Calibration: history matching, a prologue, tempering, and weights by calm years. */

import type { Seed } from "../../market/simulator.ts";
import { latinHypercube } from "../../random/latin-hypercube.ts";
import { Streams } from "../../random/streams.ts";
import { basisOf } from "./basis.ts";
import { calmImplausibilities, calmWeight } from "./calm-weight.ts";
import { drawOf, FREE_NUMBERS, type Scores, scoresOf } from "./free-numbers.ts";
import {
	implausibilities,
	judgedOf,
	luckVariances,
	secondLargest,
} from "./implausibility.ts";
import type { Judges } from "./judges.ts";
import { logKernel } from "./kernel.ts";
import { firstLuck, type Hypothesis, type Particle } from "./particle.ts";
import type { CalibrationSize } from "./size.ts";
import { smoothed } from "./smoother.ts";
import type { Target } from "./target.ts";
import { type Tempered, temper } from "./temper.ts";

/** Second largest implausibility above which a draw is ruled out (Pukelsheim 1994). */
const RULED_OUT = 3;

/** Outcome of the first stage: draws of the prior that the record does not rule out. */
export interface HistoryMatch {
	/** scores of each draw that was not ruled out */
	readonly scores: readonly Scores[];
	/** the second largest implausibility of each of them */
	readonly worst: readonly number[];
	readonly ruledOut: number;
}

/** First stage: judges a Latin hypercube over the prior by several lucks of record and calm years. */
export async function matchHistory(
	judges: Judges,
	target: Target,
	size: CalibrationSize,
	streams: Streams,
): Promise<HistoryMatch> {
	const points = latinHypercube(size.draws, FREE_NUMBERS.length, streams);
	const scores = points.map(scoresOf);
	const draws = scores.map(drawOf);
	const judged = (await judges.record(draws, size.lucks, 0)).map(judgedOf);
	const calm = await judges.calm(draws, size.lucks, 0);
	const sound = judged.filter((one) => one !== null);
	const variances = luckVariances(sound);
	const found = scores.flatMap((z, i) => {
		const one = judged[i] ?? null;
		const years = calm[i]?.filter((facts) => facts !== null) ?? [];
		if (one === null || years.length < size.lucks) return [];
		const worst = secondLargest([
			...implausibilities(one, target.record, target.discrepancies, variances),
			...calmImplausibilities(years),
		]);
		return worst > RULED_OUT ? [] : [{ z, worst }];
	});
	return {
		scores: found.map(({ z }) => z),
		worst: found.map(({ worst }) => worst),
		ruledOut: size.draws - found.length,
	};
}

/** Hypotheses of the prior with given numbers and a luck each of their own. */
export function hypothesesOf(
	scores: readonly Scores[],
	seed: string,
): readonly Hypothesis[] {
	return scores.map((own, i) => ({
		scores: own,
		luck: firstLuck(new Streams(seed, i)),
	}));
}

/** Particles of hypotheses that ran soundly. */
export function particlesOf(
	hypotheses: readonly Hypothesis[],
	facts: readonly (Float64Array | null)[],
	target: Target,
): readonly Particle[] {
	return hypotheses.flatMap((one, i) => {
		const found = facts[i] ?? null;
		return found === null
			? []
			: [{ ...one, logLikelihood: logKernel(found, target), renewed: 0 }];
	});
}

/** The prologue: an ensemble of the prior smoothed towards the record, for its covariance alone. */
export async function prologue(
	judges: Judges,
	target: Target,
	{ members }: CalibrationSize,
	seed: Seed,
) {
	const points = latinHypercube(
		members,
		FREE_NUMBERS.length,
		new Streams(`${seed}/ensemble`, 0),
	);
	const ensemble = await smoothed(
		hypothesesOf(points.map(scoresOf), `${seed}/ensemble luck`),
		target,
		(now) => judges.facts(now),
		new Streams(`${seed}/smoother`, 0),
	);
	return basisOf(ensemble);
}

/** Weighs particles by their calm years; the weights sum to 1. */
async function weighByCalm(
	judges: Judges,
	particles: readonly Particle[],
	{ lucks, draws }: CalibrationSize,
): Promise<readonly number[]> {
	const pasts = particles.map(({ scores }) => drawOf(scores));
	const calm = await judges.calm(pasts, lucks, draws);
	const weights = calm.map(calmWeight);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => weight / total);
}

/** Result of a calibration. */
export interface Calibration extends Omit<Tempered, "particles"> {
	readonly match: HistoryMatch;
	readonly particles: readonly Particle[];
	/** weight of each particle by its calm years; they sum to 1 */
	readonly weights: readonly number[];
}

/** Calibrates the model: history matching, the prologue, tempering, then weights by calm years. */
export async function calibrate(
	judges: Judges,
	target: Target,
	size: CalibrationSize,
	seed: Seed,
	onStage: (words: string) => void = () => {},
): Promise<Calibration> {
	const match = await matchHistory(judges, target, size, new Streams(seed, 0));
	onStage(`${match.ruledOut} of ${size.draws} draws of the prior ruled out`);
	const basis = await prologue(judges, target, size, seed);
	onStage(`prologue: an ensemble of ${size.members} smoothed`);
	const first = hypothesesOf(match.scores, `${seed}/first luck`);
	const tempered = await temper(
		judges,
		particlesOf(first, await judges.facts(first), target),
		basis,
		size,
		new Streams(seed, 1),
		({ beta, step, sweeps }) =>
			onStage(
				`step ${step}: ${(100 * beta).toFixed(0)} % of the evidence, ${sweeps} sweeps`,
			),
	);
	const weights = await weighByCalm(judges, tempered.particles, size);
	return { ...tempered, match, weights };
}
