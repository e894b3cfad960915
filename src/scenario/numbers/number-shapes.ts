/** Shapes in which an uncertain number is written, as distributions. */

import type { Distribution } from "../../random/distribution.ts";
import { shown } from "../text/shown.ts";
import { NumberProblem, UnknownNumberKey } from "./number-problem.ts";

/** The keys and values of a number written as a map. */
export type NumberFields = Readonly<Record<string, unknown>>;

/** The ways to write what is known of a number. */
export const SHAPES = [
	"value",
	"uniform",
	"triangular",
	"lognormal",
	"logitnormal",
] as const;
type Shape = (typeof SHAPES)[number];

/** Tells a map from other values. */
export function isRecord(value: unknown): value is NumberFields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses keys that are not known. @throws {NumberProblem} */
export function checkKeys(
	record: NumberFields,
	known: readonly string[],
	...path: readonly string[]
): void {
	for (const key of Object.keys(record))
		if (!known.includes(key)) throw new UnknownNumberKey([...path, key], known);
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

/**
 * The distribution that a map describes, in the unit that it is written in.
 *
 * @throws {NumberProblem}
 */
export function distributionOf(record: NumberFields): Distribution {
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
