import { GlobalFonts } from "canvas";
import { FIGURE_FONT, FONT_WEIGHTS, fontFile } from "./fonts.ts";

/** Makes Inter known to the canvas that measures and draws; once is enough. */
export function registerFigureFonts(): void {
	if (GlobalFonts.has(FIGURE_FONT)) return;
	for (const weight of FONT_WEIGHTS)
		if (!GlobalFonts.registerFromPath(fontFile(weight), FIGURE_FONT))
			throw new Error(`cannot read the font ${fontFile(weight)}`);
}
