import { describe, expect, it } from "vitest";
import {
	luckShare,
	meansOverLucks,
} from "../../../src/inference/sensitivity/luck.ts";
import { saltelliDesign } from "../../../src/inference/sensitivity/saltelli.ts";
import {
	linearSwings,
	pairedSwings,
	tailSwing,
} from "../../../src/inference/sensitivity/swings.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";

const ends = ({ low, high }: ReturnType<typeof tailSwing>) => [
	low.value,
	high.value,
];

describe("the metric with an input low and high", () => {
	it("from pairs of a design is the conditional mean, and the mean for an input that touches nothing", () => {
		const design = saltelliDesign(512, 3, 3);
		const outputs = Float64Array.from(design.points, (x) => 10 * x[0]! + x[1]!);
		const [first, second, dummy] = pairedSwings(design, outputs);
		const mean =
			outputs.subarray(0, 1024).reduce((sum, y) => sum + y, 0) / 1024;
		expect(ends(dummy!)).toEqual([mean, mean]);
		expect(dummy!.low.error).toBe(0);
		for (const [swing, slope] of [
			[first!, 10],
			[second!, 1],
		] as const) {
			expect(Math.abs(swing.low.value - (mean - 0.4 * slope))).toBeLessThan(
				4 * swing.low.error,
			);
			expect(Math.abs(swing.high.value - (mean + 0.4 * slope))).toBeLessThan(
				4 * swing.high.error,
			);
		}
	});

	it("from a batch is the mean of the rows with its lowest and highest fifth", () => {
		const input = Float64Array.of(5, 1, 4, 2, 3, 9, 8, 7, 6, 10);
		const output = Float64Array.of(50, 10, 40, 20, 30, 90, 80, 70, 60, 100);
		expect(ends(tailSwing(input, output))).toEqual([15, 95]);
		expect(tailSwing(input, output).low.error).toBe(5);
		const gaps = output.with(1, Number.NaN).with(9, Number.NaN);
		expect(ends(tailSwing(input, gaps))).toEqual([20, 90]);
	});

	it("from Morris's effects lies on a straight line through the mean", () => {
		const muStar = { value: 5, low: 4, high: 6, error: 1 };
		const [swing] = linearSwings(
			{ trajectories: 4 },
			[{ mu: -5, muStar, sigma: 10 }],
			100,
		);
		expect(swing).toEqual({
			low: { value: 102, error: 2 },
			high: { value: 98, error: 2 },
		});
	});
});

describe("the share of luck", () => {
	const streams = new Streams("luck", 0);
	const draw = (what: string, i: number) =>
		streams.normal(questionKey("test", what), i);
	const rows = (luck: number, interplay: number) =>
		Array.from({ length: 4000 }, (_, point) =>
			Float64Array.from(
				{ length: 4 },
				(_, k) =>
					draw("point", point) +
					luck * [-1, 1, -1, 1][k]! +
					interplay * draw("both", 4 * point + k),
			),
		);

	it("is none, half or nearly all of a sum of known variances, whether or not points share it", () => {
		// the four lucks have a variance (n − 1) of 4/3
		expect(luckShare(rows(0, 0))).toBe(0);
		expect(luckShare(rows(Math.sqrt(3 / 4), 0))).toBeCloseTo(0.5, 1);
		expect(luckShare(rows(0, 1))).toBeCloseTo(0.5, 1);
		expect(luckShare(rows(0, 10))).toBeCloseTo(100 / 101, 1);
	});

	it("is unknown with one luck, and leaves out rows without a value", () => {
		expect(luckShare([Float64Array.of(1), Float64Array.of(2)])).toBeNaN();
		const whole = rows(1, 1);
		const broken = [...whole, Float64Array.of(1, 2, 3, Number.NaN)];
		expect(luckShare(broken)).toBe(luckShare(whole));
	});

	it("leaves means over the lucks that have a value", () => {
		const means = meansOverLucks([
			Float64Array.of(1, Number.NaN, 3),
			Float64Array.of(Number.NaN),
		]);
		expect([...means]).toEqual([2, Number.NaN]);
	});
});
