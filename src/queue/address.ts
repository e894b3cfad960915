/** Address of a Redis server: read into its parts, and shown without its password. */

import { UnusableQueueError } from "./errors.ts";

/** Place of a Redis server, and the user and password to log in with. */
export interface RedisAddress {
	readonly host: string;
	readonly port: number;
	readonly database: number;
	readonly tls: boolean;
	/** null: the default user */
	readonly user: string | null;
	readonly password: string | null;
	/** the address without user and password, fit to be shown and stored */
	readonly shown: string;
}

const USUAL_PORT = 6379;
const HOST = /^[A-Za-z0-9._:-]+$/;
const EXPECTED = "expected redis://host:port or, for TLS, rediss://host:port";

/**
 * Reads the address of a Redis. One that names no user takes user and password from
 * `known` where that names the same place, so that a password need not stand on a command line.
 *
 * @param known the address in the environment, or null
 * @throws {UnusableQueueError} without repeating what was written: it may hold a password
 */
export function redisAddress(
	written: string,
	known: string | null,
): RedisAddress {
	const address = parseAddress(written);
	const other = known === null ? null : parseAddress(known);
	if (address.password !== null || other?.shown !== address.shown)
		return address;
	return { ...address, user: other.user, password: other.password };
}

function parseAddress(written: string): RedisAddress {
	const url = parseUrl(written);
	const tls = url.protocol === "rediss:";
	const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
	const database = url.pathname.replace(/^\/$/, "").replace(/^\//, "") || "0";
	if (!HOST.test(host) || !/^\d{1,4}$/.test(database))
		throw new UnusableQueueError(`the address of Redis is odd; ${EXPECTED}`);
	const port = url.port === "" ? USUAL_PORT : Number(url.port);
	const named = host.includes(":") ? `[${host}]` : host;
	const end = database === "0" ? "" : `/${database}`;
	return {
		host,
		port,
		tls,
		database: Number(database),
		user: decode(url.username),
		password: decode(url.password),
		shown: `${url.protocol}//${named}:${port}${end}`,
	};
}

function parseUrl(written: string): URL {
	const url = URL.canParse(written) ? new URL(written) : null;
	if (
		url === null ||
		!["redis:", "rediss:"].includes(url.protocol) ||
		url.hash + url.search !== ""
	)
		throw new UnusableQueueError(
			`the address of Redis cannot be read; ${EXPECTED}, user and password with %-escapes`,
		);
	return url;
}

function decode(part: string): string | null {
	try {
		return part === "" ? null : decodeURIComponent(part);
	} catch {
		throw new UnusableQueueError(
			"user or password of Redis hold a % that escapes nothing; write %25 for it",
		);
	}
}
