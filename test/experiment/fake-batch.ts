import {
	type BatchPlan,
	type BatchRequest,
	planBatch,
} from "../../src/experiment/plan.ts";
import type { SoundScenario } from "../../src/scenario/types.ts";

/** A scenario of the simulator in `fake-simulator.ts`: `level` scales its numbers. */
export function fakeScenario(
	name: string,
	level = 1,
	{ title = name, months = 5 } = {},
): SoundScenario {
	const row = { unit: "1", basis: "assumed", source: "", overridden: false };
	return {
		name,
		title,
		question: `What if ${name}?`,
		horizon: { from: 48, to: 48 + months - 1 },
		reference: 50,
		parameters: [
			{ path: "level", distribution: { kind: "fixed", value: level }, ...row },
			{
				path: "demand.elasticity.short",
				distribution: { kind: "uniform", low: 0, high: 1 },
				...row,
			},
		],
		shocks: [],
		expect: [],
		world: { agents: [] },
	} as unknown as SoundScenario;
}

/** A plan of two scenarios and ten blocks of five, save what is given. */
export function fakePlan(
	given: Partial<BatchRequest> = {},
	blockSize = 5,
): BatchPlan {
	return {
		...planBatch({
			scenarios: [fakeScenario("calm"), fakeScenario("storm", 2)],
			seed: 42,
			replicates: { from: 0, to: 50 },
			parameters: "prior",
			without: [],
			keepPaths: false,
			...given,
		}),
		blockSize,
	};
}
