import { describe, expect, it } from "vitest";
import { midRanks } from "../../../src/inference/sensitivity/mid-ranks.ts";

describe("mid-ranks", () => {
	it("count from 1, and equals share the mean of the ranks they fill", () => {
		expect([...midRanks([30, 10, 20])]).toEqual([3, 1, 2]);
		expect([...midRanks([5, 1, 5, 5, 9])]).toEqual([3, 1, 3, 3, 5]);
		expect([...midRanks([2, 2])]).toEqual([1.5, 1.5]);
	});
});
