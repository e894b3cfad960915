/** Distributions of uncertain numbers in plain words. */

import type { Distribution } from "../random/distribution.ts";

/** A number of an assumption: as it stands, thousands parted. */
export function plainNumber(value: number): string {
	const words =
		Math.abs(value) >= 1000
			? value.toLocaleString("en-US", { maximumFractionDigits: 6 })
			: String(value);
	return words.replace("-", "−");
}

/** A number of an assumption rounded to three digits, thousands parted. */
export const roundedNumber = (value: number): string =>
	plainNumber(Number(value.toPrecision(3)));

/** Range or spread of an uncertain number, for readers who have met few distributions. */
export function plainDistribution(known: Distribution, unit = "1"): string {
	const behind = unit === "1" ? "" : ` ${unit}`;
	switch (known.kind) {
		case "fixed":
			return `${plainNumber(known.value)}${behind}`;
		case "uniform":
			return `${span(known.low, known.high)}${behind}, all alike`;
		case "triangular":
			return `${span(known.low, known.high)}${behind}, most often ${plainNumber(known.mode)}`;
		case "lognormal":
		case "logitnormal":
			return `${plainNumber(known.median)}${behind}, nine times in ten ${span(known.p5, known.p95)}`;
	}
}

const span = (low: number, high: number): string =>
	`${plainNumber(low)} to ${plainNumber(high)}`;
