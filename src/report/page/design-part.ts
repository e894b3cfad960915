import { countInWords } from "../../charts/numbers.ts";
import { lowerFirst } from "../../charts/words.ts";
import type { Design } from "../../experiment/design.ts";
import { HEADLINE_METRICS, METRICS } from "../../market/record.ts";
import { type Html, html } from "../html.ts";
import { listWords } from "../story/words.ts";
import type { DesignTable } from "./batch.ts";
import { cell } from "./figures.ts";
import { plainGroup, tableHtml } from "./table.ts";

/** Rows of an answer that a page shows; the CSV in the results folder has all. */
const MOST_ROWS = 120;

/** What a sweep, a table of regrets or a frontier answers, row by row. */
export function designTable(design: Design, table: DesignTable): Html {
	const { header, rows } = withoutEmpty(ofHeadlines(table));
	const rest = rows.length - MOST_ROWS;
	return html`<p>${unitWords(design)}</p>
${tableHtml({
	caption: "The answer, row by row",
	columns: header.map((head, i) => ({
		head: head.replaceAll("_", " "),
		isNumber: rows.some((row) => typeof row[i] === "number"),
	})),
	groups: plainGroup(rows.slice(0, MOST_ROWS).map((row) => row.map(cell))),
})}
${rest > 0 ? html`<p class="aside">The first ${countInWords(MOST_ROWS)} of ${countInWords(rows.length)} rows; the CSV in the results folder has all.</p>` : null}`;
}

/** What the numbers are, which the head of the table has no room for. */
function unitWords(design: Design): string {
	if (design.kind === "sweep")
		return "The headline metrics at every point, each with the ends of its 95% interval; differences are from the first point, run by run. The CSV in the results folder has every metric.";
	const parts = design.loss.map(
		(name) => METRICS.find((metric) => metric.name === name)?.label ?? name,
	);
	const unit = METRICS.find(({ name }) => name === design.loss[0])?.unit ?? "";
	return `Loss is ${listWords(parts.map(lowerFirst))}, in ${unit}, mean over the runs; low and high are the ends of its 95% interval.`;
}

/** Of a table with one row a metric, the rows of headline metrics. */
function ofHeadlines({ header, rows }: DesignTable): DesignTable {
	const at = header.indexOf("metric");
	if (at < 0) return { header, rows };
	return {
		header,
		rows: rows.filter((row) =>
			HEADLINE_METRICS.some((name) => name === row[at]),
		),
	};
}

/** Columns in which no row says anything are left out. */
function withoutEmpty({ header, rows }: DesignTable): DesignTable {
	const isTold = (i: number) =>
		rows.some((row) => row[i] !== null && row[i] !== "");
	const kept = <T>(row: readonly T[]) => row.filter((_, i) => isTold(i));
	return { header: kept(header), rows: rows.map(kept) };
}
