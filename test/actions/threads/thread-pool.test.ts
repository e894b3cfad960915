import { afterEach, describe, expect, test } from "vitest";
import { recordOf2018To2024 } from "../../../src/actions/scenarios/record-scenario.ts";
import { JudgeThreads } from "../../../src/actions/threads/judge-threads.ts";
import { PointThreads } from "../../../src/actions/threads/point-threads.ts";
import { ThreadPool } from "../../../src/actions/threads/thread-pool.ts";
import { ValidationThreads } from "../../../src/actions/threads/validation-threads.ts";
import { RECORD_TARGET } from "../../../src/inference/calibration/scored-rows.ts";

/** What a thread of these tests is asked. */
interface Task {
	readonly value?: number;
	/** milliseconds before it answers or dies */
	readonly wait?: number;
	/** threads that die before one answers */
	readonly deaths?: number;
	readonly by?: "exit" | "error";
	readonly untilStopped?: boolean;
}

const entry = new URL("fragile-worker.mjs", import.meta.url);
const opened: { close(): Promise<void> }[] = [];

/** A pool that is closed after the test, with how many threads began and died. */
function poolOf(width: number, cannotBegin = false) {
	const counts = new Int32Array(new SharedArrayBuffer(8));
	const pool = new ThreadPool<Task, number | string>(
		...([entry, { counts, cannotBegin }, width] as const),
	);
	opened.push(pool);
	return { pool, counts };
}

afterEach(async () => {
	await Promise.all(opened.splice(0).map((each) => each.close()));
});

describe("a pool of threads", () => {
	test("gives answers in the order of the tasks, whichever thread was first", async () => {
		const { pool } = poolOf(3);
		const waits = [200, 0, 100, 0, 50, 0, 20];
		const done: number[] = [];
		const answers = await pool.askAll(
			waits.map((wait, value) => ({ value, wait })),
			(place) => done.push(place),
		);
		expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(done.toSorted()).toEqual(answers);
	});

	test("begins no more threads than there is work for, and begins each once", async () => {
		const { pool, counts } = poolOf(4);
		await pool.askAll([{ value: 1 }]);
		await pool.askAll([{ value: 2 }]);
		expect(counts[0]).toBe(1);
	});

	test.each(["exit", "error"] as const)(
		"puts another in the place of a thread that dies by an %s, and asks the task again",
		async (by) => {
			const { pool, counts } = poolOf(2);
			const tasks = [{ value: 1 }, { value: 2, deaths: 2, by }, { value: 3 }];
			expect(await pool.askAll(tasks)).toEqual([1, 2, 3]);
			expect(counts[1]).toBe(2);
		},
	);

	test.each([
		["exit", "it ended without a word (exit code 9)"],
		["error", "out of luck (exit code 1)"],
	] as const)(
		"ends, with the reason, when three threads die of one task by an %s",
		async (by, reason) => {
			const { pool, counts } = poolOf(2);
			const tasks = [{ value: 1 }, { deaths: 99, by }, { value: 3 }];
			await expect(pool.askAll(tasks)).rejects.toMatchObject({
				kind: "stopped",
				message: `a part of the work is lost: its worker died 3 times: ${reason}`,
			});
			expect(counts[1]).toBe(3);
		},
	);

	test("ends at the first thread that cannot be set up, and says why", async () => {
		const { pool, counts } = poolOf(1, true);
		await expect(pool.ask({ value: 1 })).rejects.toThrow(
			"no market can be built",
		);
		expect(counts[0]).toBe(1);
	});

	test("that is closed ends what it was doing and begins no other thread", async () => {
		const { pool, counts } = poolOf(1);
		await pool.ask({ value: 1 });
		const asked = pool.ask({ untilStopped: true });
		await pool.close();
		await expect(asked).rejects.toThrow("its threads were ended");
		expect(counts[0]).toBe(1);
	});

	test("tells a long task to give up some time after the signal", async () => {
		const { pool } = poolOf(1);
		const controller = new AbortController();
		const asked = pool.ask({ untilStopped: true }, controller.signal);
		controller.abort();
		expect(await asked).toBe("given up");
	});
});

describe("work that no thread outlives ends a command with the reason:", () => {
	const scenario = recordOf2018To2024();
	const opens = <T extends { close(): Promise<void> }>(threads: T): T => {
		opened.push(threads);
		return threads;
	};

	test("a judged draw", async () => {
		const setting = { scenario, seed: 1, target: RECORD_TARGET };
		const judges = opens(new JudgeThreads(setting, 1));
		await expect(judges.facts([null as never])).rejects.toThrow(
			/its worker died 3 times: .*null/,
		);
	});

	test("a point of a design", async () => {
		const metric = "mean_price_12m_usd_t";
		const setting = { scenario, seed: 1, metric, lucks: 1 } as const;
		const points = opens(new PointThreads(setting, 1, () => {}));
		await expect(points.run([null as never])).rejects.toThrow(
			/its worker died 3 times: .*null/,
		);
	});

	test("a replicate of the record", async () => {
		const setting = {
			...{ record: scenario, others: [null as never], seed: 1 },
			outlook: { restricted: scenario, free: scenario },
		};
		const threads = opens(new ValidationThreads(setting, 1));
		await expect(threads.record("prior", 1)).rejects.toThrow(
			/its worker died 3 times: .*null/,
		);
	});
});
