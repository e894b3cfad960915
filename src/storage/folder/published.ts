/** Validation, calibration and citation that ship with the program, for reports to quote. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { PACKAGE_ROOT } from "../disk/package-root.ts";

const interval = z.object({
	value: z.number(),
	low: z.number().nullable(),
	high: z.number().nullable(),
});

const validationSchema = z.object({
	schema: z.literal("stibium-validation/1"),
	version: z.string(),
	command: z.string(),
	parameters: z.enum(["prior", "screened", "posterior"]),
	replicates: z.number(),
	calmReplicates: z.number(),
	rows: z.array(
		z.object({
			id: z.string(),
			label: z.string(),
			record: z.number().nullable(),
			rule: z.string(),
			p10: z.number(),
			p50: z.number(),
			p90: z.number(),
			place: z.number().nullable(),
			pass: z.boolean(),
			scored: z.boolean(),
			unit: z.string(),
			basis: z.enum(["reported", "estimated", "assumed"]),
			source: z.string(),
			required: z.boolean(),
			explanation: z.string().nullable(),
		}),
	),
	horizons: z.array(z.number()),
	scores: z.array(
		z.object({
			forecaster: z.string(),
			market: z.string(),
			horizon: z.number(),
			n: z.number(),
			crps: z.number(),
			lessWalk: interval,
			coverage: z.array(z.object({ band: z.number(), hits: z.number() })),
		}),
	),
});

/** Errors of the model, by the validation that is shipped. */
export type PublishedValidation = z.infer<typeof validationSchema>;

const calibrationSchema = z.object({
	effective: z.number(),
	portraits: z.array(
		z.object({
			name: z.string(),
			unit: z.string(),
			prior: z.array(z.number()),
			posterior: z.array(z.number()),
			contraction: z.number(),
			shift: z.number(),
		}),
	),
});

/** Parameters of the model, by the calibration that is shipped. */
export type PublishedCalibration = z.infer<typeof calibrationSchema>;

const assimilationSchema = z.object({
	/** hash of the ensemble that it made */
	ensemble: z.string(),
	/** last month of the record */
	to: z.string(),
	command: z.string(),
	months: z.array(
		z.object({
			month: z.string(),
			rows: z.array(
				z.object({
					row: z.object({
						series: z.string(),
						from: z.string(),
						to: z.string(),
						value: z.number(),
						bound: z.string().nullable(),
						source: z.string(),
					}),
					p10: z.number(),
					p50: z.number(),
					p90: z.number(),
					place: z.number(),
					after: z.number(),
					wild: z.boolean(),
				}),
			),
		}),
	),
	shifts: z.array(
		z.object({
			name: z.string(),
			before: z.object({ mean: z.number(), spread: z.number() }),
			after: z.object({ mean: z.number(), spread: z.number() }),
		}),
	),
});

/** What the shipped record said of the market, row by row, and what it moved. */
export type PublishedAssimilation = z.infer<typeof assimilationSchema>;

const citationSchema = z.object({
	title: z.string(),
	version: z.string(),
	license: z.string(),
	authors: z.array(z.object({ name: z.string() })),
});

/** Words with which to cite the program. */
export type Citation = z.infer<typeof citationSchema>;

/** Documents published with the program, in a checkout and in an installed package alike. */
export interface Published {
	readonly validation: PublishedValidation;
	readonly calibration: PublishedCalibration;
	readonly assimilation: PublishedAssimilation;
	readonly citation: Citation;
}

/** Files of the package that a report is told from. */
export const PUBLISHED = {
	validation: "results/validation/validation.json",
	calibration: "results/validation/calibration.json",
	assimilation: "results/validation/assimilation.json",
	citation: "CITATION.cff",
} as const;

const textOf = (file: string): Promise<string> =>
	readFile(join(PACKAGE_ROOT, file), "utf8");

/** Reads what is published with the program. */
export async function readPublished(): Promise<Published> {
	const [validation, calibration, assimilation, citation] = await Promise.all([
		textOf(PUBLISHED.validation),
		textOf(PUBLISHED.calibration),
		textOf(PUBLISHED.assimilation),
		textOf(PUBLISHED.citation),
	]);
	return {
		validation: validationSchema.parse(JSON.parse(validation)),
		calibration: calibrationSchema.parse(JSON.parse(calibration)),
		assimilation: assimilationSchema.parse(JSON.parse(assimilation)),
		citation: citationSchema.parse(parse(citation)),
	};
}
