/** The table of all kinds of shocks: fields, defaults, checks, writing and marks follow from it. */

import { type Alternatives, COMMON_ALTERNATIVES } from "./common.ts";
import { CONTRACTS } from "./contract.ts";
import { INVESTMENTS, type Project } from "./investment.ts";
import { ISLAMABAD } from "./islamabad.ts";
import { NEEDS } from "./need.ts";
import { NEWS } from "./news.ts";
import { RESERVES } from "./reserve.ts";
import { RESTRICTIONS } from "./restriction.ts";
import type { ShockKind } from "./shock-kind.ts";
import { SUPPLY } from "./supply.ts";
import { TRADE } from "./trade.ts";

/** Every kind of shock, family by family, in the order in which editors offer them. */
export const KINDS = [
	...RESTRICTIONS,
	...SUPPLY,
	...TRADE,
	...INVESTMENTS,
	...NEEDS,
	...RESERVES,
	...CONTRACTS,
	...ISLAMABAD,
	...NEWS,
] as const;

type Declared = (typeof KINDS)[number];

type ShockOf<Kind> =
	Kind extends ShockKind<infer Shock, infer _Schema> ? Shock : never;

/** A shock of any kind, defaults filled in. */
export type AnyShock = ShockOf<Declared>;

/** The declaration of a kind, whichever it is. */
export type AnyKind = ShockKind<AnyShock, Declared["fields"]>;

/** The kind of a name; undefined for a name that no kind has. */
export function kindNamed(name: unknown): AnyKind | undefined {
	return KINDS.find(({ fields }) => fields.shape.kind.value === name);
}

/** The declaration of a shock's kind. @throws {RangeError} when no family declares it */
export function kindOf({ kind }: { readonly kind: string }): AnyKind {
	const found = kindNamed(kind);
	if (found === undefined) throw new RangeError(`no kind of shock is ${kind}`);
	return found;
}

/** Pairs of fields of which a shock of a kind has one or the other. */
export function alternativesOf(kind: unknown): Alternatives {
	return [...COMMON_ALTERNATIVES, ...(kindNamed(kind)?.alternatives ?? [])];
}

/** Shocks up to this rank are policy: charts and stories tell them even where every scenario has them. */
export const POLICY = 4;

/** Tells shocks that may be decided from those that come on their day. */
export function isProject(shock: AnyShock): shock is Project {
	return kindOf(shock).course === "project";
}
