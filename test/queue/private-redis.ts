import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { AT_MOST } from "../cli/program.ts";

/** Whether a program can be run here. */
const isThere = (program: string, word: string): boolean =>
	spawnSync(program, [word]).status === 0;

export const HAS_REDIS = isThere("redis-server", "--version");
export const HAS_OPENSSL = isThere("openssl", "version");

/** A Redis of the test that asks: nothing of it is on disk, and it ends with the test. */
export interface PrivateRedis {
	readonly port: number;
	/** what it answers to a command, line by line */
	ask(...words: string[]): string;
	kill(): Promise<void>;
	/** begins it again, empty */
	begin(): Promise<void>;
}

/** Starts a Redis on a free port of this machine. */
export async function privateRedis(
	more: readonly string[] = [],
	client: readonly string[] = [],
): Promise<PrivateRedis> {
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), "stibium-redis-"));
	let server: ChildProcess | null = null;
	const at = client.includes("--tls") ? ["--port", "0"] : [];
	const ask = (...words: string[]) =>
		spawnSync(
			"redis-cli",
			["-p", String(port), "--no-auth-warning", ...client, ...words],
			{ ...AT_MOST, encoding: "utf8" },
		).stdout.trim();
	const begin = async () => {
		server = spawn(
			"redis-server",
			[
				...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
				...["--save", "", "--appendonly", "no", ...more, ...at],
				...(at.length > 0 ? ["--tls-port", String(port)] : []),
			],
			{ stdio: "ignore" },
		);
		while (ask("ping") !== "PONG" && server.exitCode === null) await wait(25);
	};
	const kill = async () => {
		const ended = server?.exitCode === null ? once(server, "exit") : null;
		server?.kill("SIGKILL");
		await ended;
		server = null;
	};
	onTestFinished(async () => {
		await kill();
		rmSync(folder, { recursive: true, force: true });
	});
	await begin();
	return { port, ask, kill, begin };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string")
		throw new Error("there is no free port");
	return address.port;
}
