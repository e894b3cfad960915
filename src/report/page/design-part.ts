import { countInWords } from "../../charts/numbers.ts";
import { type Html, html } from "../html.ts";
import type { DesignTable } from "./batch.ts";
import { cell } from "./figures.ts";
import { plainGroup, tableHtml } from "./table.ts";

/** Rows of an answer that a page shows; the CSV in the results folder has all. */
const MOST_ROWS = 120;

/** What a sweep, a table of regrets or a frontier answers, row by row. */
export function designTable({ header, rows }: DesignTable): Html {
	const rest = rows.length - MOST_ROWS;
	return html`${tableHtml({
		caption: "The answer, row by row",
		columns: header.map((head, i) => ({
			head,
			isNumber: rows.some((row) => typeof row[i] === "number"),
		})),
		groups: plainGroup(rows.slice(0, MOST_ROWS).map((row) => row.map(cell))),
	})}
${rest > 0 ? html`<p class="aside">The first ${countInWords(MOST_ROWS)} of ${countInWords(rows.length)} rows; the CSV in the results folder has all.</p>` : null}`;
}
