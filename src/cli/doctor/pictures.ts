/** Check of canvas and fonts: one small figure is drawn. */

import type { TopLevelSpec } from "vega-lite";
import { FIGURE_FONT } from "../../figures/fonts/fonts.ts";
import { pngOf } from "../../figures/render-figure.ts";
import { broken, type Finding, firstLine, works } from "./finding.ts";

const PNG_START = [0x89, 0x50, 0x4e, 0x47];
const SIDE = 60;

/** A small square with one word in it. */
const SQUARE: TopLevelSpec = {
	width: SIDE,
	height: SIDE,
	padding: 0,
	data: { values: [{}] },
	mark: { type: "text", text: "Sb", font: FIGURE_FONT, fontSize: 20 },
};

/** Draws a small figure, for which canvas and font must be found. */
export async function lookAtPictures(): Promise<Finding> {
	try {
		const png = await pngOf({
			title: "Sb",
			description: "one word",
			spec: SQUARE,
		});
		const isPng = PNG_START.every((byte, i) => png[i] === byte);
		if (!isPng) throw new Error("what was drawn is no PNG");
		return works(
			"figures",
			`a small figure was drawn in ${FIGURE_FONT} (${png.length} bytes)`,
		);
	} catch (error) {
		return broken(
			"figures",
			`no figure can be drawn: ${firstLine(error)}`,
			"npm ci brings the canvas and the font; without them run batches with `stibium run`, which draws nothing",
		);
	}
}
