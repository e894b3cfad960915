import { z } from "zod";
import { month } from "./day-field.ts";
import { quantity } from "./quantity-field.ts";
import { shockSchema } from "./shock-fields.ts";
import { ID, LONGEST_WORDS } from "./words.ts";

const line = (meaning: string) =>
	z
		.string()
		.min(1)
		.max(LONGEST_WORDS)
		.regex(/^[^\r\n]*$/, "expected one line")
		.meta({
			description: `${meaning}, one line, at most ${LONGEST_WORDS} characters`,
		});

/** Names of shocks that a scenario drops from what it extends. */
const removed = z.strictObject({
	id: z.string().regex(ID).meta({ description: "id of the inherited shock" }),
	remove: z.literal(true).meta({ description: "drops it" }),
});

/** Fields laid over an inherited shock. */
const changed = z
	.looseObject({ id: z.string().regex(ID) })
	.meta({ description: "changes fields of the inherited shock of that id" });

const parameter = quantity({
	measure: "ratio",
	least: -Number.MAX_VALUE,
	most: Number.MAX_VALUE,
	meaning: "a number or a distribution, in the unit of the parameter",
});

/** A scenario file after everything it extends has been merged in. */
export const fileSchema = z.strictObject({
	version: z.literal(1).meta({ description: "version of this format" }),
	name: line("title of the scenario"),
	question: line("the question it answers"),
	extends: z.string().optional().meta({
		description:
			"a scenario file of the same folder tree; its lists are merged by id",
	}),
	horizon: z
		.strictObject({
			from: month("first month recorded"),
			to: month("last month recorded"),
		})
		.meta({
			description:
				"months that are recorded; the state before them is always simulated",
		}),
	reference: month("metrics count from this month"),
	parameters: z.record(z.string(), parameter).optional().meta({
		description: "parameters of the model by path, instead of their priors",
	}),
	shocks: z
		.array(shockSchema)
		.max(1000)
		.optional()
		.meta({ description: "dated changes to the rules, each with an id" }),
	expect: z.array(z.string()).max(100).optional().meta({
		description:
			"statements a batch must keep, e.g. median(peak_price_usd_t) between 20000 and 120000",
	}),
});

/** The same file as an author writes it: what it extends may fill the gaps. */
export const writtenSchema = fileSchema
	.partial({ horizon: true, reference: true })
	.extend({
		shocks: z.array(z.union([shockSchema, removed, changed])).optional(),
	});

export type FileScenario = z.output<typeof fileSchema>;

/** Keys of the top level. */
export const TOP_KEYS: readonly string[] = Object.keys(fileSchema.shape);
