/** A manifest that no batch left, for pages of invented results. */
import type { Manifest } from "../../src/storage/folder/manifest.ts";

const HEX = "0".repeat(64);

/** The manifest of some scenarios, the first of them the base. */
export function manifestOf(names: readonly string[]): Manifest {
	const entry = { title: "t", question: "q", file: "f", resolved: {} };
	const months = { from: "2022-01", to: "2035-12", reference: "2026-12" };
	return {
		schema: "stibium-results/1",
		state: "complete",
		stibium: { version: "v", git: { sha: "s", dirty: true } },
		...{ stream: "s", licence: "l", command: "c", charts: true },
		plan: {
			...{ hash: HEX, seed: "seed", shard: null, blockSize: 1 },
			replicates: { from: 0, to: 400 },
			ensemble: null,
			...{ parameters: "posterior", without: [], keepPaths: false },
			...{ order: [...names], base: names[0] ?? null },
		},
		scenarios: names.map((name) => ({
			...{ ...entry, ...months, name, sha256: HEX, calibration: HEX },
		})),
		quantiles: { method: "exact", estimator: "e" },
		machine: { node: "n", v8: "v", os: "o", cpu: "c", cores: 2 },
		...{ start: "2026", end: "2026", seconds: 1, blocks: [] },
		failures: [{ scenario: "s", replicate: 1, message: "m" }],
		...{ warnings: ["w", "x"], digest: HEX, files: [] },
	};
}
