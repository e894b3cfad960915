import { join } from "node:path";
import { WORLD } from "../../calibration/agents/the-world.ts";
import { type BatchPlan, planBatch, shardOf } from "../../experiment/plan.ts";
import { loadScenario } from "../../scenario/load.ts";
import { ScenarioError } from "../../scenario/text/fault.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import { scenarioFilesOf } from "../../storage/folder/scenario-files.ts";
import { CommandError } from "../refusal.ts";
import { faultsText } from "../scenarios/fault-text.ts";

/**
 * The plan of a results folder, made from its manifest and the scenarios it has written out.
 *
 * @throws {CommandError} exit 3 when a scenario is not sound to this program
 */
export function folderPlan(folder: string, manifest: Manifest): BatchPlan {
	const { seed, parameters, without, keepPaths, shard, replicates } =
		manifest.plan;
	const plan = planBatch({
		...{ seed, parameters, without, keepPaths },
		replicates: shard?.whole ?? replicates,
		scenarios: manifest.scenarios.map(({ file }) => scenarioIn(folder, file)),
	});
	return shard ? shardOf(plan, shard) : plan;
}

function scenarioIn(folder: string, file: string): SoundScenario {
	const path = join(folder, file);
	try {
		return loadScenario(path, scenarioFilesOf(path), WORLD).scenario;
	} catch (error) {
		if (error instanceof ScenarioError)
			throw new CommandError(faultsText(error.faults), "scenario");
		throw error;
	}
}

/** The scenarios of a results folder, in the order in which they were asked for. */
export function folderScenarios(
	folder: string,
	{ plan, scenarios }: Manifest,
): readonly SoundScenario[] {
	return plan.order.flatMap((name) =>
		scenarios
			.filter((scenario) => scenario.name === name)
			.map(({ file }) => scenarioIn(folder, file)),
	);
}
