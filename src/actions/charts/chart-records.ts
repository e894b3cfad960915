/** Records from which each chart of a results folder can be made again. */

import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { Chart } from "../../charts/chart.ts";
import {
	type BatchRecord,
	type FigureRecord,
	recordSchema,
} from "../../figures/provenance.ts";
import { readWhole } from "../../storage/disk/disk.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import type { DrawOptions } from "./draw-options.ts";

const sha256 = (text: string) =>
	createHash("sha256").update(text).digest("hex");

/** SHA-256 of the spec of a chart. */
export function specHash({ spec }: Pick<Chart, "spec">): string {
	return sha256(JSON.stringify(spec));
}

/** SHA-256 of the plotted numbers. */
export function numbersHash({ csv }: Pick<Chart, "csv">): string {
	return sha256(csv);
}

/** Maker of the record of each chart of some results, from which it can be made again. */
export async function chartRecords(
	results: Results,
	{ choices, replicate }: Pick<DrawOptions, "choices" | "replicate">,
): Promise<(chart: Chart) => FigureRecord> {
	const { stibium, stream, plan, digest, command } = results.manifest;
	const batch = {
		schema: "stibium-figure/1",
		of: "batch",
		results: basename(results.folder),
		stibium,
		stream,
		plan,
		digest,
		command,
		scenarios: await readScenarioTexts(results),
		design: results.design,
	};
	return (chart) =>
		recordSchema.parse({
			...batch,
			chart: { kind: chart.kind, name: chart.name, choices, replicate },
			spec: specHash(chart),
			numbers: numbersHash(chart),
		});
}

/** The record of a figure that a command makes, and no batch. */
export function commandRecord(command: string): FigureRecord {
	return { schema: "stibium-figure/1", of: "command", command };
}

async function readScenarioTexts({
	folder,
	manifest,
}: Results): Promise<BatchRecord["scenarios"]> {
	const decoder = new TextDecoder();
	return Promise.all(
		manifest.scenarios.map(async ({ name, file, sha256, calibration }) => ({
			name,
			sha256,
			calibration,
			text: withoutComments(
				decoder.decode(await readWhole(join(folder, file))),
			),
		})),
	);
}

/** Text of a written scenario without its comments, which stand on lines of their own. */
const withoutComments = (text: string) => text.replace(/^#.*\n/gm, "");
