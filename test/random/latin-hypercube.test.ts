import { describe, expect, it } from "vitest";
import { latinHypercube } from "../../src/random/latin-hypercube.ts";
import { Streams } from "../../src/random/streams.ts";

describe("a Latin hypercube", () => {
	const points = latinHypercube(40, 5, new Streams("design", 0));

	it("has one point in every stratum of every dimension", () => {
		for (let d = 0; d < 5; d += 1) {
			const strata = points.map((point) => Math.floor(40 * (point[d] ?? 0)));
			expect(strata.sort((a, b) => a - b)).toEqual(
				Array.from({ length: 40 }, (_, i) => i),
			);
		}
	});

	it("orders dimensions apart from each other", () => {
		const order = (d: number) =>
			points.map((point) => Math.floor(40 * (point[d] ?? 0)));
		expect(order(0)).not.toEqual(order(1));
	});

	it("is the same for the same seed", () => {
		expect(latinHypercube(40, 5, new Streams("design", 0))).toEqual(points);
		expect(latinHypercube(40, 5, new Streams("design", 1))).not.toEqual(points);
	});
});
