/** Collector of one block: records of its replicates, laid out as columns and paths. */

import {
	METRICS,
	type ReplicateRecord,
	SERIES,
} from "../market/record/record.ts";
import {
	type BlockResult,
	blockLength,
	type SeriesPaths,
	soundReplicates,
} from "./block-result.ts";
import { valueColumns } from "./columns.ts";
import { countPaths } from "./count-paths.ts";
import { type BatchPlan, type Block, isExact, monthCount } from "./plan.ts";
import { recordFault } from "./record-fault.ts";

/** Copies the records of a block, which the simulator overwrites, into columns and paths. */
export class BlockGatherer {
	readonly #plan: BatchPlan;
	readonly #block: Block;
	/** metrics and parameters of a record */
	readonly #columns: number;
	readonly #failures: (string | null)[];
	readonly #values: Float64Array;
	/** by scenario: series × replicates × months */
	readonly #paths: readonly Float64Array[];

	constructor(plan: BatchPlan, block: Block) {
		const length = blockLength(block);
		const rows = plan.scenarios.length * length;
		this.#plan = plan;
		this.#block = block;
		this.#columns = valueColumns(plan).length;
		this.#failures = Array.from({ length: rows }, () => null);
		this.#values = new Float64Array(this.#columns * rows);
		this.#paths = plan.scenarios.map(
			(scenario) =>
				new Float64Array(SERIES.length * length * monthCount(scenario)),
		);
	}

	/** Takes the records of one replicate, one a scenario. */
	add(replicate: number, records: readonly ReplicateRecord[]): void {
		for (const record of records) {
			const failure = recordFault(this.#plan, record);
			const row = this.#row(record.scenario, replicate);
			this.#failures[row] = failure;
			this.#put(row, 0, METRICS.length, failure ? null : record.metrics);
			this.#put(row, METRICS.length, this.#columns, record.parameters);
			if (failure === null) this.#putPaths(record, replicate);
		}
	}

	/** Marks a replicate as failed in every scenario. */
	fail(replicate: number, failure: string): void {
		this.#plan.scenarios.forEach((_, scenario) => {
			const row = this.#row(scenario, replicate);
			this.#failures[row] = failure;
			this.#put(row, 0, this.#columns, null);
		});
	}

	/** Result of the block, with paths in the form that the plan's size asks for. */
	result(): BlockResult {
		return {
			block: this.#block,
			failures: this.#failures,
			values: this.#values,
			paths: this.#plan.scenarios.map((_, scenario) =>
				SERIES.map((_, series) => this.#seriesPaths(scenario, series)),
			),
		};
	}

	#row(scenario: number, replicate: number): number {
		const length = blockLength(this.#block);
		return scenario * length + replicate - this.#block.from;
	}

	/** Values into the columns [first, end) of a row; null fills them with NaN. */
	#put(
		row: number,
		first: number,
		end: number,
		values: Float64Array | null,
	): void {
		const rows = this.#failures.length;
		for (let column = first; column < end; column++)
			this.#values[column * rows + row] = values
				? values[column - first]!
				: Number.NaN;
	}

	#putPaths({ scenario, series }: ReplicateRecord, replicate: number): void {
		const paths = this.#paths[scenario]!;
		const months = series.length / SERIES.length;
		const length = blockLength(this.#block);
		const at = replicate - this.#block.from;
		for (let i = 0; i < SERIES.length; i++) {
			const path = series.subarray(i * months, (i + 1) * months);
			paths.set(path, (i * length + at) * months);
		}
	}

	#seriesPaths(scenario: number, series: number): SeriesPaths {
		const paths = this.#paths[scenario]!;
		const size = paths.length / SERIES.length;
		const values = paths.subarray(series * size, (series + 1) * size);
		if (isExact(this.#plan) || this.#plan.keepPaths)
			return { form: "values", values };
		return countPaths(
			values,
			soundReplicates(this.#plan, this.#block, this.#failures),
		);
	}
}
