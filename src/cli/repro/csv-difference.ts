/** The first plotted number in which a chart drawn again differs from the one that was kept. */

import { csvParseRows } from "d3-dsv";

/** The first cell in which two tables of plotted numbers differ, in words; null when none does. */
export function csvDifference(stored: string, found: string): string | null {
	if (stored === found) return null;
	const a = csvParseRows(stored);
	const b = csvParseRows(found);
	for (let i = 0; i < Math.max(a.length, b.length); i++) {
		const [was = [], is = []] = [a[i], b[i]];
		const at = was.findIndex((cell, c) => cell !== is[c]);
		const column = at < 0 && was.length < is.length ? was.length : at;
		if (column >= 0)
			return `line ${i + 1}, ${b[0]?.[column] ?? `column ${column + 1}`}: stored ${shown(was[column])}, drawn again ${shown(is[column])}`;
	}
	return "line ends or quotes";
}

const shown = (cell: string | undefined) => (cell ? cell : "nothing");
