import { describe, expect, test } from "vitest";
import {
	type BlockOutcome,
	isLost,
} from "../../src/experiment/block-result.ts";
import { blocksInMemory } from "../../src/experiment/finished-blocks.ts";
import {
	type BatchPlan,
	type Block,
	blocksOf,
} from "../../src/experiment/plan.ts";
import { digestRows } from "../../src/experiment/row-chunks.ts";
import {
	type BlockRunner,
	type RunOptions,
	runBatch,
} from "../../src/experiment/run-batch.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { fakePlan } from "./fake-batch.ts";
import { createSimulator } from "./fake-simulator.ts";

/** Runs a plan and keeps all that the sink is given. */
async function keep(
	plan: BatchPlan,
	runner: BlockRunner,
	options: RunOptions = {},
) {
	const outcomes: BlockOutcome[] = [];
	const state = await runBatch(
		plan,
		runner,
		{
			async take(outcome) {
				outcomes.push(outcome);
			},
		},
		options,
	);
	return { state, outcomes };
}

const finished = (outcomes: readonly BlockOutcome[]) =>
	blocksInMemory(
		outcomes.flatMap((outcome) => (isLost(outcome) ? [] : [outcome])),
	);

const tick = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A runner of several hands that end their blocks in an order of its own. */
function shuffledRunner(plan: BatchPlan, width: number): BlockRunner {
	const serial = serialRunner(plan, createSimulator);
	return {
		...serial,
		width,
		async run(block) {
			for (let i = 0; i < (block.index * 7) % 5; i++) await tick();
			return serial.run(block);
		},
	};
}

describe("a batch", () => {
	test("has one digest for any number of hands and any order in which blocks end", async () => {
		const plan = fakePlan();
		const digests = new Set<string>();
		for (const width of [1, 2, 4, 8]) {
			const { state, outcomes } = await keep(plan, shuffledRunner(plan, width));
			expect(state).toBe("complete");
			expect(outcomes.map(({ block }) => block.index)).toEqual(
				blocksOf(plan).map(({ index }) => index),
			);
			digests.add(await digestRows(plan, finished(outcomes)));
		}
		expect(digests.size).toBe(1);
	});

	test("has the same digest whatever the size of its blocks", async () => {
		const digests = new Set<string>();
		for (const size of [1, 5, 7, 64]) {
			const plan = fakePlan({}, size);
			const { outcomes } = await keep(
				plan,
				serialRunner(plan, createSimulator),
			);
			digests.add(await digestRows(plan, finished(outcomes)));
		}
		expect(digests.size).toBe(1);
	});

	test("holds few blocks while one is slow: at most three a hand wait", async () => {
		const plan = fakePlan({ replicates: { from: 0, to: 500 } });
		const serial = serialRunner(plan, createSimulator);
		const begun: number[] = [];
		let open: () => void = () => {};
		const gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const running = keep(plan, {
			...serial,
			width: 2,
			async run(block: Block) {
				begun.push(block.index);
				if (block.index === 0) await gate;
				return serial.run(block);
			},
		});
		for (let i = 0; i < 50; i++) await tick();
		expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
		open();
		expect((await running).outcomes.length).toBe(100);
	});

	test("ends the running blocks and begins no other when the signal fires", async () => {
		const plan = fakePlan();
		const controller = new AbortController();
		const { state, outcomes } = await keep(plan, shuffledRunner(plan, 2), {
			signal: controller.signal,
			onProgress: ({ done }) => {
				if (done >= 15) controller.abort();
			},
		});
		expect(state).toBe("interrupted");
		const indices = outcomes.map(({ block }) => block.index);
		expect(indices.length).toBeLessThan(10);
		expect(indices).toEqual(indices.map((_, i) => i));
	});

	test("that is interrupted and run on has the digest of one that was not", async () => {
		const plan = fakePlan();
		const whole = await keep(plan, serialRunner(plan, createSimulator));
		const some = [8, 1, 5].map((index) => blocksOf(plan)[index]!);
		const first = await keep(plan, serialRunner(plan, createSimulator), {
			blocks: some,
		});
		const rest = await keep(plan, serialRunner(plan, createSimulator), {
			blocks: blocksOf(plan).filter((block) => !some.includes(block)),
		});
		const both = [...first.outcomes, ...rest.outcomes];
		expect(await digestRows(plan, finished(both))).toBe(
			await digestRows(plan, finished(whole.outcomes)),
		);
	});

	test("stops with the sink's error, and asks for no further block", async () => {
		const plan = fakePlan({ replicates: { from: 0, to: 500 } });
		const serial = serialRunner(plan, createSimulator);
		let begun = 0;
		const failing = runBatch(
			plan,
			{
				...serial,
				width: 2,
				async run(block) {
					begun++;
					await tick();
					return serial.run(block);
				},
			},
			{
				async take() {
					throw new Error("the disk is full");
				},
			},
		);
		await expect(failing).rejects.toThrow("the disk is full");
		expect(begun).toBeLessThan(10);
	});

	test("stops when no block can be computed", async () => {
		const plan = fakePlan({ seed: "unusable" });
		expect(() => serialRunner(plan, createSimulator)).toThrow(
			"no market can be built",
		);
	});

	test("tells how far it has come, and how many records failed", async () => {
		const plan = fakePlan();
		const told: string[] = [];
		const serial = serialRunner(plan, createSimulator);
		await keep(
			plan,
			{
				...serial,
				run: async (block) =>
					block.index === 4 ? { block, lost: "gone" } : serial.run(block),
			},
			{
				onProgress: ({ done, total, failed }) =>
					told.push(`${done}/${total} ${failed}`),
			},
		);
		expect(told[3]).toBe("20/50 0");
		expect(told[4]).toBe("25/50 5");
		expect(told.at(-1)).toBe("50/50 5");
	});
});
