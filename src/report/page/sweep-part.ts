/** Part of a report on a sweep: headline metrics at each of its points. */

import type { SweepPlan } from "../../experiment/design.ts";
import type { BatchSummary, Estimate } from "../../experiment/tables.ts";
import {
	isUnmoved,
	type SweepCell,
	type SweepRow,
	sweepTable,
} from "../../inference/search/sweep-table.ts";
import {
	HEADLINE_METRICS,
	type MetricName,
} from "../../market/record/record.ts";
import {
	differenceWords,
	labelWithUnit,
	level,
	type Shown,
	shownAs,
	span,
} from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { countInWords } from "../../words/numbers.ts";
import { cell } from "./figures.ts";
import { type Html, html, type Piece } from "./html.ts";
import { type RowGroup, tableHtml } from "./table.ts";

/** Points of a metric that a page shows; the CSV in the results folder has all. */
const MOST = 40;

/** The headline metrics at every point of a sweep, and what changed since the first. */
export function sweepHtml(plan: SweepPlan, summary: BatchSummary): Html {
	const rows = sweepTable(plan, summary, HEADLINE_METRICS);
	const rest = rows.length - MOST;
	return html`${tableHtml({
		caption:
			"Headline metrics at every point; differences are taken run by run from the first",
		columns: [
			...plan.axes.map(({ path, unit }) => ({
				head: unit === null ? path : `${path}, ${unit}`,
			})),
			{ head: "Mean", isNumber: true },
			{ head: "95% interval", isNumber: true },
			{ head: "Mean difference", isNumber: true },
			{ head: "95% interval", isNumber: true },
		],
		groups: HEADLINE_METRICS.map((metric) => groupOf(rows, metric)),
	})}
<p class="aside">${rest > 0 ? `The first ${MOST} of ${countInWords(rows.length)} points. ` : null}The CSV in the results folder has every metric.</p>
`;
}

function groupOf(rows: readonly SweepRow[], metric: MetricName): RowGroup {
	const known = metricOf(metric);
	const amount = shownAs(known);
	const cells = rows.map((row) =>
		row.cells.find((one) => one.metric === metric),
	);
	const isFlat = cells.every((one) => one === undefined || isUnmoved(one));
	const flat = isFlat
		? html`: <span class="flat">${flatWords(cells[0], amount)}</span>`
		: null;
	return {
		title: html`${labelWithUnit(known)}${flat}`,
		rows: isFlat
			? []
			: rows
					.slice(0, MOST)
					.map(({ values }, i) => [
						...values.map(cell),
						...cellsOf(cells[i], amount),
					]),
	};
}

const flatWords = (one: SweepCell | undefined, amount: Shown): string =>
	one === undefined || one.n === 0
		? "never, at any point"
		: `the same at every point, mean ${level(one.mean.value, amount)}`;

function cellsOf(one: SweepCell | undefined, amount: Shown): readonly Piece[] {
	if (one === undefined || one.n === 0) return ["never", "", "", ""];
	const { n, nulls, mean, difference } = one;
	const some =
		nulls > 0
			? html` <small>in ${countInWords(n)} of ${countInWords(n + nulls)}</small>`
			: null;
	return [
		html`${level(mean.value, amount)}${some}`,
		Number.isFinite(mean.low) ? span(mean.low, mean.high, amount) : "",
		...differenceCells(difference, amount),
	];
}

function differenceCells(
	difference: Estimate | null,
	amount: Shown,
): readonly Piece[] {
	if (difference === null || !Number.isFinite(difference.value))
		return ["", ""];
	const { mean, span: interval } = differenceWords(difference, amount);
	return [mean, interval];
}
