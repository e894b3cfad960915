/** Shocks in the form of a file, with every default written out. */

import { PLAIN } from "../numbers/units.ts";
import {
	type Fields,
	shapeOf,
	type WriteNumber,
} from "../numbers/write-number.ts";
import { writeCommon } from "./common.ts";
import { type AnyShock, kindOf } from "./kinds.ts";
import { ruleOfField } from "./shock-fields.ts";

/** Writes the numbers of one shock, each with its unit, basis and source. */
function numbersOf(shock: AnyShock): WriteNumber {
	return (
		distribution,
		at,
		units = ruleOfField(shock.kind, at)?.units ?? PLAIN,
	) =>
		distribution === null
			? null
			: {
					...shapeOf(distribution),
					unit: units.own,
					basis: shock.figures?.[at]?.basis ?? shock.basis,
					source: shock.figures?.[at]?.source ?? shock.source,
				};
}

/** Leaves out what is null. */
function present(fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== null),
	);
}

/** A shock as a file has it, with every default written out. */
export function shockFields(shock: AnyShock): Fields {
	const write = numbersOf(shock);
	return present({
		id: shock.id,
		kind: shock.kind,
		...writeCommon(shock, write),
		...kindOf(shock).write(shock, write),
	});
}
