import { describe, expect, it } from "vitest";
import { incompleteBeta } from "../../src/statistics/incomplete-beta.ts";

describe("the incomplete beta function", () => {
	it("agrees with forty digits, from halves to a million", () => {
		const known = [
			[2, 3, 0.4, 0.5248, 13],
			[0.5, 0.5, 0.3, 0.3690101195655454, 13],
			[15, 0.5, 0.9, 0.07785867031466784, 13],
			[300, 301, 0.46, 0.02725792404825698, 13],
			[5_000, 95_001, 0.0486, 0.0204514261674758, 9],
			[50_000, 50_001, 0.5, 0.5012615631070984, 9],
			[1_000_000, 1_000_000, 0.4993, 0.02385739950904756, 9],
		] as const;
		for (const [a, b, x, answer, digits] of known)
			expect(incompleteBeta(a, b, x), `${a}, ${b}`).toBeCloseTo(answer, digits);
	});

	it("is 0 and 1 at its ends", () => {
		expect(incompleteBeta(2, 3, 0)).toBe(0);
		expect(incompleteBeta(2, 3, 1)).toBe(1);
	});
});
