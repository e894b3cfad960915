import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const src = join(import.meta.dirname, "../../src");
const IMPORT =
	/^(?:import|export)\s(?!type\s)[^;]*?from "([^"]+)";|^import "([^"]+)";/gm;

/** What a file imports when it is loaded: types and what is loaded later left out. */
function loadedBy(file: string): readonly string[] {
	return [...readFileSync(file, "utf8").matchAll(IMPORT)].map(
		(match) => match[1] ?? match[2] ?? "",
	);
}

/** Everything that is loaded with a file: our own files, and packages by name. */
function everythingLoadedBy(file: string, seen = new Set<string>()) {
	if (seen.has(file)) return seen;
	seen.add(file);
	for (const word of loadedBy(file))
		if (word.startsWith("."))
			everythingLoadedBy(join(dirname(file), word), seen);
		else seen.add(word);
	return seen;
}

describe("`stibium --help`", () => {
	const loaded = [...everythingLoadedBy(join(src, "cli/main.ts"))];

	it("loads yargs and nothing else that is not Node's", () => {
		const packages = loaded.filter((name) => !name.startsWith("/"));
		expect(packages.filter((name) => !name.startsWith("node:"))).toEqual([
			"yargs",
		]);
	});

	it("loads no room but the command line, where the package stands and how a deed is refused", () => {
		const rooms = loaded.filter((name) => name.startsWith(src));
		expect(rooms.filter((name) => !name.startsWith(join(src, "cli")))).toEqual([
			join(src, "storage/disk/package-root.ts"),
			join(src, "actions/refusal.ts"),
		]);
	});

	it("does not load what runs a batch", () => {
		expect(loaded).not.toContain(join(src, "cli/batch/batch.ts"));
		expect(
			everythingLoadedBy(join(src, "cli/batch/batch.ts")).has("zod"),
			"the walk finds what a batch does load",
		).toBe(true);
	});
});
