/** The format of a scenario file: every field but those of its shocks. */

import { z } from "zod";
import { PRIORS, type PriorRow } from "../../calibration/priors/priors.ts";
import { monthName, tickOf } from "../../quantities.ts";
import { month } from "../numbers/day-field.ts";
import { quantity } from "../numbers/quantity-field.ts";
import type { NumberRule } from "../numbers/read-number.ts";
import { unitsOfParameter } from "../numbers/units.ts";
import { shockSchema } from "../shocks/shock-fields.ts";
import { ID, ID_WORDS, LONGEST_WORDS } from "../words.ts";

/** Months of a file that is silent on them. */
export const MONTH_DEFAULTS = {
	horizon: { from: tickOf(2022, 1), to: tickOf(2035, 12) },
	reference: tickOf(2026, 12),
} as const;
const HORIZON = MONTH_DEFAULTS.horizon;

const line = (meaning: string) =>
	z
		.string()
		.min(1)
		.max(LONGEST_WORDS)
		.meta({
			description: `${meaning}, one line, at most ${LONGEST_WORDS} characters`,
		});

/** Names of shocks that a scenario drops from what it extends. */
const removed = z
	.strictObject({
		id: z.string().regex(ID, ID_WORDS).meta({
			description: "id of the inherited shock",
		}),
		remove: z.literal(true).meta({ description: "true drops it" }),
	})
	.meta({ description: "drops the inherited shock of that id" });

/** No parameter is larger, whatever its unit. */
const LARGEST_PARAMETER = 1e9;

/** The rule of a parameter: shares stay shares, nothing but a growth rate is negative. */
function ruleOf({ path, distribution, unit, meaning }: PriorRow): NumberRule {
	const share = distribution.kind === "logitnormal" || /share$/i.test(path);
	return {
		units: unitsOfParameter(unit),
		least: unit === "1/y" ? -1 : 0,
		most: share ? 1 : LARGEST_PARAMETER,
		meaning,
	};
}

/** Every parameter of the model by its path; absent ones keep their prior. */
const parameters = z.strictObject(
	Object.fromEntries(
		PRIORS.map((prior) => [prior.path, quantity(ruleOf(prior)).optional()]),
	),
);

/** Fields of a scenario file after everything it extends has been merged in, but for its shocks. */
export const topSchema = z.strictObject({
	version: z.literal(1).meta({ description: "version of this format" }),
	name: line("title of the scenario"),
	question: line("the question it answers"),
	extends: z.string().optional().meta({
		description:
			"a scenario file beside it or below; maps merge by key, shocks by id, all else is replaced",
	}),
	horizon: z
		.strictObject({
			from: month(
				`first month recorded; ${monthName(HORIZON.from)} when absent`,
			).default(HORIZON.from),
			to: month(
				`last month recorded; ${monthName(HORIZON.to)} when absent`,
			).default(HORIZON.to),
		})
		.default(HORIZON)
		.meta({
			description:
				"months that are recorded; the state before them is always simulated",
		}),
	reference: month(
		`metrics count from this month; ${monthName(MONTH_DEFAULTS.reference)} when absent`,
	).optional(),
	parameters: parameters.optional().meta({
		description: "parameters of the model by path, instead of their priors",
	}),
	shocks: z
		.array(z.unknown())
		.max(1000)
		.default([])
		.meta({ description: "dated changes to the rules, each with an id" }),
	expect: z.array(z.string()).max(100).default([]).meta({
		description:
			"statements a batch must keep, e.g. median(peak_price_usd_t) between 20000 and 120000",
	}),
});

/** The file as an author writes it, for editors. What it extends may fill gaps. */
export const writtenSchema = topSchema.extend({
	shocks: z
		.array(z.union([shockSchema, removed]))
		.optional()
		.meta({ description: "dated changes to the rules, each with an id" }),
});

export type TopFields = z.output<typeof topSchema>;

/** Keys of the top level. */
export const TOP_KEYS: readonly string[] = Object.keys(topSchema.shape);
