import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { onInterrupt } from "../../src/cli/terminal/interrupt.ts";
import { MAIN, workFolder } from "./program.ts";

const folder = workFolder();

/** Begins a batch that would take minutes; resolves when its folder stands. */
async function begun(out: string): Promise<ChildProcess> {
	const words = ["run", "as-happened", "-n", "50000", "--out", out];
	const child = spawn(process.execPath, [MAIN, ...words], {
		cwd: folder,
		stdio: ["ignore", "ignore", "pipe"],
	});
	await once(child.stderr!, "data");
	return child;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null) await once(child, "exit");
	return child.exitCode;
}

describe("Ctrl-C", () => {
	it("once: the blocks under way end, the manifest says so, the line that resumes is told, exit 130", async () => {
		const child = await begun("once");
		let talk = "";
		child.stderr?.on("data", (piece) => {
			talk += piece;
		});
		child.kill("SIGINT");
		expect(await exitCode(child)).toBe(130);
		expect(talk).toMatch(
			/^interrupted: \d+ of 500 blocks are kept in once\/\d{8}-\d{6}-[0-9a-f]{6}\/; go on with: npx stibium resume once\/\d{8}-\d{6}-[0-9a-f]{6}$/m,
		);
		const manifest = readFileSync(
			join(folder, "once/latest/manifest.json"),
			"utf8",
		);
		expect(JSON.parse(manifest)).toMatchObject({ state: "interrupted" });
	});

	it("twice: stops at once, and what stands can be resumed", async () => {
		const child = await begun("twice");
		child.kill("SIGINT");
		await once(child.stderr!, "data");
		child.kill("SIGINT");
		expect(await exitCode(child)).toBe(130);
		const manifest = readFileSync(
			join(folder, "twice/latest/manifest.json"),
			"utf8",
		);
		expect(JSON.parse(manifest).state).toMatch(/^(running|interrupted)$/);
	});

	it("is heard by any number of blocks without a warning", async () => {
		const warned: string[] = [];
		const listen = ({ message }: Error) => warned.push(message);
		process.on("warning", listen);
		const { signal, release } = onInterrupt(() => {});
		for (let block = 0; block < 64; block++)
			signal.addEventListener("abort", () => {});
		await setImmediate();
		process.off("warning", listen);
		release();
		expect(warned).toEqual([]);
	});
});
