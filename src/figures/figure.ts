/** Files of a figure: one picture as SVG, PNG, PDF and spec, and its numbers as CSV. */

import { join } from "node:path";
import {
	ensureFolderOrStop,
	type WrittenFile,
	writeFileAtomically,
} from "../storage/disk/atomic-write.ts";
import { svgWithFonts } from "./fonts/svg-fonts.ts";
import type { Picture } from "./picture.ts";
import type { Provenance } from "./provenance.ts";

/** A picture with a name and its numbers, ready to be written. */
export interface Figure extends Picture {
	/** with `kind`, the file name */
	readonly name: string;
	readonly kind: string;
	/** the plotted numbers */
	readonly csv: string;
}

/** Formats of a figure's files, named by their endings. */
export const FIGURE_FORMATS = ["svg", "png", "pdf", "csv", "vl.json"] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** A file of a figure as it was written. */
export interface WrittenFigureFile extends WrittenFile {
	readonly format: FigureFormat;
	/** relative to the results folder, with `/` */
	readonly file: string;
}

const FOLDER = "charts";
const SOUND_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Writes a figure into `charts/` of a results folder, all formats under one base name,
 * each whole or not at all.
 *
 * @param folder the results folder
 * @throws {RangeError} when kind or name would not be a plain file name
 * @throws {FigureError} on any warning of vega-lite or vega
 * @throws {StoppedError} when the bytes cannot be kept
 */
export async function writeFigure(
	figure: Figure,
	folder: string,
	formats: readonly FigureFormat[] = FIGURE_FORMATS,
	provenance: Provenance | null = null,
): Promise<readonly WrittenFigureFile[]> {
	const base = figureName(figure);
	await ensureFolderOrStop(join(folder, FOLDER));
	const written: WrittenFigureFile[] = [];
	for (const format of formats) {
		const file = `${FOLDER}/${base}.${format}`;
		const content = await figureContent(figure, format, provenance);
		const result = await writeFileAtomically(join(folder, file), content);
		written.push({ ...result, format, file });
	}
	return written;
}

/**
 * The base name of a figure's files.
 *
 * @throws {RangeError} when it would not be a plain file name
 */
export function figureName({
	kind,
	name,
}: Pick<Figure, "kind" | "name">): string {
	const base = `${kind}-${name}`;
	if (!SOUND_NAME.test(base))
		throw new RangeError(`${base} cannot be the name of a figure's files`);
	return base;
}

/** Canvas and vega are loaded when a picture is drawn, not when this file is read. */
const render = () => import("./render-figure.ts");

/**
 * The content of one of the files of a figure, as `writeFigure` writes it.
 *
 * @throws {FigureError} on any warning of vega-lite or vega
 */
export async function figureContent(
	figure: Figure,
	format: FigureFormat,
	provenance: Provenance | null,
): Promise<Uint8Array | string> {
	switch (format) {
		case "csv":
			return figure.csv;
		case "vl.json":
			return `${JSON.stringify(figure.spec, null, "\t")}\n`;
		case "svg":
			return svgWithFonts(await (await render()).svgOf(figure, provenance));
		case "png":
			return (await render()).pngOf(figure, provenance);
		case "pdf":
			return (await render()).pdfOf(figure, provenance);
	}
}
