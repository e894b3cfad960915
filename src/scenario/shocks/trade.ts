import { z } from "zod";
import { quantity } from "../numbers/quantity-field.ts";
import { HIGHEST_RATE } from "../numbers/read-number.ts";
import { PLAIN } from "../numbers/units.ts";
import {
	common,
	dollars,
	goods,
	kindOf,
	name,
	perYear,
	region,
	share,
} from "./shared-fields.ts";

const route = z.strictObject({
	...common,
	kind: kindOf(
		"route",
		"an intermediary who buys ore before the auction and ships it to one region",
	),
	origin: region("from where"),
	destination: region("to where"),
	good: z.literal("concentrate").meta({
		description: "what it carries: ore in concentrate, nothing else yet",
	}),
	cost: dollars("freight, insurance and margin"),
	capacity: perYear("most it carries"),
	premium: dollars(
		"paid by its sponsor above the regional price; 0 when absent",
	).optional(),
});

const routeClosure = z.strictObject({
	...common,
	kind: kindOf(
		"route-closure",
		"an exporter of the world, or a route of the scenario, is shut in part or whole",
	),
	of: name("id of the exporter or route"),
	share: share("share of its capacity that is shut; 1 when absent").optional(),
});

const tariff = z.strictObject({
	...common,
	kind: kindOf("tariff", "a share of the value of imports, paid at the border"),
	importer: region("who collects it"),
	goods,
	rate: quantity({
		units: PLAIN,
		least: 0,
		most: HIGHEST_RATE,
		meaning: "duty, share of value",
	}),
	except: z
		.array(region("an origin that pays nothing"))
		.default([])
		.meta({ description: "origins that pay nothing; none when absent" }),
});

const originRule = z.strictObject({
	...common,
	kind: kindOf(
		"origin-rule",
		"whose metal the buyers of a region may take, such as DFARS in the US",
	),
	in: region("whose buyers; the US when absent").default("US"),
	buyers: z.enum(["defence", "civil", "all"]).default("defence").meta({
		description: "whose buyers are bound by it; defence when absent",
	}),
	admit: z.enum(["any", "not-chinese", "certified"]).meta({
		description:
			"any: all metal; not-chinese: none that was mined or refined in China; certified: only of plants that are qualified",
	}),
});

/** Ways by which goods travel, and what is paid or refused at their end. */
export const TRADE_FIELDS = [route, routeClosure, tariff, originRule] as const;
