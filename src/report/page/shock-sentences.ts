import type { Basis } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
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

/** Kinds whose day is the first on which they may be decided. */
const PROJECTS: readonly Shock["kind"][] = [
	"refining-investment",
	"mine-investment",
];

/** Kinds that happen on a day and leave no rule behind. */
const EVENTS: readonly Shock["kind"][] = [
	"news",
	"us-engagement",
	"enforcement",
	"proliferation-sanctions",
];

/** A shock as a dated sentence with its numbers and its evidence. */
export function shockWords(shock: Shock): ShockWords {
	const { id, basis, source } = shock;
	return {
		...{ id, basis, source },
		sentence: `${whenWords(shock)}: ${whatWords(shock)}.`,
		numbers: numbersOf(shock),
	};
}

function whenWords({ kind, from, to }: Shock): string {
	const day = dayWords(from);
	if (PROJECTS.includes(kind)) return `From ${day} on`;
	if (to !== null) return `From ${day} until ${dayWords(to)}`;
	return EVENTS.includes(kind) ? `On ${day}` : `From ${day}`;
}

function whatWords({ kind, label, announce }: Shock): string {
	const what = PROJECTS.includes(kind) ? `${label} may be decided` : label;
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

/** What a field is called in words. */
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
