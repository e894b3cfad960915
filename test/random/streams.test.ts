import { mean, sampleCorrelation, sampleVariance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
	parameterKey,
	questionKey,
	shockKey,
} from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";

const MILLION = 1_000_000;

/** First draw of a stream for each of many keys: replicates × questions × ticks. */
function firstDraws(): Float64Array {
	const draws = new Float64Array(MILLION);
	const questions = Array.from({ length: 50 }, (_, q) =>
		questionKey(`agent-${q % 10}`, `question ${q}`),
	);
	let i = 0;
	for (let replicate = 0; replicate < 100; replicate += 1) {
		const streams = new Streams(42, replicate);
		for (const question of questions)
			for (let tick = 0; tick < 200; tick += 1) {
				draws[i] = streams.uniform(question, tick);
				i += 1;
			}
	}
	return draws;
}

const draws = firstDraws();

describe("a draw belongs to a question", () => {
	it("asking other questions, in any order, changes none of a million draws", () => {
		const question = questionKey("olimpiada", "grade");
		let changed = 0;
		for (let replicate = 0; replicate < 100; replicate += 1) {
			const alone = new Streams("luck", replicate);
			const crowded = new Streams("luck", replicate);
			for (let tick = 9_999; tick >= 0; tick -= 1) {
				if (tick % 100 === 0) crowded.normal(questionKey("new", "agent"), tick);
				crowded.uniform(shockKey("us-ban", "share"), tick);
				if (crowded.uniform(question, tick) !== alone.uniform(question, tick))
					changed += 1;
			}
		}
		expect(changed).toBe(0);
	});

	it("keys are structured: words cannot run into one another", () => {
		const streams = new Streams(1, 0);
		const first = streams.uniform(questionKey("a/b", "c"), 0);
		expect(streams.uniform(questionKey("a", "b/c"), 0)).not.toBe(first);
		expect(questionKey("a,b", "c")).not.toEqual(questionKey("a", "b,c"));
		expect(parameterKey("a")).not.toEqual(shockKey("a", ""));
	});

	it("a million different questions have a million different keys", () => {
		const seen = new Set<string>();
		for (let i = 0; i < MILLION; i += 1) {
			const { low, high } = questionKey(`agent ${i % 1000}`, `${i}`);
			seen.add(`${low} ${high}`);
		}
		expect(seen.size).toBe(MILLION);
	});

	it("seeds that would be a silent constant are refused", () => {
		expect(() => new Streams("", 0)).toThrow(RangeError);
		expect(() => new Streams(Number.NaN, 0)).toThrow(RangeError);
		expect(() => new Streams(1.5, 0)).toThrow(RangeError);
		expect(() => new Streams(1, -1)).toThrow(RangeError);
	});

	it("the number 1 and the word '1' are different seeds", () => {
		const question = questionKey("a", "b");
		expect(new Streams(1, 0).uniform(question, 0)).not.toBe(
			new Streams("1", 0).uniform(question, 0),
		);
	});
});

describe("the streams named stibium/1", () => {
	it("gives the draws of a second implementation, written in another language", () => {
		const olimpiada = questionKey("olimpiada", "grade");
		expect(new Streams(42, 0).uniform(olimpiada, 0)).toBe(0.9040354786170847);
		expect(new Streams(42, 1).uniform(olimpiada, -24)).toBe(
			0.43530697379659744,
		);
		expect(
			new Streams("luck", 7).uniform(parameterKey("civil.elasticity"), 0),
		).toBe(0.9884399502461799);
		expect(
			new Streams(-3, 99_999).uniform(shockKey("us-ban", "share"), 143),
		).toBe(0.12435815644481585);
	});
});

describe("streams are sound over a million keys", () => {
	it("first draws repeat as 32-bit numbers about as often as birthdays: 116 ± 54", () => {
		const words = Float64Array.from(draws, (u) => Math.floor(u * 2 ** 32));
		words.sort();
		let repeats = 0;
		for (let i = 1; i < words.length; i += 1)
			if (words[i] === words[i - 1]) repeats += 1;
		expect(Math.abs(repeats - 116)).toBeLessThanOrEqual(54);
	});

	it("neighbouring ticks, questions and replicates are uncorrelated: |z| < 4.75", () => {
		for (const distance of [1, 200, 10_000]) {
			const a = Array.from(draws.subarray(0, MILLION - distance));
			const b = Array.from(draws.subarray(distance));
			const z = sampleCorrelation(a, b) * Math.sqrt(a.length);
			expect(Math.abs(z), `distance ${distance}`).toBeLessThan(4.75);
		}
	});

	it("neighbouring seeds are uncorrelated too, and no two share a draw", () => {
		const question = questionKey("world", "activity");
		const bySeed = Array.from({ length: 100_000 }, (_, seed) =>
			new Streams(seed, 0).uniform(question, 0),
		);
		const z =
			sampleCorrelation(bySeed.slice(1), bySeed.slice(0, -1)) *
			Math.sqrt(bySeed.length - 1);
		expect(Math.abs(z)).toBeLessThan(4.75);
		expect(new Set(bySeed).size).toBe(bySeed.length);
	});

	it("draws are uniform: chi-square of 1,000 cells within five deviations", () => {
		const cells = new Uint32Array(1000);
		for (const u of draws) cells[Math.floor(u * 1000)]! += 1;
		let chi = 0;
		for (const count of cells) chi += (count - 1000) ** 2 / 1000;
		expect(Math.abs(chi - 999) / Math.sqrt(2 * 999)).toBeLessThan(5);
	});

	it("no draw is 0 or 1", () => {
		expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
	});
});

describe("draws that are not uniform", () => {
	const streams = new Streams(7, 3);
	const question = questionKey("world", "shape");
	const sample = (draw: (tick: number) => number) =>
		Array.from({ length: 200_000 }, (_, tick) => draw(tick));

	it("normal draws have mean 0 and variance 1 to four standard errors", () => {
		const z = sample((tick) => streams.normal(question, tick));
		expect(Math.abs(mean(z))).toBeLessThan(4 / Math.sqrt(z.length));
		expect(Math.abs(sampleVariance(z) - 1)).toBeLessThan(
			4 * Math.sqrt(2 / z.length),
		);
	});

	it("Student t(3): a tenth lies beyond ±2.353, a hundredth beyond ±5.841", () => {
		const t = sample((tick) => Math.abs(streams.studentT3(question, tick)));
		const beyond = (limit: number) =>
			t.filter((value) => value > limit).length / t.length;
		expect(beyond(2.353363)).toBeCloseTo(0.1, 2);
		expect(beyond(5.840909)).toBeCloseTo(0.01, 3);
	});

	it("Student t(3): no share strays from its closed form by more than Kolmogorov allows", () => {
		const cdf = (t: number) => {
			const s = t / Math.sqrt(3);
			return 0.5 + (s / (1 + s * s) + Math.atan(s)) / Math.PI;
		};
		const t = Float64Array.from(
			sample((tick) => streams.studentT3(question, tick)),
		).sort();
		let distance = 0;
		t.forEach((value, i) => {
			distance = Math.max(distance, Math.abs(cdf(value) - i / t.length));
		});
		// exceeded by one sound generator in a thousand
		expect(distance * Math.sqrt(t.length)).toBeLessThan(1.95);
	});
});
