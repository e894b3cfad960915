/** Connections to Redis: checked before work begins, patient through outages afterwards. */

import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { rootCertificates } from "node:tls";
import { Redis, type RedisOptions } from "ioredis";
import { StoppedError } from "../storage/errors.ts";
import type { RedisAddress } from "./address.ts";
import { UnusableQueueError } from "./errors.ts";
import { redisFault } from "./redis-words.ts";
import { NoAnswer, within } from "./within.ts";

/** Attempts to reach Redis before work begins. */
const ATTEMPTS = 4;
const PAUSE = 300;
/** Milliseconds that an answer of Redis may take. */
const PATIENCE = 5_000;
/** Milliseconds between two attempts to reconnect, at most. */
const LONGEST_PAUSE = 1_000;
/** Milliseconds that a connection may take to close; ioredis holds the process for two seconds. */
const FAREWELL = 200;
/** Oldest major version of Redis that a queue can use. */
const OLDEST = 6;

/**
 * Connects to a Redis after it has answered, accepted user and password and proved fit for
 * a queue. The connection comes back by itself after an outage.
 *
 * @param signal ends the attempt: the promise rejects soon after it fires
 * @throws {UnusableQueueError} when the address, the password or the set-up is wrong
 * @throws {StoppedError} when it is not there
 */
export async function openRedis(
	address: RedisAddress,
	signal?: AbortSignal,
): Promise<Redis> {
	checkFitness(await firstAnswer(address, signal), address);
	return connect(address);
}

/** Connects and waits out any outage; the caller sets the limit. */
export function connect(address: RedisAddress): Redis {
	const redis = new Redis(optionsOf(address));
	// outages are told by whoever waits for an answer
	return redis.on("error", () => {});
}

/** Options of ioredis without `replyMapping`, whose type its own constructor does not accept. */
type Options = Omit<RedisOptions, "replyMapping">;

function optionsOf(address: RedisAddress): Options {
	const { host, port, database, tls, user, password } = address;
	const options: Options = {
		host,
		port,
		db: database,
		connectTimeout: PATIENCE,
		maxRetriesPerRequest: null,
		disconnectTimeout: FAREWELL,
		retryStrategy: (times) => Math.min(50 * times, LONGEST_PAUSE),
	};
	if (user !== null) options.username = user;
	if (password !== null) options.password = password;
	if (tls) options.tls = { ca: authorities() };
	return options;
}

/** Asks Redis for its INFO text, a few times if need be. */
async function firstAnswer(
	address: RedisAddress,
	signal?: AbortSignal,
): Promise<string> {
	for (let attempt = 1; ; attempt++)
		try {
			return await askOnce(address, signal);
		} catch (error) {
			const { words, lasting } = redisFault(error);
			const line = `Redis at ${address.shown} ${words}`;
			if (lasting) throw new UnusableQueueError(line, error);
			if (attempt === ATTEMPTS || signal?.aborted)
				throw new StoppedError(line, error);
			await wait(PAUSE);
		}
}

async function askOnce(
	address: RedisAddress,
	signal?: AbortSignal,
): Promise<string> {
	const once = { lazyConnect: true, retryStrategy: () => null };
	const redis = new Redis(Object.assign(optionsOf(address), once));
	let last: unknown = null;
	redis.on("error", (error) => {
		last = error;
	});
	const answer = async () => {
		await redis.connect();
		// a connection goes on with database 0 where the one it was told of is refused
		await redis.select(address.database);
		return redis.info();
	};
	try {
		return await within(PATIENCE, answer(), signal);
	} catch (error) {
		throw last ?? (error instanceof NoAnswer ? silence(address) : error);
	} finally {
		redis.disconnect();
	}
}

/** Error for a host that accepts a connection and then says nothing. */
const silence = ({ tls }: RedisAddress) =>
	Object.assign(new Error("no answer"), {
		code: tls ? "TLS_SILENCE" : "ETIMEDOUT",
	});

/**
 * Refuses a Redis that is too old, takes no writes or drops keys.
 *
 * @param info its INFO text
 */
function checkFitness(info: string, { shown }: RedisAddress): void {
	const field = (name: string) =>
		new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";
	const version = field("redis_version");
	if (Number.parseInt(version, 10) < OLDEST)
		throw new UnusableQueueError(
			`Redis at ${shown} is version ${version}; expected ${OLDEST} or later`,
		);
	if (field("role") === "slave" && field("slave_read_only") !== "0")
		throw new UnusableQueueError(
			`Redis at ${shown} is a replica that takes no writes; expected its master`,
		);
	const policy = field("maxmemory_policy");
	if (field("maxmemory") !== "0" && !["noeviction", ""].includes(policy))
		throw new UnusableQueueError(
			`Redis at ${shown} drops keys when memory is short (maxmemory-policy ${policy}); expected noeviction`,
		);
}

/** Files in which systems keep the certificate authorities they trust. */
const SYSTEM = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem",
	"/etc/ssl/cert.pem",
];

/**
 * Certificates of the authorities that may vouch for a Redis: Node's own, the system's,
 * and those of NODE_EXTRA_CA_CERTS, which a list given to TLS would otherwise displace.
 */
export function authorities(): string[] {
	const extra = process.env["NODE_EXTRA_CA_CERTS"];
	const system = process.env["SSL_CERT_FILE"];
	const files = [...(system ? [system] : SYSTEM), ...(extra ? [extra] : [])];
	return [...rootCertificates, ...files.flatMap(readIfThere)];
}

function readIfThere(path: string): readonly string[] {
	try {
		return [readFileSync(path, "utf8")];
	} catch {
		return [];
	}
}
