import { describe, expect, test } from "vitest";
import {
	blocksOf,
	isExact,
	planBatch,
	planHash,
	shardOf,
	withReplicates,
} from "../../src/experiment/plan.ts";
import { fakePlan, fakeScenario } from "./fake-batch.ts";

const sized = (to: number, from = 0) =>
	planBatch({ ...fakePlan(), replicates: { from, to } });

describe("a plan", () => {
	test("lists scenarios by name and mechanisms once, whatever the order of arguments", () => {
		const scenarios = [fakeScenario("storm", 2), fakeScenario("calm")];
		const plan = fakePlan({
			scenarios,
			without: ["traders", "hoarding", "traders"],
		});
		expect(plan.scenarios.map(({ name }) => name)).toEqual(["calm", "storm"]);
		expect(plan.without).toEqual(["hoarding", "traders"]);
		expect(planHash(plan)).toBe(
			planHash(
				fakePlan({
					scenarios: [...scenarios].reverse(),
					without: ["hoarding", "traders"],
				}),
			),
		);
	});

	test("with other replicates is what would be planned for these", () => {
		const plan = sized(250);
		const ranges = [
			{ from: 250, to: 500 },
			{ from: 0, to: 16_000 },
		];
		for (const { from, to } of ranges)
			expect(withReplicates(plan, { from, to })).toEqual(sized(to, from));
		expect(() => withReplicates(plan, { from: 2, to: 1 })).toThrow(RangeError);
		const shard = shardOf(plan, { index: 1, count: 2 });
		expect(() => withReplicates(shard, { from: 0, to: 1 })).toThrow(RangeError);
	});

	test("has a hash that moves with all that moves numbers, and with nothing else", () => {
		const hash = planHash(fakePlan());
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		const others = [
			fakePlan({ seed: 43 }),
			fakePlan({ seed: "42" }),
			fakePlan({ replicates: { from: 0, to: 51 } }),
			fakePlan({ replicates: { from: 1, to: 50 } }),
			fakePlan({ parameters: "screened" }),
			fakePlan({ without: ["traders"] }),
			fakePlan({ scenarios: [fakeScenario("calm")] }),
			fakePlan({ scenarios: [fakeScenario("calm"), fakeScenario("storm", 3)] }),
			fakePlan({ scenarios: [fakeScenario("calm"), fakeScenario("rain", 2)] }),
			fakePlan({}, 25),
		].map((plan) => planHash(plan));
		expect(new Set([hash, ...others]).size).toBe(others.length + 1);
		expect(planHash(fakePlan({ keepPaths: true }))).toBe(hash);
		const renamed = fakeScenario("storm", 2, { title: "Another title" });
		expect(
			planHash(fakePlan({ scenarios: [fakeScenario("calm"), renamed] })),
		).toBe(hash);
	});

	test("has blocks of 25 up to 4,096 replicates and of 100 beyond, which no shard or worker moves", () => {
		expect(sized(4096).blockSize).toBe(25);
		expect(isExact(sized(4096))).toBe(true);
		expect(sized(4097).blockSize).toBe(100);
		expect(isExact(sized(4097))).toBe(false);
	});

	test("cuts every replicate into one block, at multiples of the block size", () => {
		expect(blocksOf(sized(110, 30))).toEqual([
			{ index: 1, from: 30, to: 50 },
			{ index: 2, from: 50, to: 75 },
			{ index: 3, from: 75, to: 100 },
			{ index: 4, from: 100, to: 110 },
		]);
		expect(blocksOf(sized(7, 7))).toEqual([]);
		const covered = blocksOf(sized(6000, 13)).flatMap(({ from, to }) =>
			Array.from({ length: to - from }, (_, i) => from + i),
		);
		expect(covered).toEqual(Array.from({ length: 5987 }, (_, i) => i + 13));
	});

	test.each([
		["no scenario", { scenarios: [] }, /needs a scenario/],
		[
			"two of one name",
			{ scenarios: [fakeScenario("calm"), fakeScenario("calm", 3)] },
			/two scenarios are named calm/,
		],
		["a range that descends", { replicates: { from: 5, to: 4 } }, /ascending/],
		["half a replicate", { replicates: { from: 0, to: 1.5 } }, /whole numbers/],
		[
			"replicates beyond 32 bits",
			{ replicates: { from: 0, to: 2 ** 33 } },
			/4294967295/,
		],
	])("is refused with %s", (_, given, words) => {
		expect(() => fakePlan(given)).toThrow(words);
	});
});

describe("shards of a plan", () => {
	const shards = (count: number, to: number, from = 0) =>
		Array.from({ length: count }, (_, i) =>
			shardOf(sized(to, from), { index: i + 1, count }),
		);

	test.each([
		[1, 110],
		[3, 110],
		[16, 110],
		[7, 5000],
	])(
		"%i of them share the blocks of %i replicates, each as many as any other or one more",
		(count, to) => {
			const parts = shards(count, to, 13);
			expect(parts.flatMap(blocksOf)).toEqual(blocksOf(sized(to, 13)));
			const lengths = parts.map((part) => blocksOf(part).length);
			expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(
				1,
			);
		},
	);

	test("have the hash, the block size and the quantiles of the whole, and are told apart", () => {
		const whole = sized(5000);
		for (const part of shards(4, 5000)) {
			expect(planHash(part)).toBe(planHash(whole));
			expect(part.blockSize).toBe(whole.blockSize);
			expect(isExact(part)).toBe(false);
			expect(part.shard?.whole).toEqual({ from: 0, to: 5000 });
		}
		expect(whole.shard).toBeNull();
	});

	test("that do not exist, or of a shard, are refused", () => {
		expect(() => shardOf(sized(50), { index: 4, count: 3 })).toThrow(
			/no shard 4 of 3/,
		);
		expect(() => shardOf(sized(50), { index: 0, count: 3 })).toThrow(
			/no shard/,
		);
		const [part] = shards(2, 50);
		expect(() => shardOf(part!, { index: 1, count: 2 })).toThrow(
			/cannot be divided again/,
		);
	});
});
