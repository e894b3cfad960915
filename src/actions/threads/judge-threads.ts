/** Draws and particles judged on threads. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import type { Judges } from "../../inference/calibration/judges.ts";
import {
	emptyTally,
	type Steering,
} from "../../inference/calibration/moves.ts";
import type { Hypothesis } from "../../inference/calibration/particle.ts";
import { addTally } from "../../inference/calibration/steering.ts";
import type { Swept } from "../../inference/calibration/swept.ts";
import type {
	JudgeAnswer,
	JudgeTask,
} from "../../inference/calibration/tasks.ts";
import { chunksOf } from "./chunks.ts";
import type { JudgeSetting } from "./judge-worker.ts";
import { beside, ThreadPool } from "./thread-pool.ts";

/** Draws that go to a thread at once. */
const CHUNK = 8;

/** Judges draws on worker threads; what comes back does not depend on how many there are. */
export class JudgeThreads implements Judges {
	readonly #pool: ThreadPool<JudgeTask, JudgeAnswer>;
	readonly #onDraws: (count: number) => void;

	constructor(
		setting: JudgeSetting,
		workers: number,
		onDraws: (count: number) => void = () => {},
	) {
		const entry = beside(import.meta.url, "./judge-worker");
		this.#pool = new ThreadPool(entry, setting, workers);
		this.#onDraws = onDraws;
	}

	async record(draws: readonly PastDraw[], lucks: number, first: number) {
		const answers = await this.#share(draws, first, (part, at) => ({
			kind: "record",
			draws: part,
			first: at,
			lucks,
		}));
		return answers.flatMap((a) => (a.kind === "record" ? a.facts : []));
	}

	async calm(draws: readonly PastDraw[], lucks: number, first: number) {
		const answers = await this.#share(draws, first, (part, at) => ({
			kind: "calm",
			draws: part,
			first: at,
			lucks,
		}));
		return answers.flatMap((a) => (a.kind === "calm" ? a.facts : []));
	}

	async facts(hypotheses: readonly Hypothesis[]) {
		const answers = await this.#share(hypotheses, 0, (part) => ({
			kind: "facts",
			hypotheses: part,
		}));
		return answers.flatMap((a) => (a.kind === "facts" ? a.facts : []));
	}

	async sweep(swept: readonly Swept[], steering: Steering, sweep: number) {
		const answers = await this.#share(swept, 0, (part, at) => ({
			kind: "sweep",
			swept: part,
			steering,
			sweep,
			first: at,
		}));
		const tally = emptyTally();
		for (const one of answers)
			if (one.kind === "sweep") addTally(tally, one.tally);
		return {
			particles: answers.flatMap((a) =>
				a.kind === "sweep" ? a.particles : [],
			),
			tally,
		};
	}

	async close(): Promise<void> {
		await this.#pool.close();
	}

	/** Answers come back in the order of the draws. */
	#share<T>(
		draws: readonly T[],
		first: number,
		taskOf: (part: readonly T[], first: number) => JudgeTask,
	): Promise<readonly JudgeAnswer[]> {
		const parts = chunksOf(draws, CHUNK);
		const tasks = parts.map((part, i) => taskOf(part, first + i * CHUNK));
		return this.#pool.askAll(tasks, (place) =>
			this.#onDraws(parts[place]!.length),
		);
	}
}
