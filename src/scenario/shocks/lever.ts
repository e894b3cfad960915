import { z } from "zod";
import { day } from "../numbers/day-field.ts";
import { quantity } from "../numbers/quantity-field.ts";
import { DOLLARS_A_YEAR, TONNES, TONNES_A_MONTH } from "../numbers/units.ts";
import {
	common,
	dollars,
	kindOf,
	LARGEST_SUM,
	LARGEST_TONNAGE,
	months,
	name,
	perYear,
	region,
	share,
} from "./shared-fields.ts";

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

const stockpile = z.strictObject({
	...common,
	kind: kindOf("stockpile", "what a stockpile agency does while it lasts"),
	agency: region("whose agency: the US, China, or Japan and Korea"),
	mode: z.enum(["fill", "hold", "release"]).meta({
		description: "buys, keeps what it has, or delivers to rated buyers",
	}),
	tonnes: quantity({
		units: TONNES,
		least: 0,
		most: LARGEST_TONNAGE,
		meaning: "stock aimed at in mode fill; what the budget buys when absent",
	}).optional(),
	budget: quantity({
		units: DOLLARS_A_YEAR,
		least: 0,
		most: LARGEST_SUM,
		meaning: "spent a year in mode fill; no limit when absent",
	}).optional(),
	limitPrice: dollars(
		"price above which it does not buy; no limit when absent",
	).optional(),
	rate: quantity({
		units: TONNES_A_MONTH,
		least: 0,
		most: LARGEST_TONNAGE,
		meaning: "most bought or released; no limit when absent",
	}).optional(),
	spot: z.boolean().default(false).meta({
		description:
			"whether a release may be sold to anybody once rated buyers are served; false when absent",
	}),
});

const ratedOrders = z.strictObject({
	...common,
	kind: kindOf(
		"rated-orders",
		"how far defence may take metal from civil ammunition",
	),
	region: region("where; the US when absent").default("US"),
	share: share("share of what defence lacks that may be taken"),
});

const priceFloor = z.strictObject({
	...common,
	kind: kindOf(
		"price-floor",
		"sellers are paid the gap when their regional index falls below a floor",
	),
	sellers: z
		.array(name("a refiner or a refining investment"))
		.min(1)
		.meta({ description: "ids of refiners or of refining investments" }),
	floor: dollars("price that is guaranteed"),
	tonnes: perYear(
		"tonnage of each seller it covers; all when absent",
	).optional(),
	term: months("how long it lasts; until `to` when absent").optional(),
});

const offtake = z.strictObject({
	...common,
	kind: kindOf("offtake", "metal taken under contract, past the auction"),
	buyer: region("who takes it"),
	seller: name("id of a refiner or of a refining investment"),
	tonnes: perYear("tonnage taken; all it makes when absent").optional(),
	price: dollars("price paid; the index when absent").optional(),
	sponsored: z.boolean().default(false).meta({
		description:
			"whether defence or an agency stands behind it and has the plant qualified; false when absent",
	}),
});

/** What a treasury, an agency or defence may do. */
export const LEVER_FIELDS = [
	reservePurchases,
	stockpile,
	ratedOrders,
	priceFloor,
	offtake,
] as const;
