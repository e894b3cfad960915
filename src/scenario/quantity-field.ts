import { z } from "zod";
import type { Distribution } from "../random/distribution.ts";
import { checkDistribution } from "../random/draw.ts";
import { BASES } from "./words.ts";

/** What a number field measures. */
export type Measure =
	| "share"
	| "ratio"
	| "months"
	| "tonnes"
	| "tonnes a year"
	| "dollars a tonne";

interface Unit {
	/** what a number in this unit is multiplied with */
	readonly factor: number;
}

/** Units of each measure, the model's own first. */
const UNITS: Readonly<Record<Measure, Readonly<Record<string, Unit>>>> = {
	share: { "1": { factor: 1 }, "%": { factor: 0.01 } },
	ratio: { "1": { factor: 1 }, "%": { factor: 0.01 } },
	months: {
		months: { factor: 1 },
		month: { factor: 1 },
		years: { factor: 12 },
		y: { factor: 12 },
	},
	tonnes: { t: { factor: 1 }, "t Sb": { factor: 1 }, kt: { factor: 1000 } },
	"tonnes a year": {
		"t/y": { factor: 1 },
		"t Sb/y": { factor: 1 },
		"kt/y": { factor: 1000 },
		"t/month": { factor: 12 },
		"t Sb/month": { factor: 12 },
	},
	"dollars a tonne": { "USD/t": { factor: 1 }, "USD/t Sb": { factor: 1 } },
};

/** Measures in which a bare number says all. */
const BARE: ReadonlySet<Measure> = new Set(["share", "ratio", "months"]);

/** What a number field may hold. */
export interface NumberRule {
	readonly measure: Measure;
	readonly least: number;
	readonly most: number;
	/** what it is, for messages and hover text, e.g. `share of applications granted` */
	readonly meaning: string;
}

/** Units in which a field may be written. */
export function unitsOf(measure: Measure): readonly string[] {
	return Object.keys(UNITS[measure]);
}

const SHAPES = [
	"value",
	"uniform",
	"triangular",
	"lognormal",
	"logitnormal",
] as const;
const KEYS = [...SHAPES, "unit", "basis", "source", "note"] as const;

type Fields = Readonly<Record<string, unknown>>;

interface Problem {
	readonly message: string;
	readonly path: readonly (string | number)[];
}

/** Raised inside, turned into an issue with its path at the door. */
class Refusal extends Error {
	readonly problem: Problem;
	constructor(message: string, ...path: (string | number)[]) {
		super(message);
		this.problem = { message, path };
	}
}

