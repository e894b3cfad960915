/** Coverage test of `--precision`: share of its intervals that hold the mean of a large batch. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { print, say } from "../cli/terminal/talk.ts";
import type { Estimate } from "../experiment/tables.ts";
import { inWords } from "../words/numbers.ts";

/** Batches that stop by themselves, seeds 1, 2, 3 … */
const SEEDS = 100;
/** Replicates of the batch whose mean stands for the truth; its own error makes the test harder. */
const REFERENCE = 20_000;
/** Share of the intervals that must hold the mean of the reference. */
const LEAST = 0.9;
const AIM = "2%";
const SCENARIO = "ban-returns";
const METRIC = "mean_price_12m_usd_t";
/** Shorter horizon: months after the twelve that the metric averages do not change it. */
const SHORT = ["--set", "horizon.to=2027-11"];

const MAIN = fileURLToPath(new URL("../cli/main.js", import.meta.url));

/** A batch as a user would run it: its replicates and the mean with its 95 % interval. */
interface Batch {
	readonly replicates: number;
	readonly mean: Estimate;
}

/** Runs the program into a folder of its own, which is gone afterwards. */
function batch(seed: string, size: readonly string[]): Batch {
	const folder = mkdtempSync(join(tmpdir(), "stibium-precision-"));
	try {
		const words = ["run", SCENARIO, ...SHORT, "--seed", seed, ...size];
		const ended = spawnSync(
			process.execPath,
			[MAIN, ...words, "--json", "-q", "--out", folder],
			{ encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
		);
		if (ended.status !== 0) throw new Error(`exit ${ended.status}`);
		const { results, replicates } = JSON.parse(ended.stdout);
		const summary = readFileSync(join(results, "summary.json"), "utf8");
		const { mean } = JSON.parse(summary).scenarios[SCENARIO][METRIC];
		return { replicates, mean };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const seeds = Number(process.argv[2] ?? SEEDS);
const { mean: truth } = batch("reference", ["-n", String(REFERENCE)]);
say(
	`${REFERENCE} replicates: mean ${inWords(truth.value, 1)} ± ${inWords(truth.error, 1)} (one standard error)`,
);
const sizes = new Map<number, number>();
let covered = 0;
for (let seed = 1; seed <= seeds; seed++) {
	const { replicates, mean } = batch(String(seed), ["--precision", AIM]);
	if (mean.low <= truth.value && truth.value <= mean.high) covered++;
	sizes.set(replicates, (sizes.get(replicates) ?? 0) + 1);
	say(
		`seed ${seed}: ${replicates} replicates, ${inWords(mean.low, 0)} to ${inWords(mean.high, 0)}; ${covered} of ${seed} hold ${inWords(truth.value, 0)}`,
	);
}
const stops = [...sizes]
	.sort(([a], [b]) => a - b)
	.map(([replicates, count]) => `${count} after ${replicates}`);
print(
	`${covered} of ${seeds} intervals of --precision ${AIM} hold the mean of ${REFERENCE} replicates (at least ${LEAST * seeds}); stopped: ${stops.join(", ")}`,
);
if (covered < LEAST * seeds) process.exitCode = 1;
