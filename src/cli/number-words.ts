/** Digits of a number in a table. */
const DIGITS = 3;

const SCALES = [
	{ from: 1e9, by: 1e9, suffix: " bn" },
	{ from: 1e6, by: 1e6, suffix: " M" },
] as const;

/** Below this a number is written with an exponent. */
const SMALL = 1e-3;

/** A magnitude, grouped in thousands. */
function grouped(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString("en-US");
	if (value === 0) return "0";
	return value < SMALL
		? value.toExponential(DIGITS - 2)
		: String(Number(value.toPrecision(DIGITS)));
}

/** A number for people: three digits below a hundred, grouped above, millions and billions by name; "–" for nothing. */
export function numberWords(value: number): string {
	if (!Number.isFinite(value)) return "–";
	if (value < 0) return `−${numberWords(-value)}`;
	for (const { from, by, suffix } of SCALES)
		if (value >= from) return `${grouped(value / by)}${suffix}`;
	return grouped(value);
}

/** A difference with its sign. */
export function signedWords(value: number): string {
	return value > 0 && Number.isFinite(value)
		? `+${numberWords(value)}`
		: numberWords(value);
}
