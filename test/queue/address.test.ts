import { describe, expect, it } from "vitest";
import { redisAddress } from "../../src/queue/address.ts";
import { readJob } from "../../src/queue/job.ts";
import { redisFault } from "../../src/queue/redis-words.ts";
import { readReply } from "../../src/queue/reply.ts";
import { fakePlan } from "../experiment/fake-batch.ts";

describe("the address of a Redis", () => {
	it("is shown without user and password", () => {
		const address = redisAddress(
			"rediss://anna:p%40ss@db.example:7000/3",
			null,
		);
		expect(address).toEqual({
			host: "db.example",
			port: 7000,
			database: 3,
			tls: true,
			user: "anna",
			password: "p@ss",
			shown: "rediss://db.example:7000/3",
		});
		expect(redisAddress("redis://[::1]", null).shown).toBe(
			"redis://[::1]:6379",
		);
	});

	it("takes user and password from the environment for the same place, and for no other", () => {
		const known = "redis://anna:secret@here:6379";
		expect(redisAddress("redis://here", known).password).toBe("secret");
		expect(redisAddress("redis://there", known).password).toBeNull();
		expect(redisAddress("rediss://here", known).password).toBeNull();
	});

	it.each([
		"here:6379",
		"http://:hunter2@here",
		"redis://:hunter2@",
		"redis://:hunter2@here?x=1",
		"redis://:hunter2@here/zero",
		"redis://:hunter2%@here",
		"redis://:hunter2@he re",
	])("is refused when odd, without repeating it: %s", (written) => {
		const read = () => redisAddress(written, null);
		expect(read).toThrow(/Redis/);
		expect(read).not.toThrow(/hunter2/);
	});
});

describe("what stood in Redis", () => {
	const plan = fakePlan();
	const hash = "a".repeat(64);
	const job = { plan: hash, index: 2, from: 10, to: 15 };

	it("is a job only when it asks for a block of the plan, and for nothing else", () => {
		expect(readJob(plan, hash, job)).toEqual({ index: 2, from: 10, to: 15 });
		for (const other of [
			{ ...job, to: 16 },
			{ ...job, index: 99, from: 495, to: 500 },
			{ ...job, plan: "b".repeat(64) },
			{ ...job, more: 1 },
			{ ...job, index: "2" },
			null,
		])
			expect(() => readJob(plan, hash, other)).toThrow(/^refused: the job/);
	});

	it("is an answer only in its exact form", () => {
		const done = {
			kind: "done",
			...{ index: 1, worker: "w", sha256: hash, where: "redis" },
		};
		expect(readReply(JSON.stringify(done))).toEqual(done);
		expect(readReply(JSON.stringify({ ...done, sha256: "../x" }))).toBeNull();
		expect(readReply(JSON.stringify({ ...done, kind: "other" }))).toBeNull();
		expect(readReply("{")).toBeNull();
	});
});

describe("errors of Redis", () => {
	it.each([
		[
			"OOM command not allowed when used memory > 'maxmemory'.",
			"out of memory",
		],
		[
			"READONLY You can't write against a read only replica.",
			"takes no writes",
		],
		["NOPERM this user has no permissions", "does not let this user"],
		["connect ECONNREFUSED 127.0.0.1:1", "nothing listens"],
	])("%s is told in words", (message, words) => {
		expect(redisFault(new Error(message)).words).toContain(words);
	});
});
