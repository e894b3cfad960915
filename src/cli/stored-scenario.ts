import { join } from "node:path";
import { WORLD } from "../calibration/agents/the-world.ts";
import { loadScenario } from "../scenario/load.ts";
import type { SoundScenario } from "../scenario/types.ts";
import type { Results } from "../storage/folder/read-results.ts";
import { scenarioFilesOf } from "../storage/folder/scenario-files.ts";

/** A scenario as the results folder has it written out. */
export function storedScenario(
	{ folder, manifest }: Pick<Results, "folder" | "manifest">,
	name: string,
): SoundScenario {
	const file = manifest.scenarios.find((entry) => entry.name === name)?.file;
	const path = join(folder, file ?? "");
	return loadScenario(path, scenarioFilesOf(path), WORLD).scenario;
}
