import { readFile } from "node:fs/promises";
import { subsetFont } from "./font-subset.ts";
import { FIGURE_FONT, FONT_WEIGHTS, fontFile } from "./fonts.ts";

/**
 * An SVG of `svgOf` that carries the letters it uses, behind its title and description, so
 * that it looks the same where Inter is not installed and no page can lend it.
 */
export async function svgWithFonts(svg: string): Promise<string> {
	const characters = new Set(textOf(svg));
	const faces = await Promise.all(
		FONT_WEIGHTS.map((weight) => fontFace(weight, characters)),
	);
	const words = svg.indexOf("</desc>") + "</desc>".length;
	return `${svg.slice(0, words)}<style>${faces.join("")}</style>${svg.slice(words)}`;
}

/** All characters between tags that are shown, with entities as they are: their letters do no harm. */
function textOf(svg: string): string {
	const shown = svg.replace(/<metadata>.*?<\/metadata>/s, "");
	return shown.replace(/<[^>]*>/g, "").concat('&<>"');
}

async function fontFace(
	weight: number,
	characters: ReadonlySet<string>,
): Promise<string> {
	const font = subsetFont(await readFile(fontFile(weight)), characters);
	const source = `url(data:font/ttf;base64,${font.toString("base64")})`;
	return `@font-face{font-family:"${FIGURE_FONT}";font-weight:${weight};src:${source}}`;
}
