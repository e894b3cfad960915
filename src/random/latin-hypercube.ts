/** Latin hypercubes: random points that cover every dimension of the unit cube evenly. */

import { questionKey } from "./question.ts";
import type { Streams } from "./streams.ts";

/**
 * A Latin hypercube: each of `size` strata of every dimension holds exactly one
 * point, uniform inside it (McKay, Beckman and Conover 1979).
 *
 * @returns one point a row, each coordinate inside (0, 1)
 */
export function latinHypercube(
	size: number,
	dimensions: number,
	streams: Streams,
): readonly Float64Array[] {
	const points = Array.from(
		{ length: size },
		() => new Float64Array(dimensions),
	);
	for (let d = 0; d < dimensions; d += 1) {
		const inside = questionKey(`dimension ${d}`, "place in stratum");
		shuffled(size, `dimension ${d}`, streams).forEach((stratum, i) => {
			(points[i] as Float64Array)[d] =
				(stratum + streams.uniform(inside, i)) / size;
		});
	}
	return points;
}

/** The numbers 0 to size − 1 in random order, by keys of their own. */
function shuffled(
	size: number,
	name: string,
	streams: Streams,
): readonly number[] {
	const order = questionKey(name, "order of strata");
	return Array.from({ length: size }, (_, i) => ({
		i,
		key: streams.uniform(order, i),
	}))
		.sort((a, b) => a.key - b.key || a.i - b.i)
		.map(({ i }) => i);
}
