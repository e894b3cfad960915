import { once } from "node:events";
import type { Worker } from "node:worker_threads";

/** Work that is cut into chunks: what to send for one, and whom to tell when it is done. */
export interface Chunks<Item> {
	readonly items: readonly Item[];
	/** items that go to a thread at once */
	readonly size: number;
	/** @param from place of the first of them among all items */
	readonly messageOf: (part: readonly Item[], from: number) => unknown;
	readonly onDone: (items: number) => void;
}

/**
 * Hands chunks to whichever thread is idle. Each message gets one answer.
 *
 * @returns one answer a chunk, in the order of the items, whoever was first
 */
export async function shareChunks<Item, Answer>(
	threads: readonly Worker[],
	{ items, size, messageOf, onDone }: Chunks<Item>,
): Promise<readonly Answer[]> {
	const answers: Answer[] = [];
	let next = 0;
	const work = async (thread: Worker): Promise<void> => {
		while (next < items.length) {
			const from = next;
			next += size;
			const part = items.slice(from, from + size);
			thread.postMessage(messageOf(part, from));
			const [answer] = await once(thread, "message");
			answers[from / size] = answer as Answer;
			onDone(part.length);
		}
	};
	await Promise.all(threads.map(work));
	return answers;
}