function isRecord(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function numberAt(value: unknown, ...path: (string | number)[]): number {
	if (typeof value !== "number")
		throw new Refusal(
			`is ${JSON.stringify(value)}; expected a number`,
			...path,
		);
	return value;
}

function numbersAt(value: unknown, count: number, key: string): number[] {
	if (!Array.isArray(value) || value.length !== count)
		throw new Refusal(`expected ${count} numbers in brackets`, key);
	return value.map((item, i) => numberAt(item, key, i));
}

function quantiles(
	value: unknown,
	key: "lognormal" | "logitnormal",
): { median: number; p5: number; p95: number } {
	if (!isRecord(value)) throw new Refusal("expected {median, p5, p95}", key);
	for (const name of Object.keys(value))
		if (!["median", "p5", "p95"].includes(name))
			throw new Refusal(
				`unknown key "${name}"; expected median, p5 and p95`,
				key,
				name,
			);
	const median = numberAt(value["median"], key, "median");
	const p95 = numberAt(value["p95"], key, "p95");
	const mirrored = key === "lognormal" && value["p5"] === undefined;
	const p5 = mirrored
		? (median * median) / p95
		: numberAt(value["p5"], key, "p5");
	return { median, p5, p95 };
}

/** The distribution that a record describes, in the unit it is written in. */
function distributionOf(record: Fields): Distribution {
	const shape = SHAPES.filter((key) => key in record);
	if (shape.length !== 1)
		throw new Refusal(`expected one of ${SHAPES.join(", ")}`);
	const key = shape[0] as (typeof SHAPES)[number];
	const value = record[key];
	switch (key) {
		case "value":
			return { kind: "fixed", value: numberAt(value, key) };
		case "uniform": {
			const [low, high] = numbersAt(value, 2, key) as [number, number];
			return { kind: "uniform", low, high };
		}
		case "triangular": {
			const [low, mode, high] = numbersAt(value, 3, key) as [
				number,
				number,
				number,
			];
			return { kind: "triangular", low, mode, high };
		}
		case "lognormal":
			return { kind: "lognormal", ...quantiles(value, key) };
		case "logitnormal":
			return { kind: "logitnormal", ...quantiles(value, key) };
	}
}

function scaled(distribution: Distribution, factor: number): Distribution {
	if (factor === 1) return distribution;
	switch (distribution.kind) {
		case "fixed":
			return { kind: "fixed", value: distribution.value * factor };
		case "uniform":
			return {
				kind: "uniform",
				low: distribution.low * factor,
				high: distribution.high * factor,
			};
		case "triangular":
			return {
				kind: "triangular",
				low: distribution.low * factor,
				mode: distribution.mode * factor,
				high: distribution.high * factor,
			};
		case "lognormal":
		case "logitnormal":
			return {
				kind: distribution.kind,
				median: distribution.median * factor,
				p5: distribution.p5 * factor,
				p95: distribution.p95 * factor,
			};
	}
}

function ends(distribution: Distribution): readonly [number, number] {
	switch (distribution.kind) {
		case "fixed":
			return [distribution.value, distribution.value];
		case "uniform":
		case "triangular":
			return [distribution.low, distribution.high];
		case "lognormal":
		case "logitnormal":
			return [distribution.p5, distribution.p95];
	}
}

function keysOf(record: Fields): void {
	for (const key of Object.keys(record))
		if (!(KEYS as readonly string[]).includes(key))
			throw new Refusal(
				`unknown key "${key}"; expected ${KEYS.join(", ")}`,
				key,
			);
	const { basis } = record;
	if (basis !== undefined && !(BASES as readonly unknown[]).includes(basis))
		throw new Refusal(
			`is ${JSON.stringify(basis)}; expected ${BASES.join(", ")}`,
			"basis",
		);
	for (const key of ["source", "note"] as const)
		if (record[key] !== undefined && typeof record[key] !== "string")
			throw new Refusal("expected words", key);
}

function factorOf(unit: unknown, rule: NumberRule): number {
	const known = UNITS[rule.measure];
	if (unit === undefined) {
		if (BARE.has(rule.measure)) return 1;
		throw new Refusal(
			`has no unit; expected {value: …, unit: ${Object.keys(known)[0]}}`,
		);
	}
	const found = typeof unit === "string" ? known[unit] : undefined;
	if (found === undefined)
		throw new Refusal(
			`is ${JSON.stringify(unit)}; expected one of ${Object.keys(known).join(", ")}`,
			"unit",
		);
	return found.factor;
}

/** "2000 t/y" as a record. */
function fromWords(words: string): Fields {
	const found = /^\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*(\S.*)$/i.exec(words);
	if (found === null || !Number.isFinite(Number(found[1])))
		throw new Refusal(`is ${JSON.stringify(words)}; expected a number`);
	return { value: Number(found[1]), unit: found[2]?.trim() };
}

function recordOf(value: unknown): Fields {
	if (typeof value === "number") return { value };
	if (typeof value === "string") return fromWords(value);
	if (isRecord(value)) return value;
	throw new Refusal(
		`is ${JSON.stringify(value)}; expected a number or {value, unit}`,
	);
}

function bounded(
	distribution: Distribution,
	written: Fields,
	rule: NumberRule,
): void {
	const [low, high] = ends(distribution);
	const shape = SHAPES.find((key) => key in written) ?? "value";
	const at = shape === "value" ? [] : [shape];
	const unit = unitsOf(rule.measure)[0];
	const suffix = unit === "1" ? rule.meaning : `${unit}, ${rule.meaning}`;
	if (low < rule.least)
		throw new Refusal(
			`is ${low}; expected ${rule.least} or more (${suffix})`,
			...at,
		);
	if (high > rule.most)
		throw new Refusal(
			`is ${high}; it must be at most ${rule.most} (${suffix})`,
			...at,
		);
}

/** A number of a scenario file as the model draws it. @throws {Refusal} */
function read(value: unknown, rule: NumberRule): Distribution {
	const record = recordOf(value);
	keysOf(record);
	const distribution = distributionOf(record);
	const wrong = checkDistribution(distribution);
	if (wrong !== null) throw new Refusal(`expected something else: ${wrong}`);
	const model = scaled(distribution, factorOf(record["unit"], rule));
	bounded(model, record, rule);
	return model;
}

/** A number field: plain, with a unit, or a distribution; its output is what the model draws from. */
export function quantity(rule: NumberRule) {
	return z
		.unknown()
		.transform((value, context): Distribution => {
			if (value === undefined) {
				context.addIssue({
					code: "custom",
					message: `is missing; ${rule.meaning}`,
				});
				return z.NEVER;
			}
			try {
				return read(value, rule);
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				context.addIssue({
					code: "custom",
					message: error.problem.message,
					path: [...error.problem.path],
				});
				return z.NEVER;
			}
		})
		.meta({ quantity: rule, description: rule.meaning });
}

/** A number held fixed, for defaults. */
export const held = (value: number): Distribution => ({ kind: "fixed", value });
