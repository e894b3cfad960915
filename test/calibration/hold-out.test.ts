import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

function filesUnder(folder: string): readonly string[] {
	return readdirSync(join(SRC, folder)).flatMap((name) => {
		const path = join(folder, name);
		if (statSync(join(SRC, path)).isDirectory()) return filesUnder(path);
		return path.endsWith(".ts") ? [path] : [];
	});
}

function importsOf(file: string): readonly string[] {
	const text = readFileSync(join(SRC, file), "utf8");
	const imports =
		/^(?:import .*|\} |export .*)from "(\.[^"]+)";$|\bimport\("(\.[^"]+)"\)/gm;
	return [...text.matchAll(imports)].map(([, fixed, late]) =>
		join(dirname(file), fixed ?? late ?? ""),
	);
}

/** Every file that a file imports, itself and those of others included. */
function reachedFrom(start: readonly string[]): ReadonlySet<string> {
	const reached = new Set(start);
	for (const file of reached)
		for (const imported of importsOf(file)) reached.add(imported);
	return reached;
}

const isHeldOut = (file: string) => file.startsWith("calibration/record-2025/");

describe("the record of 2025", () => {
	it("is never reached by the calibration, its facts or its priors, directly or through others", () => {
		const calibrating = [
			...filesUnder("inference/calibration"),
			...filesUnder("inference/facts"),
			...filesUnder("calibration/priors"),
			...filesUnder("market"),
			...filesUnder("cli/calibrate"),
			"actions/threads/judge-worker.ts",
			"actions/threads/judge-threads.ts",
		];
		expect([...reachedFrom(calibrating)].filter(isHeldOut)).toEqual([]);
	});

	it("is reached by the validation", () => {
		const validating = reachedFrom(filesUnder("inference/validation"));
		expect([...validating].filter(isHeldOut).length).toBe(2);
	});
});
