import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cli, workFolder } from "../cli/program.ts";
import { HAS_REDIS, type PrivateRedis, privateRedis } from "./private-redis.ts";
import { type Started, started, until } from "./started.ts";

/** Of every private Redis here. */
export const PASSWORD = "not-to-be-seen-anywhere";
export const folder = workFolder();
writeFileSync(
	join(folder, "short.yaml"),
	"version: 1\nname: Short\nquestion: What if?\nhorizon: {from: 2022-01, to: 2023-12}\nreference: 2022-06\n",
);
/** Six blocks of two years. */
export const BATCH = ["short.yaml", "-n", "150", "--seed", "7"];

/** The digest that is noted in the newest results of a folder. */
export function digestIn(out: string): string {
	const text = readFileSync(join(folder, out, "latest/manifest.json"), "utf8");
	return JSON.parse(text).digest;
}

/** A Redis that asks for the password. */
export const protectedRedis = () =>
	privateRedis(["--requirepass", PASSWORD], ["-a", PASSWORD]);
/** What a command needs to know of a Redis. */
export const environment = ({ port }: PrivateRedis) => ({
	STIBIUM_REDIS: `redis://:${PASSWORD}@127.0.0.1:${port}`,
});

/** A command with the Redis in its environment. */
export const begin = (redis: PrivateRedis, ...words: string[]): Started =>
	started(words, folder, environment(redis));
export const worker = (redis: PrivateRedis, ...words: string[]) =>
	begin(redis, "worker", "--workers", "1", ...words);
/** Puts the batch into the queue; its results come into a folder. */
export const enqueue = (redis: PrivateRedis, out: string, ...words: string[]) =>
	begin(redis, "enqueue", ...BATCH, "--out", out, ...words);

/** The one batch that is open. */
export async function openBatch(redis: PrivateRedis): Promise<string> {
	await until(
		() => redis.ask("smembers", "stibium:batches") !== "",
		() => "an open batch",
	);
	return redis.ask("smembers", "stibium:batches");
}

/** Resolves when a worker has begun a job of the one batch. */
export async function jobBegun(redis: PrivateRedis): Promise<void> {
	const active = `stibium:${await openBatch(redis)}:active`;
	await until(
		() => Number(redis.ask("llen", active)) > 0,
		() => "a job that was begun",
	);
}

/** Nothing is in Redis any more. */
export const emptied = (redis: PrivateRedis) =>
	until(
		() => redis.ask("dbsize") === "0",
		() => `an empty Redis: ${redis.ask("keys", "*")}`,
	);

/** The digest of the batch as one machine makes it. */
export const digest = await alone();

async function alone(): Promise<string> {
	if (!HAS_REDIS) {
		console.warn("redis-server is not installed: the queue is not tested");
		return "";
	}
	await cli(["run", ...BATCH, "--out", "alone"], folder);
	return digestIn("alone");
}
