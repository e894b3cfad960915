/** Provenance of a figure: the batch, spec and numbers behind it, enough to repeat it. */

import { z } from "zod";
import { METRICS, type MetricName, SERIES } from "../market/record/record.ts";
import { LARGEST_FILE } from "../scenario/text/read-yaml.ts";
import { ID } from "../scenario/words.ts";
import { designSchema } from "../storage/folder/design-files.ts";
import { hex, planSchema, programSchema } from "../storage/folder/manifest.ts";

/** Characters at most of a text in a record, e.g. of a command with all its scenarios. */
const LONGEST = 20_000;
const words = z.string().max(LONGEST);
const id = z.string().regex(ID);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const metric = z.enum(METRICS.map(({ name }) => name as MetricName));

/** Choices made of a chart: see `ChartChoices`. */
const choicesSchema = z.strictObject({
	series: z.enum(SERIES.map(({ name }) => name)).exactOptional(),
	metric: metric.exactOptional(),
	shown: z.array(id).exactOptional(),
	from: month.exactOptional(),
	to: month.exactOptional(),
	thresholds: z
		.array(z.strictObject({ value: z.number(), label: words }))
		.exactOptional(),
	quotes: z
		.array(
			z.strictObject({
				date: words,
				series: words,
				usdPerTonne: z.number(),
				low: z.number().nullable().exactOptional(),
				high: z.number().nullable().exactOptional(),
			}),
		)
		.exactOptional(),
});

const chartSchema = z.strictObject({
	kind: z.string().regex(/^[a-z]{1,20}$/),
	/** with the kind, the base name of its files */
	name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	choices: choicesSchema,
	/** replicate that is shown, where one is */
	replicate: z.strictObject({
		scenario: id.nullable(),
		replicate: z.union([
			z.int().min(0).max(0xffffffff),
			z.enum(["median", "worst"]),
		]),
		metric,
	}),
});

/** A figure of a batch: all that is needed to run it and to draw the figure again. */
const ofBatch = z.strictObject({
	schema: z.literal("stibium-figure/1"),
	of: z.literal("batch"),
	/** name of the results folder */
	results: words,
	stibium: programSchema,
	stream: words,
	plan: planSchema,
	/** by name; the text is the resolved YAML without its comments */
	scenarios: z
		.array(
			z.strictObject({
				name: id,
				sha256: hex,
				calibration: hex,
				text: z.string().max(LARGEST_FILE),
			}),
		)
		.min(1),
	design: designSchema.nullable(),
	/** of the numbers of the batch */
	digest: hex,
	chart: chartSchema,
	/** SHA-256 of the spec, and of the plotted numbers as CSV */
	spec: hex,
	numbers: hex,
	/** the command that made the batch */
	command: words,
});

/** A figure that no batch can be run again for: the command that makes it. */
const ofCommand = z.strictObject({
	schema: z.literal("stibium-figure/1"),
	of: z.literal("command"),
	command: words,
});

export const recordSchema = z.discriminatedUnion("of", [ofBatch, ofCommand]);
export type BatchRecord = z.infer<typeof ofBatch>;
/** Record in a figure's file of how it was made. */
export type FigureRecord = z.infer<typeof recordSchema>;

/** Origin of a figure, written into its file. */
export interface Provenance {
	/** the results folder's name, or another name of the batch */
	readonly results: string;
	/** SHA-256 of the spec, hexadecimal */
	readonly specHash: string;
	/** record from which it is made again */
	readonly record?: FigureRecord;
}

/** One line that names the batch and the spec. */
export function provenanceLine({
	results,
	specHash,
}: Pick<Provenance, "results" | "specHash">): string {
	return `results ${results}; spec sha256 ${specHash}`;
}
