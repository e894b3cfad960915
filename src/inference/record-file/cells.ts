/** Cells of a CSV file with their places: commas, quotes, comments after `#`, empty lines left out. */

import type { Fault, Place } from "../../scenario/text/fault.ts";

/** Text of a cell, and where it stands. */
export interface Cell {
	readonly text: string;
	readonly place: Place;
}

/** Cells of one line of a file. */
export interface CsvLine {
	readonly cells: readonly Cell[];
	/** the whole line */
	readonly place: Place;
}

/** A cell: in quotes, a quote within written twice, or without any. */
const CELL = /"((?:[^"]|"")*)"(?=,|$)|([^",]*)(?=,|$)/y;

function cellsOfLine(
	text: string,
	place: Place,
): readonly Cell[] | { readonly column: number } {
	const cells: Cell[] = [];
	for (let at = 0; at <= text.length; ) {
		CELL.lastIndex = at;
		const found = CELL.exec(text);
		if (found === null) return { column: at + 1 };
		const [whole, quoted, plain = ""] = found;
		cells.push({
			text: (quoted?.replaceAll('""', '"') ?? plain).trim(),
			place: { ...place, column: at + 1, length: Math.max(1, whole.length) },
		});
		at += whole.length + 1;
	}
	return cells;
}

/** Reads the lines of a CSV file; a line whose quotes are not closed is a fault. */
export function csvLines(
	file: string,
	text: string,
): { readonly lines: readonly CsvLine[]; readonly faults: readonly Fault[] } {
	const lines: CsvLine[] = [];
	const faults: Fault[] = [];
	text
		.replace(/^\uFEFF/, "")
		.split(/\r?\n/)
		.forEach((content, i) => {
			if (content.trim() === "" || content.trimStart().startsWith("#")) return;
			const { length } = content;
			const place: Place = { file, line: i + 1, column: 1, length };
			const cells = cellsOfLine(content, place);
			if ("column" in cells)
				faults.push({
					place: { ...place, column: cells.column, length: 1 },
					field: "the line",
					message: "a quote is not closed, or text follows one that is",
					hint: 'write "…" around the whole cell, a quote within twice',
					severity: "error",
				});
			else lines.push({ cells, place });
		});
	return { lines, faults };
}
