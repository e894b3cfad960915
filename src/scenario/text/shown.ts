/** Values of a file, short enough for a message. */

const LONGEST = 60;

/** A value found in a file, short enough for one line of a message. */
export function shown(value: unknown): string {
	if (value === undefined) return "missing";
	if (value === null) return "empty";
	const text = JSON.stringify(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
