/** Check of the folder of all results: it can be written, and its disk has room. */

import { randomUUID } from "node:crypto";
import { access, constants, rm, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { shortPath } from "../../actions/paths.ts";
import { countInWords } from "../../words/numbers.ts";
import { broken, type Finding, firstLine, works } from "./finding.ts";

const WHAT = "results";
const MB = 1e6;
/** Bytes below which even a small batch may not end: four scenarios of 1,000 replicates take about 20 MB with charts. */
const LEAST = 100 * MB;

/** Tries to write where results go, and measures the room there. */
export async function lookAtDisk(destination: string): Promise<Finding> {
	const folder = resolve(destination);
	const nearest = await standingAbove(folder);
	const shown = `${shortPath(folder)}/`;
	try {
		await tryWriting(nearest, nearest === folder);
		const { bavail, bsize } = await statfs(nearest);
		return roomFinding(shown, nearest === folder, bavail * bsize);
	} catch (error) {
		return broken(
			WHAT,
			`${shown} cannot be written: ${firstLine(error)}`,
			"give --out another folder, or yourself the right to write there",
		);
	}
}

export function roomFinding(
	folder: string,
	stands: boolean,
	free: number,
): Finding {
	const room = `${countInWords(Math.floor(free / MB))} MB free`;
	const where = stands
		? `${folder} can be written`
		: `${folder} is not there yet and can be made`;
	return free < LEAST
		? broken(
				WHAT,
				`${where}, but only ${room}`,
				"make room, or give --out a folder on another disk",
			)
		: works(WHAT, `${where}; ${room}`);
}

/** The folder itself, or the nearest above it that stands. */
async function standingAbove(folder: string): Promise<string> {
	const stands = await access(folder).then(
		() => true,
		() => false,
	);
	const above = dirname(folder);
	return stands || above === folder ? folder : standingAbove(above);
}

/** A file is written where results stand already; a folder above is only asked. */
async function tryWriting(folder: string, mayWrite: boolean): Promise<void> {
	if (!mayWrite) return access(folder, constants.W_OK | constants.X_OK);
	const file = join(folder, `.doctor-${randomUUID()}`);
	try {
		await writeFile(file, "antimony\n", { flag: "wx" });
	} finally {
		await rm(file, { force: true });
	}
}
