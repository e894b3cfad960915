/** Values of DuckDB turned into cells that JSON and CSV can hold. */

/** A value of a table as JSON can hold it; what is not a number is null. */
export type PlainCell =
	| number
	| string
	| boolean
	| null
	| readonly unknown[]
	| object;

const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const FRACTION = /^(FLOAT|DOUBLE|DECIMAL\(.*\))$/;
/** Decimal digits that every double keeps. */
const SAFE_DIGITS = 15;

/** True when a column of this type holds numbers. */
export const isNumeric = (type: string): boolean =>
	WHOLE.test(type) || FRACTION.test(type);

/**
 * A value as DuckDB's JSON has it, with numbers as numbers wherever none of their digits
 * is lost: large counts and decimals come as text.
 *
 * @param type its column's, as DuckDB names it
 */
export function plainCell(value: unknown, type: string): PlainCell {
	if (value === null || value === undefined) return null;
	if (typeof value === "number" || typeof value === "boolean") return value;
	if (typeof value === "object") return value;
	const text = String(value);
	if (!isNumeric(type)) return text;
	if (text === "NaN") return null;
	return isExact(text, type) ? Number(text) : text;
}

function isExact(text: string, type: string): boolean {
	return WHOLE.test(type)
		? Number.isSafeInteger(Number(text))
		: /^-?[\d.]+$/.test(text) && text.replace(/\D/g, "").length <= SAFE_DIGITS;
}
