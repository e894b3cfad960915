/** Fields that every kind of shock has: in a file, in the model with their defaults, and written out again. */

import { z } from "zod";
import type { Basis } from "../../calibration/row.ts";
import type { CalendarDay } from "../../quantities.ts";
import type { Distribution } from "../../random/distribution.ts";
import { day } from "../numbers/day-field.ts";
import { held } from "../numbers/quantity-field.ts";
import { PLAIN } from "../numbers/units.ts";
import type { Fields, WriteNumber } from "../numbers/write-number.ts";
import { BASES, ID, ID_WORDS } from "../words.ts";
import { share } from "./shared-fields.ts";
import { dayText, endOf } from "./shock-dates.ts";

/** News of a shock: heard by the market on its day, beside the rule itself. */
export interface News {
	/**
	 * Share of a year's supply that is heard to be lost, by where it is heard: `outside` every
	 * region but China, `china` at home; null: what the shock takes from supply.
	 * `beliefs.news-kick` times it is the kick to the log norm.
	 */
	readonly kick: { readonly outside: number; readonly china: number } | null;
	/** strength 0 to 1 with which buyers start to build precautionary cover; null: by the shock's kind */
	readonly precaution: Distribution | null;
}

/** Basis and source of one number of a shock, where they differ from the shock's own. */
export interface FigureSource {
	readonly basis: Basis | null;
	readonly source: string | null;
}

/** Fields of every shock, defaults filled in. */
export interface ShockCommon {
	/** `^[a-z0-9][a-z0-9_-]{0,63}$`, unique in its scenario */
	readonly id: string;
	/** words for charts and stories; the file's `label`, else made from kind and id */
	readonly label: string;
	readonly source: string;
	readonly basis: Basis;
	/** day on which it becomes known; absent: known on `from` */
	readonly announce: CalendarDay | null;
	/** first day in force */
	readonly from: CalendarDay;
	/** first day no longer in force; null when open */
	readonly to: CalendarDay | null;
	/** chance that it happens at all, drawn once a replicate */
	readonly probability: Distribution;
	readonly news: News | null;
	/** basis and source of single numbers that have their own, by path in the shock, e.g. `capacity` */
	readonly figures?: Readonly<Record<string, FigureSource>>;
}

/** Words on one line. */
const words = (longest: number, meaning: string) =>
	z.string().min(1).max(longest).meta({ description: meaning });

/** The field of the news of a shock. */
export const news = z
	.strictObject({
		kick: z
			.strictObject({
				outside: z.number().min(-1).max(1).default(0).meta({
					description:
						"outside China: share of a year's supply heard to be lost, negative when it is gained",
				}),
				china: z.number().min(-1).max(1).default(0).meta({
					description:
						"inside China, in the same way; metal that may not leave is gained there",
				}),
			})
			.optional()
			.meta({
				description:
					"kick to the price norm, in shares of a year's supply; what the shock takes from supply when absent",
			}),
		precaution: share(
			"strength with which buyers begin to build cover; 0.9 for a Chinese ban, less for less, when absent",
		).optional(),
	})
	.meta({
		description:
			"what the market hears that day, beside the rule itself; sized by what the shock takes from supply when absent",
	});

const id = z.string().regex(ID, ID_WORDS).meta({
	description:
		"name of the shock, unique in its scenario; one that the extended file has is changed",
	patternErrorMessage: ID_WORDS,
});

/** Longest label, characters: as long as an id, which makes a label when there is none. */
const LONGEST_LABEL = 64;

/** Fields that every shock of a file may have. */
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

/** Pairs of fields of which a shock has one or the other: a child that gives one drops the other that it inherits. */
export type Alternatives = readonly (readonly [string, string])[];

/** Alternatives of every kind. */
export const COMMON_ALTERNATIVES: Alternatives = [["to", "months"]];

/** A shock of a file, as far as its kind does not matter. */
export type FileCommon = z.output<z.ZodObject<typeof common>>;

function newsOf(heard: FileCommon["news"]): News | null {
	return heard === undefined
		? null
		: { kick: heard.kick ?? null, precaution: heard.precaution ?? null };
}

/** Words for a shock that has none of its own. */
function labelOf(shock: FileCommon): string {
	if (shock.label !== undefined) return shock.label;
	const words = shock.id.replace(/[-_]/g, " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Fills in the defaults of what every shock has. @param from its first day */
export function completeCommon(
	shock: FileCommon,
	from: CalendarDay,
): ShockCommon {
	return {
		id: shock.id,
		label: labelOf(shock),
		source: shock.source ?? "assumption",
		basis: shock.basis ?? "assumed",
		announce: shock.announce ?? null,
		from,
		to: endOf(from, shock),
		probability: shock.probability ?? held(1),
		news: newsOf(shock.news),
	};
}

function writeNews({ kick, precaution }: News, write: WriteNumber): Fields {
	return {
		...(kick === null ? {} : { kick }),
		...(precaution === null
			? {}
			: { precaution: write(precaution, "news.precaution", PLAIN) }),
	};
}

/** Writes what every shock has, but for its id. */
export function writeCommon(shock: ShockCommon, write: WriteNumber): Fields {
	return {
		label: shock.label,
		source: shock.source,
		basis: shock.basis,
		announce: shock.announce === null ? null : dayText(shock.announce),
		from: dayText(shock.from),
		to: shock.to === null ? null : dayText(shock.to),
		probability: write(shock.probability, "probability"),
		news: shock.news === null ? null : writeNews(shock.news, write),
	};
}
