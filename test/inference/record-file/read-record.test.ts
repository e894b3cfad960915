import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRICES_OF_2025 } from "../../../src/calibration/record-2025/prices-of-2025.ts";
import { recordTemplate } from "../../../src/cli/init/record-template.ts";
import { monthlyReadings } from "../../../src/inference/facts/readings.ts";
import {
	monthSpan,
	SPAN_WORDS,
} from "../../../src/inference/record-file/months.ts";
import { readRecord } from "../../../src/inference/record-file/read-record.ts";
import { tickOf } from "../../../src/quantities.ts";
import { ScenarioError } from "../../../src/scenario/text/fault.ts";

const HEAD = "date,series,value,unit,sd,source,factor,bound,note";
const REACH = { from: tickOf(2025, 1), to: tickOf(2035, 12) };
const GOOD = "2025-03,price_rotterdam_usd_t,54000,USD/t,5%,somebody,,,";

const read = (...lines: readonly string[]) =>
	readRecord("record.csv", [HEAD, ...lines].join("\n"), REACH);

function faultsOf(...lines: readonly string[]): readonly string[] {
	try {
		read(...lines);
		return [];
	} catch (error) {
		if (!(error instanceof ScenarioError)) throw error;
		return error.faults.map(
			({ place, message, hint }) =>
				`${place.line}:${place.column} ${message}${hint === null ? "" : ` [${hint}]`}`,
		);
	}
}

describe("a span of months", () => {
	it.each([
		["2025-03", 86, 86],
		["2025-Q2", 87, 89],
		["2025", 84, 95],
		["2025-01..2025-06", 84, 89],
		["2025-Q4..2026", 93, 107],
	])("%s is from month %i to %i", (text, from, to) => {
		expect(monthSpan(text)).toEqual({ from, to });
	});

	it.each(["2025-13", "2025-Q5", "March", "2025-06..2025-01", "25-01", ""])(
		"is not %j",
		(text) => {
			expect(monthSpan(text)).toBeNull();
		},
	);

	it("is explained by spans", () => {
		for (const example of SPAN_WORDS.split(/, | or /))
			expect(monthSpan(example), example).not.toBeNull();
	});
});

describe("a row of a record", () => {
	it("comes in the unit of the model's series", () => {
		const rows = read(
			"2025-03,price_china_usd_t,161000,CNY/t with VAT,3%,SMM,0.138,,",
			"2025-03,price_us_usd_t,25,USD/lb,0.05,USGS,,,",
			'2025-01..2025-05,china_concentrate_imports_t,9557,t gross,30%,"a, b",0.4,,',
			"2025-06,china_exports_licensed_t,0,t Sb,50%,customs,,at most,none",
		);
		expect(rows.map(({ value }) => Math.round(value))).toEqual([
			Math.round((161000 / 1.13) * 0.138),
			55116,
			3823,
			0,
		]);
		expect(rows.map(({ sd }) => sd)).toEqual([0.03, 0.05, 0.3, 0.5]);
		expect(rows[2]).toMatchObject({ source: "a, b", to: "2025-05", line: 4 });
		expect(rows[3]?.bound).toBe("at most");
	});

	it("stands by the month in which it ends", () => {
		const rows = read("2025,mined_china_t,40000,t Sb,15%,USGS,,,", GOOD);
		expect(rows.map(({ to }) => to)).toEqual(["2025-03", "2025-12"]);
	});

	it.each([
		[
			"2024-12,price_rotterdam_usd_t,1,USD/t,5%,x,,,",
			/before the state.*2024-12/,
		],
		["2036-01,price_rotterdam_usd_t,1,USD/t,5%,x,,,", /after the horizon/],
		[
			"2025-03,price_roterdam_usd_t,1,USD/t,5%,x,,,",
			/did you mean "price_rotterdam_usd_t"/,
		],
		[
			"2025-03,price_rotterdam_usd_t,1,EUR/t,5%,x,,,",
			/unit is "EUR\/t", which price_rotterdam/,
		],
		[
			"2025-03,price_china_usd_t,1,CNY/t,5%,x,,,",
			/whether value-added tax is in it/,
		],
		[
			"2025-03,us_imports_t,1,t gross,5%,x,,,",
			/factor is missing: "t gross" needs tonnes of antimony/,
		],
		["2025-03,us_imports_t,1,t gross,5%,x,1.2,,", /factor is "1.2"/],
		["2025-03,us_imports_t,1,t Sb,5%,x,0.8,,", /needs none/],
		["2025-03,price_rotterdam_usd_t,1,USD/t,,x,,,", /sd is missing/],
		["2025-03,price_rotterdam_usd_t,1,USD/t,0,x,,,", /sd is "0"/],
		[
			'2025-03,price_rotterdam_usd_t,"36,043",USD/t,5%,x,,,',
			/value is "36,043"/,
		],
		[
			"2025-03,price_rotterdam_usd_t,0,USD/t,5%,x,,,",
			/value is "0"; expected a number above 0/,
		],
		["2025-03,price_rotterdam_usd_t,1,USD/t,5%,,,,", /source is missing/],
		["2025-03,price_rotterdam_usd_t,1,USD/t,5%,x,,about,", /bound is "about"/],
		[
			"2025-03,price_rotterdam_usd_t,1,USD/t,5%,x,,,,more",
			/10 cells, the head 9/,
		],
		['2025-03,price_rotterdam_usd_t,1,USD/t,5%,"x,,,', /quote is not closed/],
	])("is refused with its line: %s", (line, fault) => {
		const faults = faultsOf(GOOD, line);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(/^3:/);
		expect(faults[0]).toMatch(fault);
	});

	it("points to the column of its fault", () => {
		expect(faultsOf(GOOD.replace("5%", "none"))[0]).toMatch(
			/^2:43 sd is "none"/,
		);
	});

	it("contradicts another of the same months that lies far off", () => {
		const far = GOOD.replace("54000", "28000");
		expect(faultsOf(GOOD, far)[0]).toMatch(/^3:31 value contradicts line 2/);
		expect(faultsOf(GOOD, GOOD.replace("54000", "50000"))).toEqual([]);
		expect(faultsOf(GOOD, far.replace(",,,", ",,at least,"))).toEqual([]);
	});

	it("contradicts exports in all that are below those under licence", () => {
		const exports = (kind: string, tonnes: number) =>
			`2025-03,china_exports_${kind}_t,${tonnes},t Sb,10%,x,,,`;
		expect(
			faultsOf(exports("total", 500), exports("licensed", 2000))[0],
		).toMatch(/cannot exceed all exports/);
		expect(faultsOf(exports("licensed", 500), exports("total", 2000))).toEqual(
			[],
		);
	});
});

