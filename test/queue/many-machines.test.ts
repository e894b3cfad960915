import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { AT_MOST, stibium, workFolder } from "../cli/program.ts";
import {
	HAS_OPENSSL,
	HAS_REDIS,
	type PrivateRedis,
	privateRedis,
} from "./private-redis.ts";
import { type Started, started, until } from "./started.ts";

const PASSWORD = "not-to-be-seen-anywhere";
const folder = workFolder();
writeFileSync(
	join(folder, "short.yaml"),
	"version: 1\nname: Short\nquestion: What if?\nhorizon: {from: 2022-01, to: 2023-12}\nreference: 2022-06\n",
);
const BATCH = ["short.yaml", "-n", "150", "--seed", "7"];
let digest = "";

beforeAll(() => {
	stibium(["run", ...BATCH, "--out", "alone"], folder);
	digest = digestIn("alone");
});

function digestIn(out: string): string {
	const text = readFileSync(join(folder, out, "latest/manifest.json"), "utf8");
	return JSON.parse(text).digest;
}

const protectedRedis = () =>
	privateRedis(["--requirepass", PASSWORD], ["-a", PASSWORD]);
const environment = ({ port }: PrivateRedis) => ({
	STIBIUM_REDIS: `redis://:${PASSWORD}@127.0.0.1:${port}`,
});

/** A command with the Redis in its environment. */
const begin = (redis: PrivateRedis, ...words: string[]): Started =>
	started(words, folder, environment(redis));
const worker = (redis: PrivateRedis, ...words: string[]) =>
	begin(redis, "worker", "--workers", "1", ...words);
const enqueue = (redis: PrivateRedis, out: string, ...words: string[]) =>
	begin(redis, "enqueue", ...BATCH, "--out", out, ...words);

/** The one batch that is open. */
async function openBatch(redis: PrivateRedis): Promise<string> {
	await until(
		() => redis.ask("smembers", "stibium:batches") !== "",
		() => "an open batch",
	);
	return redis.ask("smembers", "stibium:batches");
}

/** Resolves when a worker has begun a job of the one batch. */
async function jobBegun(redis: PrivateRedis): Promise<void> {
	const active = `stibium:${await openBatch(redis)}:active`;
	await until(
		() => Number(redis.ask("llen", active)) > 0,
		() => "a job that was begun",
	);
}

/** Nothing is in Redis any more. */
const emptied = (redis: PrivateRedis) =>
	until(
		() => redis.ask("dbsize") === "0",
		() => `an empty Redis: ${redis.ask("keys", "*")}`,
	);

/** All bytes below a folder, as text. */
function allBytes(path: string): string {
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
		.join("\n");
}

if (!HAS_REDIS)
	console.warn("redis-server is not installed: the queue is not tested");

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

	it("loses a block that kills three workers, and says so", async () => {
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
		expect(queued.said()).toContain("block 0 is lost: its worker died 3 times");
		await emptied(redis);
	});

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

	it("comes back through a shared folder, which is empty in the end", async () => {
		const redis = await protectedRedis();
		const share = join(folder, "share");
		mkdirSync(share);
		const queued = enqueue(redis, "shared", "--share", share);
		worker(redis, "--share", share);
		expect(await queued.ended(), queued.said()).toBe(EXIT.done);
		expect(digestIn("shared")).toBe(digest);
		expect(readdirSync(share)).toEqual([]);
	});

	it("shares a Redis and its workers with another; both are whole", async () => {
		const redis = await protectedRedis();
		const queued = [enqueue(redis, "one"), enqueue(redis, "two", "--compare")];
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
	});

	it("is waited for by workers that came first; one that meets none ends by itself", async () => {
		const redis = await protectedRedis();
		const env = environment(redis);
		const early = (haste: string) =>
			started(["worker", "--until-empty"], folder, {
				...env,
				STIBIUM_QUEUE_HASTE: haste,
			});
		// a fifth of ten seconds would be over, a fifth of a minute is not
		const first = early("5");
		const idle = early("60");
		expect(await idle.ended(), idle.said()).toBe(EXIT.done);
		expect(idle.said()).toContain("no batch is open; 0 blocks of 0 batches");
		await wait(2_500);
		const queued = enqueue(redis, "late");
		expect(await queued.ended(), queued.said()).toBe(EXIT.done);
		expect(await first.ended(), first.said()).toBe(EXIT.done);
		expect(first.said()).toContain("6 blocks of 1 batch done");
		expect(digestIn("late")).toBe(digest);
	});
});

