/** `check`: scenario files read in full, with faults, warnings and a sentence on each. */

import { faultsText } from "../../actions/scenarios/fault-text.ts";
import { openScenarios } from "../../actions/scenarios/open-scenarios.ts";
import { monthName } from "../../quantities.ts";
import type { Soundness } from "../../scenario/sound.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { print, say } from "../terminal/talk.ts";

/**
 * Reads scenarios and says what was read.
 *
 * @throws {CommandError} exit 3 with all faults of all of them
 */
export function checkScenarios(
	words: readonly string[],
	edits: readonly string[],
	{ json, quiet }: CommonOptions,
): ExitCode {
	const opened = openScenarios(words, edits);
	const warnings = opened.flatMap((one) => one.warnings);
	if (warnings.length > 0 && !quiet) say(faultsText(warnings));
	const found = opened.map(describe);
	print(
		json
			? JSON.stringify({ scenarios: found })
			: found.map(sentence).join("\n"),
	);
	return EXIT.done;
}

/** Counts of a scenario's parts, and its months. */
interface Description {
	readonly name: string;
	readonly question: string;
	readonly from: string;
	readonly to: string;
	readonly reference: string;
	readonly shocks: number;
	/** parameters that the scenario sets itself */
	readonly parameters: number;
	/** statements that it expects of its results */
	readonly expectations: number;
	readonly warnings: number;
}

function describe({ scenario, warnings }: Soundness): Description {
	const { name, question, horizon, reference, shocks, expect } = scenario;
	return {
		name,
		question,
		from: monthName(horizon.from),
		to: monthName(horizon.to),
		reference: monthName(reference),
		shocks: shocks.length,
		parameters: scenario.parameters.filter((one) => one.overridden).length,
		expectations: expect.length,
		warnings: warnings.length,
	};
}

function sentence(read: Description): string {
	const counts = [
		counted(read.shocks, "shock"),
		counted(read.parameters, "parameter of its own", "parameters of its own"),
		counted(read.expectations, "expectation"),
		...(read.warnings > 0 ? [counted(read.warnings, "warning")] : []),
	];
	return safeText(
		`${read.name} is sound: ${read.from} to ${read.to}, counted from ${read.reference}; ${counts.join(", ")}\n  ${read.question}`,
	);
}

function counted(n: number, one: string, many = `${one}s`): string {
	return `${n} ${n === 1 ? one : many}`;
}
