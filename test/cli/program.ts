/** The program as tests run it: in this process where a function will do, as a process where only that shows. */
import { spawnSync } from "node:child_process";
import fs, { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";

/** The built program. */
export const MAIN = join(import.meta.dirname, "../../dist/cli/main.js");

/** Bounds a process that hangs, so that its test says which; no load of the machine comes near it. */
export const AT_MOST = { timeout: 1_200_000, killSignal: "SIGKILL" } as const;

/** How a command ended. */
export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly talk: string;
}

/** Runs a command as a user would, in a folder of its own, but in this process. */
export async function cli(
	words: readonly string[],
	cwd: string,
): Promise<Ended> {
	const before = process.cwd();
	const heard = listen();
	process.env["NO_COLOR"] = "1";
	process.chdir(cwd);
	try {
		const code = await runCli(words);
		return { code, ...heard.said() };
	} finally {
		process.chdir(before);
		heard.end();
	}
}

/** Runs a command in a process of its own, for what only a process shows. */
export function stibium(words: readonly string[], cwd: string): Ended {
	const done = spawnSync(process.execPath, [MAIN, ...words], {
		...AT_MOST,
		cwd,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
	});
	return { code: done.status, out: done.stdout, talk: done.stderr };
}

const STDOUT = 1;
const STDERR = 2;
const writeSync = fs.writeSync;

/** Keeps what this process writes to standard output and standard error, until it is told to end. */
function listen() {
	const [out, talk]: [Buffer[], Buffer[]] = [[], []];
	const keep = (descriptor: number, bytes: Buffer, from: number): number => {
		if (descriptor !== STDOUT && descriptor !== STDERR)
			return writeSync(descriptor, bytes, from);
		(descriptor === STDOUT ? out : talk).push(
			Buffer.from(bytes.subarray(from)),
		);
		return bytes.length - from;
	};
	write(keep);
	return {
		said: () => ({
			out: Buffer.concat(out).toString("utf8"),
			talk: Buffer.concat(talk).toString("utf8"),
		}),
		end: () => write(writeSync),
	};
}

/** Puts another function in the place of the one with which the program writes. */
function write(writeSync: (...words: never) => number): void {
	Object.assign(fs, { writeSync });
	syncBuiltinESMExports();
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
