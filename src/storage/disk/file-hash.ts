/** SHA-256 of files on disk, and the check of recorded files against it. */

import { createHash } from "node:crypto";
import { join } from "node:path";
import { CorruptResultsError } from "../errors.ts";
import { asUnreadable, systemCode, type WrittenFile } from "./atomic-write.ts";
import { type OpenFile, openFile } from "./disk.ts";

/** Bytes read at a time. */
const PIECE = 1 << 20;

/**
 * SHA-256 and size of a file on disk, read in pieces.
 *
 * @throws {StoppedError} when the disk cannot give it
 */
export async function hashFile(path: string): Promise<WrittenFile> {
	try {
		const file = await openFile(path, "r");
		try {
			return await hashOpen(file);
		} finally {
			await file.close();
		}
	} catch (error) {
		throw asUnreadable(path, error);
	}
}

async function hashOpen(file: OpenFile): Promise<WrittenFile> {
	const hash = createHash("sha256");
	const piece = new Uint8Array(Math.min(PIECE, 1 + (await file.size())));
	let bytes = 0;
	for (;;) {
		const read = await file.read(piece, 0, bytes);
		if (read === 0) return { sha256: hash.digest("hex"), bytes };
		hash.update(piece.subarray(0, read));
		bytes += read;
	}
}

/** A file as the manifest records it. */
export interface RecordedFile extends WrittenFile {
	/** relative to the results folder, with `/` */
	readonly name: string;
}

/** Fault of a recorded file, in words; null when it is as it was written. Size may be unknown. */
export async function fileFault(
	folder: string,
	{
		name,
		sha256,
		bytes,
	}: Omit<RecordedFile, "bytes"> & { readonly bytes?: number },
): Promise<string | null> {
	try {
		const found = await hashFile(join(folder, name));
		if (bytes !== undefined && found.bytes !== bytes)
			return `it holds ${found.bytes} bytes instead of ${bytes}`;
		return found.sha256 === sha256
			? null
			: "its SHA-256 is not the one that was noted";
	} catch (error) {
		if (systemCode(error) === "ENOENT") return "it is missing";
		throw error;
	}
}

/** @throws {CorruptResultsError} naming the first file that is not as it was written */
export async function checkFiles(
	folder: string,
	files: readonly RecordedFile[],
): Promise<void> {
	for (const file of files) {
		const fault = await fileFault(folder, file);
		if (fault !== null) throw new CorruptResultsError(file.name, fault);
	}
}
