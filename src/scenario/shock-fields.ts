import { z } from "zod";
import { GOODS, type Region, SEGMENTS } from "../calibration/row.ts";
import { day, month } from "./day-field.ts";
import { didYouMean } from "./nearest.ts";
import { PLACE_NAMES, regionOf } from "./places.ts";
import { held, quantity } from "./quantity-field.ts";
import { BASES, ID } from "./words.ts";

/** A world of about 100,000 t a year has no agent of this size, t Sb a year. */
const LARGEST_TONNAGE = 1e7;

const share = (meaning: string) =>
	quantity({ measure: "share", least: 0, most: 1, meaning });
const months = (meaning: string) =>
	quantity({ measure: "months", least: 0, most: 600, meaning });
const perYear = (meaning: string) =>
	quantity({
		measure: "tonnes a year",
		least: 0,
		most: LARGEST_TONNAGE,
		meaning,
	});
const dollars = (meaning: string) =>
	quantity({ measure: "dollars a tonne", least: 0, most: 1e6, meaning });

const region = (meaning: string) =>
	z
		.string()
		.transform((name, context): Region => {
			const found = regionOf(name);
			if (found !== null) return found;
			context.addIssue({
				code: "custom",
				message: `is ${JSON.stringify(name)}, which is no region or country known here${didYouMean(name, PLACE_NAMES)}`,
			});
			return z.NEVER;
		})
		.meta({
			description: `${meaning}: a code, an English name, or a country of it`,
		});

const destinations = z
	.union([z.literal("all"), z.array(region("a destination")).min(1)])
	.meta({ description: "all, or the regions that are barred" });

const goods = z
	.array(z.enum(GOODS))
	.min(1)
	.meta({ description: "goods it touches" });

const news = z
	.strictObject({
		kick: z.strictObject({
			outside: z.number().min(-5).max(5).meta({
				description:
					"outside China, in units of the model's news kick; negative when prices fall on it",
			}),
			china: z.number().min(-5).max(5).meta({ description: "inside China" }),
		}),
		precaution: share(
			"strength with which buyers begin to build cover",
		).optional(),
	})
	.meta({
		description: "what the market hears that day, beside the rule itself",
	});

const id = z
	.string()
	.regex(ID, "expected small letters, digits, - and _, at most 64")
	.meta({ description: "name of the shock, unique in its scenario" });

/** Fields that every shock has. */
const common = {
	id,
	label: z
		.string()
		.max(60)
		.optional()
		.meta({ description: "words for charts and stories" }),
	source: z
		.string()
		.optional()
		.meta({ description: "where its numbers come from" }),
	basis: z
		.enum(BASES as [string, ...string[]])
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
	probability: share("chance that it happens at all").optional(),
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
	militaryOnly: z.boolean().optional().meta({
		description: "true: military end users only, which moves no civil tonne",
	}),
});

const suspension = z.strictObject({
	...common,
	kind: kindOf("restriction-suspension", "suspends an export restriction"),
	of: z.string().regex(ID).meta({ description: "id of the restriction" }),
	destinations: destinations.optional(),
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
		measure: "ratio",
		least: 0.5,
		most: 10,
		meaning: "factor on the building time; 1.5 (1.1 to 2.5) when absent",
	}).optional(),
	certified: z
		.boolean()
		.meta({ description: "whether a sponsor has it qualified for munitions" }),
	feed: z
		.enum(["own", "bought"])
		.meta({ description: "ore of its region only, or bought against others" }),
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
					measure: "ratio",
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
					measure: "tonnes",
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

/** Names of all kinds. */
export const SHOCK_KINDS: readonly string[] = shockSchema.options.map(
	(option) => option.shape.kind.value,
);

/** Keys that a kind of shock may have. */
export function keysOfKind(kind: string): readonly string[] {
	const option = shockSchema.options.find((o) => o.shape.kind.value === kind);
	return option === undefined ? [] : Object.keys(option.shape);
}

/** What an absent field of a refinery means. */
export const REFINERY_DEFAULTS = {
	decisionWithin: held(36),
	buildMonths: { kind: "lognormal", median: 40, p5: 24, p95: 60 },
	slip: { kind: "lognormal", median: 1.5, p5: 1.1, p95: 2.5 },
} as const;
