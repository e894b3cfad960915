/** Texts inside PNG files: put into a figure and read back. */

import { crc32 } from "node:zlib";
import { UnsoundFigureError } from "../storage/errors.ts";

/** Keyword of the text that says how a figure was made. */
export const RECORD_KEYWORD = "stibium";

/** Bytes before the first chunk, and of the IHDR chunk, which must come first. */
const SIGNATURE = 8;
const HEADER_CHUNK = 25;

/**
 * A PNG with international text chunks (`iTXt`) after its header.
 *
 * @param texts keyword → UTF-8 text; keywords are Latin letters, at most 79
 * Source: PNG specification, third edition, section 11.3.3
 */
export function pngWithText(
	png: Uint8Array,
	texts: Readonly<Record<string, string>>,
): Uint8Array {
	const split = SIGNATURE + HEADER_CHUNK;
	const chunks = Object.entries(texts).map(([keyword, text]) =>
		textChunk(keyword, text),
	);
	return Buffer.concat([
		png.subarray(0, split),
		...chunks,
		png.subarray(split),
	]);
}

/** Length, type, keyword, no compression, no language, text, checksum of type and content. */
function textChunk(keyword: string, text: string): Uint8Array {
	const content = Buffer.from(`iTXt${keyword}\0\0\0\0\0${text}`, "utf8");
	const frame = Buffer.alloc(content.length + 8);
	frame.writeUInt32BE(content.length - 4, 0);
	content.copy(frame, 4);
	frame.writeUInt32BE(crc32(content), content.length + 4);
	return frame;
}

/** Bytes of a chunk around its content: length, type, checksum. */
const FRAME = 12;

/**
 * The first uncompressed international text of a PNG under a keyword; null when it has none.
 *
 * @throws {UnsoundFigureError} when the chunks do not fill the file, or that text is damaged
 */
export function textOfPng(png: Uint8Array, keyword: string): string | null {
	const bytes = Buffer.from(png.buffer, png.byteOffset, png.length);
	const start = `iTXt${keyword}\0\0\0\0\0`;
	for (let at = SIGNATURE; at < bytes.length; ) {
		const end = at + FRAME + lengthAt(bytes, at);
		if (end > bytes.length)
			throw new UnsoundFigureError("the PNG is cut short or damaged");
		const content = bytes.subarray(at + 4, end - 4);
		if (content.subarray(0, start.length).toString("latin1") === start) {
			mustBeWhole(content, bytes.readUInt32BE(end - 4));
			return content.subarray(start.length).toString("utf8");
		}
		at = end;
	}
	return null;
}

/** Length of the content of a chunk; more than any file where it is cut off. */
function lengthAt(bytes: Buffer, at: number): number {
	return at + FRAME > bytes.length
		? Number.POSITIVE_INFINITY
		: bytes.readUInt32BE(at);
}

function mustBeWhole(content: Buffer, checksum: number): void {
	if (crc32(content) !== checksum)
		throw new UnsoundFigureError(
			"its provenance is damaged: its checksum does not fit",
		);
}
