/** The scenarios of a results folder, made sound again from the files it has them written out in. */

import { join } from "node:path";
import { WORLD } from "../../calibration/agents/the-world.ts";
import { loadScenario } from "../../scenario/load.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { Manifest } from "./manifest.ts";
import { scenarioFilesOf } from "./scenario-files.ts";

/** Hands out a scenario by name. */
export type ScenarioReader = (name: string) => SoundScenario;

/**
 * A reader of the scenarios of a results folder. Each file is read when its scenario is
 * first asked for, and once: a sweep has hundreds, and most questions ask for a few.
 *
 * @param known scenarios of the batch that are in memory already
 */
export function storedScenarios(
	folder: string,
	{ scenarios }: Pick<Manifest, "scenarios">,
	known: readonly SoundScenario[] = [],
): ScenarioReader {
	const read = new Map(known.map((scenario) => [scenario.name, scenario]));
	const files = new Map(scenarios.map(({ name, file }) => [name, file]));
	return (name) => {
		const scenario = read.get(name) ?? loadStored(folder, files.get(name));
		read.set(name, scenario);
		return scenario;
	};
}

/** @throws {ScenarioError} when it is not sound to this program */
function loadStored(folder: string, file: string | undefined): SoundScenario {
	if (file === undefined)
		throw new RangeError(`${folder} does not hold that scenario`);
	const path = join(folder, file);
	return loadScenario(path, scenarioFilesOf(path), WORLD).scenario;
}
