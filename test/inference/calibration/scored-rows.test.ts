import { describe, expect, it } from "vitest";
import { LIMIT_FACTS } from "../../../src/calibration/facts.ts";
import {
	RECORD_TARGET,
	scoredLogs,
} from "../../../src/inference/calibration/scored-rows.ts";
import { RECORD_FACT_IDS } from "../../../src/inference/facts/record-facts.ts";

/** Score of one bounded fact at a value, its distance beyond the bounds in logs. */
function scoreOf(id: string, value: number): number | undefined {
	const facts = new Float64Array(RECORD_FACT_IDS.length).fill(1);
	facts[RECORD_FACT_IDS.indexOf(id)] = value;
	const place = LIMIT_FACTS.findIndex((fact) => fact.id === id);
	return [...scoredLogs(facts)].at(place - LIMIT_FACTS.length);
}

describe("a bounded fact of 2024", () => {
	it("scores nothing inside its bounds, and its distance in logs outside", () => {
		expect(scoreOf("us-use-2024", 0.9)).toBe(0);
		expect(scoreOf("us-use-2024", 0.85 * 0.9)).toBeCloseTo(Math.log(0.9));
		expect(scoreOf("us-use-2024", 1.15 * 1.1)).toBeCloseTo(Math.log(1.1));
	});

	it("has one bound where its other side is left open", () => {
		expect(scoreOf("use-2024-q4", 3)).toBe(0);
		expect(scoreOf("use-2024-q4", 0.5)).toBeCloseTo(Math.log(0.5 / 0.85));
		expect(scoreOf("world-stock-2024", 0.2)).toBe(0);
		expect(scoreOf("world-stock-2024", 1.3)).toBeCloseTo(Math.log(1.3 / 1.05));
	});

	it("is held against no distance at all", () => {
		const bounds = [...RECORD_TARGET.record].slice(-LIMIT_FACTS.length);
		expect(bounds).toEqual(LIMIT_FACTS.map(() => 0));
	});
});
