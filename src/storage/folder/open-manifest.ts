/** First manifest of a batch, as it stands before any replicate has run. */

import {
	type BatchPlan,
	isExact,
	planHash,
	type ScenarioHashes,
	scenarioHashes,
} from "../../experiment/plan.ts";
import { monthName } from "../../quantities.ts";
import { STREAM_VERSION } from "../../random/stream-version.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { HISTOGRAM_WORDS } from "../../statistics/histogram.ts";
import { aboutMachine } from "./about-program.ts";
import { nameOfEnsemble } from "./ensemble-file.ts";
import type { Manifest } from "./manifest.ts";

/** Facts of a batch beside its plan, as its manifest keeps them. */
export interface BatchIdentity {
	/** scenario names as they were asked for */
	readonly order: readonly string[];
	/** the scenario that all others are compared with; null when none are */
	readonly base: string | null;
	/** true when charts are drawn once it is complete */
	readonly charts: boolean;
	/** the command that repeats it */
	readonly command: string;
	/** warnings that the user was given */
	readonly warnings: readonly string[];
}

/** The manifest of a batch that a program is about to start. */
export function openManifest(
	plan: BatchPlan,
	{ order, base, charts, command, warnings }: BatchIdentity,
	start: Date,
	program: Pick<Manifest, "stibium" | "licence">,
): Manifest {
	const { seed, replicates, shard, blockSize, parameters, keepPaths } = plan;
	const hashes = scenarioHashes(plan);
	return {
		schema: "stibium-results/1",
		state: "running",
		...program,
		stream: STREAM_VERSION,
		plan: {
			hash: planHash(plan, hashes),
			seed,
			replicates,
			shard,
			blockSize,
			parameters,
			ensemble: nameOfEnsemble(plan.ensemble),
			without: [...plan.without],
			keepPaths,
			order: [...order],
			base,
		},
		scenarios: plan.scenarios.map((one, i) => describe(one, hashes[i]!)),
		quantiles: quantilesOf(plan),
		machine: aboutMachine(),
		command,
		charts,
		start: start.toISOString(),
		end: null,
		seconds: null,
		blocks: [],
		failures: [],
		warnings: [...warnings],
		digest: null,
		files: [],
	};
}

/** Path of a scenario's YAML, relative to its results folder. */
export function scenarioFile(name: string): string {
	return `scenarios/${name}.yaml`;
}

function describe(
	scenario: SoundScenario,
	{ sha256, calibration }: ScenarioHashes,
): Manifest["scenarios"][number] {
	const { name, title, question, horizon, reference } = scenario;
	const { world: _, ...resolved } = scenario;
	return {
		name,
		title,
		question,
		from: monthName(horizon.from),
		to: monthName(horizon.to),
		reference: monthName(reference),
		file: scenarioFile(name),
		sha256,
		calibration,
		resolved: JSON.parse(JSON.stringify(resolved)),
	};
}

function quantilesOf(plan: BatchPlan): Manifest["quantiles"] {
	return isExact(plan)
		? { method: "exact", estimator: "R-7 of all values" }
		: { method: "histogram", estimator: HISTOGRAM_WORDS };
}
