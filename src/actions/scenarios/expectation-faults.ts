/** Check of a scenario's expectations against the metrics that the market measures. */

import { readFileSync } from "node:fs";
import { METRICS } from "../../market/record/record.ts";
import { parseExpectation } from "../../scenario/expectations/expectation.ts";
import type { Fault, Place } from "../../scenario/text/fault.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { shortPath } from "../paths.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);

/**
 * Statements of a sound scenario that name no metric of the model: a scenario file is
 * read without knowing what the market measures.
 */
export function expectationFaults(
	{ expect }: SoundScenario,
	path: string,
): readonly Fault[] {
	return expect.flatMap((text, i) => {
		const parsed = parseExpectation(text, METRIC_NAMES);
		if (!("problem" in parsed)) return [];
		const message = `expect[${i}] ${parsed.problem}`;
		const place = placeOf(text, path);
		return [
			{
				place,
				field: `expect[${i}]`,
				message,
				hint: null,
				severity: "error" as const,
			},
		];
	});
}

/** Place of a text in a file; the file's first character when the text was inherited. */
function placeOf(text: string, path: string): Place {
	const file = shortPath(path);
	const lines = readFileSync(path, "utf8").split(/\r?\n/);
	const at = lines.findIndex((line) => line.includes(text));
	return {
		file,
		line: Math.max(0, at) + 1,
		column: (lines[at]?.indexOf(text) ?? 0) + 1,
		length: at < 0 ? 1 : text.length,
	};
}
