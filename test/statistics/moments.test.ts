import { sampleSkewness } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
	annualisedVolatility,
	kurtosis,
	lagOneAutocorrelation,
	logReturns,
	skewness,
} from "../../src/statistics/moments.ts";

/** Eight months; their moments worked out from the definitions in another language. */
const RETURNS = [0.02, -0.01, 0.05, 0.03, -0.04, 0, 0.12, -0.02];

describe("moments of log returns", () => {
	it("a price that doubles and halves returns ± ln 2", () => {
		const returns = logReturns([8_000, 16_000, 8_000]);
		expect(returns).toEqual([Math.LN2, -Math.LN2]);
		expect(logReturns([8_000])).toEqual([]);
	});

	it("are those worked out from their definitions", () => {
		expect(annualisedVolatility(RETURNS)).toBeCloseTo(0.1731432107492853, 14);
		expect(lagOneAutocorrelation(RETURNS)).toBeCloseTo(-0.3410471765546819, 14);
		expect(skewness(RETURNS)).toBeCloseTo(1.1877008808208451, 13);
		expect(kurtosis(RETURNS)).toBeCloseTo(4.749349606913136, 13);
	});

	it("skewness is that of the published package to the last digits", () => {
		expect(skewness(RETURNS)).toBeCloseTo(sampleSkewness(RETURNS), 12);
	});

	it("a series that alternates is its own opposite a month later", () => {
		const series = Array.from({ length: 1000 }, (_, i) =>
			i % 2 === 0 ? 1 : -1,
		);
		expect(lagOneAutocorrelation(series)).toBeCloseTo(-0.999, 10);
	});
});
