/** Scenarios written as files that stand on their own. */

import { stringify } from "yaml";
import { monthName } from "../../quantities.ts";
import { unitsOfParameter } from "../numbers/units.ts";
import { type Fields, shapeOf } from "../numbers/write-number.ts";
import { shockFields } from "../shocks/write-shock.ts";
import type { ParameterEntry, SoundScenario } from "../types.ts";

function parameterFields(entry: ParameterEntry): Fields {
	return {
		...shapeOf(entry.distribution),
		unit: unitsOfParameter(entry.unit).own,
		basis: entry.basis,
		source: entry.source,
	};
}

/**
 * A scenario as a file that stands on its own: what it extends, the edits of a
 * command line and every default written out, each number with unit, basis and
 * source. Reading it gives the same scenario; parameters that it leaves to the
 * model are listed in a comment.
 */
export function writeScenario(scenario: SoundScenario): string {
	const own = scenario.parameters.filter(({ overridden }) => overridden);
	const left = scenario.parameters.filter(({ overridden }) => !overridden);
	const file = {
		version: 1,
		name: scenario.title,
		question: scenario.question,
		horizon: {
			from: monthName(scenario.horizon.from),
			to: monthName(scenario.horizon.to),
		},
		reference: monthName(scenario.reference),
		parameters: Object.fromEntries(
			own.map((entry) => [entry.path, parameterFields(entry)]),
		),
		shocks: scenario.shocks.map(shockFields),
		expect: scenario.expect,
	};
	const text = stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
	return `${text}${leftToTheModel(left)}`;
}

/** Parameters that the model draws itself, as comments: value, unit, basis, source. */
function leftToTheModel(entries: readonly ParameterEntry[]): string {
	const lines = entries.map(
		({ path, distribution, unit, basis, source }) =>
			`#   ${path}: ${JSON.stringify(shapeOf(distribution))} ${unit}; ${basis}; ${source}`,
	);
	return [
		"# parameters drawn by the model (priors; the draws kept from calibration replace them unless the batch says prior):",
		...lines,
		"",
	].join("\n");
}
