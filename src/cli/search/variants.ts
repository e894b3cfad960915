/** Variants of a scenario: the same one with other values at the paths that are searched. */

import {
	asUsage,
	openScenarios,
	unsound,
} from "../../actions/scenarios/open-scenarios.ts";
import { scenarioPath } from "../../actions/scenarios/scenario-library.ts";
import { WORLD } from "../../calibration/agents/the-world.ts";
import { type Edit, parseEdit } from "../../scenario/edits/edit.ts";
import type { Axis } from "../../scenario/edits/vary.ts";
import { loadScenario, unitOfPath } from "../../scenario/load.ts";
import type { Soundness } from "../../scenario/sound.ts";
import { ScenarioError } from "../../scenario/text/fault.ts";
import { scenarioFilesOf } from "../../storage/folder/scenario-files.ts";

/** A scenario of which paths are varied. */
export interface Varied {
	/** as it stands, with the edits of the command line */
	readonly base: Soundness;
	/** units of the numbers on each axis; null where there is none */
	readonly units: readonly (string | null)[];
	/**
	 * The scenario with one value an axis, under a name of its own. It expects nothing.
	 *
	 * @throws {CommandError} exit 2 for a path that it has not, or a value that cannot be
	 */
	variant(values: readonly string[], named: Named): Soundness;
}

interface Named {
	readonly name: string;
	readonly title: string;
}

/** Longest name of a scenario, characters. */
export const LONGEST_NAME = 64;

/** The name of a variant: the scenario's, cut where it must be, and what tells it apart. */
export function variantName(name: string, ending: string): string {
	return `${name.slice(0, LONGEST_NAME - 1 - ending.length)}-${ending}`;
}

/**
 * Opens a scenario for variants.
 *
 * @param flag the flag that the axes were written for
 * @throws {CommandError} as `openScenarios`
 */
export function openVaried(
	word: string,
	written: readonly string[],
	axes: readonly Axis[],
	flag: string,
): Varied {
	const [base] = openScenarios([word], written);
	const path = scenarioPath(word);
	const files = scenarioFilesOf(path);
	const edits = written.map(parseEdit);
	const units = axes.map((axis) => unitOfPath(path, files, axis.path));
	return {
		base: base!,
		units: units.map((unit) => (unit === "1" ? null : unit)),
		variant(values, named) {
			const varied = axes.map(
				(axis, i): Edit => ({ path: axis.path, value: values[i] ?? "", flag }),
			);
			const { scenario, ...rest } = asUsage(() =>
				orUnsound(() =>
					loadScenario(path, files, WORLD, [...edits, ...varied]),
				),
			);
			return { scenario: { ...scenario, ...named, expect: [] }, ...rest };
		},
	};
}

/**
 * Turns a scenario's faults into the error that ends a command.
 *
 * @throws {CommandError} exit 3, or 2 when an edit of the command line is at fault
 */
export function orUnsound<T>(make: () => T): T {
	try {
		return make();
	} catch (error) {
		if (error instanceof ScenarioError) throw unsound(error.faults);
		throw error;
	}
}
