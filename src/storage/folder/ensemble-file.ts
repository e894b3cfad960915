/** Ensembles as files: written whole, believed only after every number of them was looked at. */

import { join } from "node:path";
import { z } from "zod";
import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import {
	LUCK_MONTHS,
	LUCK_WIDTH,
} from "../../calibration/priors/luck-scores.ts";
import { SIZED_EVENTS } from "../../calibration/priors/past-draw.ts";
import { POSTERIOR } from "../../calibration/priors/posterior.ts";
import { PRIORS } from "../../calibration/priors/priors.ts";
import { RECORD_ENSEMBLE } from "../../calibration/priors/record-ensemble.ts";
import { drawsHash, ensembleHash } from "../../experiment/draws-hash.ts";
import { monthSpan } from "../../inference/record-file/months.ts";
import { MOST_ROWS } from "../../inference/record-file/read-record.ts";
import { RECORD_LONGEST } from "../../inference/record-file/read-row.ts";
import { RECORD_SERIES_NAMES } from "../../inference/record-file/record-series.ts";
import { monthName } from "../../quantities.ts";
import { pathProblem, plainBytes } from "../disk/plain-file.ts";
import { CorruptResultsError, UnusableEnsembleError } from "../errors.ts";
import type { Manifest } from "./manifest.ts";

/** File of an ensemble in a results folder. */
export const ENSEMBLE = "ensemble.json";

/** Most members, and bytes of a file. */
const MOST_MEMBERS = 20_000;
export const LARGEST_ENSEMBLE = 48_000_000;
/** Distance from 1 that the sum of the weights may have. */
const SLACK = 1e-9;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const seed = z.union([z.int(), z.string().min(1).max(200)]);
const share = z.number().gt(0).lt(1);

const schema = z.strictObject({
	schema: z.literal("stibium-ensemble/1"),
	to: month,
	made: z.strictObject({
		command: z.string().max(20_000),
		commit: z.string().max(100).nullable(),
		seed,
	}),
	kin: seed,
	posterior: z.string().regex(/^[0-9a-f]{64}$/),
	record: z
		.array(
			z.strictObject({
				series: z.enum(RECORD_SERIES_NAMES),
				from: month,
				to: month,
				value: z.number().min(0),
				sd: z.number().gt(0),
				bound: z.enum(["at least", "at most"]).nullable(),
				source: z.string().max(RECORD_LONGEST),
			}),
		)
		.max(MOST_ROWS),
	members: z
		.array(
			z.strictObject({
				values: z.array(z.number()).length(PRIORS.length),
				sizes: z.array(share).length(SIZED_EVENTS.length),
				weight: z.number().gt(0).max(1),
				draw: z
					.int()
					.min(0)
					.max(POSTERIOR.length - 1),
				stream: z.int().min(0).max(0xffffffff),
				luck: z.string().regex(/^[#-[\]-|]*$/),
			}),
		)
		.min(1)
		.max(MOST_MEMBERS),
});

/** The text of an ensemble: a line a member, so that two can be compared. */
export function ensembleText({ members, ...rest }: Ensemble): string {
	const head = JSON.stringify(rest, null, "\t").slice(0, -2);
	const rows = members.map((member) => `\t\t${JSON.stringify(member)}`);
	return `${head},\n\t"members": [\n${rows.join(",\n")}\n\t]\n}\n`;
}

/**
 * Reads an ensemble from its text.
 *
 * @param file as messages name it
 * @throws {UnusableEnsembleError} when it is none, or belongs to another posterior than this program's
 */
export function readEnsembleText(text: string, file: string): Ensemble {
	const refuse = (fault: string): never => {
		throw new UnusableEnsembleError(`${file} is no ensemble: ${fault}`);
	};
	let written: unknown;
	try {
		written = JSON.parse(text);
	} catch {
		return refuse(
			"it is not JSON; give the ensemble.json of `stibium assimilate`",
		);
	}
	const parsed = schema.safeParse(written);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return refuse(`${issue?.path.join(".") || "it"}: ${issue?.message}`);
	}
	const ensemble: Ensemble = parsed.data;
	const fault = faultOf(ensemble);
	if (fault !== null) refuse(fault);
	if (ensemble.posterior !== drawsHash("posterior"))
		throw new UnusableEnsembleError(
			`${file} was made from another calibration than this program's; assimilate its record again: ${ensemble.made.command}`,
		);
	return ensemble;
}

function faultOf({ members, to, record }: Ensemble): string | null {
	const sum = members.reduce((total, { weight }) => total + weight, 0);
	if (Math.abs(sum - 1) > SLACK) return `its weights sum to ${sum}, not to 1`;
	const [first] = members;
	const months = (first?.luck.length ?? 0) / LUCK_WIDTH;
	if (
		!Number.isInteger(months) ||
		members.some(({ luck }) => luck.length !== first?.luck.length)
	)
		return "the luck of its members does not cover whole months alike";
	const last = monthSpan(to);
	if (last === null || monthName(LUCK_MONTHS + months - 1) !== to)
		return `its luck covers ${months} months after 2024, which do not end in ${to}`;
	const late = record.find((row) => row.to > to || row.from > row.to);
	return late === undefined
		? null
		: `a row of ${late.from} to ${late.to} lies beyond ${to}`;
}

/** Reads an ensemble from a file that a user names. @throws {UnusableEnsembleError} */
export function readEnsembleFile(path: string, shown: string): Ensemble {
	const found = bytesOf(path);
	if ("problem" in found)
		throw new UnusableEnsembleError(`${shown} ${found.problem}`);
	return readEnsembleText(new TextDecoder().decode(found), shown);
}

function bytesOf(path: string): Uint8Array | { readonly problem: string } {
	try {
		return plainBytes(path, LARGEST_ENSEMBLE);
	} catch (error) {
		return { problem: pathProblem(error, "an ensemble") };
	}
}

/** An ensemble as a manifest or a figure names it. */
export interface NamedEnsemble {
	readonly sha256: string;
	/** last month of its record */
	readonly to: string;
}

/** The name of an ensemble; null of none. */
export const nameOfEnsemble = (
	ensemble: Ensemble | null,
): NamedEnsemble | null =>
	ensemble === null
		? null
		: { sha256: ensembleHash(ensemble), to: ensemble.to };

/** True of the ensemble that ships with the program, which no folder holds. */
export const isShipped = (sha256: string): boolean =>
	sha256 === ensembleHash(RECORD_ENSEMBLE);

/** The ensemble of a hash where it ships with the program, else null. */
export const shippedEnsemble = (sha256: string): Ensemble | null =>
	isShipped(sha256) ? RECORD_ENSEMBLE : null;

/**
 * The ensemble behind a results folder; null when its replicates began from a set of parameters.
 *
 * @throws {CorruptResultsError} when the file is not the one that the manifest names
 */
export function storedEnsemble(
	folder: string,
	{ plan: { ensemble } }: Pick<Manifest, "plan">,
): Ensemble | null {
	if (ensemble === null) return null;
	const shipped = shippedEnsemble(ensemble.sha256);
	if (shipped !== null) return shipped;
	const found = readEnsembleFile(join(folder, ENSEMBLE), ENSEMBLE);
	if (ensembleHash(found) !== ensemble.sha256)
		throw new CorruptResultsError(
			ENSEMBLE,
			"it is not the one that the manifest names",
		);
	return found;
}
