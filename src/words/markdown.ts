/** Markdown for tables and code. */

/** Columns and rows of a table; every row has a cell for every column. */
export interface Table {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

const cell = (text: string): string =>
	text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

const line = (cells: readonly string[]): string =>
	`| ${cells.map(cell).join(" | ")} |`;

/** A table in Markdown. */
export function markdownTable({ head, rows }: Table): string {
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join(
		"\n",
	);
}

/** Words that are code in Markdown. */
export const code = (text: string): string => `\`${text}\``;
