/** Part of a report on precision: errors of the means, and replicates that 2 % would need. */

import type { Estimate } from "../../experiment/tables.ts";
import {
	HEADLINE_METRICS,
	type MetricName,
} from "../../market/record/record.ts";
import { labelWithUnit, level, shownAs } from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { countInWords, inWords } from "../../words/numbers.ts";
import {
	entryOf,
	pairOf,
	type ReportBatch,
	type Settling,
	summaryOf,
} from "./batch.ts";
import { type Html, html, type Piece } from "./html.ts";
import { type RowGroup, tableHtml } from "./table.ts";

/** Half of a 95 % interval over the mean that counts as known. */
const AIM = 0.02;
/** Replicates beyond which a number is only said to be large. */
const MOST = 10_000_000;

/**
 * Replicates that would bring half of a 95 % interval to a share of its mean:
 *
 *     needed = n · (half / (aim · |mean|))²
 *
 * null where the mean is 0 or the interval is not known
 */
export function replicatesFor(
	{ value, low, high }: Estimate,
	n: number,
	aim = AIM,
): number | null {
	const half = (high - low) / 2;
	const needed = n * (half / (aim * Math.abs(value))) ** 2;
	return Number.isFinite(needed) ? roundedUp(needed) : null;
}

/** Two digits of a number of runs: it is an estimate itself. */
function roundedUp(needed: number): number {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(needed)) - 1);
	return Math.ceil(needed / step) * step;
}

const neededWords = (needed: number | null): string => {
	if (needed === null) return "–";
	return needed > MOST ? `above ${countInWords(MOST)}` : countInWords(needed);
};

/** Half of an interval relative to its value, per cent. */
function relativeWords({ value, low, high }: Estimate): string {
	const relative = (100 * (high - low)) / 2 / Math.abs(value);
	if (!Number.isFinite(relative)) return "–";
	return `${inWords(relative, relative < 10 ? 1 : 0)}%`;
}

/** Precision of each mean in the batch, and the replicates that 2 % would need. */
export function enoughHtml(batch: ReportBatch): Html {
	const n = batch.input.runs.replicates.length;
	const groups = HEADLINE_METRICS.map((metric) => groupOf(batch, metric, n));
	return html`<p>${priceWords(batch, n)} More runs narrow what luck leaves open; they do nothing about a wrong assumption.</p>
${batch.settling && settlingHtml(batch.settling)}
${tableHtml({
	caption:
		"How well each mean is known, and how many runs of each scenario ±2% would take",
	columns: [
		{ head: "Scenario" },
		{ head: "Mean", isNumber: true },
		{ head: "Half of the 95% interval", isNumber: true },
		{ head: "of the mean", isNumber: true },
		{ head: "Runs for ±2%", isNumber: true },
	],
	groups: groups.filter(({ rows }) => rows.length > 0),
})}
<p class="aside">A row that is the same in every run, or that never happens, needs no more runs to be told and is left out. Where a mean lies near zero, ±2% of it is a great deal to ask.</p>
`;
}

function settlingHtml({ title, reading, picture }: Settling): Html {
	return html`<figure>
<p class="reading">${reading}</p>
<div class="wide picture" role="group" aria-label="Chart: ${title}" tabindex="0">${picture}</div>
</figure>
`;
}

/** Sentences on the precision of the price, the first headline metric. */
function priceWords(batch: ReportBatch, n: number): string {
	const [metric] = HEADLINE_METRICS;
	const means = batch.manifest.plan.order.flatMap((name) => {
		const mean = summaryOf(batch, name, metric)?.mean;
		return mean ? [mean] : [];
	});
	const widest = [...means].sort((a, b) => half(b) - half(a))[0];
	if (widest === undefined) return "No run has a price.";
	const needs = means.map((mean) => replicatesFor(mean, n));
	if (n < 2 || needs.includes(null))
		return `${n < 2 ? "One run tells" : "These runs tell"} nothing of how well the mean 12-month price is known.`;
	const needed = Math.max(...needs.map((need) => need ?? 0));
	const verdict =
		needed <= n
			? "that is enough to know it to ±2%"
			: `±2% would take about ${countInWords(needed)}`;
	return `After ${countInWords(n)} runs of each scenario the mean 12-month price is known to ±${relativeWords(widest)} or better (half of its 95% interval); ${verdict}.`;
}

const half = ({ value, low, high }: Estimate): number =>
	(high - low) / Math.abs(value);

function groupOf(batch: ReportBatch, metric: MetricName, n: number): RowGroup {
	const known = metricOf(metric);
	const amount = shownAs(known);
	const title = labelWithUnit(known);
	const rows = batch.manifest.plan.order.flatMap((name): Piece[][] => {
		const summary = summaryOf(batch, name, metric);
		const pair = pairOf(batch, name, metric);
		const scenario = entryOf(batch, name).title;
		const row = (words: string, mean: Estimate, count: number): Piece[] => [
			words,
			level(mean.value, amount),
			`±${level((mean.high - mean.low) / 2, amount)}`,
			relativeWords(mean),
			neededWords(replicatesFor(mean, count)),
		];
		const isTold = (mean: Estimate | undefined): mean is Estimate =>
			mean !== undefined && mean.error > 0;
		return [
			...(isTold(summary?.mean) ? [row(scenario, summary.mean, n)] : []),
			...(isTold(pair?.mean)
				? [row(`${scenario}, less the base`, pair.mean, n)]
				: []),
		];
	});
	return { title, rows };
}
