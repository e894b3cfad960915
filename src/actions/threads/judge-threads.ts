import { Worker } from "node:worker_threads";
import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import type { Judges } from "../../inference/calibration/calibrate.ts";
import type { Scores } from "../../inference/calibration/free-numbers.ts";
import type { Moves, Particle } from "../../inference/calibration/particle.ts";
import type {
	JudgeAnswer,
	JudgeTask,
} from "../../inference/calibration/tasks.ts";
import type { JudgeSetting } from "./judge-worker.ts";
import { shareChunks } from "./share-chunks.ts";

/** Draws that go to a thread at once. */
const CHUNK = 8;

const ENTRY = new URL(
	`./judge-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
	import.meta.url,
);

/** Judges draws on worker threads; what comes back does not depend on how many there are. */
export class JudgeThreads implements Judges {
	readonly #threads: readonly Worker[];
	readonly #onDraws: (count: number) => void;

	constructor(
		setting: JudgeSetting,
		workers: number,
		onDraws: (count: number) => void = () => {},
	) {
		this.#threads = Array.from(
			{ length: workers },
			() => new Worker(ENTRY, { workerData: setting }),
		);
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

	async first(scores: readonly Scores[]) {
		const answers = await this.#share(scores, 0, (part, at) => ({
			kind: "first",
			scores: part,
			first: at,
		}));
		return answers.flatMap((a) => (a.kind === "particles" ? a.particles : []));
	}

	async move(particles: readonly Particle[], how: Moves, step: number) {
		const answers = await this.#share(particles, 0, (part, at) => ({
			kind: "move",
			particles: part,
			how,
			step,
			first: at,
		}));
		return answers.flatMap((a) => (a.kind === "particles" ? a.particles : []));
	}

	async close(): Promise<void> {
		await Promise.all(this.#threads.map((thread) => thread.terminate()));
	}

	/** Answers come back in the order of the draws. */
	#share<T>(
		draws: readonly T[],
		first: number,
		taskOf: (part: readonly T[], first: number) => JudgeTask,
	): Promise<readonly JudgeAnswer[]> {
		return shareChunks(this.#threads, {
			items: draws,
			size: CHUNK,
			messageOf: (part, from) => taskOf(part, first + from),
			onDone: this.#onDraws,
		});
	}
}
