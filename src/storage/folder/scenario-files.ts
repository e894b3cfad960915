/** Scenario files on disk, where one may extend others only within its own folder tree. */

import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { ScenarioFiles } from "../../scenario/load.ts";
import { LARGEST_FILE } from "../../scenario/text/read-yaml.ts";
import { pathProblem, plainBytes } from "../disk/plain-file.ts";

const reason = (error: unknown) => pathProblem(error, "a scenario file");

function read(path: string): { text: string } | { problem: string } {
	try {
		const bytes = plainBytes(path, LARGEST_FILE);
		if ("problem" in bytes) return bytes;
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
			return { problem: "is not UTF-8 text; save it as UTF-8" };
		return { problem: reason(error) };
	}
}

/** True when a path is a folder or lies below it. */
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
