import pc from "picocolors";
import type {
	BatchSummary,
	MetricSummary,
	MonthTable,
	PairedSummary,
} from "../experiment/tables.ts";
import { HEADLINE_METRICS, METRICS } from "../market/record.ts";
import { numberWords, signedWords } from "./number-words.ts";
import { sparkline } from "./sparkline.ts";

/** Bars of a sparkline. */
const BARS = 32;

function unitOf(metric: string): string {
	const unit = METRICS.find((known) => known.name === metric)?.unit ?? "";
	return unit === "1" ? "share" : unit;
}

function pad(text: string, width: number): string {
	return text + " ".repeat(Math.max(0, width - text.length));
}

function padLeft(text: string, width: number): string {
	return " ".repeat(Math.max(0, width - text.length)) + text;
}

/** Rows of cells in columns; the first is set left, the others right. */
function columns(rows: readonly (readonly string[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows)
		row.forEach((cell, i) => {
			widths[i] = Math.max(widths[i] ?? 0, cell.length);
		});
	return rows.map((row) =>
		row
			.map((cell, i) =>
				i === 0 ? pad(cell, widths[i] ?? 0) : padLeft(cell, widths[i] ?? 0),
			)
			.join("  ")
			.trimEnd(),
	);
}

function summaryRow(metric: string, summary: MetricSummary): string[] {
	const never = summary.n + summary.nulls;
	return [
		`  ${metric}`,
		numberWords(summary.median.value),
		`${numberWords(summary.p05)} … ${numberWords(summary.p95)}`,
		`±${numberWords(summary.mean.error)}`,
		summary.nulls > 0
			? `never in ${summary.nulls} of ${never}`
			: unitOf(metric),
	];
}

/** What the interval of a mean difference says, in words. */
export function verdict(paired: PairedSummary): string {
	const { low, high, value } = paired.mean;
	if (paired.n === 0) return "no pair has both";
	if (value === 0 && low === high) return "the same in every pair";
	if (!(low > 0 || high < 0)) return "no clear difference";
	return value > 0 ? "higher" : "lower";
}

function pairedRow(paired: PairedSummary): string[] {
	return [
		`  ${paired.metric}`,
		signedWords(paired.mean.value),
		`${signedWords(paired.mean.low)} … ${signedWords(paired.mean.high)}`,
		verdict(paired),
	];
}

function scenarioLines(
	scenario: string,
	summary: BatchSummary,
	months: MonthTable,
): string[] {
	const metrics = summary.scenarios[scenario] ?? {};
	const price = months.bands(scenario, "price_rotterdam_usd_t").p50;
	const names = months.months(scenario);
	const rows = HEADLINE_METRICS.flatMap((metric) => {
		const found = metrics[metric];
		return found === undefined ? [] : [summaryRow(metric, found)];
	});
	return [
		"",
		`${pc.bold(scenario)}  ${sparkline(price, BARS)}  median price ${names[0]} to ${names.at(-1)}, ${numberWords(Math.min(...price))} to ${numberWords(Math.max(...price))} USD/t`,
		...columns([["  metric", "median", "5 … 95 %", "MC error", ""], ...rows]),
	];
}

function pairedLines(
	base: string,
	other: string,
	summary: BatchSummary,
): string[] {
	const rows = HEADLINE_METRICS.flatMap((metric) => {
		const found = summary.paired.find(
			(row) =>
				row.base === base && row.other === other && row.metric === metric,
		);
		return found === undefined ? [] : [pairedRow(found)];
	});
	return [
		"",
		`${pc.bold(other)} less ${pc.bold(base)}, pair by pair`,
		...columns([["  metric", "mean", "95 % interval", "verdict"], ...rows]),
	];
}

/** The table with which `run` and `compare` end, line by line. */
export function closingTable(
	scenarios: readonly string[],
	base: string | null,
	summary: BatchSummary,
	months: MonthTable,
): string {
	const lines = scenarios.flatMap((name) =>
		scenarioLines(name, summary, months),
	);
	if (base !== null)
		for (const other of scenarios)
			if (other !== base) lines.push(...pairedLines(base, other, summary));
	return lines.join("\n");
}
