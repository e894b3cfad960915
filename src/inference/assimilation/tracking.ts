/** Work that an assimilation hands to its threads, and their answers. */

import type {
	CheckpointedSimulatorFactory,
	Seed,
} from "../../market/simulator.ts";
import type { Tick } from "../../quantities.ts";
import { Streams } from "../../random/streams.ts";
import type { Carried } from "./carried.ts";
import { type Observation, observationOf } from "./observe.ts";
import {
	type MoveTally,
	noMoves,
	type Reached,
	rejuvenated,
	type Surviving,
	type TrackerPool,
} from "./rejuvenate.ts";
import { Tracker, type TrackerSetting } from "./tracker.ts";

/** Task of a thread: some particles to run or to renew, numbered from `first`. */
export type TrackingTask =
	| { readonly kind: "begin"; readonly particles: readonly Carried[] }
	| {
			readonly kind: "renew";
			readonly survivors: readonly Surviving[];
			readonly reached: Reached;
			readonly step: number;
			readonly first: number;
	  };

/** Particles that were run, with the moves that were made. */
export interface TrackingAnswer {
	readonly particles: readonly Carried[];
	readonly tally: MoveTally;
}

/** Worker of one thread: does one task after another against one record. */
export class Tracking implements TrackerPool {
	readonly #factory: CheckpointedSimulatorFactory;
	readonly #setting: TrackerSetting;
	/** trackers by the last month that they run */
	readonly #trackers = new Map<Tick, Tracker>();
	readonly whole: Tracker;
	readonly #observations: readonly Observation[];
	readonly #seed: Seed;

	/** @param seed of the moves */
	constructor(
		factory: CheckpointedSimulatorFactory,
		setting: TrackerSetting,
		seed: Seed,
	) {
		this.#factory = factory;
		this.#setting = setting;
		this.whole = new Tracker(factory, setting);
		this.#trackers.set(this.whole.last, this.whole);
		this.#observations = setting.record.map(observationOf);
		this.#seed = seed;
	}

	to(last: Tick): Tracker {
		const known = this.#trackers.get(last);
		if (known !== undefined) return known;
		const made = new Tracker(this.#factory, this.#setting, last);
		this.#trackers.set(last, made);
		return made;
	}

	do(task: TrackingTask): TrackingAnswer {
		const tally = noMoves();
		if (task.kind === "begin")
			return {
				tally,
				particles: task.particles.map((one) => ({
					...one,
					...this.whole.begin(one),
				})),
			};
		const { survivors, reached, step, first } = task;
		return {
			tally,
			particles: survivors.map((survivor, i) =>
				rejuvenated(survivor, {
					reached,
					observations: this.#observations,
					trackers: this,
					streams: new Streams(`${this.#seed}/renewal ${step}`, first + i),
					turn: step + first + i,
					tally,
				}),
			),
		};
	}
}
