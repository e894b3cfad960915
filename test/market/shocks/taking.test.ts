import { describe, expect, it } from "vitest";
import { newsOfThemselves } from "../../../src/market/shocks/news-of-itself.ts";
import { HEAD, load } from "../../scenario/files.ts";

/** News that the one shock of a scenario carries of itself. */
function newsOf(fields: string) {
	const text = `${HEAD}shocks:\n  - {id: one, ${fields}}\n`;
	const [news] = newsOfThemselves(load({ "test.yaml": text }).scenario);
	return news;
}

const BAN = "kind: export-restriction, by: China, destinations: all";

describe("news that a shock carries of itself", () => {
	it("is of a ban on everybody what others buy from China, lost abroad and kept at home", () => {
		const news = newsOf(`${BAN}, mode: ban, from: 2027-01-01`);
		expect(news?.outside).toBeGreaterThan(0.35);
		expect(news?.outside).toBeLessThan(0.55);
		expect(news?.china).toBeLessThan(-0.35);
		expect(news?.fear).toBeCloseTo(0.9);
	});

	it("is half of that under licences, or what is not granted", () => {
		const ban = newsOf(`${BAN}, mode: ban, from: 2027-01-01`);
		const half = newsOf(`${BAN}, mode: licence, from: 2027-01-01`);
		const tenth = newsOf(
			`${BAN}, mode: licence, approval: 0.9, from: 2027-01-01`,
		);
		expect(half?.outside).toBeCloseTo(0.5 * (ban?.outside ?? 0));
		expect(tenth?.outside).toBeCloseTo(0.1 * (ban?.outside ?? 0));
	});

	it("is of a ban on one buyer its part of that, with no plenty at home", () => {
		const us =
			"kind: export-restriction, by: China, destinations: [US], mode: ban";
		const news = newsOf(`${us}, from: 2027-01-01`);
		const all = newsOf(`${BAN}, mode: ban, from: 2027-01-01`);
		expect(news?.outside).toBeGreaterThan(0.05);
		expect(news?.outside).toBeLessThan(0.6 * (all?.outside ?? 0));
		expect(news?.china).toBe(0);
	});

	it("is nothing when only military users are barred, and nothing of a quota that binds nobody", () => {
		expect(
			newsOf(`${BAN}, mode: ban, militaryOnly: true, from: 2027-01-01`),
		).toBeUndefined();
		expect(
			newsOf(
				`${BAN}, mode: quota, quota: {value: 200000, unit: t/y}, from: 2027-01-01`,
			),
		).toBeUndefined();
	});

	it("is in proportion to the part of the year in which an outage lasts", () => {
		const outage = "kind: outage, region: Russia, of: mines, share: 0.5";
		const year = newsOf(`${outage}, from: 2027-01-01, to: 2028-01-01`);
		const quarter = newsOf(`${outage}, from: 2027-01-01, to: 2027-04-01`);
		expect(quarter?.outside).toBeCloseTo((year?.outside ?? 0) / 4);
		expect(year?.outside).toBe(year?.china);
	});

	it("gives way to the news that the file writes", () => {
		expect(
			newsOf(
				`${BAN}, mode: ban, from: 2027-01-01, news: {kick: {outside: 0, china: 0}}`,
			),
		).toBeUndefined();
	});

	it("is nothing where nothing is taken from supply", () => {
		expect(
			newsOf("kind: tariff, importer: US, rate: 0.2, from: 2027-01-01"),
		).toBeUndefined();
	});
});
