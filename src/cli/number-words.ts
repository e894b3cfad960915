/** Digits of a number in a table. */
const DIGITS = 3;

const SCALES = [
	{ from: 1e9, by: 1e9, suffix: " bn" },
	{ from: 1e6, by: 1e6, suffix: " M" },
] as const;

function grouped(value: number): string {
	const magnitude = Math.abs(value);
	if (magnitude >= 100)
		return Math.round(value).toLocaleString("en-US", { useGrouping: true });
	if (magnitude === 0) return "0";
	return String(Number(value.toPrecision(DIGITS)));
}

/** A number for people: three digits below a hundred, grouped above, millions and billions by name; "–" for nothing. */
export function numberWords(value: number): string {
	if (!Number.isFinite(value)) return "–";
	for (const { from, by, suffix } of SCALES)
		if (Math.abs(value) >= from) return `${grouped(value / by)}${suffix}`;
	return grouped(value);
}

/** A difference with its sign. */
export function signedWords(value: number): string {
	if (!Number.isFinite(value) || value === 0) return numberWords(value);
	return value > 0 ? `+${numberWords(value)}` : `−${numberWords(-value)}`;
}
