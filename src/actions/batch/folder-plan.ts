/** The plan of a results folder that exists. */

import { type BatchPlan, planBatch, shardOf } from "../../experiment/plan.ts";
import { storedEnsemble } from "../../storage/folder/ensemble-file.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import { storedScenarios } from "../../storage/folder/stored-scenarios.ts";

/**
 * The plan of a results folder, made from its manifest and the scenarios it has written out.
 *
 * @throws {ScenarioError} when a scenario is not sound to this program
 */
export function folderPlan(folder: string, manifest: Manifest): BatchPlan {
	const { seed, parameters, without, keepPaths, shard, replicates } =
		manifest.plan;
	const scenario = storedScenarios(folder, manifest);
	const plan = planBatch({
		seed,
		parameters,
		ensemble: storedEnsemble(folder, manifest),
		without,
		keepPaths,
		replicates: shard?.whole ?? replicates,
		scenarios: manifest.scenarios.map(({ name }) => scenario(name)),
	});
	return shard ? shardOf(plan, shard) : plan;
}
