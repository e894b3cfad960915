/** Lock of a results folder, which names the process at work there. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { BusyResultsError } from "../errors.ts";
import {
	asStopped,
	asUnreadable,
	systemCode,
	writeAll,
} from "./atomic-write.ts";
import { openFile, readWhole, removeFile } from "./disk.ts";

const LOCK = "lock";
/** Milliseconds that a process about to end is given to leave the folder. */
const PATIENCE = 10_000;
/** Milliseconds between two looks at the lock. */
const PAUSE = 50;
/** Milliseconds after which a lock without a name counts as left by a process that died. */
const UNNAMED = 500;

const ownerSchema = z.strictObject({
	pid: z.int().min(1),
	/** of the machine's start: nobody outlives it */
	boot: z.string(),
	/** start of the process, as the system counts; tells it from a later one of its number */
	began: z.string(),
});

/** The process that works in a results folder. */
type Owner = z.infer<typeof ownerSchema>;

/**
 * Does something while the folder's lock names this process. Waits for somebody who is
 * about to leave; a lock whose process is gone, or is of another start of the machine,
 * counts for nothing. The lock spares work, no more: two who work in one folder write
 * the same bytes, each file whole.
 *
 * @throws {BusyResultsError} when somebody else stays longer than the patience
 */
export async function whileOwning<T>(
	folder: string,
	act: () => Promise<T>,
	patience = PATIENCE,
): Promise<T> {
	const path = join(folder, LOCK);
	await takeLock(folder, path, patience);
	try {
		return await act();
	} finally {
		await removeFile(path).catch(() => {});
	}
}

/** True when a process is at work in a results folder. */
export async function isOwned(folder: string): Promise<boolean> {
	const owner = await readOwner(join(folder, LOCK));
	return owner !== null && isAlive(owner);
}

async function takeLock(
	folder: string,
	path: string,
	patience: number,
): Promise<void> {
	const begun = performance.now();
	const waited = () => performance.now() - begun;
	while (!(await lockIsMade(path))) {
		const owner = await readOwner(path);
		const isHeld = owner ? await isAlive(owner) : waited() < UNNAMED;
		if (!isHeld) await removeFile(path).catch(() => {});
		else if (waited() >= patience)
			throw new BusyResultsError(
				`${folder} is being written by process ${owner?.pid ?? "unknown"}; wait until it ends, or end it, and ask again`,
			);
		else await wait(PAUSE);
	}
}

/** Makes the lock; false when there is one. */
async function lockIsMade(path: string): Promise<boolean> {
	try {
		const file = await openFile(path, "wx");
		try {
			const owner = JSON.stringify(await thisProcess());
			await writeAll(file, new TextEncoder().encode(owner));
		} finally {
			await file.close();
		}
		return true;
	} catch (error) {
		if (systemCode(error) === "EEXIST") return false;
		throw asStopped(path, error);
	}
}

/** Process that a lock names; null when it names none. */
async function readOwner(path: string): Promise<Owner | null> {
	try {
		const text = new TextDecoder().decode(await readWhole(path));
		return ownerSchema.parse(JSON.parse(text));
	} catch (error) {
		const unreadable = asUnreadable(path, error);
		if (unreadable !== error) throw unreadable;
		return null;
	}
}

async function thisProcess(): Promise<Owner> {
	const { pid } = process;
	return { pid, boot: await bootId(), began: await readBegin(pid) };
}

async function isAlive({ pid, boot, began }: Owner): Promise<boolean> {
	if (boot !== (await bootId())) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (systemCode(error) === "ESRCH") return false;
	}
	return began === (await readBegin(pid));
}

/** Names the start of the machine where the system does; else empty. */
async function bootId(): Promise<string> {
	return (await systemText("/proc/sys/kernel/random/boot_id")).trim();
}

/**
 * Start of a process, as the system counts; empty where it does not tell. It is the 22nd
 * field of a line whose second may hold blanks.
 */
async function readBegin(pid: number): Promise<string> {
	const text = await systemText(`/proc/${pid}/stat`);
	return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function systemText(path: string): Promise<string> {
	return readFile(path, "utf8").catch(() => "");
}
