import { statSync } from "node:fs";
import { resolve } from "node:path";
import { CommandError } from "../../actions/refusal.ts";
import { type RedisAddress, redisAddress } from "../../queue/address.ts";
import { type RawOptions, textOf } from "./raw-options.ts";
import { commandLine } from "./repeat-line.ts";

/** The queue that a command is to use. */
export interface QueueChoice {
	readonly address: RedisAddress;
	/** folder through which results come, or null: through Redis */
	readonly share: string | null;
}

/** The queue that flags and environment name. @throws {CommandError} when they name none */
export function queueChoice(raw: RawOptions): QueueChoice {
	const known = process.env["STIBIUM_REDIS"] || null;
	const written = textOf(raw, "redis") ?? known;
	if (written === null)
		throw new CommandError(
			"no Redis is named; give --redis redis://host:port or set STIBIUM_REDIS",
		);
	return { address: redisAddress(written, known), share: shareOf(raw) };
}

/** The command that starts a worker of a queue. */
export function workerLine({ address, share }: QueueChoice): string {
	const shared = share === null ? [] : ["--share", share];
	return commandLine(["worker", "--redis", address.shown, ...shared]);
}

function shareOf(raw: RawOptions): string | null {
	const folder = textOf(raw, "share");
	if (folder === null) return null;
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		throw new CommandError(
			"--share is no folder; give one that all machines see",
		);
	return resolve(folder);
}
