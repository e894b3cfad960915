import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	type ThreadOptions,
	threadRunner,
} from "../../../src/actions/threads/thread-runner.ts";
import type { BatchPlan } from "../../../src/experiment/plan.ts";
import { makeResults } from "../../../src/storage/folder/make-results.ts";
import { readManifest } from "../../../src/storage/folder/manifest.ts";
import { fakePlan } from "../../experiment/fake-batch.ts";
import { makeFake, newPlace, request } from "../../storage/fake-results.ts";

const entry = new URL("../../cli/typescript-worker.mjs", import.meta.url);
const fake = new URL("../../experiment/fake-simulator.ts", import.meta.url);
const dying = new URL("../../experiment/dying-simulator.ts", import.meta.url);
const slow = new URL("../../experiment/slow-simulator.ts", import.meta.url);

/** Threads that read TypeScript as it stands. */
const threads = (plan: BatchPlan, options: ThreadOptions) =>
	threadRunner(plan, { entry, ...options });

describe("threads", () => {
	test("of any number give the digest of one thread without them", async () => {
		const plan = fakePlan({ seed: "fails" });
		const digests = [(await makeFake(plan)).digest];
		for (const workers of [1, 3]) {
			const { digest } = await makeFake(plan, {
				openRunner: (asked) => threads(asked, { workers, simulator: fake }),
			});
			digests.push(digest);
		}
		expect(new Set(digests).size).toBe(1);
	});

	test("that die are replaced, and their block is computed again", async () => {
		const file = join(await newPlace(), "deaths");
		const plan = fakePlan({ seed: `2 ${file}` });
		const end = await makeFake(plan, {
			openRunner: (asked) => threads(asked, { workers: 2, simulator: dying }),
		});
		expect(readFileSync(file, "utf8")).toBe("xx");
		expect(end.manifest.blocks.every(({ lost }) => lost === null)).toBe(true);
		expect(end.digest).toBe((await makeFake(fakePlan())).digest);
	});

	test("that die three times of one block lose it, and the rest is done", async () => {
		const file = join(await newPlace(), "deaths");
		const plan = fakePlan({ seed: `99 ${file}` });
		const end = await makeFake(plan, {
			openRunner: (asked) => threads(asked, { workers: 2, simulator: dying }),
		});
		expect(readFileSync(file, "utf8")).toBe("xxx");
		const lost = end.manifest.blocks.filter((block) => block.lost !== null);
		expect(lost).toEqual([
			{
				...{ index: 1, from: 5, to: 10, sha256: null },
				lost: "its worker died 3 times: it ended without a word (exit code 9)",
			},
		]);
	});

	test("end the batch when no market can be built, and say why", async () => {
		const plan = fakePlan({ seed: "unusable" });
		await expect(
			makeFake(plan, {
				openRunner: (asked) => threads(asked, { workers: 2, simulator: fake }),
			}),
		).rejects.toThrow("no market can be built");
	});

	test("give up a long block after an interruption, and the manifest says so", async () => {
		const controller = new AbortController();
		// a block of an hour: none could end
		const plan = fakePlan({ replicates: { from: 0, to: 72_000 } }, 36_000);
		const end = await makeResults(
			await request(plan, {
				signal: controller.signal,
				openRunner(asked) {
					setTimeout(() => controller.abort(), 500);
					return threads(asked, { workers: 2, simulator: slow });
				},
			}),
		);
		expect(end).toMatchObject({ state: "interrupted", blocks: { done: 0 } });
		expect((await readManifest(end.folder)).state).toBe("interrupted");
	});

	test("end short blocks after an interruption and keep them", async () => {
		const controller = new AbortController();
		const plan = fakePlan({ replicates: { from: 0, to: 500 } });
		const end = await makeResults(
			await request(plan, {
				signal: controller.signal,
				onProgress: ({ done }) => {
					if (done >= 100) controller.abort();
				},
				openRunner: (asked) => threads(asked, { workers: 2, simulator: fake }),
			}),
		);
		if (end.state === "complete") throw new Error("it ended too soon");
		expect(end.blocks.done).toBeGreaterThanOrEqual(20);
		expect(end.blocks.done).toBeLessThanOrEqual(27);
	});
});
