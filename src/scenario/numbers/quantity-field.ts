/** Fields of numbers, each with its range and units. */

import { z } from "zod";
import type { Distribution } from "../../random/distribution.ts";
import { NumberProblem, UnknownNumberKey } from "./number-problem.ts";
import { type NumberRule, readNumber } from "./read-number.ts";

/** The rule of each number field. */
const RULES = new WeakMap<z.ZodType, NumberRule>();

/** The rule of a number field; undefined when the schema is of no number field. */
export function ruleOf(schema: z.ZodType): NumberRule | undefined {
	return RULES.get(schema);
}

/** A number field: plain, with a unit, or a distribution; its output is what the model draws from. */
export function quantity(rule: NumberRule) {
	const schema = z
		.unknown()
		.transform((value, context): Distribution => {
			try {
				return readNumber(value, rule);
			} catch (error) {
				if (!(error instanceof NumberProblem)) throw error;
				context.addIssue({
					code: "custom",
					message: error.message,
					path: [...error.path],
					params: {
						hint: error.hint,
						known: error instanceof UnknownNumberKey ? error.known : undefined,
					},
				});
				return z.NEVER;
			}
		})
		.meta({ description: rule.meaning });
	RULES.set(schema, rule);
	return schema;
}

/** A number held fixed, for defaults. */
export const held = (value: number): Distribution => ({ kind: "fixed", value });
