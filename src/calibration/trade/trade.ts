/** All published trade volumes, and the one of a given flow and span of months. */

import { CHINA_EXPORTS } from "./china-exports.ts";
import { CHINA_IMPORTS } from "./china-imports.ts";
import type { Product, TradeVolume } from "./trade-volume.ts";
import { US_IMPORTS } from "./us-imports.ts";

/** Every trade volume of the record, to the end of 2024, by flow. */
export const TRADE: readonly TradeVolume[] = [
	...CHINA_EXPORTS,
	...CHINA_IMPORTS,
	...US_IMPORTS,
];

/**
 * Finds the volume of one flow over one span of months.
 * @throws {RangeError} when the record has none, or several
 */
export function volumeOf(
	flow: TradeVolume["flow"],
	product: Product,
	from: string,
	to: string = from,
): TradeVolume {
	const found = TRADE.filter(
		(row) =>
			row.flow === flow &&
			row.product === product &&
			row.from === from &&
			row.to === to,
	);
	const [only] = found;
	if (only === undefined || found.length > 1)
		throw new RangeError(
			`${found.length} volumes of ${product}, ${flow}, ${from} to ${to}; expected 1`,
		);
	return only;
}
