import { z } from "zod";
import { GOODS, type Region, SEGMENTS } from "../calibration/row.ts";
import { day, month } from "./day-field.ts";
import { didYouMean } from "./nearest.ts";
import { NAMES_OF_PLACES, regionOf } from "./places.ts";
import { held, quantity, ruleOf } from "./quantity-field.ts";
import type { NumberRule } from "./read-number.ts";
import { shown } from "./shown.ts";
import {
	DOLLARS_A_TONNE,
	MONTHS,
	PLAIN,
	TONNES,
	TONNES_A_YEAR,
} from "./units.ts";
import { BASES, ID, ID_WORDS } from "./words.ts";

/** A world of about 100,000 t a year has no agent of this size, t Sb a year. */
const LARGEST_TONNAGE = 1e7;

const share = (meaning: string) =>
	quantity({ units: PLAIN, least: 0, most: 1, meaning });
const months = (meaning: string) =>
	quantity({ units: MONTHS, least: 0, most: 600, meaning });
const perYear = (meaning: string) =>
	quantity({
		units: TONNES_A_YEAR,
		least: 0,
		most: LARGEST_TONNAGE,
		meaning,
	});
const dollars = (meaning: string) =>
	quantity({ units: DOLLARS_A_TONNE, least: 0, most: 1e6, meaning });

