/** Files written whole or not at all, so that neither crash nor full disk leaves half of one. */

import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { StoppedError } from "../errors.ts";
import {
	ensureFolder,
	listFolder,
	type OpenFile,
	openFile,
	removeFile,
	renameFile,
} from "./disk.ts";

/** Hash and size of a file that was written, as the manifest records them. */
export interface WrittenFile {
	/** of the whole file, hexadecimal */
	readonly sha256: string;
	readonly bytes: number;
}

/** Appends bytes to the file that is being written; resolves when they are out. */
export type Append = (bytes: Uint8Array) => Promise<void>;

/** Temporary files of this process are numbered, so that two writers never share one. */
let temporaries = 0;

/**
 * Writes a file so that under its name there is either what was there before or the
 * whole of what is new: a temporary file in the same folder, written until all bytes are
 * out, synced, closed, renamed, and the folder synced.
 *
 * @throws {StoppedError} when the bytes cannot be kept, e.g. on a full disk
 */
export function writeFileAtomically(
	path: string,
	content: Uint8Array | string,
): Promise<WrittenFile> {
	const bytes =
		typeof content === "string" ? new TextEncoder().encode(content) : content;
	return writePiecesAtomically(path, (append) => append(bytes));
}

/** Writes a file as `writeFileAtomically`, but piece by piece, in memory of one piece. */
export async function writePiecesAtomically(
	path: string,
	fill: (append: Append) => Promise<void>,
): Promise<WrittenFile> {
	const temporary = join(
		dirname(path),
		`.${basename(path)}.${process.pid}-${temporaries++}.tmp`,
	);
	try {
		const written = await fillFile(temporary, fill);
		await renameAtomically(temporary, path);
		return written;
	} catch (error) {
		await removeFile(temporary).catch(() => {});
		throw asStopped(path, error);
	}
}

/** Gives a file that is on disk its name within the same folder, for good when this resolves. */
export async function renameAtomically(
	from: string,
	to: string,
): Promise<void> {
	try {
		await renameFile(from, to);
		await syncFolder(dirname(to));
	} catch (error) {
		throw asStopped(to, error);
	}
}

/** Makes a folder unless it is there. @throws {StoppedError} when it cannot be made */
export async function ensureFolderOrStop(path: string): Promise<void> {
	try {
		await ensureFolder(path);
	} catch (error) {
		throw asStopped(path, error);
	}
}

/**
 * Removes what writers that were killed left behind in a folder that nobody writes to now.
 *
 * @throws {StoppedError} when the disk lets none be seen or removed
 */
export async function removeTemporaries(folder: string): Promise<void> {
	try {
		for (const name of await listFolder(folder))
			if (/^\..+\.tmp$/.test(name)) await removeFile(join(folder, name));
	} catch (error) {
		throw asStopped(folder, error);
	}
}

async function fillFile(
	path: string,
	fill: (append: Append) => Promise<void>,
): Promise<WrittenFile> {
	const hash = createHash("sha256");
	let size = 0;
	const file = await openFile(path, "wx");
	try {
		await fill(async (bytes) => {
			await writeAll(file, bytes);
			hash.update(bytes);
			size += bytes.length;
		});
		await file.sync();
	} finally {
		await file.close();
	}
	return { sha256: hash.digest("hex"), bytes: size };
}

/** Writes every byte: one call may write fewer than it was given. */
export async function writeAll(
	file: Pick<OpenFile, "write">,
	bytes: Uint8Array,
): Promise<void> {
	let written = 0;
	while (written < bytes.length) written += await file.write(bytes, written);
}

/** Syncs a folder, so that names in it survive a crash; Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
	if (process.platform === "win32") return;
	const folder = await openFile(path, "r");
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}

/** System errors that say the bytes cannot be kept, with what they mean. */
const UNWRITABLE: Readonly<Record<string, string>> = {
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EFBIG: "the file would be too large",
	EROFS: "the disk is read-only",
	EIO: "the disk reports an error",
	EACCES: "writing is not permitted",
	EPERM: "writing is not permitted",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open",
	ENOENT: "the folder is gone",
};

/** A system error of writing as a StoppedError; any other error as it is. */
export function asStopped(path: string, error: unknown): unknown {
	return stopped(`cannot write ${path}`, UNWRITABLE, error);
}

/** System errors that say a file cannot be read though it is there. */
const UNREADABLE: Readonly<Record<string, string>> = {
	EIO: "the disk reports an error",
	EACCES: "reading is not permitted",
	EPERM: "reading is not permitted",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open",
	ESTALE: "the network disk is gone",
};

/** A system error of reading as a StoppedError; any other error as it is. */
export function asUnreadable(path: string, error: unknown): unknown {
	return stopped(`cannot read ${path}`, UNREADABLE, error);
}

function stopped(
	what: string,
	meanings: Readonly<Record<string, string>>,
	error: unknown,
): unknown {
	const code = systemCode(error);
	const meaning = meanings[code];
	return meaning
		? new StoppedError(`${what}: ${meaning} (${code})`, error)
		: error;
}

/** The code of a system error, e.g. `ENOSPC`; empty for any other. */
export function systemCode(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
