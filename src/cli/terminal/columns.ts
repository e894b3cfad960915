/** Columns of a text table, aligned for a terminal. */

/** A row of cells; the first is set left, the others right. */
export type Row = readonly string[];

/** The widest cell of every column. */
export function widthsOf(rows: readonly Row[]): readonly number[] {
	const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
	return Array.from({ length: columns }, (_, i) =>
		rows.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0),
	);
}

/** Cells set in columns, two spaces apart. */
export function setRow(row: Row, widths: readonly number[]): string {
	return row
		.map((cell, i) => {
			const width = widths[i] ?? 0;
			return i === 0 ? cell.padEnd(width) : cell.padStart(width);
		})
		.join("  ")
		.trimEnd();
}

/** Words set in lines no wider than `width`, each indented. */
export function wrapped(
	text: string,
	width: number,
	indent: string,
): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const longer = `${lines.at(-1)} ${word}`;
		if (lines.length > 0 && longer.length <= width)
			lines[lines.length - 1] = longer;
		else lines.push(`${indent}${word}`);
	}
	return lines;
}
