import type { Market } from "../market.ts";

/** Factor on the odds that a project in Pakistan is decided: 0.5 + alignment. */
export function alignmentOdds(market: Market): number {
	return market.switches.alignment ? 0.5 + market.state.alignment[0]! : 1;
}
