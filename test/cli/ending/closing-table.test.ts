import { describe, expect, it } from "vitest";
import { closingTable } from "../../../src/cli/ending/closing-table.ts";
import { verdictSentence } from "../../../src/cli/ending/verdict.ts";
import type {
	Estimate,
	MetricSummary,
	PairedSummary,
} from "../../../src/experiment/tables.ts";

const estimate = (value: number, error: number): Estimate => ({
	value,
	low: value - 2 * error,
	high: value + 2 * error,
	error,
});

const level = (median: number, error: number, nulls = 0): MetricSummary => ({
	n: 100 - nulls,
	nulls,
	mean: estimate(median, error),
	median: estimate(median, error),
	p05: median / 2,
	p25: median * 0.75,
	p75: median * 1.5,
	p95: median * 2,
});

const pair = (metric: string, mean: Estimate, n = 100): PairedSummary => ({
	base: "calm",
	other: "ban",
	metric,
	n,
	mean,
	median: mean,
	p05: mean.low,
	p95: mean.high,
	lower: estimate(0.5, 0.05),
});

const table = (width: number) =>
	closingTable({
		order: ["calm", "ban"],
		base: "calm",
		width,
		bold: (text) => text,
		dim: (text) => text,
		summary: {
			scenarios: {
				calm: {
					mean_price_12m_usd_t: level(12_000, 100),
					us_unmet_t: level(0, 0),
					pakistan_months_to_10pct_use: level(60, 2, 100),
				},
				ban: {
					mean_price_12m_usd_t: level(15_000, 150),
					us_unmet_t: level(0, 0),
					pakistan_months_to_10pct_use: level(60, 2, 80),
				},
			},
			paired: [pair("mean_price_12m_usd_t", estimate(3000, 100))],
		},
	});

describe("the closing table", () => {
	it("sets differences beside the levels where there is room", () => {
		expect(table(120).join("\n")).toMatch(
			/^ {2}ban +15,000 +±150 +7,500 to 30,000 +\+3,000 +\+2,800 to \+3,200 +\+25% +higher$/m,
		);
	});

	it("sets them below where there is not, and keeps to 80 columns", () => {
		const lines = table(80);
		expect(lines.every(({ length }) => length <= 80)).toBe(true);
		expect(lines.some((line) => line.startsWith("  less calm"))).toBe(true);
		expect(lines.at(4)).toMatch(
			/^ {2}less calm +mean, less base +95 % interval/,
		);
		expect(lines.at(5)).toMatch(
			/^ {2}ban +\+3,000 +\+2,800 to \+3,200 +\+25% +higher$/,
		);
	});

	it("says in one line what is the same in every run", () => {
		expect(table(120)).toContain(
			"US use unmet at the price paid, tonnes of antimony: 0 in every run",
		);
	});

	it("says in how many runs a date comes at all", () => {
		expect(table(120).join("\n")).toMatch(
			/calm +never\n {2}ban +60 +±2 +30 to 120 in 20 of 100/,
		);
	});
});

describe("the sentence of verdicts", () => {
	it("without a pair that has both says so", () => {
		const none = pair("us_unmet_t", estimate(Number.NaN, Number.NaN), 0);
		expect(verdictSentence([none])).toBe("nothing that both have");
	});

	it("gathers metrics by what is said of them", () => {
		expect(
			verdictSentence([
				pair("mean_price_12m_usd_t", estimate(3000, 100)),
				pair("us_user_cost_usd", estimate(1e6, 1e4)),
				pair("us_unmet_t", estimate(1, 5)),
			]),
		).toBe(
			"clearly higher in the 12-month price and the extra cost to US users; no clear difference in unmet US use",
		);
	});
});
