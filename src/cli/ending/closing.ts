/** Closing words of a batch on the terminal: prices, table, verdict, files, command. */

import { join } from "node:path";
import type { DrawnCharts } from "../../actions/charts/draw-charts.ts";
import { shortPath } from "../../actions/paths.ts";
import type { PairedSummary } from "../../experiment/tables.ts";
import { HEADLINE_METRICS } from "../../market/record/record.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { labelWithUnit, shownAs, span } from "../../words/amounts.ts";
import { beginningWords } from "../../words/beginning.ts";
import { seriesOf } from "../../words/metrics.ts";
import { safeText } from "../../words/safe-text.ts";
import { reportLine } from "../line/repeat-line.ts";
import { coloursFor, widthOf } from "../terminal/colours.ts";
import { wrapped } from "../terminal/columns.ts";
import { spanOf, sparkline } from "../terminal/sparkline.ts";
import { closingTable } from "./closing-table.ts";
import { verdictSentence } from "./verdict.ts";

/** Results and paths that the end of a batch is told from. */
export interface Closing {
	readonly results: Results;
	readonly charts: Pick<DrawnCharts, "files"> | null;
	/** path of the report; null when none was written */
	readonly page: string | null;
	/** the command line that repeats it */
	readonly repeat: string;
	/** false after `--no-color` */
	readonly colour: boolean;
	/** where it will be read */
	readonly stream: NodeJS.WriteStream;
}

/** Bars of a sparkline. */
const MOST_BARS = 56;
const FEWEST_BARS = 12;

/** The end of a batch for a reader: prices, table, verdict, where it is, how to repeat it. */
export function closing(closing: Closing): string {
	const { results, colour, stream } = closing;
	const { bold, dim } = coloursFor(stream, colour);
	const { order, base } = results.manifest.plan;
	const width = widthOf(stream);
	const { summary } = results;
	return [
		...priceLines(results, width, bold),
		"",
		...closingTable({ order, base, summary, width, bold, dim }),
		...verdictLines(results, width, bold),
		"",
		...wrapped(conditions(results, OF_MEDIANS), width, ""),
		...whereabouts(closing),
	].join("\n");
}

/** The series whose medians are drawn. */
const PRICE = "price_rotterdam_usd_t";

/** The median price of every scenario over its horizon, all on one scale. */
function priceLines(
	{ months, manifest }: Results,
	width: number,
	bold: (text: string) => string,
): readonly string[] {
	const { order } = manifest.plan;
	const prices = order.map((name) => months.bands(name, PRICE).p50);
	const whole = spanOf(prices);
	const price = seriesOf(PRICE);
	const longest = Math.max(...order.map(({ length }) => length));
	const bars = Math.min(MOST_BARS, Math.max(FEWEST_BARS, width - longest - 40));
	return [
		bold(`${labelWithUnit(price)}, median of runs by month`),
		...order.map((name, i) => {
			const all = months.months(name);
			const own = prices[i] ?? [];
			const { low, high } = spanOf([own]);
			return `  ${name.padEnd(longest)}  ${all[0]} ${sparkline(own, bars, whole)} ${all.at(-1)}  ${span(low, high, shownAs(price))}`;
		}),
	];
}

/** Verdict on every other scenario from its pairs with the base, one line each. */
function verdictLines(
	{ manifest, summary }: Results,
	width: number,
	bold: (text: string) => string,
): readonly string[] {
	const { order, base } = manifest.plan;
	if (base === null) return [];
	const headline = (other: string) =>
		summary.paired.filter((pair) => pair.other === other && isHeadline(pair));
	return order
		.filter((name) => name !== base)
		.flatMap((other) => [
			"",
			bold(`${other} against ${base}, run by run`),
			...wrapped(`${verdictSentence(headline(other))}.`, width, "  "),
		]);
}

function isHeadline({ metric }: PairedSummary): boolean {
	return HEADLINE_METRICS.some((name) => name === metric);
}

/** Trust in the last digits of a table of medians. */
const OF_MEDIANS =
	"± MC error: how far the median would move under other seeds.";

/**
 * Conditions of the numbers, and the trust that their last digits deserve.
 *
 * @param trust what the intervals of the table mean
 */
export function conditions({ manifest, runs }: Results, trust: string): string {
	const { plan, failures } = manifest;
	const without =
		plan.without.length > 0 ? `, without ${plan.without.join(", ")}` : "";
	const failed =
		failures.length > 0
			? ` ${failures.length} failed and are left out; manifest.json says why.`
			: "";
	return [
		`${runs.replicates.length} replicates of each scenario, seed ${plan.seed}, ${beginningWords(plan)}${without}, ${manifest.seconds} s.${failed}`,
		trust,
		"Conditional on the model and its assumptions; not a forecast.",
	].join(" ");
}

/** Lines with the results' folder, the file to open first, and the command that repeats them. */
export function whereabouts({
	results,
	charts,
	page,
	repeat,
}: Pick<Closing, "results" | "charts" | "page" | "repeat">): readonly string[] {
	const { folder, manifest } = results;
	const picture =
		charts?.files.find((file) => file.endsWith(".png")) ?? "summary.csv";
	return [
		`repeat   ${repeat}`,
		`digest   ${manifest.digest}`,
		`results  ${shortPath(folder)}/`,
		...(page === null ? [`report   ${reportLine(folder)}`] : []),
		`open     ${shortPath(page ?? join(folder, picture))}`,
	].map((line) => safeText(line));
}
