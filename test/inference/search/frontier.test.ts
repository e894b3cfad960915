import { describe, expect, it } from "vitest";
import {
	dominators,
	type Mix,
} from "../../../src/inference/search/dominance.ts";
import {
	frontierOf,
	PRICES,
	SHORTFALLS,
	tellingHarms,
} from "../../../src/inference/search/frontier.ts";
import { choicesByHand } from "./choices.ts";

/** Runs around a mean whose noise all mixes share, and a little of their own. */
const around = (mean: number, own = 0): Float64Array =>
	Float64Array.from(
		{ length: 40 },
		(_, i) => mean + 50 * Math.sin(i) + own * Math.cos(7 * i + own),
	);

const mix = (id: string, levers: number, cost: number, harm: number): Mix => ({
	id,
	levers,
	cost: around(cost),
	harm: around(harm),
});

describe("dominance", () => {
	it("spares the mixes that pay more for less harm, and greys the rest", () => {
		const mixes = [
			mix("nothing", 0, 0, 100),
			mix("store", 1, 10, 20),
			mix("plant", 1, 12, 40),
			mix("both", 2, 22, 5),
			mix("dear", 3, 40, 5),
		];
		expect(dominators(mixes)).toEqual([null, null, "store", null, "both"]);
	});

	it("greys what does the same with more levers, and not the simpler one", () => {
		const mixes = [mix("both", 2, 10, 20), mix("store", 1, 10, 20)];
		expect(dominators(mixes)).toEqual(["store", null]);
	});

	it("does not take noise for help: a mix that costs more must clearly lessen the harm", () => {
		const noisy: Mix = {
			...mix("noisy", 1, 10, 0),
			harm: around(99, 40),
		};
		expect(dominators([mix("nothing", 0, 0, 100), noisy])).toEqual([
			null,
			"nothing",
		]);
	});

	it("takes a hundredth for nothing, however sure it is", () => {
		const mixes = [
			mix("nothing", 0, 0, 100),
			mix("store", 1, 10, 0.4),
			mix("store and more", 2, 10.05, 0),
		];
		expect(dominators(mixes)).toEqual([null, null, "store"]);
	});
});

describe("a frontier", () => {
	const { plan, column } = choicesByHand(
		[
			["nothing", 0],
			["store", 1],
		],
		[
			["calm", 0.75],
			["storm", 0.25],
		],
		(choice, state, metric) => {
			if (metric === "fiscal_cost_usd")
				return choice === "nothing" ? [0, 0] : [4, 6];
			const short = state === "storm" && choice === "nothing";
			return short ? [0, 40] : [0, 0];
		},
		{ kind: "frontier" },
	);

	it("weighs states run by run: chance and size", () => {
		const [chance, size] = SHORTFALLS.map((harm) =>
			frontierOf(plan, harm, column),
		);
		expect(chance?.points[0]?.harm.value).toBeCloseTo(0.25 / 2, 12);
		expect(size?.points[0]?.harm.value).toBeCloseTo((0.25 * 40) / 2, 12);
		expect(size?.points[1]?.costLess.value).toBe(5);
		expect(size?.points[1]?.harmLess.value).toBeCloseTo(-5, 12);
	});

	it("shows shortfalls where there are any, else what metal costs", () => {
		expect(tellingHarms(plan, column)).toEqual(SHORTFALLS);
		const calm = choicesByHand([["nothing", 0]], [["calm", 1]], () => [0, 0]);
		expect(tellingHarms(calm.plan, calm.column)).toEqual(PRICES);
	});
});
