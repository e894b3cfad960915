import { describe, expect, it } from "vitest";
import { PRIORS } from "../../../src/calibration/priors/priors.ts";
import { workLicenceOffice } from "../../../src/market/agents/licence-office.ts";
import { nameParameters } from "../../../src/market/world/parameters.ts";
import { inverseCdf } from "../../../src/random/draw.ts";
import { Streams } from "../../../src/random/streams.ts";
import { many } from "../../long.ts";
import { handMarket } from "../hand-market.ts";

const MONTHS = many(40_000, 200_000);

/** A market at the medians whose office works under licences, a campaign in force or not. */
function office(enforcing: boolean) {
	const parameters = nameParameters(
		Float64Array.from(PRIORS, ({ distribution }) =>
			inverseCdf(distribution, 0.5),
		),
	);
	const { market } = handMarket({ parameters });
	market.streams = new Streams("licence office", 0);
	market.noisy = true;
	market.rules.licensed = 1;
	market.rules.enforcing = enforcing;
	return market;
}

/** Share of months in each regime; a campaign, where there is one, begins every `everyMonths`. */
function shares(everyMonths: number) {
	const market = office(everyMonths < Number.POSITIVE_INFINITY);
	const found = [0, 0, 0];
	for (let tick = 0; tick < MONTHS; tick += 1) {
		market.rules.campaignBegins = tick % everyMonths === 1;
		workLicenceOffice(market, tick);
		found[market.state.licenceRegime[0]!]! += 1 / MONTHS;
	}
	const [open, slow, closed] = found as [number, number, number];
	return { open, slow, closed };
}

describe("the licence office in the long run", () => {
	it("is open a third of the time, slow half of it and closed a fifth", () => {
		const { open, slow, closed } = shares(Number.POSITIVE_INFINITY);
		expect(open).toBeCloseTo(0.32, 1);
		expect(slow).toBeCloseTo(0.48, 1);
		expect(closed).toBeGreaterThan(0.17);
		expect(closed).toBeLessThan(0.23);
	});

	it("forgets a campaign: one in fifteen years leaves it closed as often, one a year does not", () => {
		expect(shares(180).closed).toBeLessThan(0.25);
		expect(shares(12).closed).toBeGreaterThan(0.28);
	});

	it("grants nothing while it is closed, and has spells of such months within two years in a part of histories", () => {
		const market = office(false);
		let closed = 0;
		let granted = 0;
		let windows = 0;
		let zero = 0;
		let spell = 0;
		for (let tick = 0; tick < MONTHS; tick += 1) {
			market.state.licences.fill(0);
			market.state.secondDesk.fill(10);
			workLicenceOffice(market, tick);
			const tonnes = market.state.licences.reduce((a, b) => a + b, 0);
			const shut = market.state.licenceRegime[0] === 2;
			if (shut) closed += 1;
			if (shut) granted += tonnes;
			else if (tick > 0) expect(tonnes).toBeGreaterThan(0);
			spell = shut ? spell + 1 : 0;
			if (spell === 3) zero += 1;
			if (tick % 24 === 23) windows += 1;
		}
		expect(closed).toBeGreaterThan(0);
		expect(granted).toBe(0);
		expect(zero / windows).toBeGreaterThan(0.1);
		expect(zero / windows).toBeLessThan(0.8);
	});

	it("lets a leak pass that differs from month to month by a half in logs around its parameter", () => {
		const market = office(false);
		const logs = Array.from({ length: 2000 }, (_, tick) => {
			workLicenceOffice(market, tick);
			return Math.log(market.state.leak[0]! / market.parameters.leak);
		});
		const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
		const variance =
			logs.reduce((a, b) => a + (b - mean) ** 2, 0) / (logs.length - 1);
		expect(Math.abs(mean)).toBeLessThan(0.05);
		expect(Math.sqrt(variance)).toBeCloseTo(0.5, 1);
	});
});
