/** Summary of a batch on disk: `summary.json` for programs, `summary.csv` for spreadsheets. */

import { join } from "node:path";
import { z } from "zod";
import type {
	BatchSummary,
	Estimate,
	MetricSummary,
	PairedSummary,
} from "../../experiment/tables.ts";
import { METRICS } from "../../market/record/record.ts";
import { type CsvCell, csvText } from "../../words/csv.ts";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { readWhole } from "../disk/disk.ts";
import type { RecordedFile } from "../disk/file-hash.ts";
import { CorruptResultsError } from "../errors.ts";

export const SUMMARY_JSON = "summary.json";
export const SUMMARY_CSV = "summary.csv";

/** A number that may be missing: null in JSON, NaN in memory. */
const number = z
	.number()
	.nullable()
	.transform((value) => value ?? Number.NaN);
const estimate = z.strictObject({
	value: number,
	low: number,
	high: number,
	error: number,
});
const metricSummary = z.strictObject({
	n: z.int(),
	nulls: z.int(),
	mean: estimate,
	median: estimate,
	p05: number,
	p25: number,
	p75: number,
	p95: number,
});
const pairedSummary = z.strictObject({
	base: z.string(),
	other: z.string(),
	metric: z.string(),
	n: z.int(),
	mean: estimate,
	median: estimate,
	p05: number,
	p95: number,
	lower: estimate,
});
const summarySchema = z.strictObject({
	schema: z.literal("stibium-summary/1"),
	plan: z.string(),
	digest: z.string(),
	/** unit by metric */
	units: z.record(z.string(), z.string()),
	scenarios: z.record(z.string(), z.record(z.string(), metricSummary)),
	paired: z.array(pairedSummary),
});

const UNITS = Object.fromEntries(METRICS.map(({ name, unit }) => [name, unit]));

/** Writes `summary.json` and `summary.csv`: the same numbers for programs and for spreadsheets. */
export async function writeSummary(
	folder: string,
	summary: BatchSummary,
	identity: { readonly plan: string; readonly digest: string },
): Promise<readonly RecordedFile[]> {
	const json = {
		schema: "stibium-summary/1",
		...identity,
		units: UNITS,
		...summary,
	};
	const write = async (name: string, text: string) => ({
		name,
		...(await writeFileAtomically(join(folder, name), text)),
	});
	return [
		await write(SUMMARY_JSON, `${JSON.stringify(json, null, "\t")}\n`),
		await write(SUMMARY_CSV, csvText(summaryRows(summary))),
	];
}

const ESTIMATES = ["mean", "median", "lower"] as const;

const kindOf = (kind: "text" | "count" | "number") => (name: string) => ({
	name,
	kind,
});

/** The columns of `summary.csv`, in order. */
export const SUMMARY_COLUMNS = [
	...["scenario", "less", "metric", "unit"].map(kindOf("text")),
	...["n", "nulls"].map(kindOf("count")),
	...["p05", "p25", "p75", "p95"].map(kindOf("number")),
	...ESTIMATES.flatMap((name) =>
		["", "_low", "_high", "_error"].map((end) => `${name}${end}`),
	).map(kindOf("number")),
];

const cellsOf = ({ value, low, high, error }: Estimate): CsvCell[] => [
	value,
	low,
	high,
	error,
];

/** One row a scenario and metric, then one a pair and metric; `less` names the base of a pair. */
function summaryRows({ scenarios, paired }: BatchSummary): CsvCell[][] {
	const alone = Object.entries(scenarios).flatMap(([scenario, metrics]) =>
		Object.entries(metrics).map(([metric, summary]) =>
			metricRow(scenario, metric, summary),
		),
	);
	const header = SUMMARY_COLUMNS.map(({ name }) => name);
	return [header, ...alone, ...paired.map(pairedRow)];
}

function metricRow(
	scenario: string,
	metric: string,
	summary: MetricSummary,
): CsvCell[] {
	const { n, nulls, mean, median, p05, p25, p75, p95 } = summary;
	return [
		...[scenario, "", metric, UNITS[metric] ?? "", n, nulls],
		...[p05, p25, p75, p95],
		...[...cellsOf(mean), ...cellsOf(median), null, null, null, null],
	];
}

function pairedRow(pair: PairedSummary): CsvCell[] {
	const { base, other, metric, n, mean, median, p05, p95, lower } = pair;
	return [
		...[other, base, metric, UNITS[metric] ?? "", n, null],
		...[p05, null, null, p95],
		...[...cellsOf(mean), ...cellsOf(median), ...cellsOf(lower)],
	];
}

/** Reads `summary.json` of a folder. */
export async function readSummary(folder: string): Promise<BatchSummary> {
	const text = new TextDecoder().decode(
		await readWhole(join(folder, SUMMARY_JSON)),
	);
	const parsed = summarySchema.safeParse(JSON.parse(text));
	if (!parsed.success)
		throw new CorruptResultsError(SUMMARY_JSON, z.prettifyError(parsed.error));
	const { scenarios, paired } = parsed.data;
	return { scenarios, paired };
}
