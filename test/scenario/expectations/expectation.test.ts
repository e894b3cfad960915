import { describe, expect, it } from "vitest";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import { parseExpectation } from "../../../src/scenario/expectations/expectation.ts";
import { loadScenario } from "../../../src/scenario/load.ts";
import { faultLine, ScenarioError } from "../../../src/scenario/text/fault.ts";
import { HEAD, memoryFiles } from "../files.ts";

describe("the grammar of statements", () => {
	it("takes a statistic of a metric and bounds it", () => {
		expect(
			parseExpectation("median(peak_price_usd_t) between 20000 and 1.2e5"),
		).toMatchObject({
			expectation: {
				metric: "peak_price_usd_t",
				statistic: { kind: "quantile", level: 0.5 },
				bound: { kind: "between", low: 20_000, high: 120_000 },
			},
		});
		expect(parseExpectation("P( us_unmet_t>0.05 )<0.1")).toMatchObject({
			expectation: {
				metric: "us_unmet_t",
				statistic: { kind: "p", comparison: ">", limit: 0.05 },
				bound: { kind: "compare", comparison: "<", limit: 0.1 },
			},
		});
		expect(parseExpectation("p05(x) >= -3")).toMatchObject({
			expectation: { statistic: { level: 0.05 }, bound: { limit: -3 } },
		});
	});

	it.each([
		["", 1, /^ends at column 1; expected p, mean, median/],
		["median(x)", 10, /^ends at column 10; expected <, <=, >, >= or between/],
		["p(x) < 1", 4, /expected a condition inside p/],
		["mode(x) < 1", 1, /no statistic "mode"; there are p, mean, median/],
		["p0(x) < 1", 1, /no statistic "p0"/],
		["mean(x > 1) < 2", 8, /only p takes one/],
		["mean(x) between 2 and 1", 17, /the lower comes first/],
		["mean(x) < 1 or 2", 13, /has "or" at column 13; expected nothing more/],
		["mean(x) ≤ 1", 9, /has "≤" at column 9/],
		["mean(x) < 1e999", 11, /expected a finite number/],
	])("%j is refused at column %i", (text, column, problem) => {
		const read = parseExpectation(text);
		expect(read).toMatchObject({ column });
		expect("problem" in read && read.problem).toMatch(problem);
	});

	it("a metric that does not exist is told before anything runs, at its column in the file", () => {
		const text = `${HEAD}expect:\n  - mean(pric) < 1\n  - "mean(pric) < 1"\n`;
		const load = () =>
			loadScenario(
				"t.yaml",
				memoryFiles({ "t.yaml": text }),
				WORLD,
				[],
				["price"],
			);
		try {
			load();
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof ScenarioError)) throw error;
			expect(error.faults.map(faultLine)).toEqual([
				't.yaml:7:10  expect[0] names no metric "pric"; did you mean "price"?',
				't.yaml:8:11  expect[1] names no metric "pric"; did you mean "price"?',
			]);
		}
	});
});
