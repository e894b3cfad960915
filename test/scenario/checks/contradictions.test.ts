import { describe, expect, it } from "vitest";
import { MOST_ROUTES } from "../../../src/market/world/rules.ts";
import { MOST_OPEN_ROUTES } from "../../../src/scenario/shocks/trade.ts";
import { complaints, HEAD, load } from "../files.ts";

const shocks = (...lines: readonly string[]): string =>
	`${HEAD}shocks:\n${lines.map((line) => `  - {${line}}\n`).join("")}`;

const BAN =
	"id: ban, kind: export-restriction, by: China, mode: ban, destinations: [US], from: 2024-12-03";
const AGAIN =
	"id: again, kind: export-restriction, by: China, mode: ban, destinations: [US], from: 2026-11-27";
const told = (...lines: readonly string[]) =>
	complaints(shocks(...lines)).map((line) => line.replace(/^test\.yaml:/, ""));

describe("two shocks that set one thing at once contradict each other", () => {
	it("a ban beside the same ban", () => {
		expect(told(BAN, AGAIN)).toEqual([
			'8:5  shocks[1] sets what "ban" sets at the same time (ban by CN on concentrate to US); keep one, or let the first end before',
		]);
	});

	it("not when the first has ended, or is suspended by then", () => {
		expect(told(`${BAN}, to: 2026-11-27`, AGAIN)).toEqual([]);
		const suspension =
			"id: pause, kind: restriction-suspension, of: ban, from: 2025-11-09";
		expect(told(BAN, suspension, AGAIN)).toEqual([]);
	});

	it("but when the suspension ends before, or is for others", () => {
		const pause = "id: pause, kind: restriction-suspension, of: ban";
		expect(
			told(BAN, `${pause}, from: 2025-11-09, to: 2026-12-31`, AGAIN),
		).toHaveLength(1);
		expect(
			told(BAN, `${pause}, from: 2025-11-09, destinations: [EU]`, AGAIN),
		).toHaveLength(1);
	});

	it("bans on different regions compose, and so does a ban on all", () => {
		const others = AGAIN.replace("[US]", "[EU]");
		expect(told(BAN, others)).toEqual([]);
		expect(told(BAN, AGAIN.replace("[US]", "all"))).toEqual([]);
	});

	it("outages of one mine, and of all mines of a region", () => {
		const one =
			"kind: outage, agents: [olimpiada], of: mines, share: 0.5, from: 2024-01-01";
		const all =
			"kind: outage, region: Russia, of: mines, share: 0.5, from: 2024-01-01";
		expect(told(`id: a, ${one}`, `id: b, ${one}`)).toHaveLength(1);
		expect(told(`id: a, ${all}`, `id: b, ${all}`)).toHaveLength(1);
		expect(told(`id: a, ${one}`, `id: b, ${all}`)).toEqual([]);
	});

	it("routes and growth add up unless they begin on the same day", () => {
		const route =
			"kind: route, origin: Pakistan, destination: US, good: concentrate, cost: 500 USD/t, capacity: 600 t/y";
		const early = `id: a, ${route}, from: 2025-10-02`;
		expect(told(early, `id: b, ${route}, from: 2027-01-01`)).toEqual([]);
		expect(told(early, `id: b, ${route}, from: 2025-10-02`)).toHaveLength(1);
	});

	it("an id given twice is said at the second", () => {
		expect(told(BAN, AGAIN.replace("again", "ban"))[0]).toBe(
			'8:10  shocks[1].id is "ban" a second time; expected a name of its own',
		);
	});
});

