import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VOLUMES_OF_2025 } from "../../../src/calibration/record-2025/volumes-of-2025.ts";
import {
	FROZEN_2025,
	FROZEN_LEVELS,
} from "../../../src/inference/forecasts/frozen-2025.ts";
import {
	blindTest,
	type TestedMarket,
	testPrices,
} from "../../../src/inference/validation/blind-test.ts";
import { log } from "../../../src/math.ts";

const CSV = readFileSync(
	new URL(
		"../../../results/validation/predictive-2025-2026.csv",
		import.meta.url,
	),
);

describe.each([
	[
		"the record to 2024",
		"predictive-2026-from-2024.csv",
		"243112b08625420e317b9431265d9681c5fecc56e83016db7421edb338bae0d6",
	],
	[
		"the market as of December 2025",
		"predictive-2026.csv",
		"ad693af56f754f2e000ddd7f3b80141949993c58a63f816bf9c002d44da13ea7",
	],
])("the frozen predictive of 2026 from %s", (_, file, hash) => {
	it("is the file that was published, to the byte, and speaks of 2026 alone", () => {
		const text = readFileSync(
			new URL(`../../../results/validation/${file}`, import.meta.url),
		);
		expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
		const [, ...lines] = text.toString().trim().split("\n");
		expect(lines).toHaveLength(7 * 12);
		expect(lines.every((line) => line.startsWith("2026-"))).toBe(true);
	});
});

describe("the frozen predictive of 2025 and 2026", () => {
	it("is the file that was published, to the byte", () => {
		expect(createHash("sha256").update(CSV).digest("hex")).toBe(
			"e87ef53857e9761e207e346da2174def78b2e8e55ee2fb35c7856937274aaa5a",
		);
	});

	it("is scored by the quantiles that stand in it", () => {
		const [head = "", ...lines] = CSV.toString().trim().split("\n");
		const columns = head.split(",");
		const at = FROZEN_LEVELS.map((level) =>
			columns.indexOf(`p${String(Math.round(100 * level)).padStart(2, "0")}`),
		);
		for (const [series, months] of Object.entries(FROZEN_2025)) {
			const rows = lines
				.map((line) => line.split(","))
				.filter(
					([month, name]) => month?.startsWith("2025") && name === series,
				);
			expect(rows).toHaveLength(12);
			expect(months).toEqual(
				rows.map((row) => at.map((column) => Number(row[column]))),
			);
		}
	});
});

describe("the blind test of 2025", () => {
	const { markets, volumes } = blindTest();

	it("was lost: twice the error of a random walk in both markets, few months inside the band", () => {
		for (const { crps, walks, inside, months } of markets) {
			expect(crps / walks["2018-2023"].crps).toBeGreaterThan(1.8);
			expect(crps / walks["2018-2023"].crps).toBeLessThan(2.3);
			expect(inside / months).toBeLessThan(0.2);
		}
		expect(markets.map(({ months }) => months)).toEqual([9, 12]);
	});

	it("shows the printed oxide of US imports and does not score it", () => {
		const printed = VOLUMES_OF_2025.find(({ tonnes }) => tonnes === 39_000);
		expect(printed?.scored).toBe(false);
		const shown = volumes.filter(({ inside }) => inside === null);
		expect(shown.map(({ record }) => record)).toEqual([43_500]);
		expect(
			volumes.filter(({ label }) => label.startsWith("US imports")),
		).toHaveLength(2);
	});

	it("scores exports and ore imports in antimony", () => {
		const ore = volumes.find(({ label }) => label === "Chinese ore imports");
		expect(ore?.record).toBeCloseTo(0.4 * 9557);
		expect(ore?.inside).toBe(true);
		const exported = volumes.filter(({ label }) =>
			label.startsWith("Chinese exports"),
		);
		expect(exported.map(({ period }) => period)).toEqual([
			"2025-01",
			"2025-01..2025-06",
			"2025-06",
		]);
	});

	it("would be won by a fan around what was quoted", () => {
		const told = new Map(
			blindTest().months.map(({ market, month, price }) => [
				`${market} ${month}`,
				price,
			]),
		);
		const known = testPrices((market, tick) => {
			const month = `2025-${String(tick - 83).padStart(2, "0")}`;
			const middle = log(told.get(`${market} ${month}`) ?? 1);
			return {
				levels: FROZEN_LEVELS,
				values: FROZEN_LEVELS.map((level) => middle + 0.2 * (level - 0.5)),
			};
		});
		const all = ({ inside, months }: TestedMarket) => inside === months;
		expect(known.markets.every(all)).toBe(true);
		for (const { crps, walks } of known.markets)
			expect(crps).toBeLessThan(walks["2018-2023"].crps / 4);
	});
});
