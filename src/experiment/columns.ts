/** Columns of a batch's numbers: name and unit of each metric and parameter, in one order. */

import { METRICS } from "../market/record/record.ts";
import type { BatchPlan } from "./plan.ts";

/** A number that every replicate leaves behind: a metric or a parameter it drew. */
export interface ValueColumn {
	readonly name: string;
	readonly unit: string;
}

/** Metrics, then parameters, in the order of every record, table and digest. */
export function valueColumns(plan: BatchPlan): readonly ValueColumn[] {
	const parameters = plan.scenarios[0]?.parameters ?? [];
	return [
		...METRICS.map(({ name, unit }) => ({ name, unit })),
		...parameters.map(({ path, unit }) => ({ name: path, unit })),
	];
}
