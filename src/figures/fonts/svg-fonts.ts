/** Letters embedded in figures and pages, which look the same where Inter is missing. */

import { readFile } from "node:fs/promises";
import { subsetFont } from "./font-subset.ts";
import { FIGURE_FONT, FONT_WEIGHTS, fontFile } from "./fonts.ts";

/**
 * An SVG of `svgOf` that carries the letters it uses, behind its title and description, so
 * that it looks the same where Inter is not installed and no page can lend it.
 */
export async function svgWithFonts(svg: string): Promise<string> {
	const words = svg.indexOf("</desc>") + "</desc>".length;
	const faces = await fontFaces(svg);
	return `${svg.slice(0, words)}<style>${faces}</style>${svg.slice(words)}`;
}

/** Style that gives a page or a picture the letters it uses. */
export async function fontFaces(markup: string): Promise<string> {
	const characters = new Set(textOf(markup));
	const faces = await Promise.all(
		FONT_WEIGHTS.map((weight) => fontFace(FIGURE_FONT, weight, characters)),
	);
	return faces.join("");
}

/** Characters that stand in columns of numbers. */
const OF_NUMBERS = new Set("0123456789.,+−–±% ");
const DIGITS = new Set("0123456789");

/** Style that gives columns of numbers digits of one width, under a family name. */
export async function figureFaces(family: string): Promise<string> {
	const faces = await Promise.all(
		FONT_WEIGHTS.map((weight) => fontFace(family, weight, OF_NUMBERS, DIGITS)),
	);
	return faces.join("");
}

/**
 * All characters between tags that are shown, with entities as they are: their letters do no
 * harm.
 */
function textOf(markup: string): string {
	const shown = markup.replace(/<metadata>.*?<\/metadata>/s, "");
	return shown.replace(/<[^>]*>/g, "").concat("&<>\"'`");
}

async function fontFace(
	family: string,
	weight: number,
	characters: ReadonlySet<string>,
	alike: ReadonlySet<string> = new Set(),
): Promise<string> {
	const font = subsetFont(await readFile(fontFile(weight)), characters, alike);
	const source = `url(data:font/ttf;base64,${font.toString("base64")})`;
	return `@font-face{font-family:"${family}";font-weight:${weight};src:${source}}`;
}
