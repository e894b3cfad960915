/** Replay of one stored replicate, which must come out the same to the last bit. */

import { calibrationHash } from "../../experiment/plan.ts";
import { METRICS, type MetricName } from "../../market/record/record.ts";
import { createSimulator } from "../../market/replicate.ts";
import { StoryListener } from "../../report/story/listener.ts";
import type { Replay } from "../../report/story/replay.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { storedEnsemble } from "../../storage/folder/ensemble-file.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { CommandError } from "../refusal.ts";
import type { Picked } from "./pick-replicate.ts";

/**
 * Runs one replicate of a results folder again, with a listener, and holds its metrics
 * against the stored row.
 *
 * @throws {CommandError} exit 8 when any bit of any metric differs
 */
export async function replayReplicate(
	results: Results,
	{ scenario: name, replicate, why }: Picked,
): Promise<Replay> {
	const scenario = results.scenario(name);
	const { seed, parameters, without } = results.manifest.plan;
	const trace = new StoryListener();
	const [record] = createSimulator([scenario], {
		seed,
		parameters,
		ensemble: storedEnsemble(results.folder, results.manifest),
		without,
		trace,
	}).run(replicate);
	if (record === undefined || record.failure !== null)
		throw differing(results, scenario, replicate, [
			`it fails: ${record?.failure}`,
		]);
	const names = METRICS.map((metric) => metric.name);
	const stored = await results.row(name, replicate, names);
	const faults = differences(record.metrics, stored);
	if (faults.length > 0) throw differing(results, scenario, replicate, faults);
	const medians = results.summary.scenarios[name];
	return {
		scenario,
		replicate,
		why,
		batch: results.runs.replicates.length,
		metric: (metric) => stored[indexOf(metric)] ?? Number.NaN,
		median: (metric) => medians?.[metric]?.median.value ?? Number.NaN,
		told: trace.told,
		months: trace.months,
	};
}

const indexOf = (name: MetricName) =>
	METRICS.findIndex((metric) => metric.name === name);

/** Metrics that are not the same to the bit; nothing to report equals nothing to report. */
function differences(
	found: Float64Array,
	stored: Float64Array,
): readonly string[] {
	return METRICS.flatMap(({ name }, i) =>
		Object.is(found[i], stored[i])
			? []
			: [`${name} is ${found[i]}, stored ${stored[i]}`],
	);
}

/** Error of a replay that came out otherwise: the metrics that differ, and the likely cause. */
function differing(
	{ folder, manifest }: Results,
	scenario: SoundScenario,
	replicate: number,
	faults: readonly string[],
): CommandError {
	const entry = manifest.scenarios.find(({ name }) => name === scenario.name);
	const { version, git } = manifest.stibium;
	const commit = git ? ` at ${git.sha.slice(0, 10)}` : "";
	const cause =
		entry?.calibration ===
		calibrationHash(scenario, {
			parameters: manifest.plan.parameters,
			ensemble: storedEnsemble(folder, manifest),
		})
			? `its rules are those of stibium ${version}${commit}`
			: "its calibration is another than that of this program";
	return new CommandError(
		`replicate ${replicate} of ${scenario.name} comes out otherwise than runs.parquet has it: ${faults.slice(0, 3).join("; ")}${faults.length > 3 ? ` and ${faults.length - 3} more` : ""}; ${cause}`,
		"corrupt",
	);
}
