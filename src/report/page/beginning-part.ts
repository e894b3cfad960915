/** Part of a report on where its runs begin: the record behind them, and how well it was foreseen. */

import type { PublishedAssimilation } from "../../storage/folder/published.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { seriesOf } from "../../words/metrics.ts";
import { figure, inWords } from "../../words/numbers.ts";
import type { ReportBatch } from "./batch.ts";
import { type Html, html } from "./html.ts";
import { folded } from "./parts.ts";
import { plainGroup, tableHtml } from "./table.ts";

/** Numbers told that the record moved most. */
const MOST = 10;
/** Ends of the middle 80 % of places. */
const INSIDE = { low: 0.1, high: 0.9 } as const;

const wordsOf = (month: string): string => monthInWords(instantOfText(month));

/** Where runs begin; of the shipped ensemble also how each row was foreseen, and what it moved. */
export function beginningHtml(
	{ manifest }: ReportBatch,
	assimilation: PublishedAssimilation,
): Html {
	const { ensemble, parameters } = manifest.plan;
	if (ensemble === null)
		return html`<p>Runs begin at the end of 2024 with ${parameters} parameters; no figure after that is in them.</p>`;
	const opening = html`<p>Runs begin in ${wordsOf(ensemble.to)}: each goes on from a past of the model that agrees with the record to that month. What was recorded before is their past, what follows is the answer.</p>`;
	if (ensemble.sha256 !== assimilation.ensemble)
		return html`${opening}<p>The record is one's own; <code>ensemble.json</code> in the results folder holds it, with its sources.</p>`;
	const rows = assimilation.months.flatMap((month) => month.rows);
	const inside = rows.filter(
		({ place }) => place >= INSIDE.low && place <= INSIDE.high,
	).length;
	return html`${opening}
<p>Before each row of the record was used, the runs had foreseen it: ${inside} of ${rows.length} rows fell into the middle 80% of what they gave, rules as they then stood being known. That is no blind test of a forecast a year ahead, which stands under how wrong the model is.</p>
${folded(`All ${rows.length} rows, as they were foreseen`, rowsTable(assimilation))}
${folded("What the record moved", shiftsTable(assimilation))}
<p class="aside">Shipped with the program, made by <code>${assimilation.command}</code>.</p>
`;
}

function rowsTable({ months }: PublishedAssimilation): Html {
	return tableHtml({
		caption: "Rows of the record",
		isCaptionHidden: true,
		columns: [
			{ head: "Months" },
			{ head: "Figure" },
			{ head: "Record", isNumber: true },
			{ head: "Foreseen, 10–90% of runs", isNumber: true },
			{ head: "Place of 100", isNumber: true },
			{ head: "Median after", isNumber: true },
			{ head: "Source" },
		],
		groups: plainGroup(
			months.flatMap(({ rows }) =>
				rows.map(({ row, p10, p90, place, after, wild }) => [
					row.from === row.to ? row.from : `${row.from} to ${row.to}`,
					labelOf(row.series),
					`${row.bound === null ? "" : `${row.bound} `}${figure(row.value)}`,
					`${figure(p10)} to ${figure(p90)}`,
					(100 * place).toFixed(0),
					`${figure(after)}${wild ? ", missed" : ""}`,
					row.source,
				]),
			),
		),
	});
}

const labelOf = (name: string): string =>
	seriesOf(name as Parameters<typeof seriesOf>[0]).label;

function shiftsTable({ shifts }: PublishedAssimilation): Html {
	return tableHtml({
		caption:
			"Numbers of the model that the record moved most, in normal scores of their priors (0: median, 1: 84% point)",
		columns: [
			{ head: "Number" },
			{ head: "Mean before", isNumber: true },
			{ head: "Spread", isNumber: true },
			{ head: "Mean after", isNumber: true },
			{ head: "Spread", isNumber: true },
		],
		groups: plainGroup(
			shifts
				.slice(0, MOST)
				.map(({ name, before, after }) => [
					name,
					...[before.mean, before.spread, after.mean, after.spread].map(
						(value) => inWords(value, 2),
					),
				]),
		),
	});
}
