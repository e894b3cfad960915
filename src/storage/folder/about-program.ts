import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { availableParallelism, cpus, release, type } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { PACKAGE_ROOT } from "../disk/package-root.ts";
import type { Manifest } from "./manifest.ts";

/** Milliseconds that git may take: the manifest must stand soon. */
const GIT_PATIENCE = 250;

const packageSchema = z.object({ version: z.string(), license: z.string() });

/** What program made the results: version, licence, and the commit when run from a checkout. */
export async function aboutProgram(): Promise<
	Pick<Manifest, "stibium" | "licence">
> {
	const text = await readFile(join(PACKAGE_ROOT, "package.json"), "utf8");
	const { version, license } = packageSchema.parse(JSON.parse(text));
	return {
		stibium: { version, git: await aboutCheckout() },
		licence: license,
	};
}

async function aboutCheckout(): Promise<Manifest["stibium"]["git"]> {
	try {
		await stat(join(PACKAGE_ROOT, ".git"));
		const [sha, changes] = await Promise.all([
			git("rev-parse", "HEAD"),
			git("status", "--porcelain", "--untracked-files=no"),
		]);
		return { sha, dirty: changes !== "" };
	} catch {
		return null;
	}
}

async function git(...words: string[]): Promise<string> {
	const { stdout } = await promisify(execFile)(
		"git",
		["--no-optional-locks", ...words],
		{ cwd: PACKAGE_ROOT, timeout: GIT_PATIENCE },
	);
	return stdout.trim();
}

/** What machine it ran on. */
export function aboutMachine(): Manifest["machine"] {
	return {
		node: process.version,
		v8: process.versions.v8,
		os: `${type()} ${release()} ${process.arch}`,
		cpu: cpus()[0]?.model.trim() ?? "unknown",
		cores: availableParallelism(),
	};
}
