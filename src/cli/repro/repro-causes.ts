/** Causes by which a repeated batch may differ: version, random streams, scenarios, calibration. */

import {
	type BatchPlan,
	calibrationHash,
	planHash,
	scenarioHash,
} from "../../experiment/plan.ts";
import { STREAM_VERSION } from "../../random/stream-version.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import { isSameModel, programWords } from "../../storage/folder/same-model.ts";

/** Version, streams, plan and scenarios behind some numbers, as a manifest or a figure has them. */
export interface Origin
	extends Pick<Manifest, "stibium" | "stream">,
		Record<"plan", Pick<Manifest["plan"], "hash">> {
	readonly scenarios: readonly Pick<
		Manifest["scenarios"][number],
		"name" | "sha256" | "calibration"
	>[];
}

/** Reasons, known before a batch is run again, why its numbers may differ. */
export interface Causes {
	/** that need not change a number */
	readonly notes: readonly string[];
	/** that must be called a difference, whatever comes out */
	readonly differences: readonly string[];
}

/** Holds what made some numbers against what would make them here. */
export async function findCauses(
	{ stibium, stream, plan: { hash }, scenarios }: Origin,
	plan: BatchPlan,
): Promise<Causes> {
	const here = (await aboutProgram()).stibium;
	const found = planHash(plan);
	const inputs = plan.scenarios.flatMap((scenario) => {
		const stored = scenarios.find(({ name }) => name === scenario.name);
		const { name } = scenario;
		return [
			...unlike(`scenario ${name}`, stored?.sha256, scenarioHash(scenario)),
			...unlike(
				`the calibration of ${name}`,
				stored?.calibration,
				calibrationHash(scenario, plan),
			),
		];
	});
	const rest =
		hash === found || inputs.length > 0
			? []
			: [
					`the plan has the hash ${short(found)}, stored ${short(hash)}: seed, range, parameters or switches were changed`,
				];
	return {
		notes: isSameModel(stibium, here)
			? []
			: [`made by ${programWords(stibium)}; this is ${programWords(here)}`],
		differences: [
			...(stream === STREAM_VERSION
				? []
				: [`random streams are ${STREAM_VERSION}, stored ${stream}`]),
			...inputs,
			...rest,
		],
	};
}

const short = (hash: string) => hash.slice(0, 12);

function unlike(
	what: string,
	stored: string | undefined,
	found: string,
): readonly string[] {
	return stored === found
		? []
		: [`${what} has the hash ${short(found)}, stored ${short(stored ?? "")}`];
}
