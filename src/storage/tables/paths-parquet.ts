/** Table of every replicate's monthly path on disk, `paths.parquet`, for batches that keep it. */

import { join } from "node:path";
import { blockLength } from "../../experiment/block-result.ts";
import type { FinishedBlocks } from "../../experiment/finished-blocks.ts";
import {
	type BatchPlan,
	type Block,
	monthCount,
} from "../../experiment/plan.ts";
import { SERIES } from "../../market/record/record.ts";
import { monthName } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { writePiecesAtomically } from "../disk/atomic-write.ts";
import type { RecordedFile } from "../disk/file-hash.ts";
import { seriesUnits } from "./months-parquet.ts";
import { type ColumnLayout, ParquetPieces } from "./parquet-writer.ts";

export const PATHS = "paths.parquet";

/** Rows of a row group, about. */
const GROUP = 131_072;

const LAYOUT: readonly ColumnLayout[] = [
	{ name: "scenario", kind: "text", nullable: false },
	{ name: "replicate", kind: "uint32", nullable: false },
	{ name: "month", kind: "text", nullable: false },
	{ name: "series", kind: "text", nullable: false },
	{ name: "value", kind: "double", nullable: false, plain: true },
];

/**
 * Writes `paths.parquet`: scenario, replicate, month, series, value, one row a month of
 * every record that is sound. A row group holds one series of one scenario.
 */
export async function writePaths(
	folder: string,
	plan: BatchPlan,
	hash: string,
	finished: FinishedBlocks,
): Promise<RecordedFile> {
	const written = await writePiecesAtomically(
		join(folder, PATHS),
		async (append) => {
			const pieces = new ParquetPieces(append, LAYOUT, {
				"stibium:plan": hash,
				"stibium:units": seriesUnits(),
			});
			for (let series = 0; series < SERIES.length; series++)
				await writeSeries(pieces, plan, finished, series);
			await pieces.finish();
		},
	);
	return { name: PATHS, ...written };
}

async function writeSeries(
	pieces: ParquetPieces,
	plan: BatchPlan,
	finished: FinishedBlocks,
	series: number,
): Promise<void> {
	const groups = plan.scenarios.map(
		(scenario) => new PathGroup(pieces, scenario, SERIES[series]!.name),
	);
	for (const block of finished.blocks) {
		const { failures } = await finished.rows(block);
		const paths = await finished.paths(block, series);
		const length = blockLength(block);
		for (const [i, group] of groups.entries()) {
			const ofScenario = paths[i]!;
			if (ofScenario.form !== "values")
				throw new TypeError("paths were not kept in this batch");
			const sound = failures
				.slice(i * length, (i + 1) * length)
				.map((failure) => failure === null);
			await group.add(block, ofScenario.values, sound);
		}
	}
	for (const group of groups) await group.flush();
}

/** Collects the paths of one series and scenario until they make a row group. */
class PathGroup {
	readonly #pieces: ParquetPieces;
	readonly #scenario: SoundScenario;
	readonly #series: string;
	readonly #months: readonly string[];
	#replicates: number[] = [];
	#paths: Float64Array[] = [];

	constructor(pieces: ParquetPieces, scenario: SoundScenario, series: string) {
		this.#pieces = pieces;
		this.#scenario = scenario;
		this.#series = series;
		this.#months = Array.from({ length: monthCount(scenario) }, (_, i) =>
			monthName(scenario.horizon.from + i),
		);
	}

	async add(
		block: Block,
		values: Float64Array,
		sound: readonly boolean[],
	): Promise<void> {
		const months = this.#months.length;
		sound.forEach((isSound, i) => {
			if (!isSound) return;
			this.#replicates.push(block.from + i);
			this.#paths.push(values.subarray(i * months, (i + 1) * months));
		});
		if (this.#paths.length * months >= GROUP) await this.flush();
	}

	async flush(): Promise<void> {
		const months = this.#months;
		const rows = this.#paths.length * months.length;
		const value = new Float64Array(rows);
		this.#paths.forEach((path, i) => {
			value.set(path, i * months.length);
		});
		const replicate = (row: number) =>
			this.#replicates[Math.floor(row / months.length)]!;
		await this.#pieces.rowGroup([
			Array.from({ length: rows }, () => this.#scenario.name),
			Uint32Array.from({ length: rows }, (_, row) => replicate(row)),
			Array.from({ length: rows }, (_, row) => months[row % months.length]),
			Array.from({ length: rows }, () => this.#series),
			value,
		]);
		this.#replicates = [];
		this.#paths = [];
	}
}
