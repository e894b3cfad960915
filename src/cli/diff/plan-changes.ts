/** Differences in the making of two batches, and the reason when their luck is not shared. */

import type { Manifest } from "../../storage/folder/manifest.ts";
import { programWords } from "../../storage/folder/same-model.ts";
import { beginningWords } from "../../words/beginning.ts";
import { changedFields, type FieldChange, type Leaves } from "./leaves.ts";

/** Differences in version, seed, range and switches between two batches. */
export function planChanges(a: Manifest, b: Manifest): readonly FieldChange[] {
	return changedFields(leavesOf(a), leavesOf(b));
}

function leavesOf({ stibium, stream, plan, scenarios }: Manifest): Leaves {
	const { seed, replicates, shard, parameters, without, base } = plan;
	return new Map([
		["version", programWords(stibium)],
		["changes not committed", stibium.git?.dirty === true ? "yes" : "no"],
		["random streams", stream],
		["seed", String(seed)],
		["replicates", `${replicates.from} to ${replicates.to - 1}`],
		["shard", shard === null ? "none" : `${shard.index}/${shard.count}`],
		["parameters", parameters],
		["begins from", beginningWords(plan)],
		["switched off", without.join(", ") || "nothing"],
		["compared with", base ?? "nothing"],
		["scenarios", scenarios.map(({ name }) => name).join(", ")],
	]);
}

/**
 * Reason why replicates of one number had other luck in two batches; null when they shared
 * it. Luck is keyed by seed, replicate and question, and a posterior draw brings its own:
 * neither the scenario nor what is switched off moves it.
 */
export function unlikeLuck(a: Manifest, b: Manifest): string | null {
	if (a.plan.seed !== b.plan.seed) return "another seed";
	if (a.stream !== b.stream) return "other random streams";
	if (a.plan.parameters !== b.plan.parameters)
		return "parameters drawn from elsewhere";
	if (a.plan.ensemble?.sha256 !== b.plan.ensemble?.sha256)
		return "another beginning";
	return calibrationsOf(a) === calibrationsOf(b) ? null : "another calibration";
}

const calibrationsOf = ({ scenarios }: Manifest): string =>
	[...new Set(scenarios.map(({ calibration }) => calibration))].sort().join();
