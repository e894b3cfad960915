/** Inter, the typeface of figures: its files by weight, and its registration for drawing. */

import { createRequire } from "node:module";
import { GlobalFonts } from "canvas";

/**
 * The family name under which figures ask for Inter: our own, so that no other Inter is taken
 * for it.
 */
export const FIGURE_FONT = "Stibium Inter";

/** The weights that figures use, with their files. */
const FONT_FILES: ReadonlyMap<number, string> = new Map([
	[400, "400Regular/Inter_400Regular.ttf"],
	[600, "600SemiBold/Inter_600SemiBold.ttf"],
]);

/** Weights of letters in figures. */
export const FONT_WEIGHTS: readonly number[] = [...FONT_FILES.keys()];

/** Path of the font file of a weight. @throws {RangeError} for a weight that no figure uses */
export function fontFile(weight: number): string {
	const file = FONT_FILES.get(weight);
	if (!file) throw new RangeError(`no font of weight ${weight}`);
	const require = createRequire(import.meta.url);
	return require.resolve(`@expo-google-fonts/inter/${file}`);
}

/** Makes Inter known to the canvas that measures and draws; once is enough. */
export function registerFigureFonts(): void {
	if (GlobalFonts.has(FIGURE_FONT)) return;
	for (const weight of FONT_WEIGHTS)
		if (!GlobalFonts.registerFromPath(fontFile(weight), FIGURE_FONT))
			throw new Error(`cannot read the font ${fontFile(weight)}`);
}
