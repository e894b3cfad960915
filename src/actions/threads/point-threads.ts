import { Worker } from "node:worker_threads";
import type {
	PointRunner,
	PointSetting,
} from "../../inference/sensitivity/point-model.ts";
import { shareChunks } from "./share-chunks.ts";

/** Points that go to a thread at once. */
const CHUNK = 8;

const ENTRY = new URL(
	`./point-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
	import.meta.url,
);

/** Runs points on worker threads; what comes back does not depend on how many there are. */
export class PointThreads implements PointRunner {
	readonly #threads: readonly Worker[];
	readonly #onPoints: (count: number) => void;

	constructor(
		setting: PointSetting,
		workers: number,
		onPoints: (count: number) => void,
	) {
		this.#threads = Array.from(
			{ length: workers },
			() => new Worker(ENTRY, { workerData: setting }),
		);
		this.#onPoints = onPoints;
	}

	async run(points: readonly Float64Array[]) {
		const answers = await shareChunks<Float64Array, readonly Float64Array[]>(
			this.#threads,
			{
				items: points,
				size: CHUNK,
				messageOf: (part) => part,
				onDone: this.#onPoints,
			},
		);
		return answers.flat();
	}

	async close(): Promise<void> {
		await Promise.all(this.#threads.map((thread) => thread.terminate()));
	}
}
