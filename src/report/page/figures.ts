/** Part of a report with its charts, each with numbers and files to keep. */

import type { ChartKind, ChartTable } from "../../charts/chart.ts";
import { plainNumber } from "../../words/distributions.ts";
import { countInWords, plotted } from "../../words/numbers.ts";
import type { Download, ReportBatch, ReportFigure } from "./batch.ts";
import { type Html, html, type Piece } from "./html.ts";
import { folded, heading, type Level, list } from "./parts.ts";
import { plainGroup, tableHtml } from "./table.ts";

/** Rows of a table that a page shows; the file has all. */
const MOST_ROWS = 240;

/** Heading of each kind of chart, above its finding. */
const KINDS: Readonly<Record<ChartKind, string>> = {
	fan: "Price over time",
	raincloud: "Every run",
	exceedance: "How often, how much",
	difference: "Differences, run by run",
	history: "Against the record",
	flows: "Trade in one run",
	story: "One run, month by month",
	response: "Responses",
	regret: "Regret",
	frontier: "Cost against what is left",
	tornado: "What moves it",
};

/** Every chart of a batch with its words, its numbers and its files. */
export function figuresHtml(batch: ReportBatch, level: Level): Html {
	const { figures, missing, id } = batch;
	return html`${figures.map((figure, i) => figureHtml(figure, `${id}-chart-${i + 1}`, level))}
${missing.length > 0 ? folded("Charts that these results do not have, and why", list(missing)) : null}`;
}

function figureHtml(
	{ chart, picture, downloads }: ReportFigure,
	id: string,
	level: Level,
): Html {
	const { kind, title, subtitle, source, table } = chart;
	const isOne = kind === "story" || kind === "flows";
	return html`<div class="chart">
<p class="kind">${KINDS[kind]}${isOne ? ": a single run, not the batch" : null}</p>
${heading(level, title, id)}
<figure>
<p class="reading">${subtitle.join(" ")}</p>
<div class="wide picture" role="group" aria-label="Chart, ${KINDS[kind]}: ${title}" tabindex="0">${picture}</div>
<figcaption>${source.join(" ")}</figcaption>
</figure>
<div class="beside">
${folded(`The numbers of this chart (${countInWords(table.rows.length)} rows)`, numbersHtml(table, `${KINDS[kind]}: ${title}`))}
<p class="files">Keep: ${downloads.map(downloadHtml)}</p>
</div>
</div>
`;
}

function numbersHtml(table: ChartTable, title: string): Html {
	const { columns, rows } = table;
	const rest = rows.length - MOST_ROWS;
	return html`${tableHtml({
		caption: `Numbers: ${title}`,
		isCaptionHidden: true,
		columns: columns.map(({ name, unit }, i) => ({
			head: unit === "" ? name : `${name}, ${unit}`,
			isNumber: rows.some((row) => typeof row[i] === "number"),
		})),
		groups: plainGroup(rows.slice(0, MOST_ROWS).map((row) => row.map(cell))),
	})}
${rest > 0 ? html`<p class="aside">The first ${countInWords(MOST_ROWS)} of ${countInWords(rows.length)} rows; the CSV has all.</p>` : null}`;
}

/** A number as it is plotted, thousands parted and with a true minus. */
export function cell(value: string | number | null): Piece {
	if (typeof value !== "number") return value;
	return Number.isFinite(value) ? plainNumber(plotted(value)) : "";
}

function downloadHtml({ label, file, bytes, address }: Download): Html {
	const size = countInWords(Math.max(1, Math.round(bytes / 1000)));
	return html`<a href="${address}" download="${file}">${label} <small>${size} kB</small></a> `;
}
