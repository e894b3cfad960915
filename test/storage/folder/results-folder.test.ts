import {
	mkdir,
	readdir,
	readlink,
	realpath,
	writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import {
	MissingResultsError,
	UnusableDestinationError,
} from "../../../src/storage/errors.ts";
import {
	createResultsFolder,
	findResults,
	pointLatest,
	timeStamp,
} from "../../../src/storage/folder/results-folder.ts";
import { newPlace } from "../fake-results.ts";

const time = new Date(Date.UTC(2026, 10, 27, 3, 4, 5, 678));
const hash = "0123456789abcdef";

test("a folder is named by UTC time and the first six digits of the plan's hash", async () => {
	expect(timeStamp(time)).toBe("20261127-030405");
	const folder = await createResultsFolder(
		join(await newPlace(), "deep", "results"),
		time,
		hash,
	);
	expect(basename(folder)).toBe("20261127-030405-012345");
});

test("twenty batches of one plan in one second get twenty folders", async () => {
	const destination = await newPlace();
	const folders = await Promise.all(
		Array.from({ length: 20 }, () =>
			createResultsFolder(destination, time, hash),
		),
	);
	expect(new Set(folders).size).toBe(20);
	expect((await readdir(destination)).length).toBe(20);
	expect(folders.map((folder) => basename(folder))).toContain(
		"20261127-030405-012345-20",
	);
});

test("a file that has the name is not overwritten", async () => {
	const destination = await newPlace();
	await writeFile(join(destination, "20261127-030405-012345"), "mine");
	const folder = await createResultsFolder(destination, time, hash);
	expect(basename(folder)).toBe("20261127-030405-012345-2");
});

test("a destination that is a file, or lies below one, is refused in words", async () => {
	const destination = join(await newPlace(), "results");
	await writeFile(destination, "a file");
	for (const unusable of [destination, join(destination, "below")]) {
		const failing = createResultsFolder(unusable, time, hash);
		await expect(failing).rejects.toThrow(UnusableDestinationError);
		await expect(failing).rejects.toThrow(/a file/);
	}
});

test("latest names the newest folder and can be asked for by that name", async () => {
	const destination = await newPlace();
	for (const second of [1, 2]) {
		const folder = await createResultsFolder(
			destination,
			new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
			hash,
		);
		await pointLatest(folder);
		expect(await readlink(join(destination, "latest"))).toBe(basename(folder));
		expect(await realpath(await findResults("latest", destination))).toBe(
			await realpath(folder),
		);
	}
});

test("where latest is a text file it names the folder as well", async () => {
	const destination = await newPlace();
	const folder = await createResultsFolder(destination, time, hash);
	await writeFile(join(destination, "latest"), `${basename(folder)}\n`);
	expect(await findResults("latest", destination)).toBe(folder);
});

test("a folder that somebody named latest is left alone", async () => {
	const destination = await newPlace();
	await mkdir(join(destination, "latest"));
	await pointLatest(await createResultsFolder(destination, time, hash));
	expect(await readdir(join(destination, "latest"))).toEqual([]);
});

test("a folder can be named by path or by its name among the results; else it is missing", async () => {
	const destination = await newPlace();
	const folder = await createResultsFolder(destination, time, hash);
	expect(await findResults(folder, "elsewhere")).toBe(folder);
	expect(await findResults(basename(folder), destination)).toBe(folder);
	await expect(findResults("nothing", destination)).rejects.toThrow(
		MissingResultsError,
	);
});
