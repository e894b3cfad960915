/** A promise with a time limit. */

import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds left to a promise once the signal fires. */
const LEFT = 1_000;

/** Thrown when nothing came in time. */
export class NoAnswer extends Error {}

/** Awaits a promise; rejects with NoAnswer after `time` milliseconds, or soon after a signal. */
export async function within<T>(
	time: number,
	promise: Promise<T>,
	hurry?: AbortSignal,
): Promise<T> {
	const { signal, abort } = abortable();
	const late = [wait(time, null, { signal })];
	if (hurry)
		late.push(fired(hurry, signal).then(() => wait(LEFT, null, { signal })));
	const errors = late.map((one) =>
		one.then(() => Promise.reject(new NoAnswer("no answer"))),
	);
	for (const error of errors) error.catch(() => {});
	try {
		return await Promise.race([promise, ...errors]);
	} finally {
		abort();
	}
}

function abortable() {
	const controller = new AbortController();
	return { signal: controller.signal, abort: () => controller.abort() };
}

/** Resolves when `hurry` fires or has fired; rejects when `signal` ends the waiting. */
async function fired(hurry: AbortSignal, signal: AbortSignal): Promise<void> {
	if (!hurry.aborted) await once(hurry, "abort", { signal });
}
