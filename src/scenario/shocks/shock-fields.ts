/** Fields of a file's shocks by their kind: the schema of all, and questions asked of one. */

import { z } from "zod";
import { ruleOf } from "../numbers/quantity-field.ts";
import type { NumberRule } from "../numbers/read-number.ts";
import { KINDS, kindNamed } from "./kinds.ts";

const [first, ...others] = KINDS;

/** Every kind of shock that a scenario file may hold. */
export const shockSchema = z.discriminatedUnion("kind", [
	first.fields,
	...others.map(({ fields }) => fields),
]);

/** A shock as its file gives it, numbers and names understood. */
export type FileShock = z.output<typeof shockSchema>;

/** The fields of one kind of shock; undefined for a kind that is none. */
export function shockOption(kind: unknown) {
	return kindNamed(kind)?.fields;
}

/** The rule of a number field of a kind of shock; undefined for other fields. */
export function ruleOfField(kind: string, key: string): NumberRule | undefined {
	const shape: Readonly<Record<string, z.ZodType>> =
		shockOption(kind)?.shape ?? {};
	const field = shape[key];
	const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
	return inner instanceof z.ZodType ? ruleOf(inner) : undefined;
}

/** Names of all kinds. */
export const SHOCK_KINDS: readonly string[] = KINDS.map(
	({ fields }) => fields.shape.kind.value,
);

/** Keys that a kind of shock may have. */
export function keysOfKind(kind: string): readonly string[] {
	return Object.keys(shockOption(kind)?.shape ?? {});
}