const region = (meaning: string) =>
	z
		.unknown()
		.transform((name, context): Region => {
			const found = typeof name === "string" ? regionOf(name) : null;
			if (found !== null) return found;
			const near = didYouMean(String(name), NAMES_OF_PLACES);
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

const destinations = z
	.union([z.literal("all"), z.array(region("a destination")).min(1)])
	.default("all")
	.meta({ description: "all, or the list of regions it touches" });

const goods = z
	.array(z.enum(GOODS))
	.min(1)
	.default([...GOODS])
	.meta({ description: "goods it touches; both when absent" });

/** Words on one line. */
const words = (longest: number, meaning: string) =>
	z.string().min(1).max(longest).meta({ description: meaning });

const news = z
	.strictObject({
		kick: z
			.strictObject({
				outside: z.number().min(-5).max(5).default(0).meta({
					description:
						"outside China, in units of the model's news kick; negative when prices fall on it",
				}),
				china: z
					.number()
					.min(-5)
					.max(5)
					.default(0)
					.meta({ description: "inside China" }),
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

const id = z
	.string()
	.regex(ID, ID_WORDS)
	.meta({ description: "name of the shock, unique in its scenario" });

/** Longest label, characters: as long as an id, which makes a label when there is none. */
const LONGEST_LABEL = 64;

/** Fields that every shock has. */
const common = {
	id,
	label: words(
		LONGEST_LABEL,
		"words for charts and stories; made from the id when absent",
	).optional(),
	source: words(
		1000,
		"where its numbers come from; an assumption when absent",
	).optional(),
	basis: z
		.enum(BASES)
		.optional()
		.meta({ description: "how its numbers are known; assumed when absent" }),
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

const kindOf = <Kind extends string>(kind: Kind, meaning: string) =>
	z.literal(kind).meta({ description: meaning });

const exportRestriction = z.strictObject({
	...common,
	kind: kindOf(
		"export-restriction",
		"licences, a ban or a quota on what a region exports",
	),
	by: region("who restricts"),
	goods,
	destinations,
	mode: z.enum(["licence", "ban", "quota"]).meta({ description: "how" }),
	approval: share(
		"share of applications granted; the regimes of the office when absent",
	).optional(),
	lag: months(
		"months from application to licence; the model's parameter when absent",
	).optional(),
	quota: perYear("most that may leave, kept by calendar quarter").optional(),
	militaryOnly: z.boolean().default(false).meta({
		description:
			"true: military end users only, which moves no civil tonne; false when absent",
	}),
});

const suspension = z.strictObject({
	...common,
	kind: kindOf("restriction-suspension", "suspends an export restriction"),
	of: z
		.string()
		.regex(ID, ID_WORDS)
		.meta({ description: "id of the restriction" }),
	destinations,
});

const enforcement = z.strictObject({
	...common,
	kind: kindOf("enforcement", "a campaign against grey routes"),
	by: region("who enforces"),
	strength: share("share of grey capacity that is cut"),
});

const refiningInvestment = z.strictObject({
	...common,
	kind: kindOf(
		"refining-investment",
		"a refinery that may be decided, built, ramped up and certified",
	),
	in: region("where it is built"),
	capacity: perYear("nameplate, refined antimony"),
	decisionProbability: share("chance of a decision within `decisionWithin`"),
	decisionWithin: months("window of the decision; 36 when absent").optional(),
	buildMonths: months(
		"building time before slip; 40 (24 to 60) when absent",
	).optional(),
	slip: quantity({
		units: PLAIN,
		least: 0.5,
		most: 10,
		meaning: "factor on the building time; 1.5 (1.1 to 2.5) when absent",
	}).optional(),
	certified: z.boolean().default(false).meta({
		description:
			"whether a sponsor has it qualified for munitions; false when absent",
	}),
	feed: z.enum(["own", "bought"]).default("bought").meta({
		description:
			"ore of its region only, or bought against others; bought when absent",
	}),
	offtake: region("who takes its metal under contract").optional(),
});

const outage = z.strictObject({
	...common,
	kind: kindOf(
		"outage",
		"output lost at named agents, or at all mines or refiners of a region",
	),
	agents: z
		.array(z.string())
		.min(1)
		.optional()
		.meta({ description: "agent ids" }),
	region: region("where, when no agents are named").optional(),
	of: z.enum(["mines", "refiners"]).meta({ description: "what stops" }),
	share: share("share of output lost"),
});

const oreExportBan = z.strictObject({
	...common,
	kind: kindOf("ore-export-ban", "a share of a region's ore may not leave it"),
	by: region("whose ore"),
	share: share("share of ore that may not leave"),
});

const segmentGrowth = z.strictObject({
	...common,
	kind: kindOf("segment-growth", "need of a use relative to its base"),
	segment: z
		.enum(SEGMENTS)
		.optional()
		.meta({ description: "the use; all when absent" }),
	region: region("where; everywhere when absent").optional(),
	path: z
		.array(
			z.strictObject({
				month: month("from this month on the level is reached"),
				level: quantity({
					units: PLAIN,
					least: 0.01,
					most: 20,
					meaning: "need over its base",
				}),
			}),
		)
		.min(1)
		.max(200)
		.meta({
			description: "log-linear between its points, held after the last",
		}),
});

const reservePurchases = z.strictObject({
	...common,
	kind: kindOf(
		"reserve-purchases",
		"metal bought (or, negative, sold) by a state reserve",
	),
	by: region("whose reserve"),
	path: z
		.array(
			z.strictObject({
				from: day("first day"),
				to: day("first day after"),
				tonnes: quantity({
					units: TONNES,
					least: -LARGEST_TONNAGE,
					most: LARGEST_TONNAGE,
					meaning: "bought over the span; negative when sold",
				}),
			}),
		)
		.min(1)
		.max(200)
		.meta({ description: "spans, each spread evenly" }),
});

const route = z.strictObject({
	...common,
	kind: kindOf(
		"route",
		"an intermediary who buys ore before the auction and ships it to one region",
	),
	origin: region("from where"),
	destination: region("to where"),
	good: z.literal("concentrate").meta({ description: "ore in concentrate" }),
	cost: dollars("freight, insurance and margin"),
	capacity: perYear("most it carries"),
	premium: dollars(
		"paid by its sponsor above the regional price; 0 when absent",
	).optional(),
});

const newsOnly = z.strictObject({
	...common,
	kind: kindOf("news", "an event that changes no rule but what people believe"),
	news,
});

/** Every kind of shock that a scenario file may hold. */
export const shockSchema = z.discriminatedUnion("kind", [
	exportRestriction,
	suspension,
	enforcement,
	refiningInvestment,
	outage,
	oreExportBan,
	segmentGrowth,
	reservePurchases,
	route,
	newsOnly,
]);

/** A shock as its file gives it, numbers and names understood. */
export type FileShock = z.output<typeof shockSchema>;

/** The fields of one kind of shock; undefined for a kind that is none. */
export function shockOption(kind: unknown) {
	return shockSchema.options.find((option) => option.shape.kind.value === kind);
}

/** What a number field of a kind of shock may hold; undefined for other fields. */
export function ruleOfField(kind: string, key: string): NumberRule | undefined {
	const shape: Readonly<Record<string, z.ZodType>> =
		shockOption(kind)?.shape ?? {};
	const field = shape[key];
	const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
	return inner instanceof z.ZodType ? ruleOf(inner) : undefined;
}

/** Names of all kinds. */
export const SHOCK_KINDS: readonly string[] = shockSchema.options.map(
	(option) => option.shape.kind.value,
);

/** Keys that a kind of shock may have. */
export function keysOfKind(kind: string): readonly string[] {
	return Object.keys(shockOption(kind)?.shape ?? {});
}

/** What an absent field of a refinery means. */
export const REFINERY_DEFAULTS = {
	decisionWithin: held(36),
	buildMonths: { kind: "lognormal", median: 40, p5: 24, p95: 60 },
	slip: { kind: "lognormal", median: 1.5, p5: 1.1, p95: 2.5 },
} as const;
