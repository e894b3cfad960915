import { describe, expect, test } from "vitest";
import { EVENTS } from "../../src/calibration/events/events.ts";
import { PRICES, quotesOf } from "../../src/calibration/prices/prices.ts";
import { TRADE, volumeOf } from "../../src/calibration/trade/trade.ts";
import { daysInMonth } from "../../src/quantities.ts";

const HELD_OUT_FROM = "2025-01-01";

function isDay(date: string): boolean {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
	return (
		year !== undefined &&
		Number(month) >= 1 &&
		Number(month) <= 12 &&
		Number(day) >= 1 &&
		Number(day) <= daysInMonth(Number(year), Number(month))
	);
}

describe("the hold-out", () => {
	test("no price is dated after 2024", () => {
		for (const quote of PRICES) expect(quote.date < HELD_OUT_FROM).toBe(true);
	});

	test("no traded volume reaches past 2024", () => {
		for (const volume of TRADE) expect(volume.to <= "2024-12").toBe(true);
	});

	test("no event of 2025 or later states a price", () => {
		for (const row of EVENTS)
			if (row.date >= HELD_OUT_FROM)
				expect(row.event).not.toMatch(/USD\/t|USD\/lb|price of/);
	});
});

describe("prices", () => {
	test("stand by series and then by day, on days that exist", () => {
		for (const series of ["rotterdam", "china", "us"] as const) {
			const dates = quotesOf(series, "").map((quote) => quote.date);
			expect(dates).toEqual([...dates].sort());
			expect(dates.every(isDay)).toBe(true);
		}
	});

	test("lie between the ends of the range they were quoted in", () => {
		for (const quote of PRICES) {
			expect(quote.low ?? quote.usdPerTonne).toBeLessThanOrEqual(
				quote.usdPerTonne,
			);
			expect(quote.high ?? quote.usdPerTonne).toBeGreaterThanOrEqual(
				quote.usdPerTonne,
			);
		}
	});

	test("say once who quoted what on a day", () => {
		const keys = PRICES.map(
			(row) =>
				`${row.series} ${row.quoted} ${row.date} ${row.source} ${row.usdPerTonne}`,
		);
		expect(new Set(keys).size).toBe(keys.length);
	});

	test("end 2024 near 39,750 USD/t in Rotterdam and 17,000 in China", () => {
		expect(quotesOf("rotterdam", "2024-12").map((q) => q.usdPerTonne)).toEqual([
			39_750,
		]);
		for (const quote of quotesOf("china", "2024-12"))
			expect(Math.abs(quote.usdPerTonne - 17_000)).toBeLessThan(500);
	});

	test("turn pounds into tonnes: 3.81 USD/lb was 8,400 USD/t in 2018", () => {
		expect(quotesOf("us", "2018")[0]?.usdPerTonne).toBeCloseTo(8399.6, 1);
	});

	test("give one US average a year from 2015 to 2024", () => {
		expect(quotesOf("us", "").map((q) => Number(q.date.slice(0, 4)))).toEqual([
			2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
		]);
	});
});

describe("trade", () => {
	test("spans whole months, first before last", () => {
		for (const volume of TRADE) {
			for (const month of [volume.from, volume.to])
				expect(month).toMatch(/^20(1[5-9]|2[0-4])-(0[1-9]|1[0-2])$/);
			expect(volume.from <= volume.to).toBe(true);
			expect(volume.tonnes).toBeGreaterThan(0);
		}
	});

	test("of 2024 sums to the year: eight months and the last four make 38,632 t gross", () => {
		const last = ["2024-09", "2024-10", "2024-11", "2024-12"];
		const sum =
			volumeOf("China out", "all", "2024-01", "2024-08").tonnes +
			last.reduce((t, m) => t + volumeOf("China out", "all", m).tonnes, 0);
		const year = volumeOf("China out", "all", "2024-01", "2024-12").tonnes;
		expect(Math.abs(sum - year)).toBeLessThanOrEqual(1);
	});

	test("of oxide and metal is never more than of all articles", () => {
		for (const all of TRADE.filter((v) => v.product === "all")) {
			const parts = TRADE.filter(
				(v) =>
					v.flow === all.flow &&
					v.product !== "all" &&
					v.from === all.from &&
					v.to === all.to,
			);
			const sum = parts.reduce((t, v) => t + v.tonnes, 0);
			expect(sum, `${all.from} to ${all.to}`).toBeLessThanOrEqual(all.tonnes);
		}
	});

	test("names the span it cannot find", () => {
		expect(() => volumeOf("China out", "all", "2022-05")).toThrow(
			"0 volumes of all, China out, 2022-05 to 2022-05; expected 1",
		);
	});
});

describe("events", () => {
	test("stand in order, on days that exist, from 2018 on", () => {
		const dates = EVENTS.map((row) => row.date);
		expect(dates).toEqual([...dates].sort());
		expect(dates.every(isDay)).toBe(true);
		expect(dates[0]?.slice(0, 4)).toBe("2018");
	});

	test("all name who says so", () => {
		for (const row of EVENTS) expect(row.source.length).toBeGreaterThan(3);
	});

	test("include the announcement, the licences, the ban and its suspension", () => {
		const dated = (kind: string) =>
			EVENTS.filter((row) => row.kind === kind).map((row) => row.date);
		expect(dated("export-control")).toContain("2024-08-15");
		expect(dated("export-control")).toContain("2024-09-15");
		expect(dated("export-ban")).toContain("2024-12-03");
		expect(dated("export-ban-eased")).toContain("2025-11-09");
	});
});