describe.skipIf(!HAS_REDIS)("a Redis that goes away", () => {
	it("for good ends a batch with exit 7 and the line that resumes it, and the worker with 7; the resumed batch has the digest", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "gone");
		const busy = worker(redis);
		await jobBegun(redis);
		await redis.kill();
		expect(await queued.ended(), queued.said()).toBe(EXIT.stopped);
		expect(queued.said()).toMatch(
			/Redis at redis:\/\/127\.0\.0\.1:\d+ is not there.*it was waited for \d s; what is finished is kept, go on with: npx stibium resume gone\/\S+ --redis redis:\/\/127\.0\.0\.1:\d+\n/,
		);
		expect(await busy.ended(), busy.said()).toBe(EXIT.stopped);
		const resumed = stibium(["resume", "latest", "--out", "gone"], folder);
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

	it("or rather is full ends a batch with exit 7", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "full");
		await openBatch(redis);
		redis.ask("config", "set", "maxmemory", "100kb");
		expect(await queued.ended(), queued.said()).toBe(EXIT.stopped);
		expect(queued.said()).toContain("is out of memory; it was waited for");
	});

	it("from an enqueue that Ctrl-C ends: it is gone soon, nothing is left, and resume goes on through the queue", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "stopped");
		const busy = worker(redis);
		await jobBegun(redis);
		const begun = performance.now();
		queued.child.kill("SIGINT");
		expect(await queued.ended(), queued.said()).toBe(EXIT.interrupted);
		expect(performance.now() - begun).toBeLessThan(5_000);
		await emptied(redis);
		const line = /npx stibium (resume \S+ --redis \S+)/.exec(queued.said());
		const resumed = begin(redis, ...(line?.[1] ?? "").split(" "));
		expect(await resumed.ended(), resumed.said()).toBe(EXIT.done);
		expect(digestIn("stopped")).toBe(digest);
		busy.child.kill("SIGINT");
		await emptied(redis);
	});

	it("from an enqueue killed with -9: a worker sweeps up behind it", async () => {
		const redis = await protectedRedis();
		const queued = enqueue(redis, "killed");
		await openBatch(redis);
		const busy = worker(redis, "--until-empty");
		await jobBegun(redis);
		queued.child.kill("SIGKILL");
		expect(await busy.ended(), busy.said()).toBe(EXIT.done);
		await emptied(redis);
	});
});

