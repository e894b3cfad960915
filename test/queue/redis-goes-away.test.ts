import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/line/exit-codes.ts";
import { cli } from "../cli/program.ts";
import { LONG } from "../long.ts";
import { HAS_REDIS } from "./private-redis.ts";
import {
	begin,
	digest,
	digestIn,
	emptied,
	enqueue,
	folder,
	jobBegun,
	openBatch,
	protectedRedis,
	worker,
} from "./short-batch.ts";

describe.skipIf(!HAS_REDIS)("a Redis that goes away", () => {
	it("for good ends a batch with exit 7 and the line that resumes it, and the worker with 7; the resumed batch has the digest", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "gone");
		const busy = worker(redis);
		await jobBegun(redis);
		await redis.kill();
		expect(await queued.ended(), queued.said()).toBe(EXIT.stopped);
		expect(queued.said()).toMatch(
			/Redis at redis:\/\/127\.0\.0\.1:\d+ is not there.*it was waited for \d+ s; what is finished is kept, go on with: npx stibium resume gone\/\S+ --redis redis:\/\/127\.0\.0\.1:\d+\n/,
		);
		expect(await busy.ended(), busy.said()).toBe(EXIT.stopped);
		const resumed = await cli(["resume", "latest", "--out", "gone"], folder);
		expect(resumed.code, resumed.talk).toBe(EXIT.done);
		expect(digestIn("gone")).toBe(digest);
	});

	it("for a moment, and comes back empty, is survived by both sides", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "moment");
		worker(redis);
		await jobBegun(redis);
		await redis.kill();
		await redis.begin();
		expect(await queued.ended(), queued.said()).toBe(EXIT.done);
		expect(digestIn("moment")).toBe(digest);
		await emptied(redis);
	});

	it.runIf(LONG)("or rather is full ends a batch with exit 7", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "full");
		await openBatch(redis);
		redis.ask("config", "set", "maxmemory", "100kb");
		expect(await queued.ended(), queued.said()).toBe(EXIT.stopped);
		expect(queued.said()).toContain("is out of memory; it was waited for");
	});

	it.runIf(LONG)(
		"from an enqueue that Ctrl-C ends: it is gone, nothing is left, and resume goes on through the queue",
		async () => {
			const redis = await protectedRedis();
			const queued = enqueue(redis, "stopped");
			const busy = worker(redis);
			await jobBegun(redis);
			queued.child.kill("SIGINT");
			expect(await queued.ended(), queued.said()).toBe(EXIT.interrupted);
			await emptied(redis);
			const line = /npx stibium (resume \S+ --redis \S+)/.exec(queued.said());
			const resumed = begin(redis, ...(line?.[1] ?? "").split(" "));
			expect(await resumed.ended(), resumed.said()).toBe(EXIT.done);
			expect(digestIn("stopped")).toBe(digest);
			busy.child.kill("SIGINT");
			await emptied(redis);
		},
	);

	it.runIf(LONG)(
		"from an enqueue killed with -9: a worker sweeps up behind it",
		async () => {
			const redis = await protectedRedis();
			const queued = enqueue(redis, "killed");
			await openBatch(redis);
			const busy = worker(redis, "--until-empty");
			await jobBegun(redis);
			queued.child.kill("SIGKILL");
			expect(await busy.ended(), busy.said()).toBe(EXIT.done);
			await emptied(redis);
		},
	);
});
