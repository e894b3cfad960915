/** Account of how well a calibration moved: acceptance by kind and year, and lucks that are left. */

import { LUCK_GROUPS, MOVE_KINDS, type MoveKind, type Tally } from "./moves.ts";
import { LUCK_A_YEAR, type Particle, YEARS } from "./particle.ts";
import { effectiveSize } from "./tempering.ts";

/** Share of moves that were accepted, and how many were tried. */
export interface Acceptance {
	readonly tried: number;
	/** null where none was tried */
	readonly accepted: number | null;
}

/** Moves of the last step, and distinct lucks by weight. */
export interface Effort {
	readonly byKind: Readonly<Record<MoveKind, Acceptance>>;
	/** moves of luck by year of the middle of their months, from 2018 */
	readonly byYear: readonly Acceptance[];
	/** equal lucks that the weighted distinct ones of each year are worth, from 2018 */
	readonly lucks: readonly number[];
}

function acceptance(tried: number, accepted: number): Acceptance {
	return { tried, accepted: tried === 0 ? null : accepted / tried };
}

/** Equal lucks of a year that the weighted distinct ones are worth: 1 / Σ w², w summed over particles of one luck. */
export function effectiveLucks(
	particles: readonly Particle[],
	weights: readonly number[],
	year: number,
): number {
	const byLuck = new Map<string, number>();
	particles.forEach(({ luck }, i) => {
		const own = luck
			.subarray(year * LUCK_A_YEAR, (year + 1) * LUCK_A_YEAR)
			.join();
		byLuck.set(own, (byLuck.get(own) ?? 0) + weights[i]!);
	});
	return effectiveSize([...byLuck.values()]);
}

/** Sums a table of groups by years over the groups. */
function ofYear(table: Float64Array, year: number): number {
	let sum = 0;
	for (let group = 0; group < LUCK_GROUPS.length; group += 1)
		sum += table[group * YEARS + year]!;
	return sum;
}

/** Accounts for the moves of the last step and the lucks that it left. */
export function effortOf(
	tally: Tally,
	particles: readonly Particle[],
	weights: readonly number[],
): Effort {
	const years = Array.from({ length: YEARS }, (_, year) => year);
	return {
		byKind: Object.fromEntries(
			MOVE_KINDS.map((kind, i) => [
				kind,
				acceptance(tally.tried[i]!, tally.accepted[i]!),
			]),
		) as Effort["byKind"],
		byYear: years.map((year) =>
			acceptance(
				ofYear(tally.luckTried, year),
				ofYear(tally.luckAccepted, year),
			),
		),
		lucks: years.map((year) => effectiveLucks(particles, weights, year)),
	};
}
