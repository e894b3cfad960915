/** Reader of the table of runs, `runs.parquet`: columns of sound replicates, or single rows. */

import { join } from "node:path";
import type { DecodedArray } from "hyparquet";
import {
	BatchDigest,
	STATUS,
	type Status,
} from "../../experiment/batch-digest.ts";
import { tableOfColumns } from "../../experiment/run-table.ts";
import type { RunTable } from "../../experiment/tables.ts";
import { doubles, ParquetFile } from "./parquet-reader.ts";
import { RUNS, RUNS_GROUP, STATUS_NAMES } from "./runs-parquet.ts";

/** Columns before the metrics and parameters. */
const KEYS = ["scenario", "replicate", "status"] as const;

/** `runs.parquet`, read one column at a time. Close it. */
export class RunsFile {
	readonly #file: ParquetFile;
	/** one a row of a scenario: 1 when it is sound in every scenario */
	readonly #sound: Uint8Array;
	/** the replicate of a scenario's first row */
	readonly #first: number;
	readonly scenarios: readonly string[];
	/** replicates that are sound in every scenario, ascending */
	readonly replicates: Uint32Array;
	/** names of metrics, then of parameters */
	readonly columns: readonly string[];

	private constructor(
		file: ParquetFile,
		scenarios: readonly string[],
		indices: Uint32Array,
		sound: Uint8Array,
	) {
		this.#file = file;
		this.#sound = sound;
		this.#first = indices[0] ?? 0;
		this.scenarios = scenarios;
		this.replicates = indices.filter((_, i) => sound[i] === 1);
		this.columns = file.names.slice(KEYS.length);
	}

	/** @param scenarios names, in the order of the file */
	static async open(
		folder: string,
		scenarios: readonly string[],
	): Promise<RunsFile> {
		const file = await ParquetFile.open(join(folder, RUNS));
		try {
			return await RunsFile.#of(file, scenarios);
		} catch (error) {
			await file.close();
			throw error;
		}
	}

	static async #of(
		file: ParquetFile,
		scenarios: readonly string[],
	): Promise<RunsFile> {
		const length = file.rows / scenarios.length;
		const sound = new Uint8Array(length).fill(1);
		await eachGroup(file, "status", 0, file.rows, (statuses, first) => {
			for (let i = 0; i < statuses.length; i++)
				if (statuses[i] !== STATUS_NAMES[STATUS.sound])
					sound[(first + i) % length] = 0;
		});
		const indices = new Uint32Array(length);
		await eachGroup(file, "replicate", 0, length, (replicates, first) => {
			indices.set(Uint32Array.from(replicates, Number), first);
		});
		return new RunsFile(file, scenarios, indices, sound);
	}

	/** One value a replicate of `replicates`; NaN where there is none. */
	async column(scenario: string, name: string): Promise<Float64Array> {
		const [first, end] = this.#rowsOf(scenario);
		const column = new Float64Array(this.replicates.length);
		let filled = 0;
		await eachGroup(this.#file, name, first, end, (values, at) => {
			doubles(values).forEach((value, i) => {
				if (this.#sound[at - first + i] === 1) column[filled++] = value;
			});
		});
		return column;
	}

	/** Some values of one replicate, NaN where there is none. */
	async row(
		scenario: string,
		replicate: number,
		names: readonly string[],
	): Promise<Float64Array> {
		const at = this.#rowsOf(scenario)[0] + replicate - this.#first;
		const columns = await this.#file.columns(names, at, at + 1);
		return Float64Array.from(columns, ([value]) => Number(value ?? Number.NaN));
	}

	/** Some columns in memory, all by default, as the table that charts ask. */
	async table(names: readonly string[] = this.columns): Promise<RunTable> {
		const held = new Map<string, Map<string, Float64Array>>();
		for (const scenario of this.scenarios) {
			const columns = new Map<string, Float64Array>();
			for (const name of names)
				columns.set(name, await this.column(scenario, name));
			held.set(scenario, columns);
		}
		const { scenarios, replicates } = this;
		return tableOfColumns({ scenarios, replicates, columns: names }, held);
	}

	/** The digest of the rows as they stand in the file. */
	async digest(): Promise<string> {
		const digest = new BatchDigest();
		for (const scenario of this.scenarios) {
			const [first, end] = this.#rowsOf(scenario);
			for (let at = first; at < end; at += RUNS_GROUP)
				await this.#digestRows(digest, at, Math.min(end, at + RUNS_GROUP));
		}
		return digest.hex();
	}

	close(): Promise<void> {
		return this.#file.close();
	}

	async #digestRows(
		digest: BatchDigest,
		first: number,
		end: number,
	): Promise<void> {
		const [scenarios = [], replicates = [], statuses = []] =
			await this.#file.columns(KEYS, first, end);
		const columns: Float64Array[] = [];
		for (const name of this.columns) {
			const [column = []] = await this.#file.columns([name], first, end);
			columns.push(doubles(column));
		}
		const row = new Float64Array(columns.length);
		for (let i = 0; i < end - first; i++) {
			columns.forEach((column, c) => {
				row[c] = column[i]!;
			});
			digest.row(
				String(scenarios[i]),
				Number(replicates[i]),
				statusOf(statuses[i]),
				row,
			);
		}
	}

	#rowsOf(scenario: string): [number, number] {
		const at = this.scenarios.indexOf(scenario);
		if (at < 0) throw new RangeError(`no scenario ${scenario} in these runs`);
		const length = this.#sound.length;
		return [at * length, (at + 1) * length];
	}
}

/** A column group by group, so that it is never in memory as a whole. */
async function eachGroup(
	file: ParquetFile,
	name: string,
	first: number,
	end: number,
	take: (values: DecodedArray, first: number) => void,
): Promise<void> {
	for (let at = first; at < end; at += RUNS_GROUP) {
		const [values = []] = await file.columns(
			[name],
			at,
			Math.min(end, at + RUNS_GROUP),
		);
		take(values, at);
	}
}

function statusOf(name: unknown): Status {
	const found = Object.values(STATUS).find(
		(status) => STATUS_NAMES[status] === name,
	);
	if (found === undefined) throw new RangeError(`unknown status ${name}`);
	return found;
}
