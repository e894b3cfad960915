/** Progress bar of a batch on standard error. */

import { Presets, SingleBar } from "cli-progress";
import type { BatchProgress } from "../../experiment/run-batch.ts";
import { inWords } from "../../words/numbers.ts";
import { say } from "./talk.ts";

/** Back to the first column, all of the line wiped. */
const CLEAR_LINE = "\r\u001b[2K";

/** Shows how far a batch has come; nothing where there is no terminal to show it on. */
export interface ProgressBar {
	start(): void;
	update(progress: BatchProgress): void;
	/** says a line above the bar */
	tell(line: string): void;
	/** may be called again */
	stop(): void;
}

const SILENT: ProgressBar = {
	start: () => {},
	update: () => {},
	tell: say,
	stop: () => {},
};

/** A bar with rate and time left on standard error, when that is a terminal. */
export function progressBar(
	total: number,
	quiet: boolean,
	things = "replicates",
): ProgressBar {
	return quiet || !process.stderr.isTTY ? SILENT : terminalBar(total, things);
}

function terminalBar(total: number, things: string): ProgressBar {
	const bar = new SingleBar(
		{
			format: `{bar} {value} of {total} ${things}  {rate}/s  {eta_formatted} left`,
			stream: process.stderr,
			hideCursor: true,
			barsize: 24,
			clearOnComplete: true,
		},
		Presets.shades_classic,
	);
	let began = 0;
	let running = false;
	return {
		start: () => {
			began = performance.now();
			running = true;
			bar.start(total, 0, { rate: "–" });
		},
		update: ({ done, total: all }) => {
			bar.setTotal(all);
			const seconds = (performance.now() - began) / 1000;
			if (running) bar.update(done, { rate: inWords(done / seconds, 0) });
		},
		tell: (line) => {
			if (running) process.stderr.write(CLEAR_LINE);
			say(line);
		},
		stop: () => {
			if (running) bar.stop();
			running = false;
		},
	};
}
