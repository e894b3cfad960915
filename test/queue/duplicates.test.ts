import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import { isLost } from "../../src/experiment/block-result.ts";
import {
	type BatchPlan,
	blocksOf,
	planBatch,
	planHash,
} from "../../src/experiment/plan.ts";
import type { BlockRunner } from "../../src/experiment/run-batch.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { createSimulator } from "../../src/market/replicate.ts";
import { redisAddress } from "../../src/queue/address.ts";
import { openRedis } from "../../src/queue/connection.ts";
import { deliver } from "../../src/queue/deliver.ts";
import { queueRunner } from "../../src/queue/queue-runner.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { DeterminismError } from "../../src/storage/errors.ts";
import { aboutProgram } from "../../src/storage/folder/about-program.ts";
import { scenarioFilesOf } from "../../src/storage/folder/scenario-files.ts";
import { makeFake, newPlace } from "../storage/fake-results.ts";
import { HAS_REDIS, privateRedis } from "./private-redis.ts";

vi.stubEnv("STIBIUM_QUEUE_HASTE", "2");

/** Eight blocks of a scenario of six months. */
async function smallPlan(): Promise<BatchPlan> {
	const path = join(await newPlace(), "short.yaml");
	writeFileSync(
		path,
		"version: 1\nname: Short\nquestion: What if?\nhorizon: {from: 2022-01, to: 2022-06}\nreference: 2022-02\n",
	);
	return planBatch({
		scenarios: [loadScenario(path, scenarioFilesOf(path), WORLD).scenario],
		seed: 7,
		replicates: { from: 0, to: 180 },
		parameters: "posterior",
		without: [],
		keepPaths: false,
	});
}

/** A batch that waits for deliveries, the connection of whoever sends them, and the outcomes to send. */
async function waitingBatch(plan: BatchPlan) {
	const { port } = await privateRedis();
	const address = redisAddress(`redis://127.0.0.1:${port}`, null);
	const sender = await openRedis(address);
	onTestFinished(() => sender.disconnect());
	const serial = serialRunner(plan, createSimulator);
	const outcomes = [];
	for (const block of blocksOf(plan)) {
		const outcome = await serial.run(block);
		if (outcome === null || isLost(outcome)) throw new Error("no result");
		outcomes.push(outcome);
	}
	const { stibium: program } = await aboutProgram();
	const open = (folder: string): Promise<BlockRunner> =>
		queueRunner(plan, {
			...{ address, folder, program, share: null, workerLine: "" },
			tell: () => {},
		});
	return { sender, outcomes, open };
}

async function batchIn(redis: Redis, jobs: number): Promise<string> {
	for (;;) {
		const [batch] = await redis.smembers("stibium:batches");
		const waiting = await redis.llen(`stibium:${batch}:wait`);
		if (batch !== undefined && waiting === jobs) return batch;
		await wait(10);
	}
}

/** In an order that is the same at every run and has nothing to do with the given one. */
function shuffled<T>(all: readonly T[]): readonly T[] {
	const keyed = all.map((one, i) => [(i * 7919 + 13) % 1009, one] as const);
	return keyed.sort(([a], [b]) => a - b).map(([, one]) => one);
}

describe.skipIf(!HAS_REDIS)("results that come more than once", () => {
	it("give the digest of one machine: 100 deliveries of eight blocks, shuffled", async () => {
		const plan = await smallPlan();
		const hash = planHash(plan);
		const { sender, outcomes, open } = await waitingBatch(plan);
		const { digest } = await makeFake(plan, {
			openRunner: () => serialRunner(plan, createSimulator),
		});
		const hundred = Array.from(
			{ length: 100 },
			(_, i) => outcomes[i % outcomes.length]!,
		);
		const sending = batchIn(sender, outcomes.length).then(async (batch) => {
			for (const outcome of shuffled(hundred))
				await deliver(sender, { batch, plan, hash }, outcome, null);
		});
		const end = await makeFake(plan, { openRunner: () => open("unused") });
		expect(end.digest).toBe(digest);
		await sending;
		expect(await sender.keys("*")).toEqual([]);
	});

	it("and differ stop the batch, and both are kept", async () => {
		const plan = await smallPlan();
		const hash = planHash(plan);
		const { sender, outcomes, open } = await waitingBatch(plan);
		const [first] = outcomes;
		const other = { ...first!, values: first!.values.map((x) => x + 1) };
		void batchIn(sender, outcomes.length).then(async (batch) => {
			const served = { batch, plan, hash };
			await deliver(sender, served, first!, null);
			await deliver(sender, served, other, null);
		});
		const place = await newPlace();
		let folder = "";
		const making = makeFake(plan, {
			destination: place,
			onFolder: (made) => {
				folder = made;
			},
			openRunner: () => open(folder),
		});
		await expect(making).rejects.toThrow(DeterminismError);
		const blocks = readdirSync(join(folder, "blocks"));
		expect(blocks).toContain("0000.parquet");
		expect(blocks).toContain("0000-again.parquet");
	});

	it("and cannot be read are asked for again, and lost at the third time", async () => {
		const plan = await smallPlan();
		const hash = planHash(plan);
		const { sender, outcomes, open } = await waitingBatch(plan);
		const [first, ...others] = outcomes;
		void batchIn(sender, outcomes.length).then(async (batch) => {
			const served = { batch, plan, hash };
			for (let time = 1; time <= 3; time++)
				await deliver(sender, { ...served, hash: `${time}` }, first!, null);
			for (const outcome of others)
				await deliver(sender, served, outcome, null);
		});
		const { manifest } = await makeFake(plan, {
			openRunner: () => open("unused"),
		});
		const lost = manifest.blocks.filter((block) => block.lost !== null);
		expect(lost.map(({ index }) => index)).toEqual([0]);
		expect(lost[0]?.lost).toContain("it is another block");
	});
});
