import { describe, expect, it } from "vitest";
import {
	studentTCdf,
	studentTQuantile,
} from "../../src/statistics/student-t.ts";

describe("Student's t", () => {
	it("has the quantiles of the printed table", () => {
		expect(studentTQuantile(0.975, 4)).toBeCloseTo(2.77645, 5);
		expect(studentTQuantile(0.95, 10)).toBeCloseTo(1.81246, 5);
		expect(studentTQuantile(0.975, 30)).toBeCloseTo(2.04227, 5);
		expect(studentTQuantile(0.995, 120)).toBeCloseTo(2.61742, 5);
	});

	it("has quantiles that agree with forty digits to ten", () => {
		const known = [
			[0.975, 1, 12.7062047361747],
			[0.975, 2, 4.30265272974946],
			[0.995, 3, 5.84090930973336],
			[0.975, 9, 2.2621571627982],
			[0.975, 599, 1.96393224894528],
		] as const;
		for (const [p, freedom, t] of known)
			expect(studentTQuantile(p, freedom) / t).toBeCloseTo(1, 10);
	});

	it("is symmetric, with its median at 0", () => {
		expect(studentTQuantile(0.025, 4)).toBe(-studentTQuantile(0.975, 4));
		expect(studentTQuantile(0.5, 4)).toBe(0);
		expect(studentTCdf(0, 7)).toBeCloseTo(0.5, 12);
	});
});
