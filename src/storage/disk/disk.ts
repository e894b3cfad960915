/** Access of results to the disk, in one place where a test can let any call fail. */

import {
	lstat,
	mkdir,
	open,
	readdir,
	readFile,
	readlink,
	rename,
	rm,
	stat,
	symlink,
	unlink,
} from "node:fs/promises";

/** A file that is open; close it. */
export interface OpenFile {
	/** Writes bytes from `offset` on; tells how many were taken, which may be fewer. */
	write(bytes: Uint8Array, offset: number): Promise<number>;
	/** Reads from a place in the file into `bytes` from `offset` on; 0 at its end. */
	read(bytes: Uint8Array, offset: number, place: number): Promise<number>;
	/** bytes in the file */
	size(): Promise<number>;
	/** Resolves when all that was written is on the disk for good. */
	sync(): Promise<void>;
	close(): Promise<void>;
}

/** Modes of opening a file: to read, to make one that must not exist, to add to its end. */
export type OpenMode = "r" | "wx" | "a";

/**
 * Opens a file. Results touch the disk only through the functions of this file, so that
 * a test can let any one of them fail.
 */
export async function openFile(
	path: string,
	mode: OpenMode,
): Promise<OpenFile> {
	const file = await open(path, mode);
	return {
		write: async (bytes, offset) =>
			(await file.write(bytes, offset, bytes.length - offset)).bytesWritten,
		read: async (bytes, offset, place) =>
			(await file.read(bytes, offset, bytes.length - offset, place)).bytesRead,
		size: async () => (await file.stat()).size,
		sync: () => file.sync(),
		close: () => file.close(),
	};
}

/** The whole of a file. */
export function readWhole(path: string): Promise<Uint8Array> {
	return readFile(path);
}

/** Gives a file another name, and replaces any file that had it. */
export function renameFile(from: string, to: string): Promise<void> {
	return rename(from, to);
}

/** Makes one folder, which must not exist. */
export async function makeFolder(path: string): Promise<void> {
	await mkdir(path);
}

/**
 * Makes a folder and those above it, unless they exist, one by one: asked for all at once,
 * Node reports a read-only disk as a missing folder.
 */
export async function ensureFolder(path: string): Promise<void> {
	try {
		await mkdir(path);
	} catch (error) {
		const { code = "" } = error as NodeJS.ErrnoException;
		if (!["EEXIST", "ENOENT"].includes(code)) throw error;
		await mkdir(path, { recursive: true });
	}
}

/** Names of what a folder holds. */
export function listFolder(path: string): Promise<string[]> {
	return readdir(path);
}

export function removeFile(path: string): Promise<void> {
	return unlink(path);
}

/** Removes a folder and all in it; nothing when it is not there. */
export function removeFolder(path: string): Promise<void> {
	return rm(path, { recursive: true, force: true });
}

/** Makes a symbolic link to a folder. */
export function linkFolder(target: string, path: string): Promise<void> {
	return symlink(target, path, "dir");
}

/** The name that a symbolic link holds; null when there is no link. */
export function linkTarget(path: string): Promise<string | null> {
	return readlink(path).catch(() => null);
}

/** Kinds of things under a name, a link not followed. */
export type Standing = "nothing" | "link" | "folder" | "file";

/** Kind of thing at a path. */
export async function standingAt(path: string): Promise<Standing> {
	return lstat(path).then(
		(found) =>
			found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : "file",
		() => "nothing",
	);
}

/** True when a path leads to a folder, links followed. */
export function leadsToFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
