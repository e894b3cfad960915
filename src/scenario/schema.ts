import { z } from "zod";
import { writtenSchema } from "./file-format.ts";
import { NAMES_OF_PLACES } from "./places.ts";
import { ruleOf } from "./quantity-field.ts";
import type { NumberRule } from "./read-number.ts";
import { BASES, ID } from "./words.ts";

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

/** What an editor is told of a number: its range, its units and the shapes of its uncertainty. */
function numberSchema({ units, least, most }: NumberRule): JsonSchema {
	const names = Object.keys(units.factors);
	const words = {
		unit: { enum: names },
		basis: { enum: BASES },
		source: { type: "string" },
		note: { type: "string" },
	};
	const shape = (key: string, schema: JsonSchema): JsonSchema => ({
		type: "object",
		properties: { [key]: schema, ...words },
		required: units.bare ? [key] : [key, "unit"],
		additionalProperties: false,
	});
	const bounded = { ...number, minimum: least, maximum: most };
	return {
		anyOf: [
			...(units.bare ? [bounded] : []),
			{
				type: "string",
				description: `a number and one of ${names.join(", ")}`,
			},
			shape("value", number),
			shape("uniform", numbers(2)),
			shape("triangular", numbers(3)),
			shape("lognormal", quantiles(["median", "p95"])),
			shape("logitnormal", quantiles(["median", "p5", "p95"])),
		],
	};
}

const definitionName = ({ units, least, most }: NumberRule): string =>
	`number in ${units.own} from ${least} to ${most}`.replace(/[^\w.+-]+/g, "-");

/** Shapes that many fields share, collected while the schema is written. */
type Definitions = Record<string, JsonSchema>;

/** The schema of a field that zod only knows as "anything"; null for all others. */
function leafSchema(
	schema: z.core.$ZodType,
	{ description, ...meta }: JsonSchema,
	definitions: Definitions,
): JsonSchema | null {
	const refer = (name: string): JsonSchema => ({
		allOf: [{ $ref: `#/definitions/${name}` }],
		description,
	});
	const rule = schema instanceof z.ZodType ? ruleOf(schema) : undefined;
	if (rule !== undefined) {
		const name = definitionName(rule);
		definitions[name] = numberSchema(rule);
		const range = `${rule.least} to ${rule.most} ${rule.units.own === "1" ? "" : rule.units.own}`;
		return {
			...refer(name),
			description: `${description} (${range.trim()}; units: ${Object.keys(rule.units.factors).join(", ")})`,
		};
	}
	if (meta["region"] === true) return refer("region");
	if (meta["day"] === true) return refer("day");
	return meta["month"] === true ? refer("month") : null;
}

const SHARED: Definitions = {
	region: { anyOf: [{ enum: NAMES_OF_PLACES }, { type: "string" }] },
	day: { type: "string", pattern: "^\\d{4}-\\d{2}(-\\d{2})?$" },
	month: { type: "string", pattern: "^\\d{4}-\\d{2}$" },
};

function propertiesOf(schema: unknown): Readonly<Record<string, JsonSchema>> {
	return (
		(schema as { properties?: Record<string, JsonSchema> }).properties ?? {}
	);
}

/** The changes a child may make to an inherited shock: any field of any kind, but no kind. */
function changeSchema(kinds: readonly unknown[]): JsonSchema {
	const fields = new Map<string, Map<string, JsonSchema>>();
	for (const kind of kinds)
		for (const [key, schema] of Object.entries(propertiesOf(kind))) {
			const known = fields.get(key) ?? new Map<string, JsonSchema>();
			fields.set(key, known.set(JSON.stringify(schema), schema));
		}
	fields.delete("kind");
	fields.set("id", new Map([["", { type: "string", pattern: ID.source }]]));
	const properties = [...fields].map(([key, schemas]): [string, JsonSchema] => {
		const [first, ...others] = [...schemas.values()];
		return [
			key,
			others.length === 0 && first !== undefined
				? first
				: { anyOf: [...schemas.values()] },
		];
	});
	return {
		type: "object",
		description: "changes fields of the inherited shock of that id",
		properties: Object.fromEntries(properties),
		required: ["id"],
		additionalProperties: false,
	};
}

/** Lets the list of shocks hold changes of inherited ones too. */
function withChanges(schema: JsonSchema): JsonSchema {
	const { shocks, ...others } = propertiesOf(schema);
	const items = shocks?.["items"] as { anyOf: JsonSchema[] };
	const kinds = items.anyOf.flatMap((item) =>
		Array.isArray(item["oneOf"]) ? item["oneOf"] : [],
	);
	const anyOf = [...items.anyOf, changeSchema(kinds)];
	return {
		...schema,
		properties: { ...others, shocks: { ...shocks, items: { anyOf } } },
	};
}

/** The JSON Schema (draft 7) of scenario files, for editors: completion and hover text. */
export function scenarioSchema(): JsonSchema {
	const definitions: Definitions = { ...SHARED };
	const schema = z.toJSONSchema(writtenSchema, {
		target: "draft-7",
		io: "input",
		unrepresentable: "any",
		override: ({ zodSchema, jsonSchema }) => {
			const target = jsonSchema as JsonSchema;
			const leaf = leafSchema(zodSchema, target, definitions);
			if (leaf === null) return;
			for (const key of Object.keys(target)) delete target[key];
			Object.assign(target, leaf);
		},
	});
	return {
		...withChanges(schema as JsonSchema),
		$id: "scenario.schema.json",
		title: "A stibium scenario",
		definitions,
	};
}
