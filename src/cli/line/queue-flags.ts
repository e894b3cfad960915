import type { Options } from "yargs";

/** Where the queue is. */
export const REDIS_FLAG = {
	type: "string",
	requiresArg: true,
	describe:
		"redis://host:port, rediss:// for TLS; STIBIUM_REDIS without it, whence user and password come too",
} as const satisfies Options;

/** How blocks come back, where a folder is seen by all. */
export const SHARE_FLAG = {
	type: "string",
	requiresArg: true,
	describe: "folder that all machines see: results come through it, not Redis",
} as const satisfies Options;
