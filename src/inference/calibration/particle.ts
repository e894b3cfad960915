/** Particles of the calibration, each a hypothesis on the past, and the moves that renew them. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import { log } from "../../math.ts";
import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import { drawOf, type Scores } from "./free-numbers.ts";

/** Years of the record; the luck of each is drawn apart. */
export const YEARS = 7;
/** Replicates of the past's seed among which the luck of a year is drawn. */
const LUCKS = 1_000_000;
/**
 * Ways to propose other scores: the chance that a score moves, and its reach, 1 being a
 * fresh draw from the prior.
 */
const PROPOSALS = [
	{ chance: 1, reach: 0.15 },
	{ chance: 0.1, reach: 1 },
	{ chance: 0.05, reach: 1 },
	{ chance: 0.03, reach: 1 },
] as const;

/** Share of the proposals that change the luck. */
const LUCK_SHARE = 1 / 3;

/** One hypothesis on the past: scores of the free numbers, and the luck of each year. */
export interface Particle {
	readonly scores: Scores;
	/** replicate of PAST_SEED whose noise each year had */
	readonly luck: readonly number[];
	/** log likelihood of the record, but for a constant */
	readonly logLikelihood: number;
}

/** Log likelihood of the record under a past draw with its luck; −∞ when the replicate broke. */
export type Likelihood = (draw: PastDraw) => number;

const key = {
	first: questionKey("history", "first luck"),
	next: questionKey("history", "another luck"),
	accept: questionKey("history", "accept"),
	chosen: questionKey("history", "chosen for a step"),
	step: questionKey("history", "step"),
	kind: questionKey("history", "kind of proposal"),
	way: questionKey("history", "way of proposal"),
	year: questionKey("history", "year"),
};

const luckyNumber = (u: number): number => Math.floor(u * LUCKS);

/** The past draw that a particle stands for. */
export function pastOf({
	scores,
	luck,
}: Pick<Particle, "scores" | "luck">): PastDraw {
	return { ...drawOf(scores), luck };
}

/** Makes a particle with given scores and a luck from the prior. */
export function firstParticle(
	scores: Scores,
	likelihood: Likelihood,
	streams: Streams,
): Particle {
	const luck = Array.from({ length: YEARS }, (_, year) =>
		luckyNumber(streams.uniform(key.first, year)),
	);
	return { scores, luck, logLikelihood: likelihood(pastOf({ scores, luck })) };
}

/**
 * Proposes scores of which some have moved, in a way that leaves the prior unchanged (Neal
 * 1999; Cotter et al. 2013): z' = √(1 − reach²) z + reach ξ with ξ standard normal.
 */
function otherScores(scores: Scores, streams: Streams, move: number): Scores {
	const way = Math.floor(PROPOSALS.length * streams.uniform(key.way, move));
	const { chance, reach } = PROPOSALS[way] as (typeof PROPOSALS)[number];
	const kept = Math.sqrt(1 - reach * reach);
	return scores.map((z, i) => {
		const at = move * scores.length + i;
		return streams.uniform(key.chosen, at) < chance
			? kept * z + reach * streams.normal(key.step, at)
			: z;
	});
}

/** Proposes a luck with that of one year drawn anew. */
function otherLuck(
	luck: readonly number[],
	streams: Streams,
	move: number,
): readonly number[] {
	const year = Math.floor(YEARS * streams.uniform(key.year, move));
	const another = luckyNumber(streams.uniform(key.next, move));
	return luck.map((own, y) => (y === year ? another : own));
}

/** Moves of a particle in one step. */
export interface Moves {
	/** power of the likelihood */
	readonly beta: number;
	readonly moves: number;
	/** moves from one kept state to the next */
	readonly keepEvery: number;
}

/**
 * Moves a particle several times by Metropolis steps that leave prior × likelihoodᵝ
 * unchanged: one in three proposes another luck for one year, the others other scores.
 *
 * @returns the states that are kept
 */
export function moved(
	particle: Particle,
	{ beta, moves, keepEvery }: Moves,
	likelihood: Likelihood,
	streams: Streams,
): readonly Particle[] {
	const kept: Particle[] = [];
	let now = particle;
	for (let move = 0; move < moves; move += 1) {
		const byLuck = streams.uniform(key.kind, move) < LUCK_SHARE;
		const scores = byLuck ? now.scores : otherScores(now.scores, streams, move);
		const luck = byLuck ? otherLuck(now.luck, streams, move) : now.luck;
		const logLikelihood = likelihood(pastOf({ scores, luck }));
		const gain = beta * (logLikelihood - now.logLikelihood);
		if (log(streams.uniform(key.accept, move)) < gain)
			now = { scores, luck, logLikelihood };
		if ((move + 1) % keepEvery === 0) kept.push(now);
	}
	return kept;
}
