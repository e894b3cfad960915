import { describe, expect, it } from "vitest";
import { openScenario } from "../../src/actions/scenarios/open-scenarios.ts";
import { LUCK_SCORES } from "../../src/calibration/priors/luck-scores.ts";
import {
	type KeptDraw,
	SIZED_EVENTS,
} from "../../src/calibration/priors/past-draw.ts";
import { POSTERIOR } from "../../src/calibration/priors/posterior.ts";
import { RECORD_PRIORS } from "../../src/calibration/priors/record-priors.ts";
import { SCREENED } from "../../src/calibration/priors/screened.ts";
import { firstEffect } from "../../src/market/forks.ts";
import { tickOf } from "../../src/quantities.ts";
import { inverseCdf } from "../../src/random/draw.ts";
import { normalCdf } from "../../src/statistics/normal.ts";

/** Draws are kept to six digits. */
const ROUNDING = 1e-4;

function withinPrior(draw: KeptDraw): boolean {
	return RECORD_PRIORS.every(({ distribution }, i) => {
		const value = draw.values[i] ?? Number.NaN;
		const low = inverseCdf(distribution, normalCdf(-3));
		const high = inverseCdf(distribution, normalCdf(3));
		const room = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
		return value >= low - room && value <= high + room;
	});
}

const isSize = (u: number): boolean => u > 0 && u < 1;

describe.each([
	["posterior", POSTERIOR, 500, LUCK_SCORES],
	["screened", SCREENED, 100, 0],
] as const)("the %s draws", (_, draws, least, scores) => {
	it(`are ${least} or more, with weights that sum to 1`, () => {
		expect(draws.length).toBeGreaterThanOrEqual(least);
		const sum = draws.reduce((total, { weight }) => total + weight, 0);
		expect(sum).toBeCloseTo(1, 9);
		expect(draws.every(({ weight }) => weight > 0)).toBe(true);
	});

	it("have a value for every prior, inside its body", () => {
		for (const draw of draws) {
			expect(draw.values).toHaveLength(RECORD_PRIORS.length);
			expect(withinPrior(draw)).toBe(true);
		}
	});

	it("have a rank for every sized event, and the luck of the months", () => {
		for (const { sizes, luck } of draws) {
			expect(sizes).toHaveLength(SIZED_EVENTS.length);
			expect(sizes.every(isSize)).toBe(true);
			expect(luck).toHaveLength(scores);
		}
	});
});

/** Names of the fields of a value that hold a distribution with a spread. */
function uncertainFields(value: unknown, path: string): readonly string[] {
	if (typeof value !== "object" || value === null) return [];
	if ("kind" in value && ("low" in value || "median" in value)) return [path];
	return Object.entries(value).flatMap(([key, inner]) =>
		uncertainFields(inner, path === "" ? key : `${path}.${key}`),
	);
}

describe("sized events", () => {
	it("are all sizes of what happened before 2025 in the dated record", () => {
		const { scenario } = openScenario("as-happened");
		const found = scenario.shocks
			.filter((shock) => firstEffect(shock) < tickOf(2025, 1))
			.flatMap((shock) =>
				uncertainFields(shock, "").map((field) => `${shock.id} ${field}`),
			);
		expect(found.sort()).toEqual(
			SIZED_EVENTS.map((pair) => pair.join(" ")).sort(),
		);
	});
});
