/** Value of information in a comparison: the gain from knowing an input before the choice. */

import { batchInputs } from "../../actions/charts/batch-inputs.ts";
import { CommandError } from "../../actions/refusal.ts";
import {
	DUMMY,
	type FreeParameter,
} from "../../inference/sensitivity/free-parameters.ts";
import {
	type InformationRow,
	valueOfInformation,
} from "../../inference/sensitivity/value-of-information.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import type { CsvCell } from "../../words/csv.ts";
import { metricOf } from "../../words/metrics.ts";

/** Input with the value of knowing it before the choice. */
export interface InformedInput extends InformationRow {
	readonly path: string;
	readonly unit: string;
	readonly meaning: string;
	/** true when it is worth clearly more than the dummy */
	readonly isAbove: boolean;
}

/** Value of information to someone who must choose one scenario of a batch. */
export interface InformationReport {
	readonly metric: MetricName;
	/** true when more of the metric is better */
	readonly higher: boolean;
	readonly replicates: number;
	readonly best: string;
	/** expected value of perfect information, in the metric's unit */
	readonly perfect: number;
	/** scenarios as they were asked for */
	readonly policies: readonly {
		readonly name: string;
		readonly chanceBest: number;
		readonly mean: number;
	}[];
	/** noise: apparent value of the dummy and its error; null without a dummy */
	readonly floor: number | null;
	/** the worthiest first */
	readonly inputs: readonly InformedInput[];
}

/** Two-sided 95 % of a normal distribution. */
const Z95 = 1.96;

/** The value of information in a comparison. @throws {CommandError} exit 2 when it cannot be told */
export async function informBatch(
	results: Results,
	metric: MetricName,
	higher: boolean,
): Promise<InformationReport> {
	const { order } = results.manifest.plan;
	if (order.length < 2)
		throw new CommandError(
			"information is worth something to who has a choice, and these results have one scenario; compare two or more",
		);
	const { free, inputs, outputs } = await batchInputs(results, order, metric);
	const payoffs = outputs.map((column) =>
		column.map((value) => (higher ? value : -value)),
	);
	const complete = completeOf(payoffs);
	if (complete.length === 0)
		throw new CommandError(
			`no replicate has a ${metric} in all ${order.length} scenarios; ask for another --metric`,
		);
	const found = valueOfInformation(inputs, payoffs);
	return {
		metric,
		higher,
		replicates: complete.length,
		best: order[found.best] ?? "",
		perfect: found.perfect,
		policies: order.map((name, i) => ({
			name,
			chanceBest: found.chanceBest[i]!,
			mean: meanAt(outputs[i]!, complete),
		})),
		...rankedInputs(free, found.rows),
	};
}

/** Rows in which every policy has a payoff. */
function completeOf(payoffs: readonly Float64Array[]): readonly number[] {
	const rows = Array.from(payoffs[0] ?? [], (_, row) => row);
	return rows.filter((row) => payoffs.every((one) => !Number.isNaN(one[row])));
}

const meanAt = (column: Float64Array, rows: readonly number[]): number =>
	rows.reduce((sum, row) => sum + column[row]!, 0) / rows.length;

function rankedInputs(
	free: readonly FreeParameter[],
	rows: readonly InformationRow[],
): Pick<InformationReport, "floor" | "inputs"> {
	const dummy = rows[free.findIndex(({ path }) => path === DUMMY)];
	const floor = dummy ? dummy.partial + Z95 * dummy.error : null;
	const inputs = free.map(({ path, unit, meaning }, i): InformedInput => {
		const row = rows[i]!;
		const least = row.partial - Z95 * row.error;
		const isAbove = path !== DUMMY && least > (floor ?? 0);
		return { path, unit, meaning, ...row, isAbove };
	});
	return { floor, inputs: inputs.sort((a, b) => b.partial - a.partial) };
}

/** The report as data. */
export function informationJson(report: InformationReport): object {
	const { unit } = metricOf(report.metric);
	return { method: "voi", unit, parameters: "prior", ...report };
}

/** The report as rows, the worthiest input first. */
export function informationRows({
	metric,
	inputs,
}: InformationReport): readonly (readonly CsvCell[])[] {
	const { unit } = metricOf(metric);
	return [
		[
			"input",
			"unit",
			`value of knowing it (${unit})`,
			"error",
			"chance that it changes the choice",
			"above the dummy",
		],
		...inputs.map(({ path, unit, partial, error, switches, isAbove }) => [
			path,
			unit,
			partial,
			error,
			switches,
			isAbove ? "yes" : "no",
		]),
	];
}
