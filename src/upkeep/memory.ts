/** Memory test: a batch ten times as large may need hardly more memory. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { print } from "../cli/terminal/talk.ts";
import { inWords } from "../words/numbers.ts";

/** Replicates of the batches that are measured, the base first. */
const SIZES = [10_000, 100_000];
/** Memory of a larger batch at most: as a ratio to that of the base, and in MB. */
const MOST_RATIO = 1.2;
const MOST_MEGABYTES = 400;

const MAIN = fileURLToPath(new URL("../cli/main.js", import.meta.url));
const SCENARIO = `version: 1
name: Brief
question: How much memory does a batch take?
horizon: {from: 2018-01, to: 2018-06}
reference: 2018-02
`;
/** Module loaded before the program: writes the peak of its memory, in MB, when it ends. */
const WATCH = `import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () =>
	writeFileSync("peak", String(process.resourceUsage().maxRSS / 1024)));
`;

/** Peak resident memory of a batch, MB. */
function peakOf(replicates: number, folder: string): number {
	const watch = `data:text/javascript,${encodeURIComponent(WATCH)}`;
	const words = ["brief.yaml", "-n", String(replicates), "--seed", "1"];
	const ended = spawnSync(
		process.execPath,
		["--import", watch, MAIN, "run", ...words, "-q"],
		{ cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
	);
	if (ended.status !== 0) throw new Error(`exit ${ended.status}`);
	return Number(readFileSync(join(folder, "peak"), "utf8"));
}

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : SIZES;
const folder = mkdtempSync(join(tmpdir(), "stibium-memory-"));
try {
	writeFileSync(join(folder, "brief.yaml"), SCENARIO);
	const peaks = sizes.map((size) => {
		const start = performance.now();
		const peak = peakOf(size, folder);
		const seconds = (performance.now() - start) / 1000;
		print(
			`${size} replicates: peak ${inWords(peak, 0)} MB, ${inWords(seconds, 0)} s`,
		);
		return peak;
	});
	const ratio = Math.max(...peaks) / (peaks[0] ?? 1);
	print(
		`largest over first ${inWords(ratio, 2)} (at most ${MOST_RATIO}), at most ${MOST_MEGABYTES} MB`,
	);
	if (ratio > MOST_RATIO || Math.max(...peaks) > MOST_MEGABYTES)
		process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
