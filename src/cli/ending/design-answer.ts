/** Answers of batches with a design: a sweep, policies in states, or mixes of hedges. */

import type { Design } from "../../experiment/design.ts";
import { DESIGN, writeAnswer } from "../../storage/folder/design-files.ts";
import {
	type Results,
	recordFiles,
} from "../../storage/folder/read-results.ts";
import { safeText } from "../../words/safe-text.ts";
import { widthOf } from "../terminal/colours.ts";
import { wrapped } from "../terminal/columns.ts";
import type { DesignAnswer } from "./answer.ts";
import { conditions, whereabouts } from "./closing.ts";
import { frontierAnswer } from "./frontier-words.ts";
import { regretAnswer } from "./regret-words.ts";
import { sweepAnswer } from "./sweep-words.ts";

/** Trust in differences between the scenarios of one question. */
const OF_MEANS =
	"95 % intervals: what other seeds may give; differences are taken run by run, under one luck.";

/** Answer of a batch by its design: a sweep, regrets, or a frontier. */
export function answerOf(design: Design, results: Results): DesignAnswer {
	const { summary, runs } = results;
	switch (design.kind) {
		case "sweep":
			return sweepAnswer(design, summary);
		case "regret":
			return regretAnswer(design, runs);
		case "frontier":
			return frontierAnswer(design, runs);
	}
}

/** Writes an answer into its results folder and notes it in the manifest, unless it is there. */
export async function keepAnswer(
	{ folder, manifest }: Results,
	{ name, table, json }: DesignAnswer,
): Promise<void> {
	if (manifest.files.some((file) => file.name === DESIGN)) return;
	const files = await writeAnswer(folder, name, table, json);
	await recordFiles(folder, [DESIGN, ...files]);
}

/** The end of such a batch for a reader: its finding, its tables, where it is. */
export function answerWords(
	answer: DesignAnswer,
	titles: readonly string[],
	ending: Parameters<typeof whereabouts>[0],
	stream: NodeJS.WriteStream,
): string {
	const width = widthOf(stream);
	return [
		...titles,
		...answer.lines(width),
		"",
		...wrapped(conditions(ending.results, OF_MEANS), width, ""),
		...whereabouts(ending),
	]
		.map((line) => safeText(line))
		.join("\n");
}
