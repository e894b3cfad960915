/** Words for the values of a scenario's fields: numbers with unit and spread, regions, sources. */

import { REGIONS, type Region } from "../../calibration/row.ts";
import type { Fields } from "../../scenario/numbers/write-number.ts";
import { BASES } from "../../scenario/words.ts";
import { regionWords } from "../../words/places.ts";

/** Digits beyond which two numbers of a file count as written alike. */
const DIGITS = 12;

/** A number as exactly as a reader may want it, grouped in thousands. */
function exactly(value: number): string {
	return Number(value.toPrecision(DIGITS)).toLocaleString("en-US", {
		maximumFractionDigits: DIGITS,
		maximumSignificantDigits: DIGITS,
	});
}

const numbers = (value: unknown): readonly string[] =>
	(Array.isArray(value) ? value : [value]).map((one) => exactly(Number(one)));

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
	if (value !== undefined) return `${exactly(Number(value))}${units}`;
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
	if (Array.isArray(value))
		return value.map(valueWords).join(" and ") || "none";
	if (isRegion(value)) return regionWords(value);
	if (value === true) return "yes";
	if (value === false) return "no";
	return typeof value === "number" ? exactly(value) : String(value);
}

const isRegion = (value: unknown): value is Region =>
	REGIONS.some((region) => region === value);
