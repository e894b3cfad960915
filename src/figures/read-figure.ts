/** Reading of a figure's file, back to the record of how it was made. */

import { pathProblem, plainBytes } from "../storage/disk/plain-file.ts";
import { UnsoundFigureError } from "../storage/errors.ts";
import { recordIn } from "./figure-code.ts";
import { RECORD_KEYWORD, textOfPng } from "./png-text.ts";
import type { FigureRecord } from "./provenance.ts";

/** Largest figure that is read, bytes. */
const LARGEST_FIGURE = 16 * 1024 * 1024;

/** Formats that say where they come from. */
export type PictureFormat = "svg" | "png" | "pdf";

/** A figure as its file has it. */
export interface FigureFile {
	readonly format: PictureFormat;
	readonly bytes: Uint8Array;
	readonly record: FigureRecord;
}

/**
 * Reads a figure that stibium drew.
 *
 * @throws {UnsoundFigureError} naming the file, when it is no such figure or does not say how it was made
 */
export function readFigure(path: string): FigureFile {
	try {
		const bytes = bytesOf(path);
		const format = formatOf(bytes);
		const text = provenanceText(bytes, format);
		const record = text === null ? null : recordIn(text);
		if (record === null)
			throw new UnsoundFigureError(
				"it holds no provenance: it was not made by stibium, or another program saved it again",
			);
		return { format, bytes, record };
	} catch (error) {
		if (!(error instanceof UnsoundFigureError)) throw error;
		throw new UnsoundFigureError(`${path}: ${error.message}`);
	}
}

function bytesOf(path: string): Uint8Array {
	const found = orProblem(path);
	if ("problem" in found)
		throw new UnsoundFigureError(`the file ${found.problem}`);
	return found;
}

function orProblem(path: string): Uint8Array | { readonly problem: string } {
	try {
		return plainBytes(path, LARGEST_FIGURE);
	} catch (error) {
		return { problem: pathProblem(error, "a figure") };
	}
}

/** Format of a file, told by its first bytes, whatever its name. */
function formatOf(bytes: Uint8Array): PictureFormat {
	const start = latin(bytes.subarray(0, 1024));
	if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
	if (start.startsWith("%PDF-")) return "pdf";
	if (start.includes("<svg")) return "svg";
	throw new UnsoundFigureError("it is no SVG, PNG or PDF file");
}

const latin = (bytes: Uint8Array) =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

/** The text that holds the record; titles, which stand before it, cannot be taken for it. */
function provenanceText(
	bytes: Uint8Array,
	format: PictureFormat,
): string | null {
	switch (format) {
		case "svg":
			return between(latin(bytes), "<metadata", "</metadata>");
		case "png":
			return textOfPng(bytes, RECORD_KEYWORD);
		case "pdf":
			return between(latin(bytes), "/Keywords (", ")");
	}
}

function between(text: string, start: string, end: string): string | null {
	const from = text.indexOf(start);
	const to = from < 0 ? -1 : text.indexOf(end, from);
	return to < 0 ? null : text.slice(from + start.length, to);
}
