/** Writer of Parquet files, one row group at a time. */

import type { DecodedArray, SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Append } from "../disk/atomic-write.ts";

/** Types of the values of a column. */
export type ColumnKind = "text" | "uint32" | "double" | "bytes";

export interface ColumnLayout {
	readonly name: string;
	readonly kind: ColumnKind;
	readonly nullable: boolean;
	/** as it is, without dictionary, compression and statistics: for values that hardly repeat */
	readonly plain?: boolean;
}

const TYPES: Readonly<Record<ColumnKind, Partial<SchemaElement>>> = {
	text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
	uint32: { type: "INT32", converted_type: "UINT_32" },
	double: { type: "DOUBLE" },
	bytes: { type: "BYTE_ARRAY" },
};

const PLAIN = {
	encoding: "PLAIN",
	codec: "UNCOMPRESSED",
	statistics: false,
} as const;

/** Memory that a writer begins with: about a block, so that it hardly grows. */
const FIRST_BYTES = 4 * 1024 * 1024;

/** Writes a Parquet file one row group at a time, in memory of one row group. */
export class ParquetPieces {
	readonly #layout: readonly ColumnLayout[];
	readonly #bytes = new ByteWriter(FIRST_BYTES);
	readonly #parquet: ParquetWriter;
	readonly #append: Append;

	/** @param metadata key-value metadata of the file, e.g. units */
	constructor(
		append: Append,
		layout: readonly ColumnLayout[],
		metadata: Readonly<Record<string, string>>,
		compression: "SNAPPY" | "UNCOMPRESSED" = "SNAPPY",
	) {
		this.#append = append;
		this.#layout = layout;
		this.#parquet = new ParquetWriter({
			writer: this.#bytes,
			schema: schemaOf(layout),
			codec: compression,
			statistics: compression === "SNAPPY",
			kvMetadata: Object.entries(metadata).map(([key, value]) => ({
				key,
				value,
			})),
			createdBy: "stibium",
		});
	}

	/** Writes a row group: one array a column of the layout, all of one length. */
	async rowGroup(columns: readonly DecodedArray[]): Promise<void> {
		const rows = columns[0]?.length ?? 0;
		if (rows === 0) return;
		await this.#parquet.write({
			columnData: this.#layout.map(({ name, plain }, i) => ({
				name,
				data: columns[i]!,
				...(plain ? PLAIN : {}),
			})),
			rowGroupSize: rows,
		});
		await this.#flush();
	}

	/** Writes the footer; nothing may follow. */
	async finish(): Promise<void> {
		await this.#parquet.finish();
		await this.#flush();
	}

	async #flush(): Promise<void> {
		await this.#append(this.#bytes.getBytes());
		this.#bytes.index = 0;
	}
}

function schemaOf(layout: readonly ColumnLayout[]): SchemaElement[] {
	const columns = layout.map(
		({ name, kind, nullable }): SchemaElement => ({
			name,
			repetition_type: nullable ? "OPTIONAL" : "REQUIRED",
			...TYPES[kind],
		}),
	);
	return [{ name: "root", num_children: columns.length }, ...columns];
}

/** A column of doubles as Parquet keeps it: null where there is no number. */
export function nullForNaN(values: Float64Array): (number | null)[] {
	return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}
