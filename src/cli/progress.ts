import { Presets, SingleBar } from "cli-progress";
import type { BatchProgress } from "../experiment/run-batch.ts";

/** Shows how far a batch has come; nothing where there is no terminal to show it on. */
export interface ProgressBar {
	update(progress: BatchProgress): void;
	stop(): void;
}

const SILENT: ProgressBar = { update: () => {}, stop: () => {} };

/** A bar with rate and time left on standard error, when that is a terminal. */
export function progressBar(total: number, quiet: boolean): ProgressBar {
	if (quiet || !process.stderr.isTTY) return SILENT;
	const bar = new SingleBar(
		{
			format:
				"{bar} {value} of {total} replicates  {rate}/s  {eta_formatted} left",
			stream: process.stderr,
			hideCursor: true,
		},
		Presets.shades_classic,
	);
	const start = process.hrtime.bigint();
	let running = true;
	bar.start(total, 0, { rate: "–" });
	return {
		update: ({ done }) => {
			const seconds = Number(process.hrtime.bigint() - start) / 1e9;
			if (running) bar.update(done, { rate: (done / seconds).toFixed(0) });
		},
		stop: () => {
			if (running) bar.stop();
			running = false;
		},
	};
}
