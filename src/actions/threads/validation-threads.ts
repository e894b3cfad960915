import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CalmReplicate } from "../../inference/facts/calm-rules.ts";
import type { Run } from "../../inference/facts/facts-table.ts";
import type { RecordReplicate } from "../../inference/facts/simulated-record.ts";
import type { ParameterSet } from "../../market/simulator.ts";
import type {
	ValidationAnswer,
	ValidationSetting,
	ValidationTask,
} from "./validation-worker.ts";

/** Replicates that go to a thread at once. */
const CHUNK = 20;

const ENTRY = new URL(
	`./validation-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
	import.meta.url,
);

/** Runs one after the other as one. */
function joined<Replicate>(runs: readonly Run<Replicate>[]): Run<Replicate> {
	return {
		sound: runs.flatMap(({ sound }) => sound),
		failures: runs.flatMap(({ failures }) => failures),
	};
}

/** Simulates on worker threads; what comes back does not depend on how many there are. */
export class ValidationThreads {
	readonly #threads: readonly Worker[];
	readonly #onReplicates: (count: number) => void;

	constructor(
		setting: ValidationSetting,
		workers: number,
		onReplicates: (count: number) => void = () => {},
	) {
		this.#threads = Array.from(
			{ length: workers },
			() => new Worker(ENTRY, { workerData: setting }),
		);
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

	/** Calm replicates with their experiments. */
	async calm(
		parameters: ParameterSet,
		replicates: number,
	): Promise<Run<CalmReplicate>> {
		const answers = await this.#share("calm", parameters, replicates);
		return joined(answers.flatMap((a) => (a.kind === "calm" ? [a.run] : [])));
	}

	async close(): Promise<void> {
		await Promise.all(this.#threads.map((thread) => thread.terminate()));
	}

	/** Hands chunks to whoever is idle; answers come back in the order of the replicates. */
	async #share(
		kind: ValidationTask["kind"],
		parameters: ParameterSet,
		replicates: number,
	): Promise<readonly ValidationAnswer[]> {
		const answers: ValidationAnswer[] = [];
		let next = 0;
		const work = async (thread: Worker): Promise<void> => {
			while (next * CHUNK < replicates) {
				const chunk = next;
				next += 1;
				const from = chunk * CHUNK;
				const to = Math.min(replicates, from + CHUNK);
				const task: ValidationTask = { kind, parameters, range: { from, to } };
				thread.postMessage(task);
				const [answer] = await once(thread, "message");
				answers[chunk] = answer as ValidationAnswer;
				this.#onReplicates(to - from);
			}
		};
		await Promise.all(this.#threads.map(work));
		return answers;
	}
}
