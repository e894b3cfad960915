/** Work that a calibration hands to its threads, and their answers. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import type { Seed } from "../../market/simulator.ts";
import { Streams } from "../../random/streams.ts";
import type { CalmFacts } from "../facts/calm-facts.ts";
import type { Judge } from "./judge.ts";
import { trialOf } from "./kernel.ts";
import {
	emptyTally,
	moved,
	type Steering,
	type Tally,
	type Trial,
} from "./moves.ts";
import { type Hypothesis, type Particle, pastOf } from "./particle.ts";
import type { Swept } from "./swept.ts";
import type { Target } from "./target.ts";

/** Task of a thread: a few draws or particles to run, numbered from `first`. */
export type JudgeTask =
	| {
			readonly kind: "record" | "calm";
			readonly draws: readonly PastDraw[];
			readonly lucks: number;
			readonly first: number;
	  }
	| { readonly kind: "facts"; readonly hypotheses: readonly Hypothesis[] }
	| {
			readonly kind: "sweep";
			readonly swept: readonly Swept[];
			readonly steering: Steering;
			readonly sweep: number;
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
	| {
			readonly kind: "facts";
			readonly facts: readonly (Float64Array | null)[];
	  }
	| {
			readonly kind: "sweep";
			readonly particles: readonly Particle[];
			readonly tally: Tally;
	  };

/** Computes one value a luck; no two draws share a luck. */
function eachLuck<T>(
	first: number,
	lucks: number,
	value: (replicate: number) => T,
): readonly T[] {
	return Array.from({ length: lucks }, (_, k) => value(first * lucks + k));
}

/** Moves particles one after the other, each with random numbers of its own. */
export function sweepOf(
	swept: readonly Swept[],
	steering: Steering,
	streamsOf: (place: number) => Streams,
	trial: Trial,
): Extract<JudgeAnswer, { kind: "sweep" }> {
	const tally = emptyTally();
	const particles = swept.map(({ particle, differences }, i) =>
		moved(particle, steering, differences, trial, streamsOf(i), tally),
	);
	return { kind: "sweep", particles, tally };
}

/** Worker of one thread: does one task after another against one target. */
export class JudgeWork {
	readonly #judge: Judge;
	readonly #trial: Trial;
	readonly #seed: Seed;

	constructor(judge: Judge, target: Target, seed: Seed) {
		this.#judge = judge;
		this.#trial = trialOf(judge, target);
		this.#seed = seed;
	}

	do(task: JudgeTask): JudgeAnswer {
		const judge = this.#judge;
		switch (task.kind) {
			case "record":
				return {
					kind: "record",
					facts: task.draws.map((draw, i) =>
						eachLuck(task.first + i, task.lucks, (r) => judge.record(draw, r)),
					),
				};
			case "calm":
				return {
					kind: "calm",
					facts: task.draws.map((draw, i) =>
						eachLuck(task.first + i, task.lucks, (r) => judge.calm(draw, r)),
					),
				};
			case "facts":
				return {
					kind: "facts",
					facts: task.hypotheses.map((one) => judge.begin(pastOf(one))),
				};
			case "sweep":
				return sweepOf(
					task.swept,
					task.steering,
					(i) =>
						new Streams(`${this.#seed}/sweep ${task.sweep}`, task.first + i),
					this.#trial,
				);
		}
	}
}
