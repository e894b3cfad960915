import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { availableParallelism, cpus, release, type } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Manifest } from "./manifest.ts";

/** The root of the package, two folders above this file in source and in dist. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Milliseconds that git may take: the manifest must stand soon. */
const GIT_PATIENCE = 250;

const packageSchema = z.object({ version: z.string(), license: z.string() });

/** What program made the results: version, licence, and the commit when run from a checkout. */
export async function aboutProgram(): Promise<
	Pick<Manifest, "stibium" | "licence">
> {
	const text = await readFile(join(ROOT, "package.json"), "utf8");
	const { version, license } = packageSchema.parse(JSON.parse(text));
	return {
		stibium: { version, git: await aboutCheckout() },
		licence: license,
	};
}

async function aboutCheckout(): Promise<Manifest["stibium"]["git"]> {
	try {
		await stat(join(ROOT, ".git"));
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
		{ cwd: ROOT, timeout: GIT_PATIENCE },
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
