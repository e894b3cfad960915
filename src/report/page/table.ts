/** Tables of a report's page, with grouped rows and a frame that scrolls. */

import { type Html, html, type Piece } from "./html.ts";

/** A column of a table: its head, and whether its cells are numbers. */
export interface Column {
	readonly head: Piece;
	readonly isNumber?: boolean;
}

/** Rows that belong together under a line of their own. */
export interface RowGroup {
	/** null: no line */
	readonly title: Piece;
	readonly rows: readonly (readonly Piece[])[];
}

/** A table: what it shows, its columns, and its rows in groups. */
export interface PageTable {
	readonly caption: string;
	/** true when the caption is only for those who hear the page */
	readonly isCaptionHidden?: boolean;
	readonly columns: readonly Column[];
	readonly groups: readonly RowGroup[];
}

/** A table in a frame that can be scrolled by keys where the page is narrow. */
export function tableHtml(table: PageTable): Html {
	const { caption, columns, groups } = table;
	const hidden = table.isCaptionHidden ? html` class="heard"` : null;
	return html`<div class="wide" role="group" aria-label="${caption}" tabindex="0">
<table>
<caption${hidden}>${caption}</caption>
<thead><tr>${columns.map(headCell)}</tr></thead>
${groups.map((group) => groupHtml(group, columns))}</table>
</div>
`;
}

const numeric = (column: Column | undefined): Piece =>
	column?.isNumber ? html` class="number"` : null;

const headCell = (column: Column): Html =>
	html`<th scope="col"${numeric(column)}>${column.head}</th>`;

function groupHtml(
	{ title, rows }: RowGroup,
	columns: readonly Column[],
): Html {
	const line =
		title === null
			? null
			: html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${title}</th></tr>
`;
	return html`<tbody>
${line}${rows.map((row) => rowHtml(row, columns))}</tbody>
`;
}

/** The first cell of a row names it. */
function rowHtml(row: readonly Piece[], columns: readonly Column[]): Html {
	const cells = row.map((cell, i) =>
		i === 0
			? html`<th scope="row"${numeric(columns[0])}>${cell}</th>`
			: html`<td${numeric(columns[i])}>${cell}</td>`,
	);
	return html`<tr>${cells}</tr>
`;
}

/** One group of rows without a line. */
export const plainGroup = (
	rows: readonly (readonly Piece[])[],
): readonly RowGroup[] => [{ title: null, rows }];
