/** Numbers of a file, read into distributions in the units of the model. */

import type { Distribution } from "../../random/distribution.ts";
import { checkDistribution } from "../../random/draw.ts";
import type { Path } from "../text/node.ts";
import { shown } from "../text/shown.ts";
import { BASES } from "../words.ts";
import { NumberProblem } from "./number-problem.ts";
import {
	checkKeys,
	distributionOf,
	isRecord,
	type NumberFields,
	SHAPES,
} from "./number-shapes.ts";
import { PLAIN, type Units } from "./units.ts";

const KEYS = [...SHAPES, "unit", "basis", "source", "note"];

/** Range, units and meaning of a number field. */
export interface NumberRule {
	readonly units: Units;
	readonly least: number;
	readonly most: number;
	/** what it is, for messages and hover text, e.g. `share of applications granted` */
	readonly meaning: string;
}

/** The distribution of a number multiplied with a factor; 35 % is 35 / 100, which is 0.35 to the bit. */
function scaled(distribution: Distribution, factor: number): Distribution {
	const times = (value: number): number =>
		factor < 1 ? value / (1 / factor) : value * factor;
	const numbers = Object.entries(distribution).map(([key, value]) => [
		key,
		typeof value === "number" ? times(value) : value,
	]);
	return factor === 1
		? distribution
		: (Object.fromEntries(numbers) as Distribution);
}

function checkWords(record: NumberFields): void {
	const { basis } = record;
	if (basis !== undefined && !BASES.some((known) => known === basis))
		throw new NumberProblem(
			`is ${shown(basis)}; expected ${BASES.join(", ")}`,
			["basis"],
		);
	for (const key of ["source", "note"])
		if (record[key] !== undefined && typeof record[key] !== "string")
			throw new NumberProblem(`is ${shown(record[key])}; expected words`, [
				key,
			]);
}

function factorOf(record: NumberFields, { units }: NumberRule): number {
	const { unit, value } = record;
	const known = Object.keys(units.factors);
	if (unit === undefined && units.bare) return 1;
	if (unit === undefined)
		throw new NumberProblem(
			`${typeof value === "number" ? `is ${value} and ` : ""}has no unit; expected one, such as {value: ${typeof value === "number" ? value : "…"}, unit: ${units.own}}`,
		);
	const written = typeof unit === "number" ? String(unit) : unit;
	const factor =
		typeof written === "string" && known.includes(written)
			? units.factors[written]
			: undefined;
	if (factor !== undefined) return factor;
	throw new NumberProblem(
		`is ${shown(unit)}; expected one of ${known.join(", ")}`,
		["unit"],
	);
}

const WITH_UNIT = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(\S.*?)\s*$/i;

/** The unit of a number in words, `t/y` of `2000 t/y`; null when it has none. */
export function unitInWords(words: string): string | null {
	return WITH_UNIT.exec(words)?.[2] ?? null;
}

/** `2000 t/y` as a record. */
function fromWords(words: string): NumberFields {
	const found = WITH_UNIT.exec(words);
	if (found === null)
		throw new NumberProblem(`is ${shown(words)}; expected a number`);
	return { value: Number(found[1]), unit: found[2] };
}

function recordOf(value: unknown): NumberFields {
	if (typeof value === "number") return { value };
	if (typeof value === "string") return fromWords(value);
	if (isRecord(value)) return value;
	throw new NumberProblem(
		`is ${shown(value)}; expected a number or {value, unit}`,
	);
}

/** Lowest and highest of a distribution's points, each with the way to it. */
function ends(d: Distribution): readonly (readonly [number, Path])[] {
	switch (d.kind) {
		case "fixed":
			return [[d.value, ["value"]]];
		case "uniform":
			return [
				[d.low, [d.kind, 0]],
				[d.high, [d.kind, 1]],
			];
		case "triangular":
			return [
				[d.low, [d.kind, 0]],
				[d.high, [d.kind, 2]],
			];
		case "lognormal":
		case "logitnormal":
			return [
				[d.p5, [d.kind, "p5"]],
				[d.p95, [d.kind, "p95"]],
			];
	}
}

/** Highest duty, share of value; ratios that may be larger are not written in percent. */
export const HIGHEST_RATE = 5;

/** 35 for a share or a duty is likely a percentage. */
function shareHint(value: number, rule: NumberRule): string | null {
	const percent =
		rule.units === PLAIN && rule.most <= HIGHEST_RATE && value <= 100;
	return percent ? `did you mean ${value / 100}?` : null;
}

/** The meaning of a number, without that of its absence. */
function briefly({ meaning }: NumberRule): string {
	return meaning.split(";")[0] ?? meaning;
}

function checkRange(distribution: Distribution, rule: NumberRule): void {
	const { own } = rule.units;
	const about = own === "1" ? briefly(rule) : `${own}, ${briefly(rule)}`;
	for (const [value, path] of ends(distribution)) {
		if (value < rule.least)
			throw new NumberProblem(
				`is ${value}; expected ${rule.least} or more (${about})`,
				path,
			);
		if (value > rule.most)
			throw new NumberProblem(
				`is ${value}; it must be at most ${rule.most} (${about})`,
				path,
				shareHint(value, rule),
			);
	}
	if (distribution.kind === "lognormal" && rule.most === 1)
		throw new NumberProblem(
			`can exceed 1 (${about}); expected logitnormal`,
			["lognormal"],
			"write logitnormal",
		);
}

/**
 * A number of a file, in the model's own unit: a number, a number with its unit in
 * words, or a record of a value or distribution with unit, basis and source.
 *
 * @throws {NumberProblem}
 */
export function readNumber(value: unknown, rule: NumberRule): Distribution {
	if (value === undefined)
		throw new NumberProblem(`is missing; expected ${briefly(rule)}`);
	const record = recordOf(value);
	checkKeys(record, KEYS);
	checkWords(record);
	const written = distributionOf(record);
	const distribution = scaled(written, factorOf(record, rule));
	checkRange(distribution, rule);
	const wrong = checkDistribution(distribution);
	if (wrong === null) return distribution;
	throw new NumberProblem(`is out of order: ${wrong}`, [
		written.kind === "fixed" ? "value" : written.kind,
	]);
}
