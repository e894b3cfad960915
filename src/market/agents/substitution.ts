/** Substitution: users learn to do without antimony while it stays dear. */

import type { Segment } from "../../calibration/row.ts";
import { SEGMENTS } from "../../calibration/row.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { REGION_COUNT } from "../world/structure.ts";
import { meanIndex } from "./beliefs.ts";

/**
 * Largest share of need that a reformulated use can do without, and the months from the first
 * day of work to the first product. Basis: assumed;
 * flame retardants have many rivals but must be certified anew, glass refines
 * with sodium sulphate or cerium, lead alloys with calcium, catalysts hardly.
 */
const TABLE: Readonly<Record<Segment, { most: number; lag: number }>> = {
	"flame-retardants": { most: 0.3, lag: 18 },
	glass: { most: 0.25, lag: 24 },
	"lead-alloys": { most: 0.2, lag: 12 },
	chemicals: { most: 0.05, lag: 36 },
};
const MOST = Float64Array.from(SEGMENTS, (segment) => TABLE[segment].most);
const LAG = Float64Array.from(SEGMENTS, (segment) => TABLE[segment].lag);
/** Share of the gap to its goal that a use closes in a month: nine tenths in 22 months. */
const SPEED = 0.1;
/** Largest share of a use that can ever be replaced. */
const CEILING = 0.9;
/** Months over which a lasting price is averaged. */
const WINDOW = 12;
/** Share replaced from which a use counts as reformulated. */
const TOLD_FROM = 0.01;

/**
 * True when the mean price of a year is above the level at which a region's users start
 * substituting.
 */
function isDear(market: Market, region: number, tick: number): boolean {
	const limit =
		market.parameters.substitutionThreshold *
		REFERENCE_PRICE *
		market.normalPrice;
	return meanIndex(market, region, WINDOW, tick) > limit;
}

/** Share of need that a buyer aims to replace: what the price pays for, and what a programme adds. */
function goalOf(market: Market, buyer: number, dear: boolean): number {
	const { structure, state, rules, parameters } = market;
	const segment = structure.civilBuyers.segment[buyer]!;
	const cell = segment * REGION_COUNT + structure.civilBuyers.region[buyer]!;
	const months = state.reformulating[buyer]!;
	const priced =
		dear && months >= LAG[segment]!
			? parameters.substitutionScale * MOST[segment]!
			: 0;
	const sponsored =
		months >= rules.programmeLag[cell]! ? rules.programmeMost[cell]! : 0;
	return Math.min(CEILING, priced + sponsored);
}

/** Moves the work on reformulation a month forward, or a month back. */
function runClock(market: Market, buyer: number, dear: boolean): void {
	const { structure, state, rules } = market;
	const segment = structure.civilBuyers.segment[buyer]!;
	const cell = segment * REGION_COUNT + structure.civilBuyers.region[buyer]!;
	const sponsored = rules.programmeMost[cell]! > 0;
	const longest = Math.max(
		LAG[segment]!,
		sponsored ? rules.programmeLag[cell]! : 0,
	);
	state.reformulating[buyer] =
		dear || sponsored
			? Math.min(longest, state.reformulating[buyer]! + 1)
			: Math.max(0, state.reformulating[buyer]! - 1);
}

/**
 * Updates the share of need that a buyer does without, σ. It rises towards its goal
 *
 *     σ' = σ + 0.1 (goal − σ)
 *
 * stands while metal stays dear, and else falls back in the same way, but never below the
 * part of its maximum that is kept for good.
 */
function reformulate(market: Market, buyer: number, dear: boolean): void {
	const { state, parameters } = market;
	const share = state.substituted[buyer]!;
	const goal = goalOf(market, buyer, dear);
	const kept = parameters.substitutionForGood * state.mostSubstituted[buyer]!;
	if (goal > share) state.substituted[buyer] = share + SPEED * (goal - share);
	else if (!dear)
		state.substituted[buyer] = share + SPEED * (Math.max(goal, kept) - share);
}

function remember(market: Market, buyer: number, tick: number): void {
	const { state, structure, trace } = market;
	const share = state.substituted[buyer]!;
	const before = state.mostSubstituted[buyer]!;
	if (share <= before) return;
	state.mostSubstituted[buyer] = share;
	if (before < TOLD_FROM && share >= TOLD_FROM)
		trace?.tell(
			tick,
			"use reformulated",
			structure.civilBuyers.ids[buyer]!,
			share,
		);
}

/**
 * Lets users replace antimony while the mean price of a year is above their limit, or while a
 * programme pays for the work: first the lag of the use, then a rising share of need.
 */
export function substitute(market: Market, tick: number): void {
	const { first } = market.structure.civilBuyers;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const dear = isDear(market, r, tick);
		for (let b = first[r]!; b < first[r + 1]!; b += 1) {
			runClock(market, b, dear);
			reformulate(market, b, dear);
			remember(market, b, tick);
		}
	}
}
