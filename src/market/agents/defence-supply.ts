/** Supply of defence in a month, from its stocks, the stockpile agency and rated orders. */

import { ammunitionMaker, bookDefence } from "../ledger.ts";
import type { Market } from "../world/market.ts";
import { emptyMonthFlows, type MonthFlows } from "../world/month-flows.ts";
import { US } from "../world/structure.ts";
import {
	type DefenceOutcome,
	defenceNeed,
	drawCertified,
	drawEmbedded,
} from "./defence-buyer.ts";

/** Scratch for buyers outside the United States, whose outcomes no series keeps. */
const abroad = emptyMonthFlows().usDefence;

/** Civil metal that rated orders of a defence buyer can reach, t Sb. */
function displaceable(market: Market, buyer: number): number {
	const maker = ammunitionMaker(
		market,
		market.structure.defenceBuyers.region[buyer]!,
	);
	return maker < 0 ? 0 : market.state.buyerStock[maker]!;
}

/** Serves one defence buyer; returns metal used, t Sb. */
function supply(
	market: Market,
	buyer: number,
	tick: number,
	outcome: DefenceOutcome,
): number {
	outcome.need = defenceNeed(market, buyer, tick);
	drawCertified(market, buyer, tick, outcome);
	drawEmbedded(market, buyer, tick, displaceable(market, buyer), outcome);
	bookDefence(market, buyer, outcome);
	return (
		outcome.certifiedUsed +
		outcome.embeddedUsed +
		outcome.released +
		outcome.displaced
	);
}

/** Serves every defence buyer from stock, agency and rated orders; returns metal used, t Sb. */
export function supplyDefence(
	market: Market,
	month: MonthFlows,
	tick: number,
): number {
	const { structure, flows } = market;
	const { count, region } = structure.defenceBuyers;
	let used = 0;
	month.usCertifiedPakistani = 0;
	for (let d = 0; d < count; d += 1) {
		const isUs = region[d] === US;
		used += supply(market, d, tick, isUs ? month.usDefence : abroad);
		if (isUs) month.usCertifiedPakistani = flows.certifiedPakistani[d]!;
	}
	return used;
}
