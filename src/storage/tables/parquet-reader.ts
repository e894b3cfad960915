/** Reader of Parquet files, by columns and ranges of rows. */

import {
	type AsyncBuffer,
	type DecodedArray,
	type FileMetaData,
	parquetMetadataAsync,
	parquetScan,
} from "hyparquet";
import { asUnreadable } from "../disk/atomic-write.ts";
import { type OpenFile, openFile } from "../disk/disk.ts";

/** A Parquet file read one column at a time. Close it. */
export class ParquetFile {
	readonly #handle: Pick<OpenFile, "close">;
	readonly #buffer: AsyncBuffer;
	readonly #metadata: FileMetaData;

	private constructor(
		handle: Pick<OpenFile, "close">,
		buffer: AsyncBuffer,
		metadata: FileMetaData,
	) {
		this.#handle = handle;
		this.#buffer = buffer;
		this.#metadata = metadata;
	}

	/** @param footer as it was read before, to spare reading it again */
	static async open(path: string, footer?: FileMetaData): Promise<ParquetFile> {
		const handle = await openFile(path, "r").catch((error) => {
			throw asUnreadable(path, error);
		});
		try {
			const buffer = await openBuffer(path, handle);
			const metadata = footer ?? (await parquetMetadataAsync(buffer));
			return new ParquetFile(handle, buffer, metadata);
		} catch (error) {
			await handle.close();
			throw asUnreadable(path, error);
		}
	}

	/** A file that is in memory. */
	static async over(bytes: Uint8Array): Promise<ParquetFile> {
		const buffer: AsyncBuffer = {
			byteLength: bytes.length,
			slice: (start, end) => Uint8Array.from(bytes.subarray(start, end)).buffer,
		};
		const nothing = { close: async () => {} };
		return new ParquetFile(nothing, buffer, await parquetMetadataAsync(buffer));
	}

	/** Text in the file's metadata under a key; null when there is none. */
	label(key: string): string | null {
		const found = this.#metadata.key_value_metadata?.find(
			(entry) => entry.key === key,
		);
		return found?.value ?? null;
	}

	/** The footer of the file, for opening it again. */
	get footer(): FileMetaData {
		return this.#metadata;
	}

	/** Rows in the file. */
	get rows(): number {
		return Number(this.#metadata.num_rows);
	}

	/** Names of the columns, in the order of the file. */
	get names(): readonly string[] {
		return this.#metadata.schema.slice(1).map(({ name }) => name);
	}

	/** Values of the rows [from, to) of some columns, one array a column. */
	async columns(
		names: readonly string[],
		from = 0,
		to = this.rows,
	): Promise<DecodedArray[]> {
		const scan = await parquetScan({
			file: this.#buffer,
			metadata: this.#metadata,
			columns: [...names],
			utf8: false,
			rowStart: from,
			rowEnd: to,
		});
		return Promise.all(
			names.map(async (column) => {
				const parts = scan.ranges.map((piece) =>
					scan.readColumn({ column, ...piece }),
				);
				return joined(await Promise.all(parts));
			}),
		);
	}

	/** Closes the file; an error of closing is let go, since what was only read cannot be lost. */
	async close(): Promise<void> {
		await this.#handle.close().catch(() => {});
	}
}

function joined(parts: readonly DecodedArray[]): DecodedArray {
	const [only] = parts;
	return parts.length === 1 && only
		? only
		: parts.flatMap((p) => Array.from(p));
}

async function openBuffer(
	path: string,
	handle: OpenFile,
): Promise<AsyncBuffer> {
	const size = await handle.size();
	return {
		byteLength: size,
		async slice(start, end = size) {
			try {
				return await readExactly(handle, start, end);
			} catch (error) {
				throw asUnreadable(path, error);
			}
		},
	};
}

async function readExactly(
	handle: OpenFile,
	start: number,
	end: number,
): Promise<ArrayBuffer> {
	const bytes = new Uint8Array(Math.max(0, end - start));
	let read = 0;
	while (read < bytes.length) {
		const more = await handle.read(bytes, read, start + read);
		if (more === 0) throw new RangeError("the file ends too early");
		read += more;
	}
	return bytes.buffer;
}

/** Doubles of a column, NaN where it holds null. */
export function doubles(column: DecodedArray): Float64Array {
	return Float64Array.from(column, (value) =>
		value === null || value === undefined ? Number.NaN : Number(value),
	);
}

/** Texts of a column, null where it holds null. */
export function texts(column: DecodedArray): (string | null)[] {
	return Array.from(column, (value) =>
		value === null || value === undefined ? null : String(value),
	);
}
