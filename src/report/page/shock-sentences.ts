/** Shocks as dated sentences with their numbers and evidence. */

import type { Basis } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import { isProject, kindOf } from "../../scenario/shocks/kinds.ts";
import { ruleOfField } from "../../scenario/shocks/shock-fields.ts";
import type { Shock } from "../../scenario/types.ts";
import { dayWords } from "../../words/dates.ts";
import { plainDistribution } from "../../words/distributions.ts";

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

/** A shock as a dated sentence with its numbers and its evidence. */
export function shockWords(shock: Shock): ShockWords {
	const { id, basis, source } = shock;
	return {
		id,
		basis,
		source,
		sentence: `${whenWords(shock)}: ${whatWords(shock)}.`,
		numbers: numbersOf(shock),
	};
}

function whenWords(shock: Shock): string {
	const { from, to } = shock;
	const { course } = kindOf(shock);
	const day = dayWords(from);
	if (course === "project") return `From ${day} on`;
	if (to !== null) return `From ${day} until ${dayWords(to)}`;
	return course === "event" ? `On ${day}` : `From ${day}`;
}

function whatWords(shock: Shock): string {
	const { label, announce } = shock;
	const what = isProject(shock) ? `${label} may be decided` : label;
	return announce === null ? what : `${what} (announced ${dayWords(announce)})`;
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

/** Fields whose own names would say a unit twice, or too little. */
const NAMES: Readonly<Record<string, string>> = {
	buildMonths: "time of building",
	decisionProbability: "odds of a decision",
	probability: "odds",
	slip: "factor by which building slips",
};

/** Name of a field in words. */
const spaced = (field: string): string =>
	NAMES[field] ??
	field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** Every number of a shock with its unit; certainty goes without saying. */
function numbersOf(shock: Shock): readonly string[] {
	const support = "support" in shock ? shock.support : {};
	return Object.entries({ ...shock, ...support }).flatMap(([field, value]) => {
		if (!isDistribution(value) || isCertainty(field, value)) return [];
		const unit = ruleOfField(shock.kind, field)?.units.own ?? "1";
		return [`${spaced(field)} ${plainDistribution(value, unit)}`];
	});
}

const isCertainty = (field: string, value: Distribution): boolean =>
	field === "probability" && value.kind === "fixed" && value.value === 1;
