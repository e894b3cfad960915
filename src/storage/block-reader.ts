import { join } from "node:path";
import type { DecodedArray, FileMetaData } from "hyparquet";
import {
	type BlockRows,
	blockLength,
	type SeriesPaths,
} from "../experiment/block-result.ts";
import { valueColumns } from "../experiment/columns.ts";
import { type BatchPlan, type Block, monthCount } from "../experiment/plan.ts";
import { SERIES } from "../market/record.ts";
import { blockName, bytesOf, pathForm, pathsOf, sumsOf } from "./block-file.ts";
import { doubles, ParquetFile, texts } from "./parquet-reader.ts";

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
		const names = valueColumns(this.#plan).map(({ name }) => name);
		const [failures = [], ...columns] = await this.#columns(block, [
			"failure",
			...names,
		]);
		const rows = blockLength(block) * this.#plan.scenarios.length;
		const values = new Float64Array(names.length * rows);
		columns.forEach((column, i) => {
			values.set(doubles(column), i * rows);
		});
		return { failures: texts(failures), values };
	}

	/** Paths of one series in a block, by scenario. */
	async paths(block: Block, series: number): Promise<readonly SeriesPaths[]> {
		const { name } = SERIES[series]!;
		const form = pathForm(this.#plan);
		const [paths = [], sums = []] = await this.#columns(
			block,
			form === "values" ? [pathsOf(name)] : [pathsOf(name), sumsOf(name)],
		);
		const length = blockLength(block);
		return this.#plan.scenarios.map((scenario, i): SeriesPaths => {
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
