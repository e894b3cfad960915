import { crc32 } from "node:zlib";

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
