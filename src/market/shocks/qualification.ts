/** Qualification for munitions: how long it takes, and how often it fails. */

import type { DrawShock } from "./draw.ts";

/** Months qualification takes: median, 5 and 95 % points; one in five fails and tries once more. Basis: assumed. */
const QUALIFICATION = {
	kind: "lognormal",
	median: 18,
	p5: 9,
	p95: 36,
} as const;
const QUALIFICATION_FAILS = 0.2;
const UNIT = { kind: "uniform", low: 0, high: 1 } as const;

/** Months in which a plant is qualified for munitions, a failed try included. @param id shock of the sponsor */
export function qualifyingMonths(id: string, draw: DrawShock): number {
	const first = draw(id, "qualification", QUALIFICATION);
	const second = draw(id, "qualification.again", QUALIFICATION);
	const fails = draw(id, "qualification.fails", UNIT) < QUALIFICATION_FAILS;
	return fails ? first + second : first;
}
