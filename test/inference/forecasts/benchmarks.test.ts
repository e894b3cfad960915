import { describe, expect, it } from "vitest";
import {
	monthlyReadings,
	type Reading,
} from "../../../src/inference/facts/readings.ts";
import {
	autoregression,
	knownAt,
	randomWalk,
} from "../../../src/inference/forecasts/benchmarks.ts";
import { exp, log } from "../../../src/math.ts";
import { tickOf } from "../../../src/quantities.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";

const reading = (tick: number, logPrice: number): Reading => ({
	...{ tick, price: exp(logPrice), quotes: 1, weak: false },
});

describe("a random walk", () => {
	it("takes the variance of a month from steps of unequal length", () => {
		const known = [reading(0, 9), reading(4, 9.4), reading(5, 9.1)];
		const { middle, deviation } = randomWalk(known, 3);
		expect(middle).toBeCloseTo(9.1, 12);
		const monthly = (0.4 ** 2 / 4 + 0.3 ** 2 / 1) / 2;
		expect(deviation).toBeCloseTo(Math.sqrt(3 * monthly), 12);
	});
});

describe("an autoregression", () => {
	const [persistence, level, innovation] = [0.9, 9.2, 0.05];
	const streams = new Streams("ar1", 0);
	const key = questionKey("ar1", "test");

	/** A long simulated path of which only some months are quoted. */
	function quoted(): readonly Reading[] {
		let value = level;
		const all: Reading[] = [];
		for (let tick = 0; tick < 12_000; tick += 1) {
			value =
				level +
				persistence * (value - level) +
				innovation * streams.normal(key, tick);
			if (streams.uniform(key, 20_000 + tick) < 0.4)
				all.push(reading(tick, value));
		}
		return all;
	}
	const known = quoted();

	it("finds persistence, level and innovations of a path that is quoted in some months only", () => {
		const now = log(known.at(-1)!.price);
		for (const horizon of [1, 6, 200]) {
			const kept = persistence ** horizon;
			const { middle, deviation } = autoregression(known, horizon);
			expect(middle).toBeCloseTo(level + kept * (now - level), 1);
			const spread = innovation * Math.sqrt((1 - kept ** 2) / (1 - 0.9 ** 2));
			expect(Math.abs(deviation / spread - 1)).toBeLessThan(0.05);
		}
	});
});

it("benchmarks see nothing after their origin: what comes later may be anything", () => {
	const readings = monthlyReadings("rotterdam");
	const origin = tickOf(2024, 2);
	const changed = readings.map((one) =>
		one.tick > origin ? { ...one, price: 10 * one.price } : one,
	);
	for (const benchmark of [randomWalk, autoregression]) {
		expect(benchmark(knownAt(changed, origin), 6)).toEqual(
			benchmark(knownAt(readings, origin), 6),
		);
		const later = tickOf(2024, 8);
		expect(benchmark(knownAt(changed, later), 6)).not.toEqual(
			benchmark(knownAt(readings, later), 6),
		);
	}
});
