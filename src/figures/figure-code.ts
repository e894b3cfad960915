/** Record of how a figure was made, packed into one word that its file can carry. */

import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { z } from "zod";
import { UnsoundFigureError } from "../storage/errors.ts";
import { type FigureRecord, recordSchema } from "./provenance.ts";

/** Mark that stands before a record in the file of a figure. */
const MARK = "stibium-figure/1:";
const CODE = /[A-Za-z0-9+/]*={0,2}/y;
/** Most that a record may unpack to, bytes. */
const LARGEST_RECORD = 32 * 1024 * 1024;

/** Settings of Brotli: a window of 16 MiB, in which scenarios much alike cost almost nothing. */
const PACKING = {
	params: {
		[constants.BROTLI_PARAM_QUALITY]: 9,
		[constants.BROTLI_PARAM_LGWIN]: 24,
	},
};

/**
 * A record as a word of letters, digits, `+`, `/` and `=`: its JSON in Brotli (RFC 7932), in
 * base64.
 * A record that no reader would unpack is reduced to its command.
 */
export function figureCode(record: FigureRecord): string {
	const json = JSON.stringify(record);
	if (Buffer.byteLength(json) > LARGEST_RECORD)
		return figureCode({
			schema: record.schema,
			of: "command",
			command: record.command,
		});
	return `${MARK}${brotliCompressSync(json, PACKING).toString("base64")}`;
}

/**
 * The record that stands in a text.
 *
 * @returns null when there is none
 * @throws {UnsoundFigureError} when it cannot be unpacked, or is not what stibium writes
 */
export function recordIn(text: string): FigureRecord | null {
	const start = text.indexOf(MARK);
	if (start < 0) return null;
	CODE.lastIndex = start + MARK.length;
	const [code = ""] = CODE.exec(text) ?? [];
	const parsed = recordSchema.safeParse(jsonOf(unpacked(code)));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new UnsoundFigureError(
		`its provenance is not what stibium writes: ${z.core.toDotPath(issue?.path ?? []) || "it"}: ${issue?.message}`,
	);
}

function unpacked(code: string): string {
	try {
		return brotliDecompressSync(Buffer.from(code, "base64"), {
			maxOutputLength: LARGEST_RECORD,
		}).toString("utf8");
	} catch (error) {
		const { code: fault } = error as NodeJS.ErrnoException;
		throw new UnsoundFigureError(
			fault === "ERR_BUFFER_TOO_LARGE"
				? `its provenance unpacks to more than ${LARGEST_RECORD} bytes`
				: "its provenance is damaged: it cannot be unpacked",
		);
	}
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new UnsoundFigureError("its provenance is damaged: it is not JSON");
	}
}
