import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { PastDraw } from "../calibration/past-draw.ts";
import type { Judges } from "../inference/calibration/calibrate.ts";
import type { Scores } from "../inference/calibration/free-numbers.ts";
import type { Moves, Particle } from "../inference/calibration/particle.ts";
import type { JudgeAnswer, JudgeTask } from "../inference/calibration/tasks.ts";
import type { JudgeSetting } from "./judge-worker.ts";

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

	/** Hands chunks to whoever is idle; answers come back in the order of the draws. */
	async #share<T>(
		draws: readonly T[],
		first: number,
		taskOf: (part: readonly T[], first: number) => JudgeTask,
	): Promise<readonly JudgeAnswer[]> {
		const answers: JudgeAnswer[] = [];
		let next = 0;
		const work = async (thread: Worker): Promise<void> => {
			while (next * CHUNK < draws.length) {
				const chunk = next;
				next += 1;
				const from = chunk * CHUNK;
				const part = draws.slice(from, from + CHUNK);
				thread.postMessage(taskOf(part, first + from));
				const [answer] = await once(thread, "message");
				answers[chunk] = answer as JudgeAnswer;
				this.#onDraws(part.length);
			}
		};
		await Promise.all(this.#threads.map(work));
		return answers;
	}
}
