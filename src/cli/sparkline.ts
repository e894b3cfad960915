const BARS = "▁▂▃▄▅▆▇█";

/**
 * A line of bars for a series, each the mean of an equal part of it, from its
 * lowest part to its highest.
 *
 * @param width number of bars, at most the number of values
 */
export function sparkline(values: ArrayLike<number>, width: number): string {
	const count = Math.min(width, values.length);
	const means = Array.from({ length: count }, (_, i) => {
		const from = Math.floor((i * values.length) / count);
		const to = Math.floor(((i + 1) * values.length) / count);
		let sum = 0;
		for (let j = from; j < to; j += 1) sum += values[j] as number;
		return sum / (to - from);
	});
	const low = Math.min(...means);
	const range = Math.max(...means) - low;
	return means
		.map((mean) =>
			BARS.charAt(
				range > 0
					? Math.min(
							BARS.length - 1,
							Math.floor(((mean - low) / range) * BARS.length),
						)
					: 0,
			),
		)
		.join("");
}
