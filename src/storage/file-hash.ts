import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { systemCode, type WrittenFile } from "./atomic-write.ts";
import { CorruptResultsError } from "./errors.ts";

/** SHA-256 and size of a file on disk, read in pieces. */
export async function hashFile(path: string): Promise<WrittenFile> {
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const piece of createReadStream(path, {
		highWaterMark: 1 << 20,
	})) {
		hash.update(piece);
		bytes += piece.length;
	}
	return { sha256: hash.digest("hex"), bytes };
}

/** A file as the manifest records it. */
export interface RecordedFile extends WrittenFile {
	/** relative to the results folder, with `/` */
	readonly name: string;
}

/** What is wrong with a recorded file, in words; null when every bit is as it was written. */
export async function fileFault(
	folder: string,
	{ name, sha256, bytes }: RecordedFile,
): Promise<string | null> {
	try {
		const found = await hashFile(join(folder, name));
		if (found.bytes !== bytes)
			return `it holds ${found.bytes} bytes instead of ${bytes}`;
		return found.sha256 === sha256
			? null
			: "its SHA-256 is not the one in the manifest";
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
