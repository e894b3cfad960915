import { z } from "zod";
import { held, quantity } from "../numbers/quantity-field.ts";
import { PLAIN } from "../numbers/units.ts";
import {
	common,
	dollars,
	kindOf,
	money,
	months,
	perYear,
	region,
	share,
} from "./shared-fields.ts";

const slip = { kind: "lognormal", median: 1.5, p5: 1.1, p95: 2.5 } as const;

/** What an absent field of a refinery means. */
export const REFINERY_DEFAULTS = {
	decisionWithin: held(36),
	buildMonths: { kind: "lognormal", median: 40, p5: 24, p95: 60 },
	slip,
} as const;

/** What an absent field of a mine means. */
export const MINE_DEFAULTS = {
	decisionWithin: held(36),
	buildMonths: { kind: "lognormal", median: 48, p5: 30, p95: 72 },
	slip,
} as const;

/** What every project may say. @param building words for the building time when absent */
const project = (building: string) => ({
	in: region("where it is built"),
	decisionProbability: share(
		"chance of a decision within `decisionWithin`; net present value alone decides when absent",
	).optional(),
	decisionWithin: months("window of the decision; 36 when absent").optional(),
	buildMonths: months(
		`building time before slip; ${building} when absent`,
	).optional(),
	slip: quantity({
		units: PLAIN,
		least: 0.5,
		most: 10,
		meaning: "factor on the building time; 1.5 (1.1 to 2.5) when absent",
	}).optional(),
	floor: dollars(
		"price below which the treasury pays the gap; none when absent",
	).optional(),
	loan: money("lent at the public rate; none when absent").optional(),
	grant: money("given on the decision; none when absent").optional(),
});

const refiningInvestment = z.strictObject({
	...common,
	kind: kindOf(
		"refining-investment",
		"a refinery that may be decided, built, ramped up and certified",
	),
	...project("40 (24 to 60)"),
	capacity: perYear("nameplate, refined antimony"),
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

const mineInvestment = z.strictObject({
	...common,
	kind: kindOf(
		"mine-investment",
		"a mine that may be decided, built and ramped up",
	),
	...project("48 (30 to 72)"),
	capacity: perYear("nameplate, antimony in concentrate"),
	unitCost: dollars("cost of mining, antimony in concentrate"),
});

const recycling = z.strictObject({
	...common,
	kind: kindOf(
		"recycling",
		"recycling added to a region, run when the price covers its cost",
	),
	region: region("where"),
	capacity: perYear("most it recovers"),
	cost: dollars("cost of recovery"),
});

/** Capacity that may be added. */
export const INVESTMENT_FIELDS = [
	refiningInvestment,
	mineInvestment,
	recycling,
] as const;