describe.skipIf(!HAS_REDIS)("a Redis that cannot be used", () => {
	const refused = async (address: string, env: Record<string, string> = {}) => {
		const words = ["enqueue", ...BATCH, "--out", "never", "--redis", address];
		const tried = started(words, folder, env);
		const code = await tried.ended();
		expect(readdirSync(folder)).not.toContain("never");
		return { code, said: tried.said() };
	};

	it("is named, with what to do, before a folder is made", async () => {
		const redis = await protectedRedis();
		const at = `127.0.0.1:${redis.port}`;
		const wrong = await refused(`redis://:hunter2@${at}`);
		expect(wrong).toEqual({
			code: EXIT.usage,
			said: `Redis at redis://${at} does not take this user and password\n`,
		});
		const none = await refused(`redis://${at}`);
		expect(none.code).toBe(EXIT.usage);
		expect(none.said).toContain(
			"asks for a password; give it in STIBIUM_REDIS",
		);
		redis.ask("config", "set", "maxmemory", "100mb");
		redis.ask("config", "set", "maxmemory-policy", "allkeys-lru");
		const dropping = await refused(`redis://${at}`, environment(redis));
		expect(dropping.code).toBe(EXIT.usage);
		expect(dropping.said).toContain("expected noeviction");
		const odd = await refused(`${environment(redis)["STIBIUM_REDIS"]}/99`);
		expect(odd.code).toBe(EXIT.usage);
		expect(odd.said).toContain("no database of that number");
		redis.ask("config", "set", "maxmemory-policy", "noeviction");
		redis.ask("replicaof", "127.0.0.1", "1");
		const replica = await refused(`redis://${at}`, environment(redis));
		expect(replica.code).toBe(EXIT.usage);
		expect(replica.said).toContain("expected its master");
		await redis.kill();
		const absent = await refused(`redis://${at}`);
		expect(absent).toEqual({
			code: EXIT.stopped,
			said: `Redis at redis://${at} is not there: nothing listens at that address\n`,
		});
	});

	it("because it listens and says nothing is left within half a minute", async () => {
		const silent = createServer();
		await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
		const at = silent.address();
		const port = typeof at === "object" ? at?.port : 0;
		const tried = await refused(`redis://127.0.0.1:${port}`);
		silent.close();
		expect(tried.code).toBe(EXIT.stopped);
		expect(tried.said).toContain("does not answer");
	}, 60_000);

	it.skipIf(!HAS_OPENSSL)(
		"for want of trust can be used once its authority is named",
		async () => {
			const tls = certificates(join(folder, "tls"));
			const redis = await privateRedis(
				[
					"--tls-cert-file",
					tls.cert,
					"--tls-key-file",
					tls.key,
					"--tls-auth-clients",
					"no",
				],
				["--tls", "--cacert", tls.authority],
			);
			const address = `rediss://localhost:${redis.port}`;
			const distrusted = await refused(address);
			expect(distrusted.code).toBe(EXIT.usage);
			expect(distrusted.said).toContain("NODE_EXTRA_CA_CERTS");
			const env = {
				NODE_EXTRA_CA_CERTS: tls.authority,
				STIBIUM_REDIS: address,
			};
			const queued = started(
				["enqueue", ...BATCH, "--out", "tls"],
				folder,
				env,
			);
			await openBatch(redis);
			const all = started(["worker", "--until-empty"], folder, env);
			expect(await queued.ended(), queued.said() + all.said()).toBe(EXIT.done);
			expect(digestIn("tls")).toBe(digest);
		},
	);
});

/** An authority of our own, and a certificate for this machine that it vouches for. */
function certificates(place: string) {
	mkdirSync(place);
	const at = (name: string) => join(place, name);
	const openssl = (...words: string[]) => {
		const done = spawnSync("openssl", words, {
			...AT_MOST,
			encoding: "utf8",
		});
		if (done.status !== 0) throw new Error(done.stderr);
	};
	const fresh = (name: string) => [
		...["-newkey", "rsa:2048", "-nodes", "-keyout", at(`${name}.key`)],
		...["-subj", `/CN=${name}`],
	];
	openssl("req", "-x509", ...fresh("authority"), "-out", at("authority.pem"));
	openssl("req", ...fresh("localhost"), "-out", at("localhost.csr"));
	writeFileSync(at("names"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
	openssl(
		...[
			"x509",
			"-req",
			"-in",
			at("localhost.csr"),
			"-out",
			at("localhost.pem"),
		],
		...["-CA", at("authority.pem"), "-CAkey", at("authority.key")],
		...["-CAcreateserial", "-extfile", at("names")],
	);
	return {
		authority: at("authority.pem"),
		cert: at("localhost.pem"),
		key: at("localhost.key"),
	};
}
