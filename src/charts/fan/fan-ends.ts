/** Labels at the right end of a fan, which name its bands and its median. */

import { figure } from "../../words/numbers.ts";
import { pushApart } from "../frame/labels.ts";
import type { Word } from "../frame/layers.ts";
import { textWidth } from "../frame/text-width.ts";
import { type Hue, INK, SIZE } from "../frame/theme.ts";
import type { FanAxes } from "../frame/time-axis.ts";
import type { FanRow } from "./fan-panel.ts";

/** Name of the outermost band of a fan, where it is no other. */
export const OUTERMOST = "95% of runs";

/** The bands named at the right end, from the outermost in. */
const endsOf = (outermost: string) =>
	[
		["p975", outermost],
		["p90", "80%"],
		["p75", "50%"],
	] as const;
/** From the plot to its labels, px; least distance between two of them. */
const GAP = 7;
const APART = 15;

function medianInWords(median: number): string {
	return `median ${figure(median)}`;
}

/** Room right of the plot for the labels of a fan, px. */
export function gutterOf(rows: readonly FanRow[], outermost: string): number {
	const last = rows.at(-1);
	if (!last) return 0;
	const widths = endsOf(outermost).map(([, text]) =>
		textWidth(text, { size: SIZE.small }),
	);
	const median = textWidth(medianInWords(last.p50), {
		size: SIZE.label,
		bold: true,
	});
	return GAP + Math.ceil(Math.max(median, ...widths));
}

/** Labels of the bands and the median in the last month, pushed apart. */
export function endWords(
	rows: readonly FanRow[],
	{ width, height, top }: FanAxes,
	hue: Hue,
	outermost: string,
): readonly Word[] {
	const last = rows.at(-1);
	if (!last) return [];
	const ends = endsOf(outermost);
	const values = [...ends.map(([column]) => last[column]), last.p50];
	const places = pushApart(
		values.map((value) => height * (1 - value / top)),
		APART,
		0,
		height,
	);
	const bands = ends.map(
		([, text], i): Word => ({
			text,
			x: width + GAP,
			y: places[i]!,
			color: INK.text,
			size: SIZE.small,
		}),
	);
	const median: Word = {
		text: medianInWords(last.p50),
		x: width + GAP,
		y: places[ends.length]!,
		color: hue.text,
		bold: true,
	};
	return [...bands, median];
}
