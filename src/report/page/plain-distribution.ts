import type { Distribution } from "../../random/distribution.ts";

/** A number of an assumption: as it stands, thousands parted from 10,000 on. */
export function plainNumber(value: number): string {
	const words =
		Math.abs(value) >= 10_000 ? value.toLocaleString("en-US") : String(value);
	return words.replace("-", "−");
}

/** What is known of a number, in words for somebody who has met few distributions. */
export function plainDistribution(known: Distribution): string {
	switch (known.kind) {
		case "fixed":
			return plainNumber(known.value);
		case "uniform":
			return `${plainNumber(known.low)} to ${plainNumber(known.high)}, all alike`;
		case "triangular":
			return `${plainNumber(known.low)} to ${plainNumber(known.high)}, most often ${plainNumber(known.mode)}`;
		case "lognormal":
		case "logitnormal":
			return `${plainNumber(known.median)}, nine times in ten ${plainNumber(known.p5)} to ${plainNumber(known.p95)}`;
	}
}
