/** Words for the values of a scenario's fields: numbers with unit and spread, regions, sources. */

import { REGIONS, type Region } from "../../calibration/row.ts";
import type { Fields } from "../../scenario/numbers/write-number.ts";
import { BASES } from "../../scenario/words.ts";
import { listWords } from "../../words/lists.ts";
import { exactWords } from "../../words/numbers.ts";
import { regionWords } from "../../words/places.ts";

const numbers = (value: unknown): readonly string[] =>
	(Array.isArray(value) ? value : [value]).map((one) =>
		exactWords(Number(one)),
	);

/** True when a value of a written scenario is a number with unit, basis and source. */
export function isNumber(value: unknown): value is Fields {
	return (
		typeof value === "object" &&
		value !== null &&
		"unit" in value &&
		"basis" in value
	);
}

/** A number with its unit, and how uncertain it is: `1,000 to 4,000 t/y, most likely 2,000`. */
export function numberOf(written: Fields): string {
	const { unit, value, uniform, triangular, lognormal, logitnormal } = written;
	const units = unit === "1" ? "" : ` ${unit}`;
	if (value !== undefined) return `${exactWords(Number(value))}${units}`;
	if (uniform !== undefined) {
		const [low, high] = numbers(uniform);
		return `${low} to ${high}${units}`;
	}
	if (triangular !== undefined) {
		const [low, mode, high] = numbers(triangular);
		return `${low} to ${high}${units}, most likely ${mode}`;
	}
	const quantiles = (lognormal ?? logitnormal ?? {}) as Fields;
	const [median, p5, p95] = ["median", "p5", "p95"].flatMap((key) =>
		numbers(quantiles[key]),
	);
	return `about ${median}${units} (90 %: ${p5} to ${p95})`;
}

/** Basis and source of a number or a shock: `assumed, from: …`. */
export function originOf({ basis, source }: Fields): string {
	const known = BASES.find((one) => one === basis) ?? "assumed";
	return `${known}: ${source}`;
}

/** Any other value of a field. */
export function valueWords(value: unknown): string {
	if (Array.isArray(value)) return listWords(value.map(valueWords)) || "none";
	if (isRegion(value)) return regionWords(value);
	if (value === true) return "yes";
	if (value === false) return "no";
	return typeof value === "number" ? exactWords(value) : String(value);
}

const isRegion = (value: unknown): value is Region =>
	REGIONS.some((region) => region === value);
