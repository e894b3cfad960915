import { z } from "zod";
import { GOODS, type Region } from "../../calibration/row.ts";
import { didYouMean } from "../nearest.ts";
import { day } from "../numbers/day-field.ts";
import { quantity } from "../numbers/quantity-field.ts";
import {
	DOLLARS,
	DOLLARS_A_TONNE,
	MONTHS,
	PLAIN,
	TONNES_A_YEAR,
} from "../numbers/units.ts";
import { NAMES_OF_PLACES, regionOf } from "../places.ts";
import { shown } from "../text/shown.ts";
import { BASES, ID, ID_WORDS } from "../words.ts";

/** A world of about 100,000 t a year has no agent of this size, t Sb a year. */
export const LARGEST_TONNAGE = 1e7;

/** A trillion: no programme for one metal is of this size, USD or USD a year. */
export const LARGEST_SUM = 1e12;

/** The field that tells the kind of a shock. */
export const kindOf = <Kind extends string>(kind: Kind, meaning: string) =>
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

/** Words on one line. */
const words = (longest: number, meaning: string) =>
	z.string().min(1).max(longest).meta({ description: meaning });

/** What the market hears on the day of a shock. */
export const news = z
	.strictObject({
		kick: z
			.strictObject({
				outside: z.number().min(-5).max(5).default(0).meta({
					description:
						"outside China, in units of the model's news kick; negative when prices fall on it",
				}),
				china: z.number().min(-5).max(5).default(0).meta({
					description:
						"inside China, in the same units; a ban on exports lowers prices there",
				}),
			})
			.default({ outside: 0, china: 0 })
			.meta({ description: "kick to the price norm; none when absent" }),
		precaution: share(
			"strength with which buyers begin to build cover; 0 when absent",
		).optional(),
	})
	.meta({
		description: "what the market hears that day, beside the rule itself",
	});

const id = z.string().regex(ID, ID_WORDS).meta({
	description:
		"name of the shock, unique in its scenario; one that the extended file has is changed",
	patternErrorMessage: ID_WORDS,
});

/** Longest label, characters: as long as an id, which makes a label when there is none. */
const LONGEST_LABEL = 64;

/** Fields that every shock has. */
export const common = {
	id,
	label: words(
		LONGEST_LABEL,
		"words for charts and stories; made from the id when absent",
	).optional(),
	source: words(
		1000,
		"where its numbers come from; an assumption when absent",
	).optional(),
	basis: z.enum(BASES).optional().meta({
		description:
			"how its numbers are known: reported by a source, estimated from sources, or assumed; assumed when absent",
	}),
	announce: day("day on which it becomes known; `from` when absent").optional(),
	from: day("first day in force").optional(),
	to: day("first day no longer in force; open when absent").optional(),
	months: z
		.number()
		.int()
		.positive()
		.max(600)
		.optional()
		.meta({ description: "length in months, instead of `to`" }),
	probability: share("chance that it happens at all; 1 when absent").optional(),
	news: news.optional(),
};
