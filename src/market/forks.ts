/** Forks: the tick at which scenarios part, so that months they share are run once. */

import { canonicalShock } from "../scenario/canonical.ts";
import type {
	ParameterEntry,
	Shock,
	SoundScenario,
} from "../scenario/types.ts";
import { BURN_IN } from "./burn-in.ts";
import { firstTickOf } from "./shocks/lenses.ts";
import { knownTick, spanOf, ticksOf } from "./shocks/span.ts";

/** First tick in which a shock can change anything: by its rule or by its news. */
export function firstEffect(shock: Shock): number {
	const dated = ticksOf(spanOf(shock)).from;
	return Math.min(dated, knownTick(shock), firstTickOf(shock) ?? dated);
}

/** First effect of every shock of a scenario, by the shock's canonical text. */
function meanings(scenario: SoundScenario): ReadonlyMap<string, number> {
	return new Map(
		scenario.shocks.map((shock) => [canonicalShock(shock), firstEffect(shock)]),
	);
}

function sameParameters(
	a: readonly ParameterEntry[],
	b: readonly ParameterEntry[],
): boolean {
	const text = (entries: readonly ParameterEntry[]): string =>
		JSON.stringify(
			entries.map((entry) => [
				entry.path,
				entry.distribution,
				entry.overridden,
			]),
		);
	return text(a) === text(b);
}

/** Earliest effect of a shock that the other scenario lacks. */
function earliestLacking(
	ours: ReadonlyMap<string, number>,
	theirs: ReadonlyMap<string, number>,
): number {
	let earliest = Number.POSITIVE_INFINITY;
	for (const [shock, tick] of ours)
		if (!theirs.has(shock)) earliest = Math.min(earliest, tick);
	return earliest;
}

/**
 * Tick at which two scenarios part: before it their months are the same to the bit. Infinity
 * when they never part; the start of the burn-in when their parameters differ.
 */
export function forkTick(a: SoundScenario, b: SoundScenario): number {
	if (!sameParameters(a.parameters, b.parameters)) return -BURN_IN;
	const ours = meanings(a);
	const theirs = meanings(b);
	return Math.min(earliestLacking(ours, theirs), earliestLacking(theirs, ours));
}

/** Scenarios that share their history up to some tick, and the groups they part into there. */
export interface Branch {
	/** indices of the scenarios, ascending; the first stands for all until they part */
	readonly members: readonly number[];
	/** tick at which they part; Infinity when there is one member or all are equal */
	readonly until: number;
	readonly branches: readonly Branch[];
}

/** Builds the tree of shared histories of a list of scenarios. */
export function plantTree(
	scenarios: readonly SoundScenario[],
): readonly Branch[] {
	const fork = scenarios.map((a) => scenarios.map((b) => forkTick(a, b)));
	const forkOf = (a: number, b: number): number => fork[a]?.[b] ?? -BURN_IN;
	const grow = (members: readonly number[]): Branch => {
		const first = members[0] as number;
		let until = Number.POSITIVE_INFINITY;
		for (const member of members)
			until = Math.min(until, forkOf(first, member));
		return {
			members,
			until,
			branches: Number.isFinite(until) ? part(members, until) : [],
		};
	};
	const part = (
		members: readonly number[],
		tick: number,
	): readonly Branch[] => {
		const groups: number[][] = [];
		for (const member of members) {
			const group = groups.find((g) => forkOf(g[0] as number, member) > tick);
			if (group) group.push(member);
			else groups.push([member]);
		}
		return groups.map(grow);
	};
	return part(
		scenarios.map((_, index) => index),
		-BURN_IN,
	);
}
