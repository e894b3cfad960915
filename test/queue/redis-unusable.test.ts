import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { EXIT } from "../../src/cli/line/exit-codes.ts";
import { AT_MOST, cli } from "../cli/program.ts";
import { LONG } from "../long.ts";
import { HAS_OPENSSL, HAS_REDIS, privateRedis } from "./private-redis.ts";
import {
	BATCH,
	digest,
	digestIn,
	environment,
	folder,
	openBatch,
	protectedRedis,
} from "./short-batch.ts";
import { HASTE, started } from "./started.ts";

describe.skipIf(!HAS_REDIS)("a Redis that cannot be used", () => {
	const refused = async (address: string, env: Record<string, string> = {}) => {
		const words = ["enqueue", ...BATCH, "--out", "never", "--redis", address];
		for (const [name, value] of Object.entries({ ...HASTE, ...env }))
			vi.stubEnv(name, value);
		const { code, out, talk } = await cli(words, folder);
		vi.unstubAllEnvs();
		expect(readdirSync(folder)).not.toContain("never");
		return { code, said: out + talk };
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

	it.runIf(LONG)(
		"because it listens and says nothing is left within half a minute, and sooner by a worker that is told to go",
		async () => {
			const silent = createServer();
			await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
			const at = silent.address();
			const port = typeof at === "object" ? at?.port : 0;
			const address = `redis://127.0.0.1:${port}`;
			const leaving = started(["worker", "--redis", address], folder);
			const trying = refused(address);
			await leaving.says(/threads? for the batches at/);
			leaving.child.kill("SIGTERM");
			expect(await leaving.ended(), leaving.said()).toBe(EXIT.interrupted);
			const tried = await trying;
			silent.close();
			expect(tried.code).toBe(EXIT.stopped);
			expect(tried.said).toContain("does not answer");
		},
	);

	it.runIf(LONG && HAS_OPENSSL)(
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
