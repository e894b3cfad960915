import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { whileOwning } from "../../../src/storage/disk/owner.ts";
import { BusyResultsError } from "../../../src/storage/errors.ts";
import { newPlace } from "../fake-results.ts";

/** The lock of this process, as it stands while it owns a folder. */
async function ownLock(): Promise<{
	pid: number;
	boot: string;
	began: string;
}> {
	const place = await newPlace();
	return whileOwning(place, async () =>
		JSON.parse(await readFile(join(place, "lock"), "utf8")),
	);
}

test("a folder is owned while the act lasts, and free after it, come what may", async () => {
	const place = await newPlace();
	const failing = whileOwning(place, async () => {
		expect(await readdir(place)).toEqual(["lock"]);
		throw new Error("the act fails");
	});
	await expect(failing).rejects.toThrow("the act fails");
	expect(await readdir(place)).toEqual([]);
});

test("two who own in turn never do so at once", async () => {
	const place = await newPlace();
	let inside = 0;
	const acts = Array.from({ length: 4 }, () =>
		whileOwning(place, async () => {
			expect(++inside).toBe(1);
			await new Promise((resolve) => setTimeout(resolve, 20));
			inside--;
		}),
	);
	await Promise.all(acts);
	expect(inside).toBe(0);
});

test("an owner who stays is named after the patience, and keeps the folder", async () => {
	const place = await newPlace();
	const lock = JSON.stringify(await ownLock());
	await writeFile(join(place, "lock"), lock);
	const asked = performance.now();
	const failing = whileOwning(place, async () => {}, 200);
	await expect(failing).rejects.toThrow(BusyResultsError);
	await expect(failing).rejects.toThrow(
		new RegExp(
			`is being written by process ${process.pid}; wait until it ends`,
		),
	);
	expect(performance.now() - asked).toBeGreaterThan(190);
	expect(await readFile(join(place, "lock"), "utf8")).toBe(lock);
});

test("an owner who is dying is waited for", async () => {
	const place = await newPlace();
	const child = spawn("sleep", ["0.3"]);
	await once(child, "spawn");
	const { boot } = await ownLock();
	const stat = await readFile(`/proc/${child.pid}/stat`, "utf8");
	const began = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
	await writeFile(
		join(place, "lock"),
		JSON.stringify({ pid: child.pid, boot, began }),
	);
	await whileOwning(place, async () => expect(child.exitCode).toBe(0));
});

test.each([
	["is dead", { pid: 2 ** 22 + 1 }],
	["is of another start of the machine", { boot: "another" }],
	["has only the number of one who lives", { began: "1" }],
])("a lock whose owner %s counts for nothing", async (_, changed) => {
	const place = await newPlace();
	const lock = { ...(await ownLock()), ...changed };
	await writeFile(join(place, "lock"), JSON.stringify(lock));
	expect(await whileOwning(place, async () => "done", 0)).toBe("done");
});

test("a lock that was cut short counts for nothing before long", async () => {
	const place = await newPlace();
	await writeFile(join(place, "lock"), '{"pid":');
	expect(await whileOwning(place, async () => "done")).toBe("done");
});
