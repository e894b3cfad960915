/** `verify`: every file of a results folder held against the hash in its manifest. */

import { shortPath } from "../../actions/paths.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import {
	type Verification,
	verifyResults,
} from "../../storage/folder/verify-results.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { resumeLine } from "../line/repeat-line.ts";
import { print, say } from "../terminal/talk.ts";

/** Says what of a results folder is not as it was written: exit 8 when anything is not. */
export async function verifyFolder(
	named: string,
	destination: string,
	{ json, quiet }: CommonOptions,
): Promise<ExitCode> {
	const folder = await findResults(named, destination);
	const verification = await verifyResults(folder);
	const lines = linesOf(folder, verification).map((line) => safeText(line));
	print(json ? jsonOf(folder, verification) : lines.join("\n"));
	if (!quiet)
		for (const file of verification.gone)
			say(safeText(`${file} is gone; ${remedyFor(file)}`));
	return codeOf(verification);
}

/** Command that makes a report or a chart again. */
const remedyFor = (file: string): string =>
	file.startsWith("report")
		? "`stibium report` writes it again"
		: "`stibium chart` draws it again";

function codeOf({ manifest, faults }: Verification): ExitCode {
	if (faults.length > 0) return EXIT.corrupt;
	return manifest?.state === "complete" ? EXIT.done : EXIT.stopped;
}

function linesOf(
	folder: string,
	{ manifest, checked, faults }: Verification,
): readonly string[] {
	const where = `${shortPath(folder)}/`;
	if (faults.length > 0)
		return [
			...faults.map(({ message }) => message),
			`corrupt  ${faults.length} of ${checked} files in ${where}`,
		];
	if (manifest?.state !== "complete")
		return [
			`so far   ${checked} files are as they were written, but the batch has not ended; go on with: ${resumeLine(folder)}`,
		];
	return [
		`sound    ${checked} files are as they were written, in ${where}`,
		`digest   ${manifest.digest}`,
	];
}

function jsonOf(
	folder: string,
	{ manifest, checked, faults, gone }: Verification,
): string {
	return JSON.stringify({
		results: shortPath(folder),
		digest: manifest?.digest ?? null,
		state: manifest?.state ?? null,
		sound: faults.length === 0,
		checked,
		corrupt: faults.map(({ file, found }) => ({ file, found })),
		gone,
	});
}
