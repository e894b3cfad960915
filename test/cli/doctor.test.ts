import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookAtArithmetic } from "../../src/cli/doctor/arithmetic.ts";
import { lookAtDisk, roomFinding } from "../../src/cli/doctor/disk-room.ts";
import { lookAtNode } from "../../src/cli/doctor/doctor.ts";
import { lookAtChromium, lookAtRedis } from "../../src/cli/doctor/extras.ts";
import { knownAnswers } from "../../src/cli/doctor/known-answers.ts";
import {
	digestInMemory,
	PINNED,
	pinnedPlan,
} from "../../src/cli/doctor/pinned-batch.ts";
import { bitsFinding } from "../../src/cli/doctor/same-bits.ts";
import { lookAtBatches } from "../../src/cli/doctor/unfinished.ts";
import { planHash } from "../../src/experiment/plan.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { createSimulator } from "../../src/market/replicate.ts";
import {
	readManifest,
	writeManifest,
} from "../../src/storage/folder/manifest.ts";
import {
	EXPONENTIALS,
	LOGARITHMS,
	NORMALS,
	POWERS,
} from "../math-known-answers.ts";
import { cli, contents, workFolder } from "./program.ts";

const folder = workFolder();

describe("stibium doctor", async () => {
	const ended = await cli(["doctor"], folder);

	it("finds here everything that is needed, and leaves nothing behind", () => {
		expect(ended.code, ended.out + ended.talk).toBe(0);
		expect(ended.out).toContain("this machine gives the same bits");
		expect(ended.out).toContain("Everything that is needed works.");
		expect(contents(folder)).toEqual([]);
	});

	it("gives the same as one object", async () => {
		const { code, out } = await cli(["doctor", "--json"], folder);
		const { well, findings } = JSON.parse(out);
		expect([code, well]).toEqual([0, true]);
		expect(findings.map(({ what }: { what: string }) => what)).toEqual(
			expect.arrayContaining([
				...["stibium", "Node", "arithmetic", "same bits", "threads"],
				...["figures", "results", "batches", "DuckDB", "Chromium", "Redis"],
			]),
		);
	});

	it("exits 1 when results cannot be written, and says what would do", async () => {
		writeFileSync(join(folder, "a-file"), "");
		const { code, out } = await cli(["doctor", "--out", "a-file/in"], folder);
		expect(code).toBe(1);
		expect(out).toMatch(/NO {2}results .*cannot be written/);
		expect(out).toContain("Not working: results.");
	});
});

describe("the pinned batch", () => {
	it("is what the model gives now; when a change of numbers is meant, pin what is found here", async () => {
		const plan = pinnedPlan();
		const digest = await digestInMemory(
			plan,
			serialRunner(plan, createSimulator),
		);
		expect({ plan: planHash(plan), digest }).toEqual(PINNED);
	});

	it("tells a machine that computes otherwise from a checkout that was changed", () => {
		const other = "0".repeat(64);
		expect(bitsFinding({ ...PINNED, digest: other })).toMatchObject({
			state: "broken",
			mend: expect.stringContaining("this machine computes otherwise"),
		});
		expect(bitsFinding({ plan: other, digest: other })).toMatchObject({
			state: "broken",
			found: expect.stringContaining("scenarios or the calibration"),
		});
	});
});

describe("known answers", () => {
	it("are the doubles nearest to those computed with 120 digits", () => {
		const published = new Set(
			[...EXPONENTIALS, ...LOGARITHMS, ...NORMALS]
				.map((row) => row[1])
				.concat(POWERS.map((row) => row[2])),
		);
		for (const { name, expected } of knownAnswers())
			expect(published, name).toContain(expected);
	});

	it("that are missed by one bit are told", () => {
		const row = { name: "exp(1)", value: 2.7, expected: 2.7000000000000006 };
		expect(lookAtArithmetic([row]).found).toMatch(/1 of 1 .*exp\(1\) is 2.7/);
	});
});

describe("what the doctor looks at", () => {
	it("an old Node does not work", () => {
		expect(lookAtNode("18.20.1").state).toBe("broken");
		expect(lookAtNode("20.0.0").state).toBe("works");
	});

	it("a disk that is nearly full does not do", () => {
		expect(roomFinding("results/", true, 5e6)).toMatchObject({
			state: "broken",
			found: "results/ can be written, but only 5 MB free",
		});
	});

	it("a folder that is not there is not made", async () => {
		const found = await lookAtDisk(join(folder, "later"));
		expect(found.found).toContain("is not there yet and can be made");
		expect(contents(folder)).not.toContain("later");
	});

	it("a browser is taken from CHROME_PATH, else from the path, else it is merely absent", async () => {
		const bin = join(folder, "bin");
		mkdirSync(bin);
		writeFileSync(join(bin, "google-chrome"), "", { mode: 0o755 });
		const { found } = await lookAtChromium({ PATH: `/nowhere:${bin}` });
		expect(found).toContain("google-chrome");
		const wrong = { CHROME_PATH: "/nowhere/chrome", PATH: bin };
		expect((await lookAtChromium(wrong)).state).toBe("absent");
	});

	it("Redis is asked for a connection, and its password is never told", async () => {
		const server = createServer().listen(0, "127.0.0.1");
		await new Promise((resolve) => server.once("listening", resolve));
		const { port } = server.address() as { port: number };
		const address = `redis://me:hush@127.0.0.1:${port}/1`;
		const open = await lookAtRedis({ STIBIUM_REDIS: address });
		await new Promise((resolve) => server.close(resolve));
		const shut = await lookAtRedis({ STIBIUM_REDIS: address });
		expect([open.state, shut.state]).toEqual(["works", "broken"]);
		expect(JSON.stringify([open, shut])).not.toMatch(/hush|me:/);
		const unread = await lookAtRedis({ STIBIUM_REDIS: "hush" });
		expect(unread.found).toBe("STIBIUM_REDIS is no address");
	});

	it("an interrupted batch is named with the line that goes on with it, a complete one is not", async () => {
		const made = await cli(
			["run", "no-restrictions", "-n", "1", "--seed", "1", "--json", "-q"],
			folder,
		);
		const results = join(folder, JSON.parse(made.out).results);
		const out = join(folder, "results");
		expect((await lookAtBatches(out)).map(({ state }) => state)).toEqual([
			"works",
		]);
		const manifest = await readManifest(results);
		await writeManifest(results, { ...manifest, state: "interrupted" });
		const [found] = await lookAtBatches(out);
		expect(found?.found).toContain("was interrupted");
		expect(found?.mend).toContain("npx stibium resume ");
	});
});
