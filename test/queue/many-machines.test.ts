import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/line/exit-codes.ts";
import { LONG } from "../long.ts";
import { HAS_REDIS } from "./private-redis.ts";
import {
	digest,
	digestIn,
	emptied,
	enqueue,
	environment,
	folder,
	jobBegun,
	openBatch,
	PASSWORD,
	protectedRedis,
	worker,
} from "./short-batch.ts";
import { started, until } from "./started.ts";

/** All bytes below a folder, as text. */
function allBytes(path: string): string {
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
		.join("\n");
}

describe.skipIf(!HAS_REDIS)("a batch over many machines", () => {
	it("has the digest of one machine though one of three workers is killed with -9 mid-job; nothing is left in Redis, the password is nowhere", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "three");
		const doomed = worker(redis);
		await jobBegun(redis);
		doomed.child.kill("SIGKILL");
		const others = [worker(redis), worker(redis)];
		expect(await queued.ended(), queued.said()).toBe(EXIT.done);
		expect(digestIn("three")).toBe(digest);
		expect(queued.said()).toMatch(
			/block \d+ stalled: its worker died or fell silent; it is given to another/,
		);
		expect(queued.said()).toMatch(/2 workers connected/);
		for (const other of others) other.child.kill("SIGINT");
		for (const other of others)
			expect(await other.ended()).toBe(EXIT.interrupted);
		await emptied(redis);
		const told = [queued, doomed, ...others].map(({ said }) => said());
		expect(told.join()).toContain(`redis://127.0.0.1:${redis.port}`);
		expect(told.join() + allBytes(join(folder, "three"))).not.toContain(
			PASSWORD,
		);
	});

	it.runIf(LONG)(
		"loses a block that kills three workers, and says so",
		async () => {
			const redis = await protectedRedis();
			const queued = enqueue(redis, "deaths", "-n", "25");
			const lock = `stibium:${await openBatch(redis)}:b0:lock`;
			const locked = (is: "0" | "1") =>
				until(
					() => redis.ask("exists", lock) === is,
					() => `a lock that is ${is}`,
				);
			for (let death = 1; death <= 3; death++) {
				const doomed = worker(redis);
				await locked("1");
				doomed.child.kill("SIGKILL");
				await locked("0");
			}
			worker(redis);
			expect(await queued.ended(), queued.said()).toBe(EXIT.someFailed);
			expect(queued.said()).toContain(
				"block 0 is lost: its worker died 3 times",
			);
			await emptied(redis);
		},
	);

	it("is refused untouched by a worker whose program or plan differs, which both sides say, and is done by the next", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "refused");
		const batch = await openBatch(redis);
		const key = `stibium:${batch}/plan`;
		const plan = redis.ask("get", key);
		const cases = [
			[
				/"version":"[^"]*"/,
				'"version":"9.9.9"',
				"the batch is of stibium 9.9.9",
			],
			[/"seed":7/, '"seed":8', "as it says: seed, range"],
			[/"calibration":"./, '"calibration":"', "the plan cannot be read"],
			[/to: 2023-12/, "to: 2023-11", "is not the one that was hashed"],
		] as const;
		for (const [found, put, why] of cases) {
			const changed = plan.replace(found, put);
			expect(changed).not.toBe(plan);
			redis.ask("set", key, changed);
			const refusing = worker(redis);
			expect(await refusing.ended(), refusing.said()).toBe(EXIT.usage);
			expect(refusing.said()).toContain(why);
			await queued.says(why);
		}
		redis.ask("set", key, plan);
		redis.ask("hset", `stibium:${batch}:b3`, "data", '{"index":3}');
		worker(redis);
		expect(await queued.ended(), queued.said()).toBe(EXIT.done);
		expect(queued.said()).toContain("block 3 is asked for again: refused:");
		expect(digestIn("refused")).toBe(digest);
		await emptied(redis);
	});

	it.runIf(LONG)(
		"comes back through a shared folder, which is empty in the end",
		async () => {
			const redis = await protectedRedis();
			const share = join(folder, "share");
			mkdirSync(share);
			const queued = enqueue(redis, "shared", "--share", share);
			worker(redis, "--share", share);
			expect(await queued.ended(), queued.said()).toBe(EXIT.done);
			expect(digestIn("shared")).toBe(digest);
			expect(readdirSync(share)).toEqual([]);
		},
	);

	it.runIf(LONG)(
		"shares a Redis and its workers with another; both are whole",
		async () => {
			const redis = await protectedRedis();
			const queued = [
				enqueue(redis, "one"),
				enqueue(redis, "two", "--compare"),
			];
			await until(
				() => redis.ask("scard", "stibium:batches") === "2",
				() => "two open batches",
			);
			const all = worker(redis, "--until-empty");
			expect(await all.ended(), all.said()).toBe(EXIT.done);
			expect(all.said()).toContain("12 blocks of 2 batches done");
			for (const one of queued) expect(await one.ended(), one.said()).toBe(0);
			expect(digestIn("one")).toBe(digest);
			expect(digestIn("two")).toBe(digest);
			await emptied(redis);
		},
	);

	it.runIf(LONG)(
		"is waited for by workers that came first; one that meets none ends by itself",
		async () => {
			const redis = await protectedRedis();
			const env = environment(redis);
			const early = (haste: string) =>
				started(["worker", "--until-empty"], folder, {
					...env,
					STIBIUM_QUEUE_HASTE: haste,
				});
			// half of ten seconds will be over, half of a minute will not
			const first = early("2");
			const idle = early("60");
			expect(await idle.ended(), idle.said()).toBe(EXIT.done);
			expect(idle.said()).toContain("no batch is open; 0 blocks of 0 batches");
			await wait(5_500);
			const queued = enqueue(redis, "late");
			expect(await queued.ended(), queued.said()).toBe(EXIT.done);
			expect(await first.ended(), first.said()).toBe(EXIT.done);
			expect(first.said()).toContain("6 blocks of 1 batch done");
			expect(digestIn("late")).toBe(digest);
		},
	);
});
