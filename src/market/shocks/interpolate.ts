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
