/** Blocks that travel through a folder shared by worker and collector instead of through Redis. */

import { join } from "node:path";
import {
	asUnreadable,
	writeFileAtomically,
} from "../storage/disk/atomic-write.ts";
import { readWhole, removeFile } from "../storage/disk/disk.ts";

/** Path of a block in the folder that worker and collector share. */
export function sharedBlock(
	folder: string,
	batch: string,
	index: number,
	sha256: string,
): string {
	return join(folder, `${batch}-${index}-${sha256}.parquet`);
}

/** Leaves a block in the shared folder. @throws {StoppedError} when it cannot be written */
export async function leaveShared(
	path: string,
	bytes: Uint8Array,
): Promise<void> {
	await writeFileAtomically(path, bytes);
}

/** Reads a block; null while it is not there. @throws {StoppedError} when it cannot be read */
export async function readShared(path: string): Promise<Uint8Array | null> {
	try {
		return await readWhole(path);
	} catch (error) {
		const unreadable = asUnreadable(path, error);
		if (unreadable !== error) throw unreadable;
		return null;
	}
}

export async function removeShared(path: string): Promise<void> {
	await removeFile(path).catch(() => {});
}
