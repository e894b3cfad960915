/** The program and the machine that made results. */

import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { availableParallelism, cpus, release, type } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { PACKAGE_ROOT } from "../disk/package-root.ts";
import type { Manifest, Program } from "./manifest.ts";

/** Milliseconds that git may take before a manifest is written without its answer. */
const GIT_PATIENCE = 250;
/** Milliseconds that git may take at all. */
const GIT_LONGEST = 20_000;

const packageSchema = z.object({ version: z.string(), license: z.string() });

/** The program that made results, and its licence. */
type AboutProgram = Pick<Manifest, "stibium" | "licence">;
/** The commit of the checkout it ran from, or why that is not known. */
type Commit = Pick<Program, "git" | "commitUnknown">;

const LATE: Commit = {
	git: null,
	commitUnknown: "git had not answered when the batch began",
};

/** The program that runs: version, licence, and the commit when run from a checkout. */
export async function aboutProgram(): Promise<AboutProgram> {
	return aboutAt(await askCommit());
}

/**
 * The program that runs, for a manifest that must stand soon.
 *
 * @param signal ends the asking
 * @returns what is known at once, and the program as it is once git has answered
 */
export async function aboutProgramSoon(signal: AbortSignal): Promise<{
	readonly soon: AboutProgram;
	readonly program: Promise<Program>;
}> {
	const commit = askCommit(signal);
	const program = commit.then(async (it) => (await aboutAt(it)).stibium);
	const patience = sleep(GIT_PATIENCE, LATE, { ref: false });
	return {
		soon: await aboutAt(await Promise.race([commit, patience])),
		program,
	};
}

async function aboutAt(commit: Commit): Promise<AboutProgram> {
	const text = await readFile(join(PACKAGE_ROOT, "package.json"), "utf8");
	const { version, license } = packageSchema.parse(JSON.parse(text));
	return { stibium: { version, ...commit }, licence: license };
}

async function askCommit(signal?: AbortSignal): Promise<Commit> {
	if (!(await isCheckout())) return { git: null };
	try {
		const [sha, changes] = await Promise.all([
			git(["rev-parse", "HEAD"], signal),
			git(["status", "--porcelain", "--untracked-files=no"], signal),
		]);
		return { git: { sha, dirty: changes !== "" } };
	} catch (error) {
		return { git: null, commitUnknown: whyUnknown(error, signal) };
	}
}

const isCheckout = () =>
	stat(join(PACKAGE_ROOT, ".git")).then(
		() => true,
		() => false,
	);

function whyUnknown(error: unknown, signal?: AbortSignal): string {
	if (signal?.aborted) return "the batch ended before git answered";
	if (error instanceof Error && "killed" in error && error.killed === true)
		return `git did not answer within ${GIT_LONGEST / 1000} s`;
	const [line = ""] = String(error).split("\n");
	return `git did not tell it: ${line}`;
}

async function git(
	words: readonly string[],
	signal?: AbortSignal,
): Promise<string> {
	const { stdout } = await promisify(execFile)(
		"git",
		["--no-optional-locks", ...words],
		{ cwd: PACKAGE_ROOT, timeout: GIT_LONGEST, ...(signal && { signal }) },
	);
	return stdout.trim();
}

/** The machine that this runs on. */
export function aboutMachine(): Manifest["machine"] {
	return {
		node: process.version,
		v8: process.versions.v8,
		os: `${type()} ${release()} ${process.arch}`,
		cpu: cpus()[0]?.model.trim() ?? "unknown",
		cores: availableParallelism(),
	};
}
