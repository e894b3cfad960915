/** Particles of an assimilation run and renewed on threads. */

import type { Trackers } from "../../inference/assimilation/assimilate.ts";
import type { Carried } from "../../inference/assimilation/carried.ts";
import {
	addMoves,
	noMoves,
	type Reached,
	type Surviving,
} from "../../inference/assimilation/rejuvenate.ts";
import type {
	TrackingAnswer,
	TrackingTask,
} from "../../inference/assimilation/tracking.ts";
import { chunksOf } from "./chunks.ts";
import { beside, ThreadPool } from "./thread-pool.ts";
import type { TrackingSetting } from "./tracking-worker.ts";

/** Particles that go to a thread at once. */
const CHUNK = 20;

/** Runs particles on worker threads; what comes back does not depend on how many there are. */
export class TrackingThreads implements Trackers {
	readonly #pool: ThreadPool<TrackingTask, TrackingAnswer>;

	constructor(setting: TrackingSetting, workers: number) {
		const entry = beside(import.meta.url, "./tracking-worker");
		this.#pool = new ThreadPool(entry, setting, workers);
	}

	async begin(particles: readonly Carried[]): Promise<readonly Carried[]> {
		const answers = await this.#pool.askAll(
			chunksOf(particles, CHUNK).map((part) => ({
				kind: "begin",
				particles: part,
			})),
		);
		return answers.flatMap((answer) => answer.particles);
	}

	async renew(survivors: readonly Surviving[], reached: Reached, step: number) {
		const answers = await this.#pool.askAll(
			chunksOf(survivors, CHUNK).map((part, i) => ({
				kind: "renew",
				survivors: part,
				reached,
				step,
				first: i * CHUNK,
			})),
		);
		const tally = noMoves();
		for (const one of answers) addMoves(tally, one.tally);
		return { particles: answers.flatMap((answer) => answer.particles), tally };
	}

	async close(): Promise<void> {
		await this.#pool.close();
	}
}
