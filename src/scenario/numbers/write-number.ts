/** Distributions in the words of a file. */

import type { Distribution } from "../../random/distribution.ts";
import type { Units } from "./units.ts";

/** Keys and values that are written into a file. */
export type Fields = Record<string, unknown>;

/** Writes a number of a shock with its unit, basis and source, or null where there is none; `at` is its path in the shock. */
export type WriteNumber = (
	distribution: Distribution | null,
	at: string,
	units?: Units,
) => Fields | null;

/** A distribution in the words of a file. */
export function shapeOf(distribution: Distribution): Fields {
	switch (distribution.kind) {
		case "fixed":
			return { value: distribution.value };
		case "uniform":
			return { uniform: [distribution.low, distribution.high] };
		case "triangular":
			return {
				triangular: [distribution.low, distribution.mode, distribution.high],
			};
		case "lognormal":
		case "logitnormal": {
			const { median, p5, p95 } = distribution;
			return { [distribution.kind]: { median, p5, p95 } };
		}
	}
}
