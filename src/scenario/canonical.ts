/** Scenarios and shocks as texts that are equal when they mean the same numbers. */

import type { Shock, SoundScenario } from "./types.ts";

/** Fields that are words for readers and move no number. */
const WORDS = new Set([
	"label",
	"source",
	"basis",
	"title",
	"question",
	"note",
	"name",
	"meaning",
	"figures",
]);

/** JSON with keys in one order, without the words. */
function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !WORDS.has(key))
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, ordered(inner)]),
	);
}

/**
 * A text that two scenarios share exactly when they mean the same numbers:
 * labels, sources and comments do not count, nor does what is expected of them.
 */
export function canonicalScenario(scenario: SoundScenario): string {
	const { horizon, reference, parameters, shocks, world } = scenario;
	return JSON.stringify(
		ordered({ horizon, reference, parameters, shocks, world }),
	);
}

/** A text that two shocks share exactly when they mean the same. */
export function canonicalShock(shock: Shock): string {
	return JSON.stringify(ordered(shock));
}
