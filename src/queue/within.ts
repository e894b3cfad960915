import { setTimeout as wait } from "node:timers/promises";

/** What is promised, or nothing worth having after so many milliseconds: an error. */
export async function within<T>(time: number, promise: Promise<T>): Promise<T> {
	const controller = new AbortController();
	const late = wait(time, null, { signal: controller.signal }).then(() => {
		throw new Error("no answer");
	});
	late.catch(() => {});
	try {
		return await Promise.race([promise, late]);
	} finally {
		controller.abort();
	}
}
