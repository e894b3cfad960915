import type { Cell, ChartTable } from "./chart.ts";

/** Beginnings that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** What must stand in quotation marks. */
const SPECIAL = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180, lines ended by CR LF): a header of `name (unit)`, then the
 * rows. Words that a spreadsheet would run as a formula begin with an apostrophe.
 */
export function csvOf(table: ChartTable): string {
	const header = table.columns.map(({ name, unit }) =>
		unit === "" ? name : `${name} (${unit})`,
	);
	return [header, ...table.rows]
		.map((row) => `${row.map(csvCell).join(",")}\r\n`)
		.join("");
}

function csvCell(cell: Cell): string {
	if (cell === null) return "";
	if (typeof cell === "number") return String(cell);
	const inert = FORMULA.test(cell) ? `'${cell}` : cell;
	return SPECIAL.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
