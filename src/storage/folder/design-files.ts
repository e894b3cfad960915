/** Design of a batch, and the answers made from it, as files of its results folder. */

import { join } from "node:path";
import { z } from "zod";
import { type Design, SWEEP_DESIGNS } from "../../experiment/design.ts";
import { type CsvCell, csvText } from "../../words/csv.ts";
import { systemCode, writeFileAtomically } from "../disk/atomic-write.ts";
import { readWhole } from "../disk/disk.ts";
import { CorruptResultsError } from "../errors.ts";

/** File of a design; absent from folders whose scenarios stand for themselves, which most do. */
export const DESIGN = "design.json";

const named = { id: z.string(), title: z.string() };

export const designSchema = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("sweep"),
		of: z.string(),
		title: z.string(),
		design: z.enum(SWEEP_DESIGNS),
		axes: z.array(
			z.strictObject({ path: z.string(), unit: z.string().nullable() }),
		),
		points: z.array(
			z.strictObject({
				scenario: z.string(),
				values: z.array(z.union([z.number(), z.string()])),
			}),
		),
	}),
	z.strictObject({
		kind: z.enum(["regret", "frontier"]),
		choices: z.array(z.strictObject({ ...named, levers: z.int().min(0) })),
		states: z.array(
			z.strictObject({ ...named, weight: z.number().positive() }),
		),
		trials: z.array(
			z.strictObject({
				scenario: z.string(),
				choice: z.string(),
				state: z.string(),
			}),
		),
		loss: z.array(z.string()),
		criteria: z.array(z.string()),
	}),
]);

const fileSchema = z.strictObject({
	schema: z.literal("stibium-design/1"),
	design: designSchema,
});

/** Writes the design of a batch into its results folder. */
export async function writeDesign(
	folder: string,
	design: Design,
): Promise<void> {
	const json = { schema: "stibium-design/1", design };
	await writeFileAtomically(
		join(folder, DESIGN),
		`${JSON.stringify(json, null, "\t")}\n`,
	);
}

/**
 * The design of a results folder; null where scenarios stand for themselves.
 *
 * @throws {CorruptResultsError} when it is not as it was written
 */
export async function readDesign(folder: string): Promise<Design | null> {
	const text = await readDesignText(folder);
	if (text === null) return null;
	const parsed = fileSchema.safeParse(JSON.parse(text));
	if (!parsed.success)
		throw new CorruptResultsError(DESIGN, z.prettifyError(parsed.error));
	return parsed.data.design;
}

async function readDesignText(folder: string): Promise<string | null> {
	try {
		return new TextDecoder().decode(await readWhole(join(folder, DESIGN)));
	} catch (error) {
		if (systemCode(error) === "ENOENT") return null;
		throw error;
	}
}

/** Answer to the question of a design: a table for spreadsheets, and its content for programs. */
export interface AnswerTable {
	readonly header: readonly string[];
	readonly rows: readonly (readonly CsvCell[])[];
}

/** Writes `<name>.csv` and `<name>.json`; returns their names. */
export async function writeAnswer(
	folder: string,
	name: string,
	{ header, rows }: AnswerTable,
	json: object,
): Promise<readonly string[]> {
	const files = [`${name}.csv`, `${name}.json`] as const;
	await writeFileAtomically(join(folder, files[0]), csvText([header, ...rows]));
	await writeFileAtomically(
		join(folder, files[1]),
		`${JSON.stringify(json, null, "\t")}\n`,
	);
	return files;
}
