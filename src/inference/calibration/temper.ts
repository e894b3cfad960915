/** Tempered sequential Monte Carlo over numbers and luck, from the prior to the posterior. */

import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import type { Basis } from "./basis.ts";
import type { Judges } from "./judges.ts";
import { emptyTally, type Steering, type Tally } from "./moves.ts";
import { ALL_YEARS, type Particle } from "./particle.ts";
import type { CalibrationSize } from "./size.ts";
import { addTally, firstSteering, tunedBy } from "./steering.ts";
import type { Swept } from "./swept.ts";
import { nextBeta, resampled, temperedWeights } from "./tempering.ts";

/** Share of the particles that the weighted ones must be worth after a step. */
const KEPT = 0.5;
/** Differences of other particles that one is given for a sweep. */
const DIFFERENCES = 4;

const other = questionKey("particles", "pair of others");

/** Progress of a calibration. */
export interface Progress {
	/** power of the likelihood reached, 0 to 1 */
	readonly beta: number;
	/** steps done, and sweeps of the last */
	readonly step: number;
	readonly sweeps: number;
}

/** Particles of the posterior, and the effort that they took. */
export interface Tempered {
	readonly particles: readonly Particle[];
	readonly steps: number;
	readonly sweeps: number;
	/** counts of all moves of the last step */
	readonly tally: Tally;
	/** whole runs of the record, a replay counted by its months */
	readonly runs: number;
	/** steps that ended at the most sweeps with particles whose luck of some year was not renewed */
	readonly cutShort: number;
}

/** Number of equal particles that a step's weights must be worth; the first step starts from more. */
function enoughOf({ particles }: CalibrationSize, step: number): number {
	return step === 1 ? particles : KEPT * particles;
}

/** Each particle with differences of the numbers of pairs of others. */
function sweptOf(
	particles: readonly Particle[],
	streams: Streams,
	sweep: number,
): readonly Swept[] {
	const n = particles.length;
	return particles.map((particle, i) => ({
		particle,
		differences: Array.from({ length: DIFFERENCES }, (_, d) => {
			const at = 2 * ((sweep * n + i) * DIFFERENCES + d);
			const pick = (k: number) =>
				(i + 1 + Math.floor((n - 1) * streams.uniform(other, at + k))) % n;
			const [a, b] = [particles[pick(0)]!.scores, particles[pick(1)]!.scores];
			return a.map((score, k) => score - b[k]!);
		}),
	}));
}

const isRenewed = ({ renewed }: Particle): boolean => renewed === ALL_YEARS;

/** State of a tempering that goes from sweep to sweep. */
class Tempering {
	particles: readonly Particle[];
	steering: Steering;
	tally = emptyTally();
	runs = 0;
	sweeps = 0;
	cutShort = 0;
	private readonly judges: Judges;
	private readonly size: CalibrationSize;
	private readonly streams: Streams;

	constructor(
		judges: Judges,
		size: CalibrationSize,
		streams: Streams,
		first: readonly Particle[],
		basis: Basis,
	) {
		this.judges = judges;
		this.size = size;
		this.streams = streams;
		this.particles = first;
		this.steering = firstSteering(basis, size.moves);
	}

	/** Takes in more of the evidence, as much as enough particles bear. */
	next(step: number): number {
		const { streams, size, steering } = this;
		const logs = this.particles.map(({ logLikelihood }) => logLikelihood);
		const beta = nextBeta(logs, steering.beta, enoughOf(size, step));
		const weights = temperedWeights(logs, beta - steering.beta);
		this.particles = resampled(weights, size.particles, streams, step).map(
			(i) => ({ ...(this.particles[i] as Particle), renewed: 0 }),
		);
		this.steering = { ...steering, beta };
		this.tally = emptyTally();
		return beta;
	}

	async sweep(): Promise<void> {
		const swept = sweptOf(this.particles, this.streams, this.sweeps);
		const { particles, tally } = await this.judges.sweep(
			swept,
			this.steering,
			this.sweeps,
		);
		this.particles = particles;
		this.steering = tunedBy(this.steering, tally);
		addTally(this.tally, tally);
		this.runs += tally.runs;
		this.sweeps += 1;
	}

	/** Sweeps until every particle has new luck in every year, or as often as the size allows. */
	async renew(): Promise<number> {
		let sweeps = 0;
		do {
			await this.sweep();
			sweeps += 1;
		} while (!this.particles.every(isRenewed) && sweeps < this.size.mostSweeps);
		if (!this.particles.every(isRenewed)) this.cutShort += 1;
		return sweeps;
	}
}

/**
 * Tempers particles from the prior to the posterior (Del Moral, Doucet and Jasra 2006, 2012). The likelihood is the
 * Gaussian kernel of the discrepancies, so that this is approximate Bayesian computation without
 * approximation under a model that is off by that much (Wilkinson 2013).
 *
 * @param first particles from the prior, best more than `size.particles`
 */
export async function temper(
	judges: Judges,
	first: readonly Particle[],
	basis: Basis,
	size: CalibrationSize,
	streams: Streams,
	onStep: (progress: Progress) => void = () => {},
): Promise<Tempered> {
	const state = new Tempering(judges, size, streams, first, basis);
	let beta = 0;
	let steps = 0;
	while (beta < 1) {
		steps += 1;
		beta = state.next(steps);
		const sweeps = await state.renew();
		onStep({ beta, step: steps, sweeps });
	}
	const kept: Particle[] = [...state.particles];
	for (let sweep = 1; sweep < size.keptSweeps; sweep += 1) {
		await state.sweep();
		kept.push(...state.particles);
	}
	const { sweeps, tally, runs, cutShort } = state;
	return { particles: kept, steps, sweeps, tally, runs, cutShort };
}
