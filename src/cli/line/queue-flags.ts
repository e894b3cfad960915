/** Flags of commands that use a queue. */

import type { Flags } from "./flag.ts";

export const QUEUE_FLAGS = {
	redis: {
		describe:
			"redis://host:port, rediss:// for TLS; STIBIUM_REDIS without it, whence user and password come too",
	},
	share: {
		describe:
			"folder that all machines see: results come through it, not Redis",
		read: async () => (await import("./values.ts")).sharedFolder,
	},
} as const satisfies Flags;
