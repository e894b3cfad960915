/** Table of headline metrics by scenario in a report. */

import type { MetricSummary, PairedSummary } from "../../experiment/tables.ts";
import { isClear, verdictOf } from "../../experiment/verdict.ts";
import {
	HEADLINE_METRICS,
	type MetricName,
} from "../../market/record/record.ts";
import {
	differenceWords,
	errorWords,
	labelWithUnit,
	level,
	type Shown,
	shareOfBase,
	shownAs,
	span,
} from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { countInWords } from "../../words/numbers.ts";
import { entryOf, pairOf, type ReportBatch, summaryOf } from "./batch.ts";
import { type Html, html, type Piece } from "./html.ts";
import { type Column, type RowGroup, tableHtml } from "./table.ts";

const LEVELS: readonly Column[] = [
	{ head: "Scenario" },
	{ head: "Median", isNumber: true },
	{ head: "5–95% of runs", isNumber: true },
	{ head: "Mean ± error", isNumber: true },
];
const DIFFERENCES: readonly Column[] = [
	{ head: "Mean difference", isNumber: true },
	{ head: "95% interval", isNumber: true },
	{ head: "Of the base", isNumber: true },
	{ head: "Verdict" },
];

/** The headline metrics, and in each the scenarios: level, spread, error, and difference from the base. */
export function headlineTable(batch: ReportBatch): Html {
	const { base } = batch.manifest.plan;
	const columns = base === null ? LEVELS : [...LEVELS, ...DIFFERENCES];
	const less =
		base === null
			? ""
			: `; differences are taken run by run from “${entryOf(batch, base).title}”`;
	return html`${tableHtml({
		caption: `Headline metrics${less}`,
		columns,
		groups: HEADLINE_METRICS.map((metric) => groupOf(batch, metric)),
	})}
<p class="aside">± error: one standard error of the mean, which other seeds would move by about so much.${base === null ? null : " A side is named only where the 95% interval of the mean difference leaves out zero."}</p>
`;
}

function groupOf(batch: ReportBatch, metric: MetricName): RowGroup {
	const known = metricOf(metric);
	const amount = shownAs(known);
	const { order } = batch.manifest.plan;
	const summaries = order.map((name) => summaryOf(batch, name, metric));
	const { base } = batch.manifest.plan;
	const baseMean =
		base === null
			? Number.NaN
			: (summaryOf(batch, base, metric)?.mean.value ?? Number.NaN);
	const flat = flatWords(summaries, amount);
	const title = html`${labelWithUnit(known)}${flat === null ? null : html`: <span class="flat">${flat}</span>`}`;
	if (flat !== null) return { title, rows: [] };
	return {
		title,
		rows: order.map((name, i) => [
			entryOf(batch, name).title,
			...levelCells(summaries[i], amount),
			...(batch.manifest.plan.base === null
				? []
				: differenceCells(pairOf(batch, name, metric), amount, (pair) =>
						shareOfBase(known, pair.mean, baseMean),
					)),
		]),
	};
}

/** Words for a metric that is the same in all runs of all scenarios; null where runs differ. */
function flatWords(
	summaries: readonly (MetricSummary | undefined)[],
	amount: Shown,
): string | null {
	const [first] = summaries;
	if (first === undefined) return null;
	if (summaries.every((each) => each?.n === 0)) {
		const runs = countInWords(first.nulls);
		return `in none of ${runs} runs of any scenario`;
	}
	const isSame = summaries.every(
		(each) =>
			each?.nulls === 0 &&
			each.mean.error === 0 &&
			each.mean.value === first.mean.value,
	);
	return isSame
		? `${level(first.mean.value, amount)} in each of ${countInWords(first.n)} runs of every scenario`
		: null;
}

function levelCells(
	summary: MetricSummary | undefined,
	amount: Shown,
): readonly Piece[] {
	if (summary === undefined || summary.n === 0) return ["never", "", ""];
	const { n, nulls, median, mean, p05, p95 } = summary;
	const some =
		nulls > 0
			? html` <small>in ${countInWords(n)} of ${countInWords(n + nulls)}</small>`
			: null;
	return [
		level(median.value, amount),
		html`${span(p05, p95, amount)}${some}`,
		Number.isFinite(mean.error)
			? `${level(mean.value, amount)} ± ${errorWords(mean.error, amount)}`
			: level(mean.value, amount),
	];
}

function differenceCells(
	pair: PairedSummary | undefined,
	amount: Shown,
	partOf: (pair: PairedSummary) => string,
): readonly Piece[] {
	if (pair === undefined) return ["", "", "", ""];
	const verdict = verdictOf(pair);
	if (pair.n === 0) return ["", "", "", verdict];
	const less = differenceWords(pair.mean, amount);
	return [
		less.mean,
		less.span,
		isClear(verdict) ? partOf(pair) : "",
		isClear(verdict)
			? html`<strong class="verdict">${verdict}</strong>`
			: verdict,
	];
}
