import { describe, expect, it } from "vitest";
import {
	LUCK_MONTHS,
	LUCK_SCORES,
	LUCK_STREAMS,
	luckOfText,
	luckText,
} from "../../../src/calibration/priors/luck-scores.ts";
import { firstLuck } from "../../../src/inference/calibration/particle.ts";
import { PastLuck } from "../../../src/market/luck/past-luck.ts";
import { studentT3Of } from "../../../src/market/luck/t3.ts";
import { inverseNormal } from "../../../src/math.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";

describe("Student's t with three degrees of freedom by inversion", () => {
	it.each([
		[0.9, 1.637744],
		[0.95, 2.353363],
		[0.975, 3.182446],
		[0.995, 5.840909],
		[0.999, 10.214532],
	])("is at %s what tables give", (level, value) => {
		expect(studentT3Of(inverseNormal(level))).toBeCloseTo(value, 3);
		expect(studentT3Of(inverseNormal(1 - level))).toBeCloseTo(-value, 3);
	});

	it("is nothing in the middle", () => {
		expect(studentT3Of(0)).toBe(0);
	});
});

describe("the luck of a past draw", () => {
	const own = new Streams("own", 0);
	const kin = new Streams("kin", 0);
	const scores = Float64Array.from(
		{ length: LUCK_SCORES },
		(_, i) => ((i * 7919) % 600) / 100 - 3,
	);
	const luck = new PastLuck(own);
	luck.deal(scores, kin, own);
	const activity = questionKey("world", "activity");
	const at = (month: number, stream: number) =>
		scores[month * LUCK_STREAMS.length + stream]!;

	it("answers by its scores in the months it covers", () => {
		expect(luck.normal(activity, 5)).toBe(at(5, 0));
		expect(luck.studentT3(questionKey("world", "news"), 83)).toBe(
			studentT3Of(at(83, 1)),
		);
		const u = luck.uniform(questionKey("CN", "licence leak"), 10);
		expect(inverseNormal(u)).toBeCloseTo(at(10, LUCK_STREAMS.length - 1), 9);
	});

	it("has the distributions that are asked for when its scores are drawn from the prior", () => {
		const drawn = new PastLuck(own);
		const months = Array.from({ length: LUCK_MONTHS }, (_, month) => month);
		const news = questionKey("world", "news");
		const leak = questionKey("CN", "licence leak");
		const found = { t: [] as number[], u: [] as number[] };
		for (let i = 0; i < 60; i += 1) {
			drawn.deal(firstLuck(new Streams("drawn", i)), own, own);
			for (const month of months) {
				found.t.push(drawn.studentT3(news, month));
				found.u.push(drawn.uniform(leak, month));
			}
		}
		const below = (values: readonly number[], edge: number) =>
			values.filter((value) => value < edge).length / values.length;
		// 5,040 values: a share has a standard error of at most 0.7 points
		expect(Math.abs(below(found.t, 1.637744) - 0.9)).toBeLessThan(0.02);
		expect(Math.abs(below(found.t, -2.353363) - 0.05)).toBeLessThan(0.015);
		expect(Math.abs(below(found.u, 0.25) - 0.25)).toBeLessThan(0.03);
		expect(Math.abs(below(found.u, 0.8) - 0.8)).toBeLessThan(0.03);
	});

	it("leaves other months to the replicate's own streams, and other questions of its months to its kin", () => {
		expect(luck.normal(activity, LUCK_MONTHS)).toBe(
			own.normal(activity, LUCK_MONTHS),
		);
		const other = questionKey("PK", "a question of its own");
		expect(luck.uniform(other, 3)).toBe(kin.uniform(other, 3));
		expect(luck.uniform(other, LUCK_MONTHS)).toBe(
			own.uniform(other, LUCK_MONTHS),
		);
	});

	it("answers nothing where a draw kept none", () => {
		luck.deal([], kin, own);
		expect(luck.normal(activity, 5)).toBe(own.normal(activity, 5));
	});

	it("is kept as a string without escapes, to half a step of 0.08", () => {
		const text = luckText(scores);
		expect(text).toHaveLength(LUCK_SCORES);
		expect(JSON.stringify(text)).toHaveLength(LUCK_SCORES + 2);
		luckOfText(text).forEach((score, i) => {
			expect(Math.abs(score - scores[i]!)).toBeLessThanOrEqual(0.0401);
		});
		expect(luckText(luckOfText(text))).toBe(text);
	});
});
