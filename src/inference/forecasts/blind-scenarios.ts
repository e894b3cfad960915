/** The dated record as it was known in a given month, without later events. */

import { firstEffect } from "../../market/forks.ts";
import { monthName, type Tick } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";

/** Scenarios that hold only what was known in some month: no event takes effect later. */
export interface BlindScenarios {
	/** the dated record first, then one for every set of events that an origin knows */
	readonly scenarios: readonly SoundScenario[];
	/** place of the scenario that an origin knows */
	placeOf(origin: Tick): number;
}

/** Leaves out of the record the shocks that have had no effect by the end of a month. */
function knownBy(record: SoundScenario, origin: Tick): SoundScenario {
	return {
		...record,
		name: `known-by-${monthName(origin)}`,
		shocks: record.shocks.filter((shock) => firstEffect(shock) <= origin),
	};
}

/** Lists the record, then what each origin knew; origins that knew the same share a scenario. */
export function blindScenarios(
	record: SoundScenario,
	origins: readonly Tick[],
): BlindScenarios {
	const scenarios: SoundScenario[] = [record];
	const places = new Map<Tick, number>();
	for (const origin of [...origins].sort((a, b) => a - b)) {
		const blind = knownBy(record, origin);
		const last = scenarios.at(-1) as SoundScenario;
		const isNew =
			scenarios.length === 1 || blind.shocks.length !== last.shocks.length;
		if (isNew) scenarios.push(blind);
		places.set(origin, scenarios.length - 1);
	}
	return {
		scenarios,
		placeOf(origin) {
			const place = places.get(origin);
			if (place === undefined)
				throw new RangeError(`no scenario for an origin of ${origin}`);
			return place;
		},
	};
}
