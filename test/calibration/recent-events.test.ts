import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openScenario } from "../../src/actions/scenarios/open-scenarios.ts";
import type { RecentEvent } from "../../src/calibration/events/dated-event.ts";
import { RECENT_EVENTS } from "../../src/calibration/events/events.ts";
import { eventTable } from "../../src/report/odd/event-table.ts";
import { withTables } from "../../src/report/odd/marked-tables.ts";

const shocksOf = (name: string) => openScenario(name).scenario.shocks;
const record = new Map(
	shocksOf("as-happened").map((shock) => [shock.id, shock]),
);

/** Kinds of the shocks by which an event enters. */
function kindsOf({ enters }: RecentEvent): readonly string[] {
	const ids = enters.by === "shock" ? enters.ids : [];
	return ids.map((id) => record.get(id)?.kind ?? "unknown");
}

const named = (row: RecentEvent) => `${row.date} ${row.event}`;
const rows = RECENT_EVENTS.map((row) => [named(row), row] as const);
const outcomes = rows.filter(([, { outcome }]) => outcome);

/** Words in which a price or its change would be told. */
const PRICE = /(?:USD|CNY|EUR)\/|\d ?%|\d[\d,.]* (?:USD|CNY|yuan)\b/;
/** Words in which a traded volume would be told. */
const VOLUME = /\d[\d,.]* ?(?:t|kg|lb|tonnes|tons)\b/;

/** Kinds whose size is told by the scenario; an outcome at most dates them. */
const DATED = ["refining-investment", "mine-investment", "outage", "route"];

describe("an event since 2025", () => {
	it.each(rows)("enters by one door that is there: %s", (_, { enters }) => {
		if (enters.by === "neither")
			return expect(enters.why.length).toBeGreaterThan(10);
		if (enters.by === "news")
			return expect(record.get(enters.id)?.kind).toBe("news");
		expect(enters.ids.length).toBeGreaterThan(0);
		for (const id of enters.ids) {
			expect(record.has(id), id).toBe(true);
			expect(record.get(id)?.kind, id).not.toBe("news");
		}
	});

	it("stands behind every shock of the record that begins since 2025", () => {
		const entered = RECENT_EVENTS.flatMap(({ enters }) => {
			if (enters.by === "shock") return enters.ids;
			return enters.by === "news" ? [enters.id] : [];
		});
		const begun = [...record.values()].filter(
			({ from }) => from !== null && from.year >= 2025,
		);
		expect(begun.map(({ id }) => id).sort()).toEqual(
			begun
				.map(({ id }) => id)
				.filter((id) => entered.includes(id))
				.sort(),
		);
	});
});

describe("an outcome", () => {
	it.each(outcomes)("tells no price and no traded volume: %s", (_, row) => {
		expect(row.magnitude).toBeUndefined();
		expect(row.event).not.toMatch(PRICE);
		expect(row.event).not.toMatch(VOLUME);
	});

	it.each(outcomes)(
		"dates at most a plant, a mine or a route: %s",
		(_, row) => {
			expect(row.enters.by).not.toBe("news");
			for (const kind of kindsOf(row)) expect(DATED).toContain(kind);
		},
	);

	it("after 2025 dates plants and mines alone", () => {
		const late = RECENT_EVENTS.filter(
			({ outcome, date }) => outcome && date > "2025-12-31",
		);
		expect(late.length).toBeGreaterThan(3);
		for (const kind of late.flatMap(kindsOf))
			expect(kind).toMatch(/^(?:refining|mine)-investment$/);
	});

	it("would be seen if it told a price or a volume", () => {
		expect("ingot at 169,500 CNY/t").toMatch(PRICE);
		expect("a fall of 19 %").toMatch(PRICE);
		expect("a first lot of 150 t").toMatch(VOLUME);
	});
});

describe("the table of events", () => {
	it("is as the rows have it (else: npm run odd)", () => {
		const page = readFileSync(
			new URL("../../src/calibration/events/README.md", import.meta.url),
			"utf8",
		);
		const tables = { events: eventTable(RECENT_EVENTS) };
		expect(withTables(page, tables)).toBe(page);
	});

	it("marks outcomes and says why an event does not enter", () => {
		const { rows: told } = eventTable(RECENT_EVENTS);
		expect(
			told.filter(([, event]) => event?.startsWith("(outcome)")),
		).toHaveLength(outcomes.length);
		expect(told.find(([date]) => date === "2027-01-10")?.[2]).toBe(
			"neither: nothing is known after it",
		);
	});
});

describe("the scenario of the returning ban", () => {
	it("keeps 27 November 2026 and says that the truce runs on to 10 January 2027", () => {
		const { scenario } = openScenario("ban-returns");
		const ban = scenario.shocks.find(({ id }) => id === "us-ban-returns");
		expect(ban?.from).toMatchObject({ year: 2026, month: 11, day: 27 });
		expect(scenario.question).toMatch(
			/27 November 2026.*10 January 2027.*nothing is known/,
		);
		expect(ban?.source).toMatch(/truce.*2027-01-10.*nothing is known/);
	});
});
