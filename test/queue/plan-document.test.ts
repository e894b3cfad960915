import { describe, expect, it } from "vitest";
import { openScenario } from "../../src/actions/scenarios/open-scenarios.ts";
import type { Ensemble } from "../../src/calibration/priors/ensemble.ts";
import { RECORD_ENSEMBLE } from "../../src/calibration/priors/record-ensemble.ts";
import { planBatch, planHash } from "../../src/experiment/plan.ts";
import { planText, readPlanText } from "../../src/queue/plan-document.ts";

const HERE = { version: "0.1.0", git: { sha: "a".repeat(40), dirty: false } };
const MINE: Ensemble = {
	...RECORD_ENSEMBLE,
	members: RECORD_ENSEMBLE.members
		.slice(0, 2)
		.map((member) => ({ ...member, weight: 1 / 2 })),
};

const planFrom = (ensemble: Ensemble | null) =>
	planBatch({
		scenarios: [openScenario("as-happened").scenario],
		seed: 7,
		replicates: { from: 0, to: 20 },
		parameters: "posterior",
		ensemble,
		without: [],
		keepPaths: false,
	});

describe("the plan that a worker is handed", () => {
	it.each([
		["an ensemble of one's own", MINE],
		["the shipped ensemble", RECORD_ENSEMBLE],
		["the end of 2024", null],
	])("begins from %s as it was asked", (_, ensemble) => {
		const plan = planFrom(ensemble);
		const verdict = readPlanText(planText(plan, HERE), HERE);
		expect(verdict).toMatchObject({ hash: planHash(plan) });
		expect("plan" in verdict && verdict.plan.ensemble).toEqual(ensemble);
	});

	it("holds the ensemble only where the program does not", () => {
		expect(planText(planFrom(RECORD_ENSEMBLE), HERE)).not.toContain(
			'"members"',
		);
		expect(planText(planFrom(MINE), HERE)).toContain("members");
	});

	it("is refused when its ensemble is another than it says, or is missing", () => {
		const text = planText(planFrom(MINE), HERE);
		const forged = text.replace(/\\"stream\\":\d+/, '\\"stream\\":4242');
		expect(forged).not.toBe(text);
		expect(readPlanText(forged, HERE)).toMatchObject({
			refused: expect.stringContaining(
				"ensemble is not the one that was hashed",
			),
		});
		const { ensemble: _, ...rest } = JSON.parse(text);
		const missing = JSON.stringify({ ...rest, ensemble: null });
		expect(readPlanText(missing, HERE)).toMatchObject({
			refused: expect.stringContaining(
				"ensemble is not the one that was hashed",
			),
		});
	});
});
