/** File of a finished block: a small Parquet table of its replicates' numbers and paths. */

import { join } from "node:path";
import type { DecodedArray } from "hyparquet";
import {
	type BlockResult,
	blockLength,
	type SeriesPaths,
} from "../../experiment/block-result.ts";
import { valueColumns } from "../../experiment/columns.ts";
import { type BatchPlan, type Block, isExact } from "../../experiment/plan.ts";
import { SERIES } from "../../market/record/record.ts";
import {
	type Append,
	type WrittenFile,
	writePiecesAtomically,
} from "../disk/atomic-write.ts";
import {
	type ColumnLayout,
	nullForNaN,
	ParquetPieces,
} from "../tables/parquet-writer.ts";

/** Path of a block's file, relative to its results folder. */
export function blockName({ index }: Block): string {
	return `blocks/${String(index).padStart(4, "0")}.parquet`;
}

/** Form of paths in the blocks of a plan: the values themselves or their histogram bins. */
export function pathForm(plan: BatchPlan): SeriesPaths["form"] {
	return isExact(plan) || plan.keepPaths ? "values" : "bins";
}

/** Columns of paths: some series have the name of a metric. */
export const pathsOf = (series: string) => `${series}:months`;
/** Columns of the sums that go with paths as bins. */
export const sumsOf = (series: string) => `${series}:sums`;

/**
 * One row a replicate and scenario, by scenario: scenario, replicate, failure, metrics,
 * parameters, and each series as one value, the little-endian bytes of its months. So
 * laid out a block is written and read about as fast as memory is copied; a row a month
 * would take fifty times as long.
 */
function blockLayout(plan: BatchPlan): readonly ColumnLayout[] {
	const bytes = (name: string, nullable: boolean): ColumnLayout => ({
		name,
		kind: "bytes",
		nullable,
		plain: true,
	});
	return [
		{ name: "scenario", kind: "text", nullable: false },
		{ name: "replicate", kind: "uint32", nullable: false },
		{ name: "failure", kind: "text", nullable: true },
		...valueColumns(plan).map(
			({ name }): ColumnLayout => ({
				name,
				kind: "double",
				nullable: true,
				plain: true,
			}),
		),
		...SERIES.map(({ name }) => bytes(pathsOf(name), false)),
		...(pathForm(plan) === "bins"
			? SERIES.map(({ name }) => bytes(sumsOf(name), true))
			: []),
	];
}

/**
 * Writes a block into a results folder, whole or not at all.
 *
 * @param name relative to the folder; the block's own unless given
 */
export function writeBlock(
	folder: string,
	plan: BatchPlan,
	hash: string,
	result: BlockResult,
	name = blockName(result.block),
): Promise<WrittenFile> {
	return writePiecesAtomically(join(folder, name), (append) =>
		appendBlock(append, plan, hash, result),
	);
}

/** The bytes of a block's file, for whoever keeps them elsewhere. */
export async function blockBytes(
	plan: BatchPlan,
	hash: string,
	result: BlockResult,
): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	// the writer uses the memory of a piece again
	const append = async (bytes: Uint8Array) => void pieces.push(bytes.slice());
	await appendBlock(append, plan, hash, result);
	return Buffer.concat(pieces);
}

async function appendBlock(
	append: Append,
	plan: BatchPlan,
	hash: string,
	result: BlockResult,
): Promise<void> {
	const pieces = new ParquetPieces(
		append,
		blockLayout(plan),
		{ [BLOCK_KEY]: blockLabel(hash, result.block) },
		"UNCOMPRESSED",
	);
	await pieces.rowGroup(blockColumns(plan, result));
	await pieces.finish();
}

/** Key of the metadata under which a block's file names its plan and its range. */
export const BLOCK_KEY = "stibium:block";

/** Label of a block's file: the hash of its plan, its index and its range. */
export function blockLabel(hash: string, { index, from, to }: Block): string {
	return JSON.stringify({ plan: hash, index, from, to });
}

function blockColumns(plan: BatchPlan, result: BlockResult): DecodedArray[] {
	const { block, failures, values, paths } = result;
	const length = blockLength(block);
	const rows = failures.length;
	const series = (columns: (ofSeries: SeriesPaths) => unknown[]) =>
		SERIES.map((_, i) =>
			paths.flatMap((ofScenario) => columns(ofScenario[i]!)),
		);
	return [
		Array.from(
			failures,
			(_, row) => plan.scenarios[Math.floor(row / length)]!.name,
		),
		Uint32Array.from(failures, (_, row) => block.from + (row % length)),
		[...failures],
		...valueColumns(plan).map((_, i) =>
			nullForNaN(values.subarray(i * rows, (i + 1) * rows)),
		),
		...series((ofSeries) => pathBytes(ofSeries, length)),
		...(pathForm(plan) === "bins"
			? series((ofSeries) => sumBytes(ofSeries, length))
			: []),
	];
}

/** The bytes that a typed array lies in. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
	new Uint8Array(buffer, byteOffset, byteLength);

/** One value a replicate: the bytes of its months. */
function pathBytes(paths: SeriesPaths, length: number): Uint8Array[] {
	const bytes = bytesOf(paths.form === "values" ? paths.values : paths.bins);
	const size = bytes.length / length;
	return Array.from({ length }, (_, i) =>
		bytes.subarray(i * size, (i + 1) * size),
	);
}

/** The sums of a scenario stand in the row of its first replicate. */
function sumBytes(paths: SeriesPaths, length: number): (Uint8Array | null)[] {
	return Array.from({ length }, (_, i) =>
		i === 0 && paths.form === "bins" ? bytesOf(paths.sums) : null,
	);
}
