import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { ScenarioFiles } from "../scenario/load.ts";
import { LARGEST_FILE } from "../scenario/read-yaml.ts";

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: "does not exist",
	EACCES: "may not be read",
	EPERM: "may not be read",
	EISDIR: "is a folder; expected a file",
	ELOOP: "is a link that leads in a ring",
	ENOTDIR: "does not exist",
};

function reason(error: unknown): string {
	const { code = "" } = error as NodeJS.ErrnoException;
	return REASONS[code] ?? `cannot be read (${code || String(error)})`;
}

function read(path: string): { text: string } | { problem: string } {
	try {
		const { size } = statSync(path);
		if (size > LARGEST_FILE)
			return {
				problem: `is ${size} bytes long; at most ${LARGEST_FILE} are read`,
			};
		const bytes = readFileSync(path);
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch (error) {
		if (error instanceof TypeError)
			return { problem: "is not UTF-8 text; save it as UTF-8" };
		return { problem: reason(error) };
	}
}

/** Whether a path lies in a folder or below it. */
function inside(folder: string, path: string): boolean {
	return path === folder || path.startsWith(folder + sep);
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
