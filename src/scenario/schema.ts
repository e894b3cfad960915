import { z } from "zod";
import { writtenSchema } from "./file-format.ts";
import { type NumberRule, unitsOf } from "./quantity-field.ts";
import { BASES } from "./words.ts";

type JsonSchema = Record<string, unknown>;

const number = { type: "number" };
const numbers = (count: number): JsonSchema => ({
	type: "array",
	items: number,
	minItems: count,
	maxItems: count,
});
const quantiles = (required: readonly string[]): JsonSchema => ({
	type: "object",
	properties: { median: number, p5: number, p95: number },
	required,
	additionalProperties: false,
});

/** What an editor is told of a number field: its meaning, range and units. */
function numberSchema(rule: NumberRule): JsonSchema {
	const units = unitsOf(rule.measure);
	const bounds = {
		...(Number.isFinite(rule.least) && rule.least > -1e300
			? { minimum: rule.least }
			: {}),
		...(rule.most < 1e300 ? { maximum: rule.most } : {}),
	};
	const common = {
		unit: { enum: units },
		basis: { enum: BASES },
		source: { type: "string" },
		note: { type: "string" },
	};
	const shape = (key: string, schema: JsonSchema): JsonSchema => ({
		type: "object",
		properties: { [key]: schema, ...common },
		required:
			units.includes("1") || rule.measure === "months" ? [key] : [key, "unit"],
		additionalProperties: false,
	});
	return {
		description: `${rule.meaning} (${units.join(", ")})`,
		anyOf: [
			...(units.includes("1") || rule.measure === "months"
				? [{ ...number, ...bounds }]
				: []),
			{ type: "string", description: "a number with its unit, e.g. 2000 t/y" },
			shape("value", { ...number, ...bounds }),
			shape("uniform", numbers(2)),
			shape("triangular", numbers(3)),
			shape("lognormal", quantiles(["median", "p95"])),
			shape("logitnormal", quantiles(["median", "p5", "p95"])),
		],
	};
}

function replace(target: JsonSchema, schema: JsonSchema): void {
	for (const key of Object.keys(target)) delete target[key];
	Object.assign(target, schema);
}

/** The JSON Schema (draft 7) of scenario files, for editors: completion and hover text. */
export function scenarioSchema(): JsonSchema {
	const schema = z.toJSONSchema(writtenSchema, {
		target: "draft-7",
		io: "input",
		unrepresentable: "any",
		override: ({ jsonSchema }) => {
			const target = jsonSchema as JsonSchema;
			const rule = target["quantity"] as NumberRule | undefined;
			if (rule !== undefined) replace(target, numberSchema(rule));
			if (target["day"] === true)
				replace(target, {
					type: "string",
					pattern: "^\\d{4}-\\d{2}(-\\d{2})?$",
					description: target["description"],
				});
			if (target["month"] === true)
				replace(target, {
					type: "string",
					pattern: "^\\d{4}-\\d{2}$",
					description: target["description"],
				});
		},
	});
	return {
		...schema,
		$id: "scenario.schema.json",
		title: "A stibium scenario",
	};
}
