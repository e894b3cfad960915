/** A cell of RFC 4180 text, quoted or plain. */
const CELL = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/y;

/** The rows of a CSV text, cell by cell. */
function rowsOf(csv: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (CELL.lastIndex = 0; CELL.lastIndex < csv.length; ) {
		const found = CELL.exec(csv);
		if (found === null) break;
		row.push(found[1] ?? "");
		if (found[2] === ",") continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

/** The first cell in which two tables of plotted numbers differ, in words; null when none does. */
export function csvDifference(stored: string, found: string): string | null {
	if (stored === found) return null;
	const a = rowsOf(stored);
	const b = rowsOf(found);
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
