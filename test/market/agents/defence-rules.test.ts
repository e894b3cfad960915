import { describe, expect, it } from "vitest";
import {
	certifiedNeed,
	defenceNeed,
	orderEmbedded,
	supplyNotChinese,
} from "../../../src/market/agents/defence-buyer.ts";
import type { Market } from "../../../src/market/world/market.ts";
import {
	CERTIFIED_ONLY,
	NOT_CHINESE,
} from "../../../src/market/world/rules.ts";
import { US } from "../../../src/market/world/structure.ts";
import { tradeRingOf } from "../../../src/market/world/trade-ring.ts";
import { handMarket } from "../hand-market.ts";

const parameters = { certifiedShare: 0.2 };

/** Row of the American buyer. */
function american(market: Market): number {
	return [...market.structure.defenceBuyers.region].indexOf(US);
}

it("a surge of 1.5 makes defence need half as much again, its certified part with it", () => {
	const { market } = handMarket({ parameters });
	const us = american(market);
	const before = defenceNeed(market, us, 0);
	market.rules.defenceSurge[US] = 1.5;
	expect(defenceNeed(market, us, 0)).toBeCloseTo(1.5 * before, 12);
	expect(certifiedNeed(market, us, 0)).toBeCloseTo(0.2 * 1.5 * before, 12);
});

describe("whose metal defence may take", () => {
	it("where only certified metal is admitted, all need is certified and no other is ordered", () => {
		const { market } = handMarket({ parameters });
		const us = american(market);
		// the stock of other metal is what its need of none wants: nothing
		market.state.embeddedStock.fill(0);
		market.state.embeddedPipeline.fill(0);
		market.rules.defenceAdmits[US] = CERTIFIED_ONLY;
		orderEmbedded(market, 0);
		expect(certifiedNeed(market, us, 0)).toBe(defenceNeed(market, us, 0));
		expect(market.flows.embeddedOrdered[us]).toBe(0);
	});

	it("without Chinese metal supply is 100 t made at home and 45 % of 200 t bought abroad: 190 t", () => {
		const { market } = handMarket({ parameters });
		const { refiners, recyclers } = market.structure;
		market.flows.refined.fill(0, refiners.first[US], refiners.first[US + 1]);
		market.flows.recycled.fill(0, recyclers.first[US], recyclers.first[US + 1]);
		market.flows.refined[refiners.first[US]!] = 100;
		market.state.importHistory[tradeRingOf(-1) + US] = 200;
		expect(market.terms.chineseShare[US]).toBe(0.55);
		expect(supplyNotChinese(market, US, 0)).toBeCloseTo(190, 9);
	});

	it("orders stop at the supply that is not Chinese, and only where the rule holds", () => {
		const { market } = handMarket({ parameters });
		const us = american(market);
		orderEmbedded(market, 0);
		const free = market.flows.embeddedOrdered[us]!;
		market.flows.refined.fill(0);
		market.flows.recycled.fill(0);
		market.state.importHistory.fill(free);
		market.rules.defenceAdmits[US] = NOT_CHINESE;
		orderEmbedded(market, 0);
		expect(market.flows.embeddedOrdered[us]).toBeCloseTo(0.45 * free, 9);
	});
});
