import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { many } from "../long.ts";
import { cli, MAIN, workFolder } from "./program.ts";

/** Kills; `npm run kills` may ask for more. */
const KILLS = Number(process.env["STIBIUM_KILLS"] ?? many(1, 20));

const folder = workFolder();
writeFileSync(
	join(folder, "short.yaml"),
	"version: 1\nname: Short\nquestion: What if?\nhorizon: {from: 2022-01, to: 2022-06}\nreference: 2022-02\n",
);
const BATCH = ["run", "short.yaml", "-n", "75", "--seed", "7"];

/** Begins a command; resolves when its folder stands and it has said so, or there is nothing to do. */
async function begun(words: readonly string[]): Promise<ChildProcess> {
	const child = spawn(process.execPath, [MAIN, ...words], {
		cwd: folder,
		stdio: ["ignore", "ignore", "pipe"],
	});
	await Promise.race([once(child.stderr!, "data"), once(child, "exit")]);
	return child;
}

/** Kills a process after a while, if it still lives. */
async function kill(child: ChildProcess, after: number): Promise<void> {
	await Promise.race([wait(after), once(child, "exit")]);
	child.kill("SIGKILL");
	if (child.exitCode === null && child.signalCode === null)
		await once(child, "exit");
}

/** Milliseconds that a batch takes once its folder stands, and its digest. */
async function undisturbed(): Promise<{ length: number; digest: string }> {
	const child = await begun([...BATCH, "--out", "whole"]);
	const start = performance.now();
	await once(child, "exit");
	return { length: performance.now() - start, digest: digestIn("whole") };
}

function digestIn(out: string): string {
	const text = readFileSync(join(folder, out, "latest/manifest.json"), "utf8");
	return JSON.parse(text).digest;
}

it(`a batch killed with -9 at ${KILLS} random moments, its resume killed too, ends with the digest of an undisturbed one`, async () => {
	const { length, digest } = await undisturbed();
	expect(digest).toMatch(/^[0-9a-f]{64}$/);
	for (let i = 0; i < KILLS; i++) {
		const out = `killed-${i}`;
		const first = Math.random() * length;
		await kill(await begun([...BATCH, "--out", out]), first);
		const second = Math.random() * length;
		await kill(await begun(["resume", "latest", "--out", out]), second);
		const told = `killed after ${first} and ${second} ms`;
		const ended = await cli(["resume", "latest", "--out", out, "-q"], folder);
		expect(ended.code, `${told}: ${ended.talk}`).toBe(0);
		expect(ended.out, told).toContain(`digest   ${digest}`);
		expect(digestIn(out), told).toBe(digest);
		const held = readdirSync(join(folder, out, "latest"));
		expect(held, told).not.toContain("blocks");
		expect((await cli(["verify", `${out}/latest`], folder)).code, told).toBe(0);
	}
});
