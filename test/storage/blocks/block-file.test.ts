import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { BatchPlan } from "../../../src/experiment/plan.ts";
import { BlockSimulator } from "../../../src/experiment/simulate-block.ts";
import { SERIES } from "../../../src/market/record/record.ts";
import {
	blockName,
	writeBlock,
} from "../../../src/storage/blocks/block-file.ts";
import { BlockReader } from "../../../src/storage/blocks/block-reader.ts";
import { fakePlan, fakeScenario } from "../../experiment/fake-batch.ts";
import { createSimulator } from "../../experiment/fake-simulator.ts";
import { newPlace } from "../fake-results.ts";

const scenarios = [
	fakeScenario("calm"),
	fakeScenario("storm", 2, { title: "fragile", months: 9 }),
];

/** A block on disk and in memory. */
async function written(plan: BatchPlan) {
	const block = { index: 2, from: 10, to: 15 };
	const result = new BlockSimulator(plan, createSimulator).run(block)!;
	const folder = await newPlace();
	await mkdir(join(folder, "blocks"));
	await writeBlock(folder, plan, "hash", result);
	return { folder, block, result };
}

test.each([
	["values", { replicates: { from: 0, to: 50 } }],
	["bins", { replicates: { from: 0, to: 5000 } }],
	["values", { replicates: { from: 0, to: 5000 }, keepPaths: true }],
])(
	"a block with paths as %s reads back bit for bit, failures and nulls with it",
	async (form, given) => {
		const plan = fakePlan({ scenarios, seed: "fails", ...given });
		const { folder, block, result } = await written(plan);
		const reader = new BlockReader(folder, plan);
		const { failures, values } = await reader.rows(block);
		expect(failures).toEqual(result.failures);
		expect(failures.filter(Boolean).length).toBe(1);
		expect(values).toEqual(result.values);
		expect(values.some(Number.isNaN)).toBe(true);
		for (const series of SERIES.keys()) {
			const paths = await reader.paths(block, series);
			expect(paths).toEqual(
				result.paths.map((ofScenario) => ofScenario[series]),
			);
			expect(paths[0]?.form).toBe(form);
		}
	},
);

test("blocks are named by their place, in four digits and more", () => {
	const name = (index: number) => blockName({ index, from: 0, to: 1 });
	expect([0, 41, 12_345].map(name)).toEqual([
		"blocks/0000.parquet",
		"blocks/0041.parquet",
		"blocks/12345.parquet",
	]);
});
