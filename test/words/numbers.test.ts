import { describe, expect, it } from "vitest";
import { shareInterval } from "../../src/statistics/interval.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	decimalsFor,
	inWords,
	plotted,
	signedInWords,
	spanInWords,
} from "../../src/words/numbers.ts";

describe("a chance in words", () => {
	it("is <1% for 0 of N, and >99% for N of N", () => {
		expect(chanceInWords(0)).toBe("<1%");
		expect(chanceInWords(1)).toBe(">99%");
	});

	it("is never 0% or 100%", () => {
		for (let i = 0; i <= 1000; i += 1)
			expect(chanceInWords(i / 1000)).not.toMatch(/^(0|100)%$/);
	});

	it("comes with its interval: 0 of 1,000 runs leaves up to 0.4%", () => {
		const { low, high } = shareInterval(0, 1000);
		expect(chanceSpanInWords(low, high)).toBe("0–0.4%");
	});
});

describe("a number in words", () => {
	it.each([
		[1234567.4, 0, "1,234,567"],
		[-1234.5, 1, "−1,234.5"],
		[-0.04, 1, "0.0"],
		[0.0049, 2, "0.00"],
	])("%s with %s decimals is %s", (value, decimals, words) => {
		expect(inWords(value, decimals)).toBe(words);
	});

	it("shows a plus only where it is positive as written", () => {
		expect(signedInWords(0.04, 1)).toBe("0.0");
		expect(signedInWords(2, 0)).toBe("+2");
	});

	it("writes a span without a dash that could be a minus", () => {
		expect(spanInWords(12, 16, 0)).toBe("12–16");
		expect(spanInWords(-3, 2, 0)).toBe("−3 to 2");
		expect(spanInWords(1, 2, 0, true)).toBe("+1 to +2");
	});
});

describe("decimals", () => {
	it.each([
		[[14, 13, 16], 1],
		[[22.3, 13.1, 40.8], 0],
		[[9.76, 9.35, 10.16], 1],
		[[2777, 2523, 3030], 0],
		[[24.83, 24.81, 24.86], 2],
		[[0.0012], 4],
		[[0, 0], 0],
	])("of %j are %i", (values, decimals) => {
		expect(decimalsFor(values)).toBe(decimals);
	});
});

it("a plotted number has five digits, the same in every engine", () => {
	expect(plotted(0.1 + 0.2)).toBe(0.3);
	expect(plotted(123456.789)).toBe(123460);
});
