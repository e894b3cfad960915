/** Guard against mixed models: only the program that began a batch may go on with it. */

import { STREAM_VERSION } from "../../random/stream-version.ts";
import { PlanMismatchError } from "../errors.ts";
import type { Manifest, Program } from "./manifest.ts";

/**
 * True when two programs are one model: the same version and, where both ran from a
 * checkout and git told it, the same commit.
 */
export function isSameModel(a: Program, b: Program): boolean {
	const isSameCommit = !a.git || !b.git || a.git.sha === b.git.sha;
	return a.version === b.version && isSameCommit;
}

/** A program in words, e.g. `stibium 0.1.0 at 59d5ef4a10`. */
export function programWords({ version, git, commitUnknown }: Program): string {
	const commit = git ? ` at ${git.sha.slice(0, 10)}` : "";
	return `stibium ${version}${commit}${commitUnknown ? ", commit unknown" : ""}`;
}

/**
 * Refuses to go on with what another model began: half of the replicates would have
 * other rules.
 *
 * @throws {PlanMismatchError} naming both
 */
export function refuseOtherModel(
	folder: string,
	{ stibium, stream, command }: Manifest,
	here: { readonly stibium: Program },
): void {
	if (isSameModel(stibium, here.stibium) && stream === STREAM_VERSION) return;
	throw new PlanMismatchError(
		`${folder} was begun by ${programWords(stibium)} with streams ${stream}; this is ${programWords(here.stibium)} with streams ${STREAM_VERSION}, whose numbers may differ: resume with the program that began it, or begin anew with: ${command}`,
	);
}
