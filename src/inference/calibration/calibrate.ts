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

/** Runs many draws, on as many threads as there are. */
export interface Judges {
	/** scored facts in logs, one row a luck, by draw; `first` is the first draw's number, which keys its lucks */
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
	/** particles with these scores and a luck from the prior */
	first(scores: readonly Scores[]): Promise<readonly Particle[]>;
	/** all states that are kept; `step` keys the luck of the moves */
	move(
		particles: readonly Particle[],
		how: Moves,
		step: number,
	): Promise<readonly Particle[]>;
}

/** How much is spent on a calibration. */
export interface CalibrationSize {
	/** draws of the Latin hypercube */
	readonly draws: number;
	/** seeds a draw */
	readonly lucks: number;
	readonly particles: number;
	/** Metropolis moves of each particle after each tempering step */
	readonly moves: number;
	/** and after the last */
	readonly lastMoves: number;
	/** of which every so many one state is kept */
	readonly keepEvery: number;
}

/** What the model is held against. */
export interface Target {
	/** the record in logs, one a row */
	readonly record: Float64Array;
	/** standard deviation of what model and sources leave open, one a row */
	readonly discrepancies: Float64Array;
}

/** A draw is ruled out when the second worst of its rows lies further off than this (Pukelsheim 1994). */
const RULED_OUT = 3;

/** First stage: what of the prior can be ruled out. */
export interface HistoryMatch {
	/** of each draw that was not ruled out */
	readonly scores: readonly Scores[];
	/** the second largest implausibility of each of them */
	readonly worst: readonly number[];
	readonly ruledOut: number;
}

/** A Latin hypercube over the prior, each draw judged by several lucks of the record and of calm years. */
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

/** Before all evidence counts only where a particle comes to rest is kept. */
function movesOf(size: CalibrationSize, beta: number): Moves {
	const { moves, lastMoves, keepEvery } = size;
	return beta < 1
		? { beta, moves, keepEvery: moves }
		: { beta, moves: lastMoves, keepEvery };
}

/** Share of the particles that must still count after a step. */
const KEPT = 0.5;

/** Of the first particles, of which there are more, as many must count as go on. */
function enoughOf({ particles }: CalibrationSize, step: number): number {
	return step === 1 ? particles : KEPT * particles;
}

/** How far a calibration has come. */
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
 * @param first particles from the prior, best more than go on
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

/** Weights of particles by their calm years, which sum to 1. */
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

/** What a calibration found. */
export interface Calibration {
	readonly match: HistoryMatch;
	readonly particles: readonly Particle[];
	/** one a particle, by its calm years; they sum to 1 */
	readonly weights: readonly number[];
	readonly steps: number;
}

/** History matching, then tempering, then weights by calm years. */
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
