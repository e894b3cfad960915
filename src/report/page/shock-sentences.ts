import type { Basis } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import { ruleOfField } from "../../scenario/shock-fields.ts";
import type { Shock } from "../../scenario/types.ts";
import { dayWords } from "../story/words.ts";
import { plainDistribution } from "./plain-distribution.ts";

/** A dated change in the rules, in words. */
export interface ShockWords {
	readonly id: string;
	/** a dated sentence */
	readonly sentence: string;
	/** its numbers with their units; empty where it has none */
	readonly numbers: readonly string[];
	readonly basis: Basis;
	readonly source: string;
}

/** Kinds whose day is the first on which they may be decided. */
const PROJECTS: readonly Shock["kind"][] = [
	"refining-investment",
	"mine-investment",
];

/** A shock as a dated sentence with its numbers and its evidence. */
export function shockWords(shock: Shock): ShockWords {
	const { id, label, basis, source } = shock;
	const from = dayWords(shock.from);
	const opening = PROJECTS.includes(shock.kind)
		? `May be decided from ${from} on`
		: `From ${from}`;
	const until = shock.to === null ? "" : ` until ${dayWords(shock.to)}`;
	const known =
		shock.announce === null ? "" : ` (announced ${dayWords(shock.announce)})`;
	return {
		...{ id, basis, source },
		sentence: `${opening}${until}${known}: ${label}.`,
		numbers: numbersOf(shock),
	};
}

const KINDS = ["fixed", "uniform", "triangular", "lognormal", "logitnormal"];

function isDistribution(value: unknown): value is Distribution {
	return (
		typeof value === "object" &&
		value !== null &&
		"kind" in value &&
		KINDS.includes(String(value.kind))
	);
}

/** What a field is called in words. */
const spaced = (field: string): string =>
	field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** Every number of a shock with its unit; certainty goes without saying. */
function numbersOf(shock: Shock): readonly string[] {
	const support = "support" in shock ? shock.support : {};
	return Object.entries({ ...shock, ...support }).flatMap(([field, value]) => {
		if (!isDistribution(value) || isCertainty(field, value)) return [];
		const unit = ruleOfField(shock.kind, field)?.units.own ?? "1";
		const behind = unit === "1" ? "" : ` ${unit}`;
		return [`${spaced(field)} ${plainDistribution(value)}${behind}`];
	});
}

const isCertainty = (field: string, value: Distribution): boolean =>
	field === "probability" && value.kind === "fixed" && value.value === 1;
