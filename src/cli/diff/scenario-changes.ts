/** Differences between two scenarios: shocks by date, parameters, months and expectations. */

import { instantOf, monthName } from "../../quantities.ts";
import { canonicalScenario, canonicalShock } from "../../scenario/canonical.ts";
import { unitsOfParameter } from "../../scenario/numbers/units.ts";
import { shapeOf } from "../../scenario/numbers/write-number.ts";
import { shockFields } from "../../scenario/shocks/write-shock.ts";
import type {
	ParameterEntry,
	Shock,
	SoundScenario,
} from "../../scenario/types.ts";
import { numberOf } from "./field-words.ts";
import {
	changedFields,
	type FieldChange,
	type Leaves,
	leavesOf,
} from "./leaves.ts";

/** A shock that the second scenario has and the first has not, or the reverse, or has otherwise. */
export interface ShockChange {
	readonly change: "added" | "removed" | "changed";
	/** as the second has it; as the first has it when it was removed */
	readonly shock: Shock;
	/** fields that differ; all of them when it was added or removed */
	readonly fields: readonly FieldChange[];
	/** true when a number can move by it; words alone move none */
	readonly moves: boolean;
}

/** Differences between two scenarios. */
export interface ScenarioChanges {
	/** true when both mean the same numbers, to the bit */
	readonly same: boolean;
	/** title, question, months */
	readonly frame: readonly FieldChange[];
	/** statements on results that only one of both makes */
	readonly expectations: {
		readonly a: readonly string[];
		readonly b: readonly string[];
	};
	/** parameters that either sets itself */
	readonly parameters: readonly FieldChange[];
	/** by date */
	readonly shocks: readonly ShockChange[];
}

/** Compares two scenarios, the first as the base. */
export function scenarioChanges(
	a: SoundScenario,
	b: SoundScenario,
): ScenarioChanges {
	return {
		same: canonicalScenario(a) === canonicalScenario(b),
		frame: changedFields(frameOf(a), frameOf(b)),
		expectations: {
			a: a.expect.filter((text) => !b.expect.includes(text)),
			b: b.expect.filter((text) => !a.expect.includes(text)),
		},
		parameters: changedFields(
			parametersOf(a, b.parameters),
			parametersOf(b, a.parameters),
		),
		shocks: shockChanges(a.shocks, b.shocks),
	};
}

function frameOf(scenario: SoundScenario): Leaves {
	const { title, question, horizon, reference } = scenario;
	return new Map([
		["title", title],
		["question", question],
		["first month", monthName(horizon.from)],
		["last month", monthName(horizon.to)],
		["metrics count from", monthName(reference)],
	]);
}

/** Parameters that a scenario sets, and what it has for those that the other sets. */
function parametersOf(
	{ parameters }: SoundScenario,
	others: readonly ParameterEntry[],
): Leaves {
	const leaves = new Map<string, string>();
	parameters.forEach((entry, i) => {
		if (!entry.overridden && others[i]?.overridden !== true) return;
		const { path, overridden, basis, source } = entry;
		leaves.set(
			path,
			overridden
				? drawnFrom(entry)
				: `left to the model (prior ${drawnFrom(entry)})`,
		);
		leaves.set(`source of ${path}`, `${basis}: ${source}`);
	});
	return leaves;
}

const drawnFrom = ({ distribution, unit }: ParameterEntry): string =>
	numberOf({ ...shapeOf(distribution), unit: unitsOfParameter(unit).own });

function shockChanges(
	a: readonly Shock[],
	b: readonly Shock[],
): readonly ShockChange[] {
	const before = new Map(a.map((shock) => [shock.id, shock]));
	const after = new Map(b.map((shock) => [shock.id, shock]));
	return [...new Set([...before.keys(), ...after.keys()])]
		.flatMap((id) => shockChange(before.get(id), after.get(id)))
		.sort(byDate);
}

const byDate = ({ shock: a }: ShockChange, { shock: b }: ShockChange) =>
	instantOf(a.from) - instantOf(b.from) || (a.id < b.id ? -1 : 1);

function shockChange(
	a: Shock | undefined,
	b: Shock | undefined,
): readonly ShockChange[] {
	const shock = b ?? a;
	if (shock === undefined) return [];
	const fields = changedFields(leavesOrNone(a), leavesOrNone(b));
	if (fields.length === 0) return [];
	const both = a !== undefined && b !== undefined;
	return [
		{
			change: both ? "changed" : a === undefined ? "added" : "removed",
			shock,
			fields,
			moves: !both || canonicalShock(a) !== canonicalShock(b),
		},
	];
}

const leavesOrNone = (shock: Shock | undefined): Leaves =>
	shock === undefined ? new Map() : leavesOf(shockFields(shock));
