/** Ctrl-C in two steps: the first ends a batch softly, the second at once. */

import { setMaxListeners } from "node:events";
import { EXIT } from "../line/exit-codes.ts";

/**
 * A signal that fires on the first Ctrl-C, so that running blocks can end and
 * the manifest be written; the second ends the process at once.
 */
export function onInterrupt(first: () => void): {
	readonly signal: AbortSignal;
	release(): void;
} {
	const controller = new AbortController();
	// every block under way listens; more than ten are warned of by default
	setMaxListeners(0, controller.signal);
	const listen = (): void => {
		if (controller.signal.aborted) process.exit(EXIT.interrupted);
		first();
		controller.abort();
	};
	process.on("SIGINT", listen);
	process.on("SIGTERM", listen);
	return {
		signal: controller.signal,
		release: () => {
			process.off("SIGINT", listen);
			process.off("SIGTERM", listen);
		},
	};
}
