/** Font files as tables: taken apart, and put together again with their check sums. */

/** The tables of a TrueType font by tag, e.g. `glyf`. */
export type FontTables = ReadonlyMap<string, Buffer>;

/** Bytes of the header, and of an entry of the directory that follows it. */
const HEADER = 12;
const ENTRY = 16;
/** Byte offset in `head` of the number that makes the sum of the whole file come out. */
const ADJUSTMENT = 8;
const WHOLE_SUM = 0xb1b0afba;

/**
 * The tables of a font file.
 *
 * Source: OpenType specification 1.9, "OpenType font file"
 */
export function readTables(font: Uint8Array): FontTables {
	const file = Buffer.from(font);
	const count = file.readUInt16BE(4);
	const entries = Array.from({ length: count }, (_, i) => {
		const entry = HEADER + i * ENTRY;
		const tag = file.toString("latin1", entry, entry + 4);
		const offset = file.readUInt32BE(entry + 8);
		const length = file.readUInt32BE(entry + 12);
		return [tag, file.subarray(offset, offset + length)] as const;
	});
	return new Map(entries);
}

/** A font file of tables, in the order of their tags, with all sums. */
export function writeTables(tables: FontTables): Buffer {
	const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
	const bodies = sorted.map(([tag, table]) =>
		padded(tag === "head" ? withAdjustment(table, 0) : table),
	);
	const directory = Buffer.alloc(HEADER + ENTRY * sorted.length);
	writeHeader(directory, sorted.length);
	let offset = directory.length;
	sorted.forEach(([tag, table], i) => {
		const entry = HEADER + i * ENTRY;
		const body = bodies[i]!;
		directory.write(tag, entry, "latin1");
		directory.writeUInt32BE(sumOf(body), entry + 4);
		directory.writeUInt32BE(offset, entry + 8);
		directory.writeUInt32BE(table.length, entry + 12);
		offset += body.length;
	});
	const sum = sumOf(Buffer.concat([directory, ...bodies]));
	const head = sorted.findIndex(([tag]) => tag === "head");
	bodies[head] = withAdjustment(bodies[head]!, (WHOLE_SUM - sum) >>> 0);
	return Buffer.concat([directory, ...bodies]);
}

/** Writes version 1.0, the number of tables, and three numbers for binary search among them. */
function writeHeader(directory: Buffer, count: number): void {
	const power = 31 - Math.clz32(count);
	directory.writeUInt32BE(0x00010000, 0);
	directory.writeUInt16BE(count, 4);
	directory.writeUInt16BE(ENTRY << power, 6);
	directory.writeUInt16BE(power, 8);
	directory.writeUInt16BE(ENTRY * count - (ENTRY << power), 10);
}

function withAdjustment(head: Buffer, adjustment: number): Buffer {
	const copy = Buffer.from(head);
	copy.writeUInt32BE(adjustment, ADJUSTMENT);
	return copy;
}

/** A table filled up with zeros to a multiple of four bytes. */
export function padded(table: Buffer): Buffer {
	return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}

/** Sum of 32-bit words, modulo 2^32. */
function sumOf(words: Buffer): number {
	let sum = 0;
	for (let at = 0; at < words.length; at += 4)
		sum = (sum + words.readUInt32BE(at)) >>> 0;
	return sum;
}
