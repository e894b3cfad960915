/** Paths of levels by month, read between their points. */

import type { Tick } from "../../quantities.ts";

/** Linear between points, flat after the last. @param tick at or after the first point */
export function interpolate(
	ticks: readonly number[],
	values: readonly number[],
	tick: number,
): number {
	let after = 0;
	while (after < ticks.length && ticks[after]! <= tick) after += 1;
	if (after === ticks.length) return values[after - 1]!;
	const start = ticks[after - 1]!;
	const share = (tick - start) / (ticks[after]! - start);
	return values[after - 1]! + share * (values[after]! - values[after - 1]!);
}

/** Tick of the first point of a path. */
export function firstPoint({
	path,
}: {
	readonly path: readonly { readonly tick: Tick }[];
}): Tick {
	return Math.min(...path.map(({ tick }) => tick));
}
