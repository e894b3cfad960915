import { z } from "zod";
import { month } from "../numbers/day-field.ts";
import { quantity } from "../numbers/quantity-field.ts";
import { PLAIN } from "../numbers/units.ts";
import { ENGAGEMENTS } from "../types.ts";
import { common, kindOf, money, region, share } from "./shared-fields.ts";

const usEngagement = z.strictObject({
	...common,
	kind: kindOf(
		"us-engagement",
		"an act of American engagement with Islamabad; its weight fades with a half-life of 24 months",
	),
	form: z.enum(ENGAGEMENTS).meta({
		description:
			"visit: leaders meet; aid: money or trade terms; arms-sustainment: arms kept in repair; finance: loans and investment",
	}),
	value: money("money that goes with it; none when absent").optional(),
});

const chineseLeverage = z.strictObject({
	...common,
	kind: kindOf("chinese-leverage", "China's hold on Islamabad"),
	path: z
		.array(
			z.strictObject({
				month: month("from this month on the level is reached"),
				level: share("hold, such as China's share of Pakistan's arms imports"),
			}),
		)
		.min(1)
		.max(200)
		.meta({ description: "linear between its points, held after the last" }),
});

const proliferationSanctions = z.strictObject({
	...common,
	kind: kindOf(
		"proliferation-sanctions",
		"American sanctions on suppliers of Pakistan's missile programme; their weight fades with a half-life of 18 months",
	),
	weight: quantity({
		units: PLAIN,
		least: 0,
		most: 100,
		meaning: "weight against one round of sanctions; 1 when absent",
	}).optional(),
});

const withholding = z.strictObject({
	...common,
	kind: kindOf(
		"withholding",
		"shipments to the United States held back by a government",
	),
	by: region("who holds back; Pakistan when absent").default("PK"),
	share: share("share of shipments held back; 1 when absent").optional(),
});

/** What moves Islamabad, and what Islamabad does. */
export const ISLAMABAD_FIELDS = [
	usEngagement,
	chineseLeverage,
	proliferationSanctions,
	withholding,
] as const;
