/** Numbers that a calibration may move, and the normal scores in which it moves them. */

import {
	type PastDraw,
	SIZED_EVENTS,
} from "../../calibration/priors/past-draw.ts";
import { RECORD_PRIORS } from "../../calibration/priors/record-priors.ts";
import { inverseNormal } from "../../math.ts";
import { inverseCdf } from "../../random/draw.ts";
import { normalCdf } from "../../statistics/normal.ts";

/** A number that a calibration may move: a parameter, or the size of a past event. */
export interface FreeNumber {
	readonly name: string;
	readonly kind: "parameter" | "size";
	/** place among RECORD_PRIORS or SIZED_EVENTS */
	readonly at: number;
}

/** Parameters whose prior is not a fixed value, then the sizes of past events. */
export const FREE_NUMBERS: readonly FreeNumber[] = [
	...RECORD_PRIORS.flatMap((row, at): readonly FreeNumber[] =>
		row.distribution.kind === "fixed"
			? []
			: [{ name: row.path, kind: "parameter", at }],
	),
	...SIZED_EVENTS.map(
		([shock, field], at): FreeNumber => ({
			name: `${shock}.${field}`,
			kind: "size",
			at,
		}),
	),
];

/** Largest score; scores further out are set to it, so that no draw leaves the prior's body. */
const FARTHEST = 3;

/** Normal scores of one draw: standard normal under the prior, one a free number. */
export type Scores = Float64Array;

/** Scores of a point of the unit cube, one coordinate a free number. */
export function scoresOf(point: Float64Array): Scores {
	return point.map((u) => inverseNormal(u));
}

/** Parameters and sizes of events at given scores. */
export function drawOf(scores: Scores): PastDraw {
	const values = RECORD_PRIORS.map(({ distribution }) =>
		inverseCdf(distribution, 0.5),
	);
	const sizes = SIZED_EVENTS.map(() => 0.5);
	FREE_NUMBERS.forEach(({ kind, at }, i) => {
		const score = Math.min(FARTHEST, Math.max(-FARTHEST, scores[i] as number));
		const u = normalCdf(score);
		if (kind === "size") sizes[at] = u;
		else {
			const row = RECORD_PRIORS[at];
			if (row !== undefined) values[at] = inverseCdf(row.distribution, u);
		}
	});
	return { values, sizes, luck: [] };
}
