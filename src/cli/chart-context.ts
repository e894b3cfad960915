import type { ChartContext, ChartScenario } from "../charts/chart.ts";
import { shockMarks } from "../charts/shock-marks.ts";
import type { Manifest } from "../storage/manifest.ts";
import type { Results } from "../storage/read-results.ts";
import { storedScenario } from "./stored-scenario.ts";

/** Characters of a hash that a source line shows. */
const HASH_SHOWN = 6;

/** Where the numbers of a results folder come from, as its charts say it. */
export function chartContext(results: Results): ChartContext {
	const { manifest, runs } = results;
	const { seed, parameters, order } = manifest.plan;
	const base = manifest.plan.base ?? order[0] ?? "";
	return {
		version: manifest.stibium.version,
		seed,
		replicates: runs.replicates.length,
		parameters,
		reference: entryOf(manifest, base).reference,
		base,
		scenarios: order.map((name) =>
			scenarioOf(results, entryOf(manifest, name)),
		),
	};
}

type ScenarioEntry = Manifest["scenarios"][number];

function entryOf({ scenarios }: Manifest, name: string): ScenarioEntry {
	const found = scenarios.find((scenario) => scenario.name === name);
	if (found) return found;
	throw new RangeError(`the manifest orders ${name} but does not describe it`);
}

/** A scenario with its dated shocks, as the file in the results folder has them. */
function scenarioOf(
	results: Results,
	{ name, title, sha256 }: ScenarioEntry,
): ChartScenario {
	return {
		name,
		title,
		hash: sha256.slice(0, HASH_SHOWN),
		marks: shockMarks(storedScenario(results, name).shocks),
	};
}
