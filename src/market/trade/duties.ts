/** Mean duty that an importer pays on metal, and on ore. */

import type { Market } from "../world/market.ts";
import { GREY, REGION_COUNT, SA, SOURCE_COUNT } from "../world/structure.ts";

/**
 * Duty on the metal that an importer buys abroad, share of value: mean over its sources,
 * weighted by its ties to them; metal without papers pays as South-East Asian.
 */
export function dutyOf(market: Market, importer: number): number {
	const { metalDuty } = market.rules;
	if (!taxes(metalDuty, importer)) return 0;
	const { relations } = market.state;
	let duty = 0;
	let ties = 0;
	for (let source = 0; source < SOURCE_COUNT; source += 1) {
		const origin = source === GREY ? SA : source;
		const tie = relations[source * REGION_COUNT + importer]!;
		duty += tie * metalDuty[importer * REGION_COUNT + origin]!;
		ties += tie;
	}
	return duty / ties;
}

/**
 * Duty on ore that an importer buys abroad, share of value: plain mean over regions that export
 * ore.
 */
export function oreDutyOf(market: Market, importer: number): number {
	const { oreDuty } = market.rules;
	if (!taxes(oreDuty, importer)) return 0;
	const { first } = market.structure.oreExporters;
	let sum = 0;
	let origins = 0;
	for (let origin = 0; origin < REGION_COUNT; origin += 1) {
		if (origin === importer || first[origin] === first[origin + 1]) continue;
		sum += oreDuty[importer * REGION_COUNT + origin]!;
		origins += 1;
	}
	return origins > 0 ? sum / origins : 0;
}

/** True when an importer taxes imports from any region. */
function taxes(duty: Float64Array, importer: number): boolean {
	for (let origin = 0; origin < REGION_COUNT; origin += 1)
		if (duty[importer * REGION_COUNT + origin]! > 0) return true;
	return false;
}
