/** Plan of a batch rebuilt from the provenance inside one figure, and checked as foreign input. */

import { CommandError } from "../../actions/refusal.ts";
import { faultsText } from "../../actions/scenarios/fault-text.ts";
import { WORLD } from "../../calibration/agents/the-world.ts";
import type { Design } from "../../experiment/design.ts";
import { type BatchPlan, planBatch, shardOf } from "../../experiment/plan.ts";
import type { BatchRecord } from "../../figures/provenance.ts";
import { loadScenario } from "../../scenario/load.ts";
import { ScenarioError } from "../../scenario/text/fault.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { UnsoundFigureError } from "../../storage/errors.ts";
import { shippedEnsemble } from "../../storage/folder/ensemble-file.ts";
import { safeText } from "../../words/safe-text.ts";
import { MOST_REPLICATES } from "../line/batch-flags.ts";

/**
 * The plan of the batch that a figure was drawn from, made from the figure alone.
 *
 * @param file how the figure is named in messages
 * @throws {UnsoundFigureError} when its parts do not fit each other
 * @throws {CommandError} exit 3 when a scenario is not sound to this program
 */
export function recordPlan(record: BatchRecord, file: string): BatchPlan {
	const fault = faultOf(record);
	if (fault !== null) throw unsound(file, fault);
	const { seed, parameters, without, keepPaths, shard, replicates } =
		record.plan;
	const scenarios = record.scenarios.map((one) => scenarioOf(one, file));
	try {
		const plan = planBatch({
			seed,
			parameters,
			ensemble: ensembleFor(record, file),
			without,
			keepPaths,
			scenarios,
			replicates: shard?.whole ?? replicates,
		});
		return shard ? shardOf(plan, shard) : plan;
	} catch (error) {
		if (error instanceof RangeError) throw unsound(file, error.message);
		throw error;
	}
}

/** The ensemble that a figure's batch began from. @throws {CommandError} when it does not ship with the program */
function ensembleFor(
	{ plan: { ensemble }, results }: BatchRecord,
	file: string,
) {
	if (ensemble === null) return null;
	const shipped = shippedEnsemble(ensemble.sha256);
	if (shipped !== null) return shipped;
	throw new CommandError(
		`${file} was drawn from an ensemble of one's own, ${ensemble.sha256.slice(0, 6)} to ${ensemble.to}, which a figure does not hold; repeat its results folder instead: ${safeText(results)}`,
	);
}

const unsound = (file: string, fault: string) =>
	new UnsoundFigureError(`${file}: its provenance is not sound: ${fault}`);

/** The first of its parts that does not fit the others; null when all do. */
function faultOf({ plan, scenarios, design }: BatchRecord): string | null {
	const names = scenarios.map(({ name }) => name);
	const { order, base } = plan;
	const { from, to } = plan.shard?.whole ?? plan.replicates;
	if ([...order].sort().join() !== [...names].sort().join())
		return "the order of its scenarios names others than it holds";
	if (base !== null && !names.includes(base))
		return "its base is none of its scenarios";
	if (to - from > MOST_REPLICATES)
		return `it has ${to - from} replicates; at most ${MOST_REPLICATES} are run`;
	const stray = design && scenariosOf(design).find((n) => !names.includes(n));
	return stray ? "its design names a scenario that it does not hold" : null;
}

function scenariosOf(design: Design): readonly string[] {
	const rows = design.kind === "sweep" ? design.points : design.trials;
	return rows.map(({ scenario }) => scenario);
}

/** A scenario from its text, under the same limits as a file of its own; it extends nothing. */
function scenarioOf(
	{ name, text }: BatchRecord["scenarios"][number],
	file: string,
): SoundScenario {
	const files = {
		read: () => ({ text }),
		resolve: () => ({ problem: "cannot be had from inside a figure" }),
		shown: (path: string) => `${path} in ${file}`,
	};
	try {
		return loadScenario(`${name}.yaml`, files, WORLD).scenario;
	} catch (error) {
		if (error instanceof ScenarioError)
			throw new CommandError(faultsText(error.faults), "scenario");
		throw error;
	}
}
