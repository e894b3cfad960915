/** The JSON Schema of scenario files, for editors. */

import { z } from "zod";
import { ruleOf } from "../numbers/quantity-field.ts";
import type { NumberRule } from "../numbers/read-number.ts";
import { NAMES_OF_PLACES } from "../places.ts";
import { BASES, ID } from "../words.ts";
import { writtenSchema } from "./file-format.ts";

type JsonSchema = Record<string, unknown>;

const number = { type: "number" };
const numbers = (count: number, description: string): JsonSchema => ({
	type: "array",
	items: number,
	minItems: count,
	maxItems: count,
	description,
});
const quantiles = (
	required: readonly string[],
	description: string,
): JsonSchema => ({
	type: "object",
	properties: {
		median: { ...number, description: "half of all draws lie below" },
		p5: { ...number, description: "5 % of all draws lie below" },
		p95: { ...number, description: "95 % of all draws lie below" },
	},
	required,
	additionalProperties: false,
	description,
});

/** The ways to write a number, by their key. */
const SHAPES = {
	value: { ...number, description: "a number that is certain" },
	uniform: numbers(2, "uncertain, all between equally likely: [least, most]"),
	triangular: numbers(
		3,
		"uncertain, one likelier than others: [least, likeliest, most]",
	),
	lognormal: quantiles(
		["median", "p95"],
		"uncertain and above zero; p5 follows from p95 when absent",
	),
	logitnormal: quantiles(["median", "p5", "p95"], "an uncertain share, 0 to 1"),
};

/** The words beside a number. */
const BESIDE = {
	basis: {
		enum: BASES,
		description:
			"how this number is known: reported by a source, estimated from sources, or assumed; as all of the shock when absent",
	},
	source: {
		type: "string",
		description: "who says so, and when; as all of the shock when absent",
	},
	note: { type: "string", description: "a remark; it moves nothing" },
};

const referTo = (name: string): JsonSchema => ({
	$ref: `#/definitions/${name}`,
});
const BESIDE_REFERRED = Object.fromEntries(
	Object.keys(BESIDE).map((key) => [key, referTo(key)]),
);

/** The schema of a number for an editor: its range, its units and the shapes of its uncertainty. */
function numberSchema({ units, least, most }: NumberRule): JsonSchema {
	const names = Object.keys(units.factors);
	const unit = { enum: names, description: "unit of the number" };
	const title = `a number${units.own === "1" ? "" : ` in ${units.own}`}`;
	const shape = (key: string): JsonSchema => ({
		type: "object",
		title,
		properties: { [key]: referTo(key), unit, ...BESIDE_REFERRED },
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
			...Object.keys(SHAPES).map(shape),
		],
	};
}

const definitionName = ({ units, least, most }: NumberRule): string =>
	`number in ${units.own} from ${least} to ${most}`.replace(/[^\w.+-]+/g, "-");

/** From here on a bound only keeps out slips of the pen, and is not told. */
const NO_BOUND = 1e9;

/** The range of a number in words: `0 to 10,000,000 t/y`, `0 or more USD`. */
function rangeWords({ units, least, most }: NumberRule): string {
	const [low, high] = [least, most].map((bound) =>
		bound.toLocaleString("en-US"),
	);
	const range = most < NO_BOUND ? `${low} to ${high}` : `${low} or more`;
	return units.own === "1" ? range : `${range} ${units.own}`;
}

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
		const names = Object.keys(rule.units.factors).join(", ");
		return {
			...refer(name),
			description: `${description} (${rangeWords(rule)}; units: ${names})`,
		};
	}
	if (meta["region"] === true) return refer("region");
	if (meta["day"] === true) return refer("day");
	return meta["month"] === true ? refer("month") : null;
}

const SHARED: Definitions = {
	...SHAPES,
	...BESIDE,
	region: { anyOf: [{ enum: NAMES_OF_PLACES }, { type: "string" }] },
	day: {
		type: "string",
		pattern: "^\\d{4}-\\d{2}(-\\d{2})?$",
		patternErrorMessage:
			"expected a day such as 2026-11-27, or a month for its first day",
	},
	month: {
		type: "string",
		pattern: "^\\d{4}-\\d{2}$",
		patternErrorMessage: "expected a month such as 2026-11",
	},
};

function propertiesOf(schema: unknown): Readonly<Record<string, JsonSchema>> {
	return (
		(schema as { properties?: Record<string, JsonSchema> }).properties ?? {}
	);
}

/** Meanings of a field in the kinds of shocks that have it. */
function meanings(schemas: ReadonlyMap<string, JsonSchema>): string {
	const all = [...schemas.values()].map(({ description }) => description);
	return `as its kind has it: ${[...new Set(all)].join("; or: ")}`;
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
	const id = {
		type: "string",
		pattern: ID.source,
		description: "id of the inherited shock",
	};
	fields.set("id", new Map([["", id]]));
	const properties = [...fields].map(([key, schemas]): [string, JsonSchema] => {
		const [first, ...others] = [...schemas.values()];
		return [
			key,
			others.length === 0 && first !== undefined
				? first
				: { anyOf: [...schemas.values()], description: meanings(schemas) },
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
	const { required, ...whole } = withChanges(schema as JsonSchema);
	return {
		...whole,
		anyOf: [{ required }, { required: ["extends"] }],
		$id: "scenario.schema.json",
		title: "A stibium scenario",
		definitions,
	};
}
