import type { Distribution } from "../random/distribution.ts";
import { checkDistribution } from "../random/draw.ts";
import type { Path } from "./node.ts";
import { shown } from "./shown.ts";
import type { Units } from "./units.ts";
import { BASES } from "./words.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a number field may hold. */
export interface NumberRule {
	readonly units: Units;
	readonly least: number;
	readonly most: number;
	/** what it is, for messages and hover text, e.g. `share of applications granted` */
	readonly meaning: string;
}

/** Why a number is refused: words that follow the name of its field. */
export class NumberProblem extends Error {
	/** from the field to what is wrong inside it */
	readonly path: Path;
	readonly hint: string | null;

	constructor(message: string, path: Path = [], hint: string | null = null) {
		super(message);
		this.path = path;
		this.hint = hint;
	}
}

/** A key inside a number that none has. */
export class UnknownNumberKey extends NumberProblem {
	readonly known: readonly string[];

	constructor(path: Path, known: readonly string[]) {
		super("is an unknown key", path);
		this.known = known;
	}
}

function checkKeys(
	record: Fields,
	known: readonly string[],
	...path: readonly string[]
): void {
	for (const key of Object.keys(record))
		if (!known.includes(key)) throw new UnknownNumberKey([...path, key], known);
}

/** The ways to write what is known of a number. */
export const SHAPES = [
	"value",
	"uniform",
	"triangular",
	"lognormal",
	"logitnormal",
] as const;
type Shape = (typeof SHAPES)[number];
const KEYS = [...SHAPES, "unit", "basis", "source", "note"];

function isRecord(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function numberAt(value: unknown, ...path: (string | number)[]): number {
	if (typeof value === "number") return value === 0 ? 0 : value;
	throw new NumberProblem(`is ${shown(value)}; expected a number`, path);
}

function numbersAt(
	value: unknown,
	names: readonly string[],
	key: Shape,
): readonly number[] {
	if (!Array.isArray(value) || value.length !== names.length)
		throw new NumberProblem(
			`is ${shown(value)}; expected [${names.join(", ")}]`,
			[key],
		);
	return value.map((item, i) => numberAt(item, key, i));
}

/** Median and 5 and 95 % points; a lognormal without p5 is as wide below as above: p5 = median² / p95. */
function quantiles(value: unknown, key: "lognormal" | "logitnormal") {
	if (!isRecord(value))
		throw new NumberProblem(`is ${shown(value)}; expected {median, p5, p95}`, [
			key,
		]);
	const names = ["median", "p5", "p95"];
	checkKeys(value, names, key);
	const median = numberAt(value["median"], key, "median");
	const p95 = numberAt(value["p95"], key, "p95");
	const mirrored = key === "lognormal" && value["p5"] === undefined;
	const p5 = mirrored
		? (median * median) / p95
		: numberAt(value["p5"], key, "p5");
	return { kind: key, median, p5, p95 };
}

function distributionOf(record: Fields): Distribution {
	const shapes = SHAPES.filter((key) => key in record);
	const [shape] = shapes;
	if (shape === undefined || shapes.length > 1)
		throw new NumberProblem(
			`has ${shapes.length === 0 ? "no number" : shapes.join(" and ")}; expected one of ${SHAPES.join(", ")}`,
		);
	const value = record[shape];
	switch (shape) {
		case "value":
			return { kind: "fixed", value: numberAt(value, shape) };
		case "uniform": {
			const [low, high] = numbersAt(value, ["low", "high"], shape);
			return { kind: "uniform", low: low as number, high: high as number };
		}
		case "triangular": {
			const names = ["lowest", "likeliest", "highest"];
			const [low, mode, high] = numbersAt(value, names, shape);
			return {
				kind: "triangular",
				low: low as number,
				mode: mode as number,
				high: high as number,
			};
		}
		case "lognormal":
		case "logitnormal":
			return quantiles(value, shape);
	}
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

function checkWords(record: Fields): void {
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

function factorOf(record: Fields, { units }: NumberRule): number {
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
function fromWords(words: string): Fields {
	const found = WITH_UNIT.exec(words);
	if (found === null)
		throw new NumberProblem(`is ${shown(words)}; expected a number`);
	return { value: Number(found[1]), unit: found[2] };
}

function recordOf(value: unknown): Fields {
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

/** 35 for a share is likely a percentage. */
function shareHint(value: number, rule: NumberRule): string | null {
	const percent = rule.most === 1 && value > 1 && value <= 100;
	return percent ? `did you mean ${value / 100}?` : null;
}

function checkRange(distribution: Distribution, rule: NumberRule): void {
	const { own } = rule.units;
	const about = own === "1" ? rule.meaning : `${own}, ${rule.meaning}`;
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
 * What a file says of a number, in the model's own unit: a number, a number with its unit in
 * words, or a record of a value or distribution with unit, basis and source.
 *
 * @throws {NumberProblem}
 */
export function readNumber(value: unknown, rule: NumberRule): Distribution {
	if (value === undefined)
		throw new NumberProblem(`is missing; expected ${rule.meaning}`);
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
