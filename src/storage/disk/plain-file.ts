/** Small files that a user names: read with a limit, faults of their paths told in words. */

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: "does not exist; expected the path of",
	ENOTDIR: "does not exist; expected the path of",
	EACCES: "may not be read; give yourself the right to",
	EPERM: "may not be read; give yourself the right to",
	EISDIR: "is a folder; expected a file",
	ELOOP: "is a link that leads in a ring; expected a file",
	ENAMETOOLONG: "has too long a name; expected a shorter path",
};

/**
 * Fault of a path, in words to stand after it.
 *
 * @param what the file expected, e.g. `a scenario file`
 */
export function pathProblem(error: unknown, what: string): string {
	const { code = "" } = error as NodeJS.ErrnoException;
	const found = REASONS[code] ?? `cannot be read (${code || String(error)})`;
	return found.endsWith(" of") ? `${found} ${what}` : found;
}

/**
 * Bytes of a plain file of at most `most` bytes, read through one descriptor, or what is
 * wrong with it.
 *
 * @throws the system's error when it cannot be opened or read
 */
export function plainBytes(
	path: string,
	most: number,
): Uint8Array | { readonly problem: string } {
	// a pipe without a writer would block an ordinary open for ever
	const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const stat = fstatSync(file);
		if (stat.isDirectory()) return { problem: REASONS["EISDIR"] ?? "" };
		if (!stat.isFile()) return { problem: "is no plain file; expected a file" };
		return readAll(file, most);
	} finally {
		closeSync(file);
	}
}

function readAll(
	file: number,
	most: number,
): Uint8Array | { readonly problem: string } {
	const room = new Uint8Array(most + 1);
	let length = 0;
	for (let more = -1; more !== 0 && length < room.length; length += more)
		more = readSync(file, room, length, room.length - length, null);
	return length > most
		? { problem: `is longer than ${most} bytes; expected a shorter file` }
		: room.subarray(0, length);
}
