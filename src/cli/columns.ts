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

/** Words set in lines no wider than `width`; later lines are indented. */
export function wrapped(
	text: string,
	width: number,
	indent: string,
): readonly string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (longer.length <= width || line === "") line = longer;
		else {
			lines.push(line);
			line = `${indent}${word}`;
		}
	}
	return [...lines, line];
}
