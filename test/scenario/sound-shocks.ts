import fc from "fast-check";
import { z } from "zod";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import { REGIONS } from "../../src/calibration/row.ts";
import { ruleOf } from "../../src/scenario/numbers/quantity-field.ts";
import type { NumberRule } from "../../src/scenario/numbers/read-number.ts";
import { shockOption } from "../../src/scenario/shocks/shock-fields.ts";

/** A number that its field may hold, bare or in one of the field's units. */
function numberOf({ units, least, most }: NumberRule): fc.Arbitrary<unknown> {
	const names = Object.keys(units.factors);
	return fc
		.record({
			unit: fc.constantFrom(...names),
			share: fc.double({ min: 0, max: 1, noNaN: true }),
			width: fc.double({ min: 0, max: 1, noNaN: true }),
			shape: fc.constantFrom("value", "words", "uniform"),
		})
		.map(({ unit, share, width, shape }) => {
			// well inside the range, so that conversion cannot carry it out
			const factor = units.factors[unit] ?? 1;
			const top = Math.min(most, 1000) * 0.99;
			const bottom = Math.max(least, -1000) * 0.99 + (least > 0 ? least : 0);
			const low = bottom + share * (top - bottom) * 0.5;
			const high = low + width * (top - low);
			if (shape === "words") return `${low / factor} ${unit}`;
			if (shape === "value") return { value: low / factor, unit };
			return { uniform: [low / factor, high / factor], unit };
		});
}

const day = fc
	.record({
		year: fc.integer({ min: 2022, max: 2029 }),
		month: fc.integer({ min: 1, max: 12 }),
	})
	.map(({ year, month }) => `${year}-${String(month).padStart(2, "0")}`);

/** Names that something in the world has; some of them fit. */
const name = fc.constantFrom(
	...WORLD.refiners.slice(-4).map(({ id }) => id),
	...WORLD.exporters.slice(-4).map(({ id }) => id),
);

function fieldOf(schema: unknown): fc.Arbitrary<unknown> {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
		return fieldOf(schema.unwrap());
	const rule = schema instanceof z.ZodType ? ruleOf(schema) : undefined;
	if (rule !== undefined) return numberOf(rule);
	if (schema instanceof z.ZodLiteral) return fc.constant(schema.value);
	if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
	if (schema instanceof z.ZodBoolean) return fc.boolean();
	if (schema instanceof z.ZodString) return name;
	if (schema instanceof z.ZodUnion)
		return fc.oneof(...schema.options.map(fieldOf));
	if (schema instanceof z.ZodArray)
		return fc.array(fieldOf(schema.element), { minLength: 1, maxLength: 2 });
	if (schema instanceof z.ZodObject) return recordOf(schema);
	const meta = schema instanceof z.ZodType ? schema.meta() : undefined;
	return meta?.["region"] === true ? fc.constantFrom(...REGIONS) : day;
}

/** A map with every field that must be there, and some of the others. */
function recordOf(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
	const optional = (field: unknown): boolean =>
		field instanceof z.ZodOptional || field instanceof z.ZodDefault;
	const shape = Object.entries(schema.shape);
	return fc.record(
		Object.fromEntries(shape.map(([key, field]) => [key, fieldOf(field)])),
		{
			requiredKeys: shape
				.filter(([, field]) => !optional(field))
				.map(([key]) => key),
		},
	);
}

/** Fields that would make nearly every shock contradict itself when drawn blindly. */
const DATES = ["announce", "to", "months", "news", "label"];

/** A shock of one kind whose every field is sound by itself, from the schema of its kind. */
export function shockOfKind(
	kind: string,
): fc.Arbitrary<Record<string, unknown>> {
	const option = shockOption(kind);
	if (option === undefined) throw new Error(`no kind ${kind}`);
	return fc
		.record({ fields: recordOf(option), from: day })
		.map(({ fields, from }) => ({
			...Object.fromEntries(
				Object.entries(fields).filter(([key]) => !DATES.includes(key)),
			),
			...(kind === "news" ? { news: fields["news"] } : {}),
			id: "one",
			from,
		}));
}
