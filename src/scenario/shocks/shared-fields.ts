/** Fields that several kinds of shock share, each with its range and unit. */

import { z } from "zod";
import { GOODS, type Region } from "../../calibration/row.ts";
import { didYouMean } from "../nearest.ts";
import { quantity } from "../numbers/quantity-field.ts";
import {
	DOLLARS,
	DOLLARS_A_TONNE,
	MONTHS,
	PLAIN,
	TONNES_A_YEAR,
} from "../numbers/units.ts";
import { NAMES_OF_PLACES, regionOf } from "../places.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";
import { shown } from "../text/shown.ts";
import { ID, ID_WORDS } from "../words.ts";

/** A world of about 100,000 t a year has no agent of this size, t Sb a year. */
export const LARGEST_TONNAGE = 1e7;

/** A trillion: no programme for one metal is of this size, USD or USD a year. */
export const LARGEST_SUM = 1e12;

/** The field that tells the kind of a shock. */
export const kindField = <Kind extends string>(kind: Kind, meaning: string) =>
	z.literal(kind).meta({ description: meaning });

/** A share, 0 to 1. */
export const share = (meaning: string) =>
	quantity({ units: PLAIN, least: 0, most: 1, meaning });
/** A length of time, months. */
export const months = (meaning: string) =>
	quantity({ units: MONTHS, least: 0, most: 600, meaning });
/** Tonnes a year. */
export const perYear = (meaning: string) =>
	quantity({
		units: TONNES_A_YEAR,
		least: 0,
		most: LARGEST_TONNAGE,
		meaning,
	});
/** Dollars a tonne. */
export const dollars = (meaning: string) =>
	quantity({ units: DOLLARS_A_TONNE, least: 0, most: 1e6, meaning });

/** A sum of money, dollars. */
export const money = (meaning: string) =>
	quantity({ units: DOLLARS, least: 0, most: LARGEST_SUM, meaning });
/** A factor on need. */
export const factor = (least: number, meaning: string) =>
	quantity({ units: PLAIN, least, most: 20, meaning });

/** Id of an agent or of another shock. */
export const name = (meaning: string) =>
	z
		.string()
		.regex(ID, ID_WORDS)
		.meta({ description: meaning, patternErrorMessage: ID_WORDS });

/** A region by code, English name, or a country of it. */
export const region = (meaning: string) =>
	z
		.unknown()
		.transform((name, context): Region => {
			const found = typeof name === "string" ? regionOf(name) : null;
			if (found !== null) return found;
			const near =
				typeof name === "string" ? didYouMean(name, NAMES_OF_PLACES) : "";
			context.addIssue({
				code: "custom",
				message: `is ${shown(name)}; expected a region or country, such as China or CN${near}`,
			});
			return z.NEVER;
		})
		.meta({
			description: `${meaning}: a code, an English name, or a country of it`,
			region: true,
		});

/** All regions or a list of them. */
export const destinations = z
	.union([z.literal("all"), z.array(region("a destination")).min(1)])
	.default("all")
	.meta({ description: "all, or the list of regions it touches" });

/** The goods that a restriction touches. */
export const goods = z
	.array(z.enum(GOODS))
	.min(1)
	.default([...GOODS])
	.meta({ description: "goods it touches; both when absent" });

/** Tells of a region that cannot do what one region alone can in this model. */
export function checkAlone(
	region: Region | undefined,
	able: Region,
	expected: string,
	at: Path,
	report: Report,
): void {
	if (region !== undefined && region !== able)
		report(at, `is ${region}; expected ${expected}`);
}
