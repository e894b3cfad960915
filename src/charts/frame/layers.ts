/** Simplest vega-lite layers at places in pixels: words, strokes and stripes. */

import type { Field } from "vega-lite/types_unstable/channeldef.d.ts";
import type { UnitSpec } from "vega-lite/types_unstable/spec/unit.d.ts";
import { BOLD, INK, SIZE } from "./theme.ts";

/** A layer of a panel. */
export type Layer = UnitSpec<Field>;

/** One mark that has no numbers of its own. */
const ONCE = { values: [{}] };

/** A word at a place, px from the panel's upper left corner; it may stand outside the plot. */
export interface Word {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly color: string;
	readonly size?: number;
	readonly bold?: boolean;
	readonly align?: "left" | "center" | "right";
	/** a white rim, where lines may pass behind it */
	readonly rim?: boolean;
}

/** A word, on top of its rim when it has one. */
export function wordLayers(word: Word): readonly Layer[] {
	const { text, x, y, color, size = SIZE.label, bold = false } = word;
	const lettering = {
		type: "text",
		text,
		align: word.align ?? "left",
		baseline: "middle",
		fontSize: size,
		fontWeight: bold ? BOLD : 400,
	} as const;
	const encoding = { x: { value: x }, y: { value: y } };
	const letters: Layer = {
		data: ONCE,
		mark: { ...lettering, color },
		encoding,
	};
	if (!word.rim) return [letters];
	const rim: Layer = {
		data: ONCE,
		mark: {
			...lettering,
			color: INK.background,
			stroke: INK.background,
			strokeWidth: 4,
			strokeJoin: "round",
		},
		encoding,
	};
	return [rim, letters];
}

/** A straight line between two places, px. */
export interface Stroke {
	readonly from: readonly [number, number];
	readonly to: readonly [number, number];
	readonly color: string;
	readonly width: number;
	readonly dash?: readonly number[];
}

/** A straight line; a thick one has round ends. */
export function strokeLayer({ from, to, color, width, dash }: Stroke): Layer {
	return {
		data: ONCE,
		mark: {
			type: "rule",
			color,
			strokeWidth: width,
			strokeCap: width > 3 ? "round" : "butt",
			...(dash && { strokeDash: [...dash] }),
		},
		encoding: {
			x: { value: from[0] },
			y: { value: from[1] },
			x2: { value: to[0] },
			y2: { value: to[1] },
		},
	};
}

/** A faint upright stripe, px: a stretch of time behind the numbers. */
export function stripeLayer(
	[left, right]: readonly [number, number],
	[top, bottom]: readonly [number, number],
): Layer {
	return {
		data: ONCE,
		mark: { type: "rect", color: INK.mark, opacity: 0.07 },
		encoding: {
			x: { value: left },
			x2: { value: right },
			y: { value: top },
			y2: { value: bottom },
		},
	};
}
