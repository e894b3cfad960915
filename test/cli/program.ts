import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** The built program. */
export const MAIN = join(import.meta.dirname, "../../dist/cli/main.js");

/** What no command of a test may take; one that hangs ends with it, and its test says which. */
export const AT_MOST = { timeout: 240_000, killSignal: "SIGKILL" } as const;

/** How a run of the built program ended. */
export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly talk: string;
}

/** Runs the built program as a user would, in a folder of its own. */
export function stibium(words: readonly string[], cwd: string): Ended {
	const done = spawnSync(process.execPath, [MAIN, ...words], {
		...AT_MOST,
		cwd,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
	});
	return { code: done.status, out: done.stdout, talk: done.stderr };
}

/** A folder that is gone when the test file ends. */
export function workFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "stibium-cli-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Names of what a folder holds. */
export function contents(folder: string): readonly string[] {
	return readdirSync(folder).sort();
}
