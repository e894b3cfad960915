/** The queue that a command line or the environment names. */

import { CommandError } from "../../actions/refusal.ts";
import { type RedisAddress, redisAddress } from "../../queue/address.ts";
import type { FlagValues } from "./flag.ts";
import type { QUEUE_FLAGS } from "./queue-flags.ts";
import { commandLine } from "./repeat-line.ts";

/** The queue that a command is to use. */
export interface QueueChoice {
	readonly address: RedisAddress;
	/** folder through which results come, or null: through Redis */
	readonly share: string | null;
}

/** The queue that flags and environment name. @throws {CommandError} when they name none */
export function queueChoice({
	redis,
	share,
}: FlagValues<typeof QUEUE_FLAGS>): QueueChoice {
	const known = process.env["STIBIUM_REDIS"] || null;
	const written = redis ?? known;
	if (written === null)
		throw new CommandError(
			"no Redis is named; give --redis redis://host:port or set STIBIUM_REDIS",
		);
	return { address: redisAddress(written, known), share };
}

/** The command that starts a worker of a queue. */
export function workerLine({ address, share }: QueueChoice): string {
	const shared = share === null ? [] : ["--share", share];
	return commandLine(["worker", "--redis", address.shown, ...shared]);
}
