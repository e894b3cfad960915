/** Inputs of a batch weighed against a metric, by partial rank correlation. */

import type { WeighedInputs } from "../../charts/chart.ts";
import { analyseBatch } from "../../inference/sensitivity/analyse.ts";
import {
	type FreeParameter,
	freeParameters,
} from "../../inference/sensitivity/free-parameters.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { RunsFile } from "../../storage/tables/runs-reader.ts";
import { countInWords } from "../../words/numbers.ts";
import { oneOf } from "../one-of.ts";
import { CommandError } from "../refusal.ts";

/** Columns of a batch whose parameters were drawn one by one. */
export interface BatchInputs {
	readonly free: readonly FreeParameter[];
	/** one column a free parameter, one value a replicate */
	readonly inputs: readonly Float64Array[];
	/** one column a scenario asked for */
	readonly outputs: readonly Float64Array[];
}

/**
 * Free parameters and a metric of some scenarios of a batch, replicate by replicate.
 *
 * @throws {CommandError} exit 2 when its parameters depend on each other
 */
export async function batchInputs(
	results: Results,
	scenarios: readonly string[],
	metric: MetricName,
): Promise<BatchInputs> {
	mustBeIndependent(results);
	const { folder, manifest } = results;
	const free = freeInAll(results, scenarios);
	const names = manifest.scenarios.map(({ name }) => name);
	const file = await RunsFile.open(folder, names);
	try {
		const inputs: Float64Array[] = [];
		for (const { path } of free)
			inputs.push(await file.column(scenarios[0]!, path));
		const outputs: Float64Array[] = [];
		for (const name of scenarios) outputs.push(await file.column(name, metric));
		return { free, inputs, outputs };
	} finally {
		await file.close();
	}
}

/**
 * Refuses screened and posterior draws, which tie parameters to each other: the effect of one
 * would be taken for that of another.
 */
function mustBeIndependent({ manifest }: Results): void {
	const { parameters } = manifest.plan;
	if (parameters !== "prior")
		throw new CommandError(
			`these results have ${parameters} parameters, which depend on each other, so that no effect can be told of one alone; run the batch with --parameters prior`,
		);
}

/** Parameters that every scenario leaves free: it is the same draw in all of them. */
function freeInAll(
	results: Results,
	scenarios: readonly string[],
): readonly FreeParameter[] {
	const each = scenarios.map((name) => freeParameters(results.scenario(name)));
	const [first = [], ...others] = each;
	return first.filter(({ path }) =>
		others.every((free) => free.some((other) => other.path === path)),
	);
}

/**
 * Partial rank correlations of a metric with what one scenario of a batch left free.
 *
 * @param scenario name, or null for the last that the batch was asked for
 * @throws {CommandError} exit 2 when its parameters depend on each other, or it is too small
 */
export async function weighBatch(
	results: Results,
	metric: MetricName,
	scenario: string | null,
): Promise<WeighedInputs> {
	const { manifest, months, runs } = results;
	const { order } = manifest.plan;
	const name =
		scenario === null
			? (order.at(-1) ?? "")
			: oneOf(scenario, order, "--scenario");
	const { free, inputs, outputs } = await batchInputs(results, [name], metric);
	const count = runs.replicates.length;
	if (count < free.length + LEAST_SPARE)
		throw new CommandError(
			`${count} replicates are too few to tell ${free.length} inputs apart; run the batch with -n 500 or more`,
		);
	return {
		ranking: analyseBatch(free, inputs, outputs[0]!),
		scenario: name,
		metric,
		last: months.months(name).at(-1) ?? "",
		runs: `${countInWords(count)} runs, each with its own luck`,
		luckShare: null,
	};
}

/** Replicates beyond the number of inputs without which no interval exists. */
const LEAST_SPARE = 4;
