import { describe, expect, it } from "vitest";
import { relativePrecision, settle } from "../../src/experiment/enough.ts";
import { exp } from "../../src/math.ts";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import { meanInterval } from "../../src/statistics/interval.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";

const key = questionKey("toy", "price");

/** Prices as skewed as the market's: a standard deviation of half the mean. */
function prices(seed: number, from: number, to: number): Float64Array {
	const streams = new Streams(seed, 0);
	return Float64Array.from(
		{ length: to - from },
		(_, i) => 12_000 * exp(0.47 * streams.normal(key, from + i)),
	);
}

const intervalOf = (values: Float64Array) => meanInterval(sortSamples(values));

describe("a batch that stops when it has run enough", () => {
	it("covers the value of 20,000 replicates in at least 90 of 100 seeds at 2 %", async () => {
		const truth = intervalOf(prices(1_000_000, 0, 20_000)).value;
		let covered = 0;
		for (let seed = 0; seed < 100; seed += 1) {
			const settled = await settle(
				{ bound: 0.02, most: 64_000 },
				async (a, b) => [prices(seed, a, b)],
			);
			if (!settled?.reached) throw new Error(`seed ${seed} did not stop`);
			const { low, high, value } = intervalOf(
				prices(seed, 0, settled.replicates),
			);
			expect((high - low) / 2).toBeLessThanOrEqual(0.02 * value);
			if (low <= truth && truth <= high) covered += 1;
		}
		expect(covered).toBeGreaterThanOrEqual(90);
	});

	it("looks after 250, 500, 1,000 … replicates and nowhere else", async () => {
		const looks: number[] = [];
		const settled = await settle({ bound: 1e-9, most: 3000 }, async (a, b) => {
			looks.push(b);
			return [prices(1, a, b)];
		});
		expect(looks).toEqual([250, 500, 1000, 2000, 3000]);
		expect(settled).toMatchObject({ replicates: 3000, reached: false });
	});

	it("goes by the scenario that is known least", async () => {
		const calm = (a: number, b: number) => new Float64Array(b - a).fill(5);
		const settled = await settle(
			{ bound: 0.04, most: 64_000 },
			async (a, b) => [calm(a, b), prices(1, a, b)],
		);
		expect(settled?.replicates).toBeGreaterThan(250);
	});

	it("is at once content with a metric that is 0 in every run, and never with one replicate", () => {
		expect(relativePrecision(new Float64Array(250))).toBe(0);
		expect(relativePrecision(Float64Array.of(3))).toBe(
			Number.POSITIVE_INFINITY,
		);
		expect(relativePrecision(Float64Array.of(-1, 1))).toBe(
			Number.POSITIVE_INFINITY,
		);
	});

	it("ends when it is interrupted", async () => {
		expect(
			await settle({ bound: 0.1, most: 500 }, async () => null),
		).toBeNull();
	});
});
