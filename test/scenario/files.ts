import { posix } from "node:path";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import type { Edit } from "../../src/scenario/edits/edit.ts";
import { loadScenario, type ScenarioFiles } from "../../src/scenario/load.ts";
import type { Soundness } from "../../src/scenario/sound.ts";
import {
	codeFrame,
	faultLine,
	ScenarioError,
} from "../../src/scenario/text/fault.ts";

/** Scenario files that exist only in a test. */
export function memoryFiles(
	texts: Readonly<Record<string, string>>,
): ScenarioFiles {
	return {
		read: (path) => {
			const text = texts[path];
			return text === undefined ? { problem: "does not exist" } : { text };
		},
		resolve: (from, relative) => {
			const path = posix.join(posix.dirname(from), relative);
			return path.startsWith("..") ? { problem: "lies outside" } : { path };
		},
		shown: (path) => path,
	};
}

/** First lines that every scenario needs: five lines. */
export const HEAD = `version: 1
name: Test
question: What if?
horizon: {from: 2022-01, to: 2030-12}
reference: 2026-12
`;

/** Reads a scenario from memory. */
export function load(
	texts: Readonly<Record<string, string>>,
	path = "test.yaml",
	edits: readonly Edit[] = [],
): Soundness {
	return loadScenario(path, memoryFiles(texts), WORLD, edits);
}

/** What is said of a file that is not sound: one line a fault. */
export function complaints(text: string): readonly string[] {
	try {
		load({ "test.yaml": text });
		return [];
	} catch (error) {
		if (error instanceof ScenarioError) return error.faults.map(faultLine);
		throw error;
	}
}

/** The code frame of the first fault of a file. */
export function firstFrame(text: string): string {
	try {
		load({ "test.yaml": text });
	} catch (error) {
		if (error instanceof ScenarioError && error.faults[0] !== undefined)
			return codeFrame(error.faults[0], text);
	}
	return "";
}