describe("what a shock cannot do in this model", () => {
	it("more routes than the market keeps open", () => {
		expect(MOST_OPEN_ROUTES).toBe(MOST_ROUTES);
		const routes = Array.from(
			{ length: MOST_ROUTES + 1 },
			(_, i) =>
				`id: r${i}, kind: route, origin: Pakistan, destination: US, good: concentrate, cost: 500 USD/t, capacity: 60 t/y, from: 2027-01-0${i + 1}`,
		);
		expect(told(...routes.slice(1))).toEqual([]);
		expect(told(...routes)[0]).toMatch(/is one of 9 routes open at once/);
	});

	it("licences and quotas of others than China, campaigns of others, routes in a circle", () => {
		const licence = BAN.replace(
			"mode: ban, destinations: [US]",
			"mode: licence",
		);
		expect(told(licence.replace("China", "Russia"))).toEqual([
			"7:45  shocks[0].by is RU; expected China, whose licences alone are modelled",
		]);
		expect(
			told(
				"id: e, kind: enforcement, by: Thailand, strength: 0.5, from: 2026-01-01",
			)[0],
		).toMatch(/by is SA; expected China/);
		expect(
			told(
				"id: r, kind: route, origin: US, destination: USA, good: concentrate, cost: 5 USD/t, capacity: 6 t/y, from: 2026-01-01",
			)[0],
		).toMatch(/destination is US, where the route begins/);
	});

	it("a restriction on concentrate alone is refused unless it is a ban for all", () => {
		const ore = `${BAN}, goods: [concentrate]`;
		const everywhere = ore.replace("destinations: [US], ", "");
		const refusal = /goods is concentrate alone/;
		expect(told(ore)[0]).toMatch(refusal);
		expect(told(everywhere)).toEqual([]);
		expect(told(everywhere.replace("mode: ban", "mode: licence"))[0]).toMatch(
			refusal,
		);
		expect(
			told(`${ore}, goods: [refined]`.replace("goods: [concentrate], ", "")),
		).toEqual([]);
	});

	it("fields that a mode does not know are refused, not ignored", () => {
		expect(told(`${BAN}, approval: 0.5`)[0]).toMatch(
			/approval has no effect in mode ban; use mode licence/,
		);
		expect(told(`${BAN}, quota: 5 t/y`)[0]).toMatch(
			/quota has no effect in mode ban; use mode quota/,
		);
		const quota = BAN.replace("mode: ban, destinations: [US]", "mode: quota");
		expect(told(quota)[0]).toMatch(
			/quota is missing; expected tonnes with a unit/,
		);
	});

	it("destinations of licences are warned of, since licences hold for all", () => {
		const { warnings } = load({
			"test.yaml": shocks(BAN.replace("mode: ban", "mode: licence")),
		});
		expect(warnings.map(({ field }) => field)).toEqual([
			"shocks[0].destinations",
		]);
	});
});

describe("dates", () => {
	const news = "id: n, kind: news, news: {kick: {outside: 1}}";

	it("months may stand for the end; the 31st becomes the last day of a short month", () => {
		const { scenario } = load({
			"test.yaml": shocks(`${BAN.replace("12-03", "12-31")}, months: 2`),
		});
		expect(scenario.shocks[0]?.to).toEqual({ year: 2025, month: 2, day: 28 });
	});

	it("an end given twice, an announcement after the fact, no start", () => {
		expect(told(`${BAN}, to: 2026-01-01, months: 3`)[0]).toMatch(
			/months says a second time when it ends/,
		);
		expect(told(`${BAN}, announce: 2025-01-01`)[0]).toMatch(
			/announce is 2025-01-01, after from 2024-12-03/,
		);
		expect(told(news)).toEqual([
			"7:5  shocks[0].from is missing; expected the first day in force, such as 2026-11-27",
		]);
	});

	it("are checked even in a shock with other faults", () => {
		expect(
			told(`${BAN.replace("mode", "modus")}, to: 2024-01-01`),
		).toHaveLength(3);
	});

	it("a number or a word that is no day says how a day is written", () => {
		expect(told(BAN.replace("2024-12-03", "2024"))[0]).toMatch(
			/from is 2024; expected a day such as 2024-09-15/,
		);
		expect(complaints(HEAD.replace("2026-12", "soon"))).toEqual([
			'test.yaml:5:12  reference is "soon"; expected a month such as 2024-09',
		]);
	});

	it("a path without a first day begins at its first point", () => {
		const { scenario } = load({
			"test.yaml": shocks(
				"id: g, kind: segment-growth, path: [{month: 2024-03, level: 1}, {month: 2024-06, level: 1.2}]",
			),
		});
		expect(scenario.shocks[0]?.from).toEqual({ year: 2024, month: 3, day: 1 });
	});

	it("a path that does not ascend, a horizon upside down, a reference outside it", () => {
		expect(
			told(
				"id: g, kind: segment-growth, path: [{month: 2024-03, level: 1}, {month: 2024-03, level: 1.2}]",
			)[0],
		).toMatch(/path\[1\]\.month is not after the month before it/);
		expect(complaints(HEAD.replace("2030-12", "2021-12"))).toEqual([
			"test.yaml:4:30  horizon.to is 2021-12, before from 2022-01; expected the last month recorded",
		]);
		expect(complaints(HEAD.replace("2026-12", "2031-01"))).toEqual([
			"test.yaml:5:12  reference is 2031-01, outside the horizon; expected 2022-01 to 2030-12",
		]);
	});
});
