import { describe, expect, it } from "vitest";
import {
	DOTS,
	dotLevel,
	stackDots,
} from "../../../src/charts/raincloud/quantile-dots.ts";

const ROOM = 46;

describe("twenty dots", () => {
	it("stand at the middle of each twentieth", () => {
		expect(dotLevel(0)).toBe(0.025);
		expect(dotLevel(DOTS - 1)).toBe(0.975);
	});

	it("stand alone at their places where they lie apart, as large as may be", () => {
		const places = Array.from({ length: DOTS }, (_, i) => 10 + 40 * i);
		const { distance, dots } = stackDots(places, ROOM);
		expect(distance).toBe(15);
		expect(dots.map(({ x }) => x)).toEqual(places);
	});

	it.each([
		["spread over 100 px", Array.from({ length: DOTS }, (_, i) => 200 + 5 * i)],
		["all at one place", Array<number>(DOTS).fill(300)],
		["mostly at 0", [...Array<number>(14).fill(0), 50, 60, 80, 90, 120, 400]],
	])("%s fit their room, do not overlap and leave no dot out", (_, places) => {
		const { distance, dots } = stackDots(places, ROOM);
		expect(dots).toHaveLength(places.length);
		for (const dot of dots) {
			expect(dot.y).toBeLessThanOrEqual(ROOM);
			expect(dot.x).toBeGreaterThanOrEqual(0);
		}
		const apart = dots.every((a, i) =>
			dots.every(
				(b, k) => i === k || Math.hypot(a.x - b.x, a.y - b.y) > 0.6 * distance,
			),
		);
		expect(apart).toBe(true);
	});

	it("in one stack keep near to where they belong", () => {
		const { distance, dots } = stackDots([100, 104, 108], ROOM);
		for (const { x } of dots) expect(Math.abs(x - 104)).toBeLessThan(distance);
	});
});
