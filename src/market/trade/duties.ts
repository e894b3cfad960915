import type { Market } from "../market.ts";
import { CN, REGION_COUNT } from "../structure.ts";
import { ringMean } from "./rerouting.ts";

/** Share of an importer's metal that comes from each origin: China's, the rest as the others export; sums to one. */
function originShares(
	market: Market,
	importer: number,
	shares: Float64Array,
): void {
	const { state, terms } = market;
	let others = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		shares[r] =
			r === CN || r === importer ? 0 : ringMean(state.exportHistory, r);
		others += shares[r]!;
	}
	const chinese =
		importer === CN ? 0 : others > 0 ? terms.chineseShare[importer]! : 1;
	for (let r = 0; r < REGION_COUNT; r += 1)
		if (others > 0) shares[r]! *= (1 - chinese) / others;
	shares[CN] = chinese;
}

const shares = new Float64Array(REGION_COUNT);

/** Duty on the metal that an importer buys abroad, share of value: the mean over origins by their share of its supply. */
export function dutyOf(market: Market, importer: number): number {
	const { metalDuty } = market.rules;
	if (!taxes(metalDuty, importer)) return 0;
	originShares(market, importer, shares);
	let duty = 0;
	for (let origin = 0; origin < REGION_COUNT; origin += 1)
		duty += shares[origin]! * metalDuty[importer * REGION_COUNT + origin]!;
	return duty;
}

/** Duty on ore that an importer buys abroad, share of value: the plain mean over the regions from which ore leaves. */
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

/** True when an importer taxes what comes from anywhere. */
function taxes(duty: Float64Array, importer: number): boolean {
	for (let origin = 0; origin < REGION_COUNT; origin += 1)
		if (duty[importer * REGION_COUNT + origin]! > 0) return true;
	return false;
}
