/** The thread's side of a pool: it is set up once, then does one task after another. */

import { parentPort, workerData } from "node:worker_threads";

/** Setting that a pool gives a thread when it starts. */
export interface ThreadSetting<Setting> {
	readonly setting: Setting;
	/** one 32-bit integer, shared: not 0 when tasks are to be given up */
	readonly stop: SharedArrayBuffer;
}

/** Reply of a thread to a task. */
export type Reply<Answer> =
	| { readonly kind: "done"; readonly answer: Answer }
	/** no task can be done here or anywhere: the thread cannot be set up */
	| { readonly kind: "unusable"; readonly message: string };

type Work<Task, Answer> = (task: Task) => Answer;

/**
 * Answers the tasks of a pool for as long as the thread lives.
 *
 * @param open      makes the work from the setting; `isStopped` turns true when a task is to be given up
 * @param buffersOf the memory of an answer, each piece once: handed over, not copied
 */
export async function serve<Setting, Task, Answer>(
	open: (
		setting: Setting,
		isStopped: () => boolean,
	) => Work<Task, Answer> | Promise<Work<Task, Answer>>,
	buffersOf: (answer: Answer) => ArrayBuffer[] = () => [],
): Promise<void> {
	const { setting, stop }: ThreadSetting<Setting> = workerData;
	const flag = new Int32Array(stop);
	const work = await orWhyNot(() =>
		open(setting, () => Atomics.load(flag, 0) !== 0),
	);
	parentPort?.on("message", (task: Task) => {
		if (typeof work === "string") reply({ kind: "unusable", message: work });
		else {
			const answer = work(task);
			reply({ kind: "done", answer }, buffersOf(answer));
		}
	});
}

/** Opens something; words tell why where it cannot be opened. */
async function orWhyNot<T>(open: () => T | Promise<T>): Promise<T | string> {
	try {
		return await open();
	} catch (error) {
		return error instanceof Error
			? (error.stack ?? error.message)
			: String(error);
	}
}

function reply(answer: Reply<unknown>, buffers: ArrayBuffer[] = []): void {
	parentPort?.postMessage(answer, buffers);
}
