/** CSV text that is safe to open in a spreadsheet. */

/** Value of a cell; null and NaN leave it empty. */
export type CsvCell = string | number | null;

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would
 * take for a formula gets an apostrophe in front; numbers are as they are.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
	return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: CsvCell): string {
	if (cell === null) return "";
	if (typeof cell === "number") return Number.isNaN(cell) ? "" : String(cell);
	const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
