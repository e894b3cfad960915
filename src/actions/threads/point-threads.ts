/** Points of a design run on threads. */

import type {
	PointRunner,
	PointSetting,
} from "../../inference/sensitivity/point-model.ts";
import { chunksOf } from "./chunks.ts";
import { beside, ThreadPool } from "./thread-pool.ts";

/** Points that go to a thread at once. */
const CHUNK = 8;

type Points = readonly Float64Array[];

/** Runs points on worker threads; what comes back does not depend on how many there are. */
export class PointThreads implements PointRunner {
	readonly #pool: ThreadPool<Points, Points>;
	readonly #onPoints: (count: number) => void;

	constructor(
		setting: PointSetting,
		workers: number,
		onPoints: (count: number) => void,
	) {
		const entry = beside(import.meta.url, "./point-worker");
		this.#pool = new ThreadPool(entry, setting, workers);
		this.#onPoints = onPoints;
	}

	async run(points: Points): Promise<Points> {
		const parts = chunksOf(points, CHUNK);
		const answers = await this.#pool.askAll(parts, (place) =>
			this.#onPoints(parts[place]!.length),
		);
		return answers.flat();
	}

	async close(): Promise<void> {
		await this.#pool.close();
	}
}
