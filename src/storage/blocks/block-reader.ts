/** Reader of block files, from a results folder or from bytes sent by another machine. */

import { join } from "node:path";
import type { DecodedArray, FileMetaData } from "hyparquet";
import {
	type BlockResult,
	type BlockRows,
	blockLength,
	type SeriesPaths,
} from "../../experiment/block-result.ts";
import { valueColumns } from "../../experiment/columns.ts";
import {
	type BatchPlan,
	type Block,
	monthCount,
} from "../../experiment/plan.ts";
import { SERIES } from "../../market/record/record.ts";
import { CorruptResultsError } from "../errors.ts";
import { doubles, ParquetFile, texts } from "../tables/parquet-reader.ts";
import {
	BLOCK_KEY,
	blockLabel,
	blockName,
	bytesOf,
	pathForm,
	pathsOf,
	sumsOf,
} from "./block-file.ts";

/** Blocks whose footer is remembered: reading it costs more than reading a series. */
const FOOTERS = 64;

/** Reads blocks of a results folder, one column at a time. */
export class BlockReader {
	readonly #folder: string;
	readonly #plan: BatchPlan;
	readonly #footers = new Map<number, FileMetaData>();
	/** of the block that was read last: its next column is often asked for at once */
	#last: { readonly index: number; readonly footer: FileMetaData } | null =
		null;

	constructor(folder: string, plan: BatchPlan) {
		this.#folder = folder;
		this.#plan = plan;
	}

	/** Metrics, parameters and failures of a block. */
	async rows(block: Block): Promise<BlockRows> {
		return rowsOf(
			this.#plan,
			block,
			await this.#columns(block, rowNames(this.#plan)),
		);
	}

	/** Paths of one series in a block, by scenario. */
	async paths(block: Block, series: number): Promise<readonly SeriesPaths[]> {
		return pathsIn(
			this.#plan,
			block,
			await this.#columns(block, pathNames(this.#plan, series)),
		);
	}

	#footerOf({ index }: Block): FileMetaData | undefined {
		return this.#last?.index === index
			? this.#last.footer
			: this.#footers.get(index);
	}

	async #columns(
		block: Block,
		names: readonly string[],
	): Promise<DecodedArray[]> {
		const file = await ParquetFile.open(
			join(this.#folder, blockName(block)),
			this.#footerOf(block),
		);
		try {
			this.#last = { index: block.index, footer: file.footer };
			if (this.#footers.size < FOOTERS)
				this.#footers.set(block.index, file.footer);
			return await file.columns(names);
		} finally {
			await file.close();
		}
	}
}

/**
 * A block from the bytes of its file, which may come from anywhere.
 *
 * @throws {CorruptResultsError} when they are not those of this block, whole
 */
export async function blockOfBytes(
	plan: BatchPlan,
	hash: string,
	block: Block,
	bytes: Uint8Array,
): Promise<BlockResult> {
	try {
		return await readBlock(plan, hash, block, await ParquetFile.over(bytes));
	} catch (error) {
		const found = error instanceof Error ? error.message : String(error);
		throw new CorruptResultsError(blockName(block), found);
	}
}

async function readBlock(
	plan: BatchPlan,
	hash: string,
	block: Block,
	file: ParquetFile,
): Promise<BlockResult> {
	if (file.label(BLOCK_KEY) !== blockLabel(hash, block))
		throw new RangeError("it is another block");
	if (file.rows !== blockLength(block) * plan.scenarios.length)
		throw new RangeError(`it has ${file.rows} rows`);
	const { failures, values } = rowsOf(
		plan,
		block,
		await file.columns(rowNames(plan)),
	);
	const series: (readonly SeriesPaths[])[] = [];
	for (let i = 0; i < SERIES.length; i++)
		series.push(pathsIn(plan, block, await file.columns(pathNames(plan, i))));
	const paths = plan.scenarios.map((_, scenario) =>
		series.map((ofSeries) => ofSeries[scenario]!),
	);
	return { block, failures, values, paths };
}

const rowNames = (plan: BatchPlan): readonly string[] => [
	"failure",
	...valueColumns(plan).map(({ name }) => name),
];

/** @param columns those of `rowNames` */
function rowsOf(
	plan: BatchPlan,
	block: Block,
	[failures = [], ...columns]: readonly DecodedArray[],
): BlockRows {
	const rows = blockLength(block) * plan.scenarios.length;
	const values = new Float64Array(columns.length * rows);
	columns.forEach((column, i) => {
		values.set(doubles(column), i * rows);
	});
	return { failures: texts(failures), values };
}

function pathNames(plan: BatchPlan, series: number): readonly string[] {
	const { name } = SERIES[series]!;
	return pathForm(plan) === "values"
		? [pathsOf(name)]
		: [pathsOf(name), sumsOf(name)];
}

/** @param columns those of `pathNames` */
function pathsIn(
	plan: BatchPlan,
	block: Block,
	[paths = [], sums = []]: readonly DecodedArray[],
): readonly SeriesPaths[] {
	const form = pathForm(plan);
	const length = blockLength(block);
	return plan.scenarios.map((scenario, i): SeriesPaths => {
		const months = monthCount(scenario);
		const rows = paths.slice(i * length, (i + 1) * length);
		if (form === "values")
			return {
				form,
				values: filled(new Float64Array(length * months), rows),
			};
		return {
			form,
			bins: filled(new Uint16Array(length * months), rows),
			sums: filled(new Float64Array(months), [sums[i * length]]),
		};
	});
}

/** Fills a typed array with bytes, row after row. */
function filled<Values extends Float64Array | Uint16Array>(
	values: Values,
	rows: ArrayLike<unknown>,
): Values {
	const bytes = bytesOf(values);
	let at = 0;
	for (const row of Array.from(rows)) {
		if (!(row instanceof Uint8Array))
			throw new TypeError("a path is not a row of bytes");
		bytes.set(row, at);
		at += row.length;
	}
	if (at !== bytes.length)
		throw new RangeError(`paths hold ${at} bytes instead of ${bytes.length}`);
	return values;
}
