/** Work that a calibration hands to its threads, and their answers. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import type { Seed } from "../../market/simulator.ts";
import { Streams } from "../../random/streams.ts";
import type { CalmFacts } from "../facts/calm-facts.ts";
import type { Target } from "./calibrate.ts";
import type { Scores } from "./free-numbers.ts";
import type { Judge } from "./judge.ts";
import { kernelOf } from "./kernel.ts";
import {
	firstParticle,
	type Likelihood,
	type Moves,
	moved,
	type Particle,
} from "./particle.ts";

/** Task of a thread: a few draws or particles to run, numbered from `first`. */
export type JudgeTask =
	| {
			readonly kind: "record" | "calm";
			readonly draws: readonly PastDraw[];
			readonly lucks: number;
			readonly first: number;
	  }
	| {
			readonly kind: "first";
			readonly scores: readonly Scores[];
			readonly first: number;
	  }
	| {
			readonly kind: "move";
			readonly particles: readonly Particle[];
			readonly how: Moves;
			readonly step: number;
			readonly first: number;
	  };

/** Answer to a task, one entry a draw or particle. */
export type JudgeAnswer =
	| {
			readonly kind: "record";
			readonly facts: readonly (readonly (Float64Array | null)[])[];
	  }
	| {
			readonly kind: "calm";
			readonly facts: readonly (readonly (CalmFacts | null)[])[];
	  }
	| { readonly kind: "particles"; readonly particles: readonly Particle[] };

/** Computes one value a luck; no two draws share a luck. */
function eachLuck<T>(
	first: number,
	lucks: number,
	value: (replicate: number) => T,
): readonly T[] {
	return Array.from({ length: lucks }, (_, k) => value(first * lucks + k));
}

/** Worker of one thread: does one task after another against one target. */
export class JudgeWork {
	readonly #judge: Judge;
	readonly #likelihood: Likelihood;
	readonly #seed: Seed;

	constructor(judge: Judge, target: Target, seed: Seed) {
		this.#judge = judge;
		this.#likelihood = kernelOf(judge, target);
		this.#seed = seed;
	}

	do(task: JudgeTask): JudgeAnswer {
		switch (task.kind) {
			case "record":
				return {
					kind: "record",
					facts: task.draws.map((draw, i) =>
						eachLuck(task.first + i, task.lucks, (r) =>
							this.#judge.record(draw, r),
						),
					),
				};
			case "calm":
				return {
					kind: "calm",
					facts: task.draws.map((draw, i) =>
						eachLuck(task.first + i, task.lucks, (r) =>
							this.#judge.calm(draw, r),
						),
					),
				};
			case "first":
				return {
					kind: "particles",
					particles: task.scores.map((scores, i) =>
						firstParticle(
							scores,
							this.#likelihood,
							this.#streams(0, task.first + i),
						),
					),
				};
			case "move":
				return {
					kind: "particles",
					particles: this.#move(task),
				};
		}
	}

	#move({
		particles,
		how,
		step,
		first,
	}: Extract<JudgeTask, { kind: "move" }>): readonly Particle[] {
		return particles.flatMap((particle, i) =>
			moved(particle, how, this.#likelihood, this.#streams(step, first + i)),
		);
	}

	#streams(step: number, particle: number): Streams {
		return new Streams(`${this.#seed}/step ${step}`, particle);
	}
}
