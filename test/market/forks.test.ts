import { describe, expect, it } from "vitest";
import { firstEffect } from "../../src/market/forks.ts";
import { tickOf } from "../../src/quantities.ts";
import type { Shock } from "../../src/scenario/types.ts";
import { day, fixed, runAll, scenarioOf, shock } from "./scenarios.ts";

const announced = { announce: day("2024-03-05"), from: day("2024-09-01") };

const CAMPAIGN = shock({
	...announced,
	id: "campaign",
	kind: "enforcement",
	by: "CN",
	strength: fixed(0.8),
});

const EVENTS: readonly Shock[] = [
	CAMPAIGN,
	shock({
		...announced,
		id: "loan",
		kind: "us-engagement",
		form: "finance",
		value: null,
	}),
	shock({
		...announced,
		id: "sanctions",
		kind: "proliferation-sanctions",
		weight: fixed(1),
	}),
];

describe("the months that two scenarios share", () => {
	it.each(EVENTS)(
		"end where an event that works once it is known is announced: $kind",
		(event) => {
			expect(firstEffect(event)).toBe(tickOf(2024, 3));
		},
	);

	it("leave a scenario with an announced campaign the months it has when it runs alone", () => {
		const campaign = scenarioOf([CAMPAIGN]);
		const [[, together] = []] = runAll([scenarioOf([]), campaign], 1);
		const [[alone] = []] = runAll([campaign], 1);
		expect(together?.all).toEqual(alone?.all);
	});
});
