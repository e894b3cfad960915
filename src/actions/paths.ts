/** Paths as messages show them. */

import { relative, sep } from "node:path";

/** A path as seen from the working directory, when it lies below. */
export function shortPath(path: string): string {
	const short = relative(process.cwd(), path);
	const below = short !== "" && short !== ".." && !short.startsWith(`..${sep}`);
	return below ? short : path;
}
