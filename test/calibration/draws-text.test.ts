import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { luckOfText } from "../../src/calibration/priors/luck-scores.ts";
import { POSTERIOR } from "../../src/calibration/priors/posterior.ts";
import { SCREENED } from "../../src/calibration/priors/screened.ts";
import { drawsText } from "../../src/cli/calibrate/draws-text.ts";

/** Lines of a source file that hold draws. */
const drawLines = (text: string) =>
	text.split("\n").filter((line) => line.startsWith("\t{ weight"));

describe("a kept list of draws", () => {
	it.each([
		["posterior", POSTERIOR],
		["screened", SCREENED],
	] as const)("%s is what would be written of it again", (name, draws) => {
		const file = new URL(
			`../../src/calibration/priors/${name}.ts`,
			import.meta.url,
		);
		const again = drawsText(
			{
				...{ opening: "", name: "", what: "", command: "" },
				...{ seconds: 0, seed: "", rows: [] },
			},
			draws.map((draw) => ({ ...draw, luck: luckOfText(draw.luck) })),
		);
		const kept = drawLines(readFileSync(file, "utf8"));
		expect(kept.length).toBe(draws.length);
		expect(drawLines(again).every((line, i) => line === kept[i])).toBe(true);
	});
});
