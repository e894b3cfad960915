import { z } from "zod";
import { ruleOf } from "../numbers/quantity-field.ts";
import type { NumberRule } from "../numbers/read-number.ts";
import { INVESTMENT_FIELDS } from "./investment.ts";
import { ISLAMABAD_FIELDS } from "./islamabad.ts";
import { LEVER_FIELDS } from "./lever.ts";
import { NEED_FIELDS } from "./need.ts";
import { RESTRICTION_FIELDS } from "./restriction.ts";
import { common, kindOf, news } from "./shared-fields.ts";
import { TRADE_FIELDS } from "./trade.ts";

const newsOnly = z.strictObject({
	...common,
	kind: kindOf("news", "an event that changes no rule but what people believe"),
	news,
});

/** Every kind of shock that a scenario file may hold. */
export const shockSchema = z.discriminatedUnion("kind", [
	...RESTRICTION_FIELDS,
	...TRADE_FIELDS,
	...INVESTMENT_FIELDS,
	...NEED_FIELDS,
	...LEVER_FIELDS,
	...ISLAMABAD_FIELDS,
	newsOnly,
]);

/** A shock as its file gives it, numbers and names understood. */
export type FileShock = z.output<typeof shockSchema>;

/** A shock of one kind as its file gives it. */
export type FileShockOf<Kind extends FileShock["kind"]> = Extract<
	FileShock,
	{ readonly kind: Kind }
>;
/** The fields of one kind of shock; undefined for a kind that is none. */
export function shockOption(kind: unknown) {
	return shockSchema.options.find((option) => option.shape.kind.value === kind);
}

/** What a number field of a kind of shock may hold; undefined for other fields. */
export function ruleOfField(kind: string, key: string): NumberRule | undefined {
	const shape: Readonly<Record<string, z.ZodType>> =
		shockOption(kind)?.shape ?? {};
	const field = shape[key];
	const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
	return inner instanceof z.ZodType ? ruleOf(inner) : undefined;
}

/** Names of all kinds. */
export const SHOCK_KINDS: readonly string[] = shockSchema.options.map(
	(option) => option.shape.kind.value,
);

/** Keys that a kind of shock may have. */
export function keysOfKind(kind: string): readonly string[] {
	return Object.keys(shockOption(kind)?.shape ?? {});
}