describe("the file of a record", () => {
	const fails = (text: string) => () => readRecord("r.csv", text, REACH);

	it("needs a head with its columns, each once, and none other", () => {
		expect(fails("date,series\n2025-03,x")).toThrow(
			/value, unit, sd, source are missing/,
		);
		expect(fails(`${HEAD},colour\n${GOOD},`)).toThrow(/"colour" is no column/);
		expect(fails(`${HEAD.replace("note", "date")}\n${GOOD}`)).toThrow(
			/named twice/,
		);
		expect(fails("")).toThrow(/must name the columns/);
	});

	it("needs rows, and not too many", () => {
		expect(fails(HEAD)).toThrow(/has no rows/);
		expect(
			fails([HEAD, ...Array.from({ length: 2001 }, () => GOOD)].join("\n")),
		).toThrow(/2001 rows/);
	});

	it("may have comments, empty lines, a byte-order mark and lines that end in CRLF", () => {
		const text = `\uFEFF# a comment\r\n\r\n${HEAD}\r\n  # another\r\n${GOOD}\r\n`;
		expect(readRecord("r.csv", text, REACH)).toHaveLength(1);
	});

	it("to begin with is sound once a row is filled in", () => {
		const text = recordTemplate(tickOf(2025, 12));
		expect(() => readRecord("r.csv", text, REACH)).toThrow(/has no rows/);
		const filled = text.replace(/# (2026-01,price_china.*)/, (_, row: string) =>
			row
				.replace("<mean of the month>", "165000")
				.replace("<who published it>", "us")
				.replace("<USD for a yuan>", "0.14"),
		);
		expect(readRecord("r.csv", filled, REACH)).toMatchObject([
			{ series: "price_china_usd_t", from: "2026-01" },
		]);
	});
});

describe("the record of 2025 that is shipped", () => {
	const text = readFileSync(
		new URL("../../../scenarios/record-2025.csv", import.meta.url),
		"utf8",
	);
	const rows = readRecord("record-2025.csv", text, REACH);

	it.each(["rotterdam", "china"] as const)(
		"has the monthly means of the sourced quotes of %s",
		(market) => {
			const own = rows.filter(
				({ series }) => series === `price_${market}_usd_t`,
			);
			expect(own.map(({ months, value }) => [months.from, value])).toEqual(
				monthlyReadings(market, PRICES_OF_2025).map(({ tick, price }) => [
					tick,
					Math.round(price),
				]),
			);
		},
	);

	it("ends in December 2025: nothing later is in it", () => {
		expect(rows.at(-1)?.to).toBe("2025-12");
	});
});
