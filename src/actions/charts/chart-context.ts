/** Context of charts: version, seed and scenarios of a results folder, with dated shocks. */

import type { ChartContext, ChartScenario } from "../../charts/chart.ts";
import { shockMarks } from "../../charts/frame/shock-marks.ts";
import { ensembleHash } from "../../experiment/draws-hash.ts";
import { storedEnsemble } from "../../storage/folder/ensemble-file.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import type { Results } from "../../storage/folder/read-results.ts";

/** Characters of a hash that a source line shows. */
const HASH_SHOWN = 6;

/** Origin of the numbers of a results folder, as its charts tell it, with dated shocks. */
export function chartContext(results: Results): ChartContext {
	return contextOf(results, (name) =>
		scenarioOf(results, entryOf(results.manifest, name)),
	);
}

/** Origin of the numbers for charts that show no dates: no scenario is read for its shocks. */
export function datelessContext(results: Results): ChartContext {
	return contextOf(results, (name) => ({
		...namedOf(entryOf(results.manifest, name)),
		marks: [],
	}));
}

function contextOf(
	results: Results,
	scenario: (name: string) => ChartScenario,
): ChartContext {
	const { manifest, runs } = results;
	const { seed, parameters, order } = manifest.plan;
	const base = manifest.plan.base ?? order[0] ?? "";
	return {
		version: manifest.stibium.version,
		seed,
		replicates: runs.replicates.length,
		parameters,
		...begunOf(results),
		reference: entryOf(manifest, base).reference,
		base,
		scenarios: order.map(scenario),
	};
}

/** The record that replicates went on from, where they did. */
function begunOf({ folder, manifest }: Results): Pick<ChartContext, "begun"> {
	const ensemble = storedEnsemble(folder, manifest);
	if (ensemble === null) return {};
	const { to, record } = ensemble;
	return { begun: { sha256: ensembleHash(ensemble), to, record } };
}

type ScenarioEntry = Manifest["scenarios"][number];

function entryOf({ scenarios }: Manifest, name: string): ScenarioEntry {
	const found = scenarios.find((scenario) => scenario.name === name);
	if (found) return found;
	throw new RangeError(`the manifest orders ${name} but does not describe it`);
}

/** A scenario with its dated shocks, as the file in the results folder has them. */
function scenarioOf(results: Results, entry: ScenarioEntry): ChartScenario {
	const { shocks } = results.scenario(entry.name);
	return { ...namedOf(entry), marks: shockMarks(shocks) };
}

const namedOf = ({ name, title, sha256 }: ScenarioEntry) => ({
	name,
	title,
	hash: sha256.slice(0, HASH_SHOWN),
});
