/** Replicates of a validation simulated on threads. */

import type { CalmReplicate } from "../../inference/facts/calm-rules.ts";
import type { ReplicateRange, Run } from "../../inference/facts/facts-table.ts";
import type { RecordReplicate } from "../../inference/facts/simulated-record.ts";
import type { OutlookReplicate } from "../../inference/forecasts/outlook.ts";
import type { ParameterSet } from "../../market/simulator.ts";
import { beside, ThreadPool } from "./thread-pool.ts";
import type {
	ValidationAnswer,
	ValidationSetting,
	ValidationTask,
} from "./validation-worker.ts";

/** Replicates that go to a thread at once. */
const CHUNK = 20;

/** Runs one after the other as one. */
function joined<Replicate>(runs: readonly Run<Replicate>[]): Run<Replicate> {
	return {
		sound: runs.flatMap(({ sound }) => sound),
		failures: runs.flatMap(({ failures }) => failures),
	};
}

/** Simulates on worker threads; what comes back does not depend on how many there are. */
export class ValidationThreads {
	readonly #pool: ThreadPool<ValidationTask, ValidationAnswer>;
	readonly #onReplicates: (count: number) => void;

	constructor(
		setting: ValidationSetting,
		workers: number,
		onReplicates: (count: number) => void = () => {},
	) {
		const entry = beside(import.meta.url, "./validation-worker");
		this.#pool = new ThreadPool(entry, setting, workers);
		this.#onReplicates = onReplicates;
	}

	/** Replicates of the record and of what each origin knew of it. */
	async record(
		parameters: ParameterSet,
		replicates: number,
	): Promise<Run<RecordReplicate>> {
		const answers = await this.#share("record", parameters, replicates);
		return joined(answers.flatMap((a) => (a.kind === "record" ? [a.run] : [])));
	}

	/** Replicates of the record whose holders' weight comes from its prior. */
	async unfitted(
		parameters: ParameterSet,
		replicates: number,
	): Promise<Run<RecordReplicate>> {
		const answers = await this.#share("unfitted", parameters, replicates);
		return joined(
			answers.flatMap((a) => (a.kind === "unfitted" ? [a.run] : [])),
		);
	}

	/** Replicates of the years to come, with restrictions and without. */
	async outlook(
		parameters: ParameterSet,
		replicates: number,
	): Promise<Run<OutlookReplicate>> {
		const answers = await this.#share("outlook", parameters, replicates);
		return joined(
			answers.flatMap((a) => (a.kind === "outlook" ? [a.run] : [])),
		);
	}

	/** Calm replicates with their experiments. */
	async calm(
		parameters: ParameterSet,
		replicates: number,
	): Promise<Run<CalmReplicate>> {
		const answers = await this.#share("calm", parameters, replicates);
		return joined(answers.flatMap((a) => (a.kind === "calm" ? [a.run] : [])));
	}

	async close(): Promise<void> {
		await this.#pool.close();
	}

	/** Answers come back in the order of the replicates. */
	#share(
		kind: ValidationTask["kind"],
		parameters: ParameterSet,
		replicates: number,
	): Promise<readonly ValidationAnswer[]> {
		const ranges = rangesOf(replicates);
		return this.#pool.askAll(
			ranges.map((range) => ({ kind, parameters, range })),
			(place) => this.#onReplicates(ranges[place]!.to - ranges[place]!.from),
		);
	}
}

/** Consecutive ranges of replicates, each for one thread at once. */
function rangesOf(replicates: number): readonly ReplicateRange[] {
	return Array.from({ length: Math.ceil(replicates / CHUNK) }, (_, i) => ({
		from: i * CHUNK,
		to: Math.min(replicates, (i + 1) * CHUNK),
	}));
}
