/** Axes of a sweep: paths of a scenario and the values that they are to take. */

import { EditError } from "./edit.ts";

/** Values that a path of a scenario is to take: an even range, or those listed. */
export type AxisValues =
	| {
			readonly kind: "range";
			readonly low: number;
			readonly high: number;
			/** points of it; null when the design says how many */
			readonly count: number | null;
	  }
	| { readonly kind: "list"; readonly items: readonly string[] };

/** A path of a scenario with the values it is to take. */
export interface Axis {
	readonly path: string;
	readonly values: AxisValues;
}

/** Most points of one range. */
export const MOST_STEPS = 1000;

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const RANGE = new RegExp(
	String.raw`^(?<low>${NUMBER})\.\.(?<high>${NUMBER})(?::(?<count>\d+))?$`,
	"i",
);

/**
 * Reads `path=lo..hi`, `path=lo..hi:points` or `path=a,b,c`.
 *
 * @param flag the flag it was written for, for messages
 * @throws {EditError} when it is none of these
 */
export function parseAxis(text: string, flag: string): Axis {
	const at = text.indexOf("=");
	const path = text.slice(0, Math.max(0, at)).trim();
	const written = text.slice(at + 1).trim();
	const refuse = (reason: string): never => {
		throw new EditError(`${flag} is ${JSON.stringify(text)}; ${reason}`);
	};
	if (path === "" || written === "")
		return refuse("expected path=lo..hi, path=lo..hi:points or path=a,b,c");
	const range = RANGE.exec(written)?.groups;
	if (range !== undefined) return { path, values: rangeOf(range, refuse) };
	if (written.includes(".."))
		return refuse(
			"expected two plain numbers such as 0..8000; the unit is the one that the file gives the field",
		);
	const items = written.split(",").map((item) => item.trim());
	if (items.includes("")) return refuse("expected a value between commas");
	return { path, values: { kind: "list", items } };
}

function rangeOf(
	groups: Readonly<Record<string, string | undefined>>,
	refuse: (reason: string) => never,
): AxisValues {
	const [low, high] = [Number(groups["low"]), Number(groups["high"])];
	if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high)
		return refuse("expected two finite numbers, the lower first");
	const count = groups["count"] === undefined ? null : Number(groups["count"]);
	if (count !== null && (count < 2 || count > MOST_STEPS))
		return refuse(`expected from 2 to ${MOST_STEPS} points`);
	return { kind: "range", low, high, count };
}
