import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundDomain } from "../../src/charts/frame/scale.ts";
import {
	placeOn,
	valueAt,
	valueAxis,
} from "../../src/charts/frame/value-axis.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";

describe("a round domain", () => {
	it.each([
		[[83], [0, 100]],
		[
			[52.3, 12],
			[0, 60],
		],
		[
			[-4, 1.2],
			[-4, 2],
		],
		[
			[0, 0],
			[0, 1],
		],
		[[2406], [0, 2500]],
	])("of %j is %j", (values, domain) => {
		expect(roundDomain(values)).toEqual(domain);
	});

	it("holds 0 and every value", () => {
		const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }));
		fc.assert(
			fc.property(values, (each) => {
				const [low, high] = roundDomain(each);
				expect(low).toBeLessThanOrEqual(Math.min(0, ...each));
				expect(high).toBeGreaterThanOrEqual(Math.max(0, ...each));
			}),
			{ seed: 4 },
		);
	});
});

describe("the axis of a metric", () => {
	const even = (low: number, high: number) =>
		sortSamples(
			Array.from({ length: 200 }, (_, i) => low + ((high - low) * i) / 199),
		);

	it("is linear from 0 for values of one size", () => {
		const axis = valueAxis([even(10, 40), even(20, 90)], 500);
		expect(axis).toMatchObject({
			domain: [0, 100],
			isLog: false,
			isCut: false,
		});
	});

	it("is logarithmic for positive values of very different size", () => {
		const axis = valueAxis([even(3, 5), even(300, 400)], 500);
		expect(axis).toMatchObject({ domain: [2, 500], isLog: true });
		expect(placeOn(axis, Math.sqrt(2 * 500))).toBeCloseTo(250, 6);
	});

	it("stays linear when a value is 0 or below", () => {
		expect(valueAxis([even(0, 5), even(300, 400)], 500).isLog).toBe(false);
		expect(valueAxis([even(-5, 400)], 500).domain[0]).toBeLessThanOrEqual(-5);
	});

	it("says that it is cut when a few runs lie far beyond the rest", () => {
		const tail = sortSamples([...even(10, 40), 1000]);
		const axis = valueAxis([tail], 500);
		expect(axis.isCut).toBe(true);
		expect(axis.domain[1]).toBeLessThan(100);
	});

	it("gives back a value from its place", () => {
		for (const samples of [[even(10, 40)], [even(3, 5), even(300, 400)]]) {
			const axis = valueAxis(samples, 500);
			for (const value of [3.5, 25, 39])
				expect(valueAt(axis, placeOn(axis, value))).toBeCloseTo(value, 6);
		}
	});
});
