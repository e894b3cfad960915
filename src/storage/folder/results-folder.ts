/** Names of results folders: a new one from time and hash, and `latest` for the newest. */

import { basename, join, resolve } from "node:path";
import {
	asStopped,
	syncFolder,
	systemCode,
	writeFileAtomically,
} from "../disk/atomic-write.ts";
import {
	ensureFolder,
	leadsToFolder,
	linkFolder,
	linkTarget,
	makeFolder,
	readWhole,
	removeFile,
	renameFile,
	standingAt,
} from "../disk/disk.ts";
import { MissingResultsError, UnusableDestinationError } from "../errors.ts";

/** The name, in the folder of all results, that points to the newest. */
export const LATEST = "latest";

/** `yyyymmdd-hhmmss` in UTC. */
export function timeStamp(time: Date): string {
	const digits = time.toISOString().replace(/[-:]/g, "");
	return `${digits.slice(0, 8)}-${digits.slice(9, 15)}`;
}

/**
 * Makes a results folder of its own, under its final name `<UTC time>-<hash6>`; when the
 * name is taken, `-2`, `-3` … is added. An existing folder is never entered.
 *
 * @param destination folder of all results; made when absent
 * @param hash        hexadecimal; its first six digits are used
 * @returns path of the new folder
 * @throws {UnusableDestinationError} when no folder can be made there
 */
export async function createResultsFolder(
	destination: string,
	time: Date,
	hash: string,
): Promise<string> {
	const name = `${timeStamp(time)}-${hash.slice(0, 6)}`;
	try {
		await ensureFolder(destination);
		for (let attempt = 1; ; attempt++) {
			const path = join(
				destination,
				attempt === 1 ? name : `${name}-${attempt}`,
			);
			if (await madeNew(path)) {
				await syncFolder(destination);
				return path;
			}
		}
	} catch (error) {
		throw asUnusable(destination, error);
	}
}

/** Obstacles to a folder of results, in words, by the system's code. */
const OBSTACLES: Readonly<Record<string, string>> = {
	EEXIST: "a file has that name",
	ENOTDIR: "part of that path is a file",
	EACCES: "writing there is not permitted",
	EPERM: "writing there is not permitted",
	EROFS: "the disk is read-only",
	ENAMETOOLONG: "the name is too long",
};

function asUnusable(destination: string, error: unknown): unknown {
	const obstacle = OBSTACLES[systemCode(error)];
	return obstacle
		? new UnusableDestinationError(
				`cannot put results in ${destination}: ${obstacle}`,
				error,
			)
		: asStopped(destination, error);
}

/** Makes a folder; false when something has that name already. */
async function madeNew(path: string): Promise<boolean> {
	try {
		await makeFolder(path);
		return true;
	} catch (error) {
		if (systemCode(error) === "EEXIST") return false;
		throw error;
	}
}

/**
 * Lets `latest` name a results folder: a symbolic link, or, where those cannot be made,
 * a text file that holds the name. A folder of that name is left alone.
 */
export async function pointLatest(folder: string): Promise<void> {
	const destination = resolve(folder, "..");
	const name = basename(folder);
	const latest = join(destination, LATEST);
	if ((await standingAt(latest)) === "folder") return;
	const temporary = join(destination, `.${LATEST}.${name}.tmp`);
	try {
		await linkFolder(name, temporary);
		await renameFile(temporary, latest);
	} catch {
		await removeFile(temporary).catch(() => {});
		await writeFileAtomically(latest, `${name}\n`);
	}
}

/**
 * The results folder that a user names: a path, or `latest` in the folder of all results.
 *
 * @throws {MissingResultsError} when it is not there
 */
export async function findResults(
	named: string,
	destination: string,
): Promise<string> {
	const latest = await textOfLatest(destination);
	const candidates =
		named === LATEST
			? [join(destination, latest ?? LATEST)]
			: [named, join(destination, named)];
	for (const candidate of candidates)
		if (await leadsToFolder(candidate)) return candidate;
	throw new MissingResultsError(
		`no results folder ${candidates.join(" or ")}; \`stibium run\` makes one`,
	);
}

async function textOfLatest(destination: string): Promise<string | undefined> {
	const path = join(destination, LATEST);
	const name = (await linkTarget(path)) ?? (await textIn(path));
	return /^[\w-]+$/.test(name) ? name : undefined;
}

async function textIn(path: string): Promise<string> {
	const bytes = await readWhole(path).catch(() => new Uint8Array());
	return new TextDecoder().decode(bytes).trim();
}
