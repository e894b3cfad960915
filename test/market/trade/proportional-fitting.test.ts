import { describe, expect, it } from "vitest";
import {
	emptyFitting,
	fitTrade,
} from "../../../src/market/trade/proportional-fitting.ts";

/** Fits trade between sources (rows) and importers (columns); tells tonnes and what is left over. */
function split(ties: number[][], sold: number[], bought: number[]) {
	const fitting = emptyFitting(sold.length, bought.length);
	fitting.ties.set(ties.flat());
	fitting.sold.set(sold);
	fitting.bought.set(bought);
	const traded = new Float64Array(sold.length * bought.length);
	fitTrade(fitting, traded);
	const rows = sold.map((_, s) => [
		...traded.subarray(s * bought.length, (s + 1) * bought.length),
	]);
	return {
		rows,
		sales: rows.map((row) => row.reduce((sum, t) => sum + t, 0)),
		purchases: bought.map((_, r) =>
			rows.reduce((sum, row) => sum + (row[r] as number), 0),
		),
		unsold: [...fitting.unsold],
		unbought: [...fitting.unbought],
	};
}

describe("fitting", () => {
	it("of two sources to two importers keeps the odds ratio of their ties and meets both sums", () => {
		// x, 60 − x / 50 − x, x − 10 with x (x − 10) = 3 (60 − x)(50 − x), so 2x² − 320x + 9000 = 0
		const x = (320 - Math.sqrt(320 ** 2 - 4 * 2 * 9000)) / 4;
		const ties = [
			[3, 1],
			[1, 1],
		];
		const { rows } = split(ties, [60, 40], [50, 50]);
		const wanted = [x, 60 - x, 50 - x, x - 10];
		rows.flat().forEach((tonnes, i) => {
			expect(tonnes).toBeCloseTo(wanted[i] as number, 6);
		});
	});

	it("gives a barred pair nothing, and still meets every sum when others can make up for it", () => {
		// the first importer may not buy from the first source: it must have all its 39 from the 40 of the second
		const ties = [
			[0, 0.6],
			[0.1, 0.4],
		];
		const { rows, sales, purchases } = split(ties, [60, 40], [39, 61]);
		const wanted = [0, 60, 39, 1];
		rows.flat().forEach((tonnes, i) => {
			expect(tonnes).toBeCloseTo(wanted[i] as number, 9);
		});
		expect(rows[0]?.[0]).toBe(0);
		[60, 40].forEach((t, s) => {
			expect(sales[s]).toBeCloseTo(t, 9);
		});
		[39, 61].forEach((t, r) => {
			expect(purchases[r]).toBeCloseTo(t, 9);
		});
	});

	it("leaves over only what no permitted source can supply", () => {
		// the first importer wants 50 and may buy from the second source alone, which has 40
		const ties = [
			[0, 0.6],
			[0.1, 0.4],
		];
		const { rows, unsold, unbought } = split(ties, [60, 40], [50, 50]);
		expect(rows[0]?.[0]).toBe(0);
		expect(rows[0]?.[1]).toBeCloseTo(50, 9);
		expect(rows[1]?.[0]).toBeCloseTo(40, 9);
		expect(unsold[0]).toBeCloseTo(10, 9);
		expect(unbought[0]).toBeCloseTo(10, 9);
	});

	it("lets free importers give way to a barred one in proportion to what they buy", () => {
		// the first importer takes 50 of the 56 of the second source; 6 are left for two that buy 20 and 40
		const ties = [
			[0, 0.5, 0.5],
			[0.001, 0.5, 0.5],
		];
		const { rows } = split(ties, [54, 56], [50, 20, 40]);
		const wanted = [0, 18, 36, 50, 2, 4];
		rows.flat().forEach((tonnes, i) => {
			expect(tonnes).toBeCloseTo(wanted[i] as number, 9);
		});
	});
});
