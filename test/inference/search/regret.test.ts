import { describe, expect, it } from "vitest";
import { regretTable } from "../../../src/inference/search/regret.ts";
import { satisficingTable } from "../../../src/inference/search/satisficing.ts";
import { parseExpectation } from "../../../src/scenario/expectations/expectation.ts";
import { choicesByHand } from "./choices.ts";

/** Losses by choice and state, two runs each. */
const LOSSES: Readonly<Record<string, Readonly<Record<string, number[]>>>> = {
	nothing: { calm: [0, 2], storm: [90, 110] },
	store: { calm: [10, 12], storm: [18, 22] },
	plant: { calm: [4, 6], storm: [58, 62] },
};

const { plan, column } = choicesByHand(
	[
		["nothing", 0],
		["store", 1],
		["plant", 1],
	],
	[
		["calm", 0.5],
		["storm", 0.5],
	],
	(choice, state) => LOSSES[choice]?.[state] ?? [],
);

describe("regret", () => {
	const table = regretTable(plan, column);
	const of = (choice: string) => table.find((row) => row.choice === choice);

	it("is the mean loss above the best choice of the state", () => {
		const regrets = (choice: string) =>
			of(choice)?.states.map(({ regret }) => regret.value);
		expect(regrets("nothing")).toEqual([0, 80]);
		expect(regrets("store")).toEqual([10, 0]);
		expect(regrets("plant")).toEqual([4, 40]);
	});

	it("puts first who is regretted least in the worst state", () => {
		expect(table.map(({ choice }) => choice)).toEqual([
			"store",
			"plant",
			"nothing",
		]);
		expect(of("store")?.worst.state).toBe("calm");
		expect(of("nothing")?.worst.regret.value).toBe(80);
	});

	it("is paired run by run: a constant difference has an interval of no width", () => {
		expect(of("store")?.states[0]?.regret).toMatchObject({ low: 10, high: 10 });
	});

	it("averages over states by their weights", () => {
		expect(of("store")?.mean.value).toBe(5);
		const heavy = choicesByHand(
			[
				["nothing", 0],
				["store", 1],
			],
			[
				["calm", 0.9],
				["storm", 0.1],
			],
			(choice, state) => LOSSES[choice]?.[state] ?? [],
		);
		const [first] = regretTable(heavy.plan, heavy.column).filter(
			({ choice }) => choice === "store",
		);
		expect(first?.mean.value).toBeCloseTo(9, 12);
	});

	it("adds metrics where the loss is a sum", () => {
		const summed = choicesByHand(
			[
				["nothing", 0],
				["store", 1],
			],
			[["calm", 1]],
			(choice, _, metric) =>
				choice === "nothing"
					? [1, 1]
					: metric === "fiscal_cost_usd"
						? [5, 5]
						: [0, 0],
			{ loss: ["us_user_cost_usd", "fiscal_cost_usd"] },
		);
		const table = regretTable(summed.plan, summed.column);
		expect(table.map(({ choice }) => choice)).toEqual(["nothing", "store"]);
		expect(table[1]?.worst.regret.value).toBe(3);
	});
});

describe("satisficing", () => {
	const parsed = parseExpectation("p(us_user_cost_usd < 60) > 0.4");
	if ("problem" in parsed) throw new Error(parsed.problem);
	const kept = satisficingTable(plan, parsed.expectation, column);

	it("counts the states in which the statement holds", () => {
		expect(kept.map(({ choice, kept: states }) => [choice, states])).toEqual([
			["nothing", 1],
			["store", 2],
			["plant", 2],
		]);
	});

	it("says what share of runs keeps the condition, and that two runs settle nothing", () => {
		const storm = kept[2]?.states[1];
		expect(storm?.estimate.value).toBe(0.5);
		expect(storm).toMatchObject({ holds: true, isSure: false });
	});
});
