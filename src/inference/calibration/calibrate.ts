/** Calibration in three stages: history matching, tempering, and weights by calm years. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import type { Seed } from "../../market/simulator.ts";
import { latinHypercube } from "../../random/latin-hypercube.ts";
import { Streams } from "../../random/streams.ts";
import type { CalmFacts } from "../facts/calm-facts.ts";
import { calmImplausibilities, calmWeight } from "./calm-weight.ts";
import { drawOf, FREE_NUMBERS, type Scores, scoresOf } from "./free-numbers.ts";
import {
	implausibilities,
	judgedOf,
	luckVariances,
	secondLargest,
} from "./implausibility.ts";
import type { Moves, Particle } from "./particle.ts";
import { nextBeta, resampled, temperedWeights } from "./tempering.ts";

/** Runs of the model that a calibration asks for, done on as many threads as there are. */
export interface Judges {
	/** scored facts in logs by draw, one row a luck; lucks are keyed by draws counted from `first` */
	record(
		draws: readonly PastDraw[],
		lucks: number,
		first: number,
	): Promise<readonly (readonly (Float64Array | null)[])[]>;
	calm(
		draws: readonly PastDraw[],
		lucks: number,
		first: number,
	): Promise<readonly (readonly (CalmFacts | null)[])[]>;
	/** makes particles with these scores and a luck from the prior */
	first(scores: readonly Scores[]): Promise<readonly Particle[]>;
	/** moves particles and returns all states kept; `step` keys the luck of the moves */
	move(
		particles: readonly Particle[],
		how: Moves,
		step: number,
	): Promise<readonly Particle[]>;
}

/** Effort spent on a calibration. */
export interface CalibrationSize {
	/** draws of the Latin hypercube */
	readonly draws: number;
	/** runs of each draw, every one under a luck of its own */
	readonly lucks: number;
	readonly particles: number;
	/** Metropolis moves of each particle after each tempering step */
	readonly moves: number;
	/** moves of each particle after the last step */
	readonly lastMoves: number;
	/** moves of the last step from one kept state to the next */
	readonly keepEvery: number;
}

/** Record against which the model is held. */
export interface Target {
	/** the record in logs, one a row */
	readonly record: Float64Array;
	/** standard deviation of the error allowed to model and sources, one a row */
	readonly discrepancies: Float64Array;
}

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

/** Moves of a step; before all evidence counts, only the last state of a particle is kept. */
function movesOf(size: CalibrationSize, beta: number): Moves {
	const { moves, lastMoves, keepEvery } = size;
	return beta < 1
		? { beta, moves, keepEvery: moves }
		: { beta, moves: lastMoves, keepEvery };
}

/** Share of the particles that the weighted ones must be worth after a step. */
const KEPT = 0.5;

/** Number of equal particles that a step's weights must be worth; the first step starts from more. */
function enoughOf({ particles }: CalibrationSize, step: number): number {
	return step === 1 ? particles : KEPT * particles;
}

/** Progress of a calibration. */
export interface Progress {
	/** power of the likelihood reached, 0 to 1 */
	readonly beta: number;
	/** steps done */
	readonly step: number;
}

/**
 * Second stage: tempered sequential Monte Carlo over parameters, sizes of past events
 * and the luck of each year (Del Moral, Doucet and Jasra 2006). The likelihood is the
 * Gaussian kernel of the discrepancies, so that this is approximate Bayesian
 * computation without approximation under a model that is off by that much
 * (Wilkinson 2013).
 *
 * @param first particles from the prior, best more than `size.particles`
 */
export async function temper(
	judges: Judges,
	first: readonly Particle[],
	size: CalibrationSize,
	streams: Streams,
	onStep: (progress: Progress) => void = () => {},
): Promise<readonly Particle[]> {
	let particles = first;
	let beta = 0;
	for (let step = 1; beta < 1; step += 1) {
		const logs = particles.map(({ logLikelihood }) => logLikelihood);
		const next = nextBeta(logs, beta, enoughOf(size, step));
		const weights = temperedWeights(logs, next - beta);
		const living = resampled(weights, size.particles, streams, step).map(
			(i) => particles[i] as Particle,
		);
		beta = next;
		particles = await judges.move(living, movesOf(size, beta), step);
		onStep({ beta, step });
	}
	return particles;
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
export interface Calibration {
	readonly match: HistoryMatch;
	readonly particles: readonly Particle[];
	/** weight of each particle by its calm years; they sum to 1 */
	readonly weights: readonly number[];
	readonly steps: number;
}

/** Calibrates the model: history matching, then tempering, then weights by calm years. */
export async function calibrate(
	judges: Judges,
	target: Target,
	size: CalibrationSize,
	seed: Seed,
	onStage: (words: string) => void = () => {},
): Promise<Calibration> {
	const match = await matchHistory(judges, target, size, new Streams(seed, 0));
	onStage(`${match.ruledOut} of ${size.draws} draws of the prior ruled out`);
	let steps = 0;
	const particles = await temper(
		judges,
		await judges.first(match.scores),
		size,
		new Streams(seed, 1),
		({ beta, step }) => {
			steps = step;
			onStage(`step ${step}: ${(100 * beta).toFixed(0)} % of the evidence`);
		},
	);
	const weights = await weighByCalm(judges, particles, size);
	return { match, particles, weights, steps };
}
