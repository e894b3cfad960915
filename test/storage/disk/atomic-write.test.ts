import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	writeAll,
	writeFileAtomically,
	writePiecesAtomically,
} from "../../../src/storage/disk/atomic-write.ts";
import { StoppedError } from "../../../src/storage/errors.ts";
import { newPlace } from "../fake-results.ts";

test("a file holds all bytes, its SHA-256 is told, and nothing else is left", async () => {
	const path = join(await newPlace(), "table.bin");
	const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i & 255);
	const written = await writeFileAtomically(path, bytes);
	expect(new Uint8Array(await readFile(path))).toEqual(bytes);
	expect(written).toEqual({
		sha256: createHash("sha256").update(bytes).digest("hex"),
		bytes: 300_000,
	});
	expect(await readdir(join(path, ".."))).toEqual(["table.bin"]);
});

test("a writer that fails half-way leaves the old file whole and no temporary file", async () => {
	const place = await newPlace();
	const path = join(place, "table.csv");
	await writeFileAtomically(path, "old\n");
	await expect(
		writePiecesAtomically(path, async (append) => {
			await append(new TextEncoder().encode("new, but only ha"));
			throw new Error("the source ran dry");
		}),
	).rejects.toThrow("the source ran dry");
	expect(await readFile(path, "utf8")).toBe("old\n");
	expect(await readdir(place)).toEqual(["table.csv"]);
});

test("until the last piece is out the name shows the old file", async () => {
	const path = join(await newPlace(), "table.csv");
	await writeFileAtomically(path, "old\n");
	await writePiecesAtomically(path, async (append) => {
		await append(new TextEncoder().encode("ne"));
		expect(await readFile(path, "utf8")).toBe("old\n");
		await append(new TextEncoder().encode("w\n"));
	});
	expect(await readFile(path, "utf8")).toBe("new\n");
});

test("a write that is cut short is taken up where it ended", async () => {
	const taken: number[] = [];
	await writeAll(
		{
			write: async (bytes, offset) => {
				const some = bytes.subarray(offset, offset + 7);
				taken.push(...some);
				return some.length;
			},
		},
		Uint8Array.from({ length: 40 }, (_, i) => i),
	);
	expect(taken).toEqual(Array.from({ length: 40 }, (_, i) => i));
});

test("a full disk stops the batch in words", async () => {
	const failing = writePiecesAtomically(
		join(await newPlace(), "runs.parquet"),
		() => Promise.reject(Object.assign(new Error("write"), { code: "ENOSPC" })),
	);
	await expect(failing).rejects.toThrow(StoppedError);
	await expect(failing).rejects.toThrow(
		/runs\.parquet: no space is left on the disk \(ENOSPC\)/,
	);
});

test("two writers of one name end with one of the two files, whole", async () => {
	const path = join(await newPlace(), "latest.txt");
	const texts = ["a".repeat(50_000), "b".repeat(50_000)];
	await Promise.all(texts.map((text) => writeFileAtomically(path, text)));
	expect(texts).toContain(await readFile(path, "utf8"));
});

test("a folder in the place of the file is left alone and reported", async () => {
	const place = await newPlace();
	await mkdir(join(place, "taken"));
	await writeFile(join(place, "taken", "inside"), "kept");
	await expect(
		writeFileAtomically(join(place, "taken"), "text"),
	).rejects.toThrow();
	expect(await readdir(place)).toEqual(["taken"]);
	expect(await readFile(join(place, "taken", "inside"), "utf8")).toBe("kept");
});
