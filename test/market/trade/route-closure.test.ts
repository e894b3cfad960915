import { describe, expect, it } from "vitest";
import { runMonth } from "../../../src/market/month.ts";
import type { Lens } from "../../../src/market/shocks/rules.ts";
import { CN } from "../../../src/market/world/structure.ts";
import { handMarket } from "../hand-market.ts";

/** A month in which the exporter at each of these places keeps `left` of its capacity. */
function monthWith(
	metal: readonly number[],
	ore: readonly number[],
	left: number,
) {
	const { market, desk } = handMarket();
	const closure: Lens = {
		from: 0,
		to: 1,
		apply: (rules) => {
			for (const k of metal) rules.exporterFree[k] = left;
			for (const k of ore) rules.oreExporterFree[k] = left;
		},
	};
	runMonth(market, desk, [closure], 0, null);
	return market;
}

const { structure } = handMarket().market;
const { first, grey } = structure.refinedExporters;
const chinese = Array.from(
	{ length: first[CN + 1]! - first[CN]! },
	(_, i) => first[CN]! + i,
).filter((k) => grey[k] === 0);
const rail = structure.refinedExporters.ids.indexOf("central-asian-rail-metal");
const oreRail = structure.oreExporters.ids.indexOf("central-asian-rail-ore");

describe("a closed way out", () => {
	it("leaves the rail from Central Asia a quarter of its 11,000 t a year", () => {
		const market = monthWith([rail], [], 0.25);
		expect(market.refinedMarkets.exporterCapacity[rail]).toBeCloseTo(
			(0.25 * 11_000) / 12,
			9,
		);
	});

	it("stops every Chinese exporter, and what it cannot sell makes metal dear abroad", () => {
		const shut = monthWith(chinese, [], 0);
		const open = monthWith([], [], 0);
		expect(open.refinedClearing.netExports[CN]).toBeGreaterThan(1000);
		expect(shut.refinedClearing.netExports[CN]).toBe(0);
		expect(shut.refinedClearing.hubPrice).toBeGreaterThan(
			open.refinedClearing.hubPrice,
		);
	});

	it("holds Central Asian ore at home", () => {
		const open = monthWith([], [], 0);
		const shut = monthWith([], [oreRail], 0);
		expect(open.oreClearing.shipped[oreRail]).toBeGreaterThan(0);
		expect(shut.oreClearing.shipped[oreRail]).toBe(0);
	});
});
