/** Painting of a picture as SVG, PNG and PDF, each with its words and its record. */

import { createCanvas, PDFDocument } from "canvas";
import type { View } from "vega";
import { figureCode } from "./figure-code.ts";
import type { Picture } from "./picture.ts";
import { pngWithText, RECORD_KEYWORD } from "./png-text.ts";
import { type Provenance, provenanceLine } from "./provenance.ts";
import { withView } from "./strict-vega.ts";
import { svgWithIds, svgWithWords } from "./svg-words.ts";

/** Pixels of a PNG for a pixel of the spec. */
const PNG_SCALE = 2;

/**
 * The picture as SVG, with role, title and description, for a page that has the font;
 * `svgWithFonts` makes it stand alone.
 */
export function svgOf(
	picture: Picture,
	provenance: Provenance | null = null,
): Promise<string> {
	return withView(picture.spec, async (view) =>
		svgWithWords(svgWithIds(await view.toSVG(), picture), picture, provenance),
	);
}

/** The picture as PNG, two pixels for one. */
export function pngOf(
	picture: Picture,
	provenance: Provenance | null = null,
): Promise<Uint8Array> {
	return withView(picture.spec, async (view) => {
		const { width, height } = await measureView(view);
		const canvas = createCanvas(width * PNG_SCALE, height * PNG_SCALE);
		await drawOn(view, canvas.getContext("2d"), PNG_SCALE);
		const texts = { Title: picture.title, Description: picture.description };
		return pngWithText(await canvas.encode("png"), {
			...texts,
			...(provenance && { Source: provenanceLine(provenance) }),
			...(provenance?.record && { [RECORD_KEYWORD]: wordsOf(provenance) }),
		});
	});
}

/** The picture as a vector PDF of one page, one point for one pixel. */
export function pdfOf(
	picture: Picture,
	provenance: Provenance | null = null,
): Promise<Uint8Array> {
	return withView(picture.spec, async (view) => {
		const { width, height } = await measureView(view);
		const document = new PDFDocument({
			title: picture.title,
			subject: picture.description,
			creator: "stibium",
			...(provenance && { keywords: wordsOf(provenance) }),
		});
		await drawOn(view, document.beginPage(width, height), 1);
		document.endPage();
		return document.close();
	});
}

/**
 * The record for `stibium repro`, then the line for readers, in ASCII, which a PDF keeps as it
 * is.
 */
function wordsOf(provenance: Provenance): string {
	const line = provenanceLine(provenance).replace(/[^ -~]/g, "?");
	const { record } = provenance;
	return record ? `${figureCode(record)}; ${line}` : line;
}

/** Size of the laid-out picture with its margins, px: as vega writes it into an SVG. */
async function measureView(
	view: View,
): Promise<{ width: number; height: number }> {
	const found = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(
		await view.toSVG(),
	);
	return {
		width: Math.ceil(Number(found?.[1])),
		height: Math.ceil(Number(found?.[2])),
	};
}

async function drawOn(
	view: View,
	context: object,
	scale: number,
): Promise<void> {
	await view.toCanvas(scale, { externalContext: context });
}
