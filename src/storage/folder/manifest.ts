/** Manifest of a results folder: `manifest.json`, its schema, its writing and its reading. */

import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { MECHANISMS, PARAMETER_SETS } from "../../market/simulator.ts";
import {
	asUnreadable,
	systemCode,
	writeFileAtomically,
} from "../disk/atomic-write.ts";
import { readWhole } from "../disk/disk.ts";
import { CorruptResultsError, MissingResultsError } from "../errors.ts";

export const MANIFEST = "manifest.json";

export const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const range = { from: count, to: count };

/** The program that made the numbers. */
export const programSchema = z.strictObject({
	version: z.string(),
	/** the checkout it ran from; null outside one, and where its commit is unknown */
	git: z.strictObject({ sha: z.string(), dirty: z.boolean() }).nullable(),
	/** reason why the commit of a checkout is not known */
	commitUnknown: z.string().exactOptional(),
});

export type Program = z.infer<typeof programSchema>;

/** All that decides the numbers of a batch beside its scenarios, and the base of comparison. */
export const planSchema = z.strictObject({
	hash: hex,
	seed: z.union([z.int(), z.string().min(1)]),
	replicates: z.strictObject(range),
	/** part of a larger batch that these replicates are; null when they are all */
	shard: z
		.strictObject({
			index: z.int().min(1),
			count: z.int().min(1),
			whole: z.strictObject(range),
		})
		.nullable()
		.default(null),
	blockSize: z.int().min(1),
	parameters: z.enum(PARAMETER_SETS),
	/** pasts that replicates began from, by hash and last month; null: the set of parameters alone */
	ensemble: z.strictObject({ sha256: hex, to: month }).nullable().default(null),
	without: z.array(z.enum(MECHANISMS)),
	keepPaths: z.boolean(),
	/** scenario names as they were asked for */
	order: z.array(z.string()),
	/** the scenario that others are compared with; null when none are */
	base: z.string().nullable(),
});

/** Content of `manifest.json`: all that is needed to repeat a batch and to check it. */
const manifestSchema = z.strictObject({
	schema: z.literal("stibium-results/1"),
	/** running and interrupted batches can be resumed */
	state: z.enum(["running", "interrupted", "complete"]),
	stibium: programSchema,
	/** version of the random streams */
	stream: z.string(),
	licence: z.string(),
	plan: planSchema,
	/** by name, as in every table */
	scenarios: z.array(
		z.strictObject({
			name: z.string(),
			title: z.string(),
			question: z.string(),
			from: month,
			to: month,
			/** metrics count from here */
			reference: month,
			/** the YAML that repeats it, relative to the folder */
			file: z.string(),
			/** of its numbers, labels left out */
			sha256: hex,
			/** of the calibrated world it stands in */
			calibration: hex,
			/** parameters and shocks after extends, settings and defaults */
			resolved: z.record(z.string(), z.json()),
		}),
	),
	quantiles: z.strictObject({
		method: z.enum(["exact", "histogram"]),
		estimator: z.string(),
	}),
	machine: z.strictObject({
		node: z.string(),
		v8: z.string(),
		os: z.string(),
		cpu: z.string(),
		cores: count,
	}),
	command: z.string(),
	/** true when charts are drawn once the batch is complete */
	charts: z.boolean().default(false),
	/** instants in UTC, ISO 8601 */
	start: z.string(),
	end: z.string().nullable(),
	/** time spent computing and writing, over all starts */
	seconds: z.number().nullable(),
	blocks: z.array(
		z.strictObject({
			index: count,
			...range,
			/** null when the block was lost */
			sha256: hex.nullable(),
			/** reason of the loss */
			lost: z.string().nullable(),
		}),
	),
	failures: z.array(
		z.strictObject({
			scenario: z.string(),
			replicate: count,
			message: z.string(),
		}),
	),
	warnings: z.array(z.string()),
	/** of the numbers: see `experiment/batch-digest.ts`; null until complete */
	digest: hex.nullable(),
	/** every other file of the folder */
	files: z.array(
		z.strictObject({ name: z.string(), sha256: hex, bytes: count }),
	),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Writes the manifest of a results folder, with a checksum of its own text. */
export async function writeManifest(
	folder: string,
	manifest: Manifest,
): Promise<void> {
	await writeFileAtomically(join(folder, MANIFEST), manifestText(manifest));
}

function manifestText(manifest: Manifest): string {
	const blank = `${JSON.stringify({ ...manifest, checksum: "" }, null, "\t")}\n`;
	return blank.replace(CHECKSUM, `"checksum": "${sha256(blank)}"`);
}

/** The checksum stands last, so that no text before it can be taken for it. */
const CHECKSUM = /"checksum": "[0-9a-f]{0,64}"(?=\n\}\n$)/;

const sha256 = (text: string) =>
	createHash("sha256").update(text).digest("hex");

/**
 * Reads the manifest of a results folder.
 *
 * @throws {MissingResultsError} when the folder has none
 * @throws {CorruptResultsError} when a single bit of it is not as it was written
 */
export async function readManifest(folder: string): Promise<Manifest> {
	const text = await readManifestText(folder);
	const blank = text.replace(CHECKSUM, '"checksum": ""');
	if (!text.includes(`"checksum": "${sha256(blank)}"\n}\n`))
		throw new CorruptResultsError(MANIFEST, "its checksum does not fit");
	const parsed = manifestSchema
		.extend({ checksum: hex })
		.safeParse(JSON.parse(text));
	if (!parsed.success)
		throw new CorruptResultsError(MANIFEST, z.prettifyError(parsed.error));
	const { checksum: _, ...manifest } = parsed.data;
	return manifest;
}

async function readManifestText(folder: string): Promise<string> {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
			await readWhole(join(folder, MANIFEST)),
		);
	} catch (error) {
		if (error instanceof TypeError)
			throw new CorruptResultsError(MANIFEST, "it is not UTF-8");
		if (["ENOENT", "ENOTDIR"].includes(systemCode(error)))
			throw new MissingResultsError(
				`${folder} holds no ${MANIFEST}; it is not a results folder`,
			);
		throw asUnreadable(join(folder, MANIFEST), error);
	}
}
