import {
	closeSync,
	constants,
	fstatSync,
	openSync,
	readSync,
	realpathSync,
} from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { ScenarioFiles } from "../scenario/load.ts";
import { LARGEST_FILE } from "../scenario/read-yaml.ts";

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: "does not exist; expected the path of a scenario file",
	EACCES: "may not be read; give yourself the right to",
	EPERM: "may not be read; give yourself the right to",
	EISDIR: "is a folder; expected a file",
	ELOOP: "is a link that leads in a ring; expected a file",
	ENOTDIR: "does not exist; expected the path of a scenario file",
	ENAMETOOLONG: "has too long a name; expected a shorter path",
};

function reason(error: unknown): string {
	const { code = "" } = error as NodeJS.ErrnoException;
	return REASONS[code] ?? `cannot be read (${code || String(error)})`;
}

/** Bytes of a plain file of at most the largest size, read through one descriptor. */
function bytesOf(path: string): Uint8Array | { problem: string } {
	// a pipe without a writer would block an ordinary open for ever
	const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const stat = fstatSync(file);
		if (stat.isDirectory()) return { problem: REASONS["EISDIR"] ?? "" };
		if (!stat.isFile())
			return { problem: "is no plain file; expected a file of text" };
		const room = new Uint8Array(LARGEST_FILE + 1);
		let length = 0;
		for (let more = -1; more !== 0 && length < room.length; length += more)
			more = readSync(file, room, length, room.length - length, null);
		return length > LARGEST_FILE
			? {
					problem: `is longer than ${LARGEST_FILE} bytes; expected a shorter file`,
				}
			: room.subarray(0, length);
	} finally {
		closeSync(file);
	}
}

function read(path: string): { text: string } | { problem: string } {
	try {
		const bytes = bytesOf(path);
		if ("problem" in bytes) return bytes;
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
			return { problem: "is not UTF-8 text; save it as UTF-8" };
		return { problem: reason(error) };
	}
}

/** Whether a path lies in a folder or below it. */
function inside(folder: string, path: string): boolean {
	const below = folder.endsWith(sep) ? folder : folder + sep;
	return path === folder || path.startsWith(below);
}

/**
 * Scenario files on disk. What a file extends must lie in the folder tree of
 * the file first asked for, links followed.
 *
 * @param root path of the file first asked for
 */
export function scenarioFilesOf(root: string): ScenarioFiles {
	const tree = treeOf(root);
	return {
		read,
		shown: (path) => {
			const short = relative(process.cwd(), path);
			return short === "" || short.startsWith("..") ? path : short;
		},
		resolve: (from, written) => {
			const target = resolve(dirname(from), written);
			try {
				const real = realpathSync(target);
				return inside(tree, real)
					? { path: real }
					: {
							problem:
								"lies outside the folder of the scenario; only files beside it or below may be extended",
						};
			} catch (error) {
				return { problem: reason(error) };
			}
		},
	};
}

function treeOf(root: string): string {
	const folder = dirname(resolve(root));
	try {
		return realpathSync(folder);
	} catch {
		return folder;
	}
}
