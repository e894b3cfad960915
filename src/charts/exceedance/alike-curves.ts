/** Curves that coincide to the eye, found so that they share one name. */

import { CURVE_LETTERING } from "../frame/curve-labels.ts";
import { cutToWidth, textWidth } from "../frame/text-width.ts";
import type { Curve } from "./exceedance-curve.ts";

/** Curves that are nowhere farther apart than this look like one, px. */
const ALIKE = 4;
/** The longest name beside a curve, px. */
const LONGEST_NAME = 320;

/**
 * The curves that have points, those that look like one together.
 *
 * @param down where a share of runs, per cent, lies in the plot, px from its top
 */
export function alikeCurves(
	curves: readonly Curve[],
	down: (share: number) => number,
): readonly (readonly Curve[])[] {
	const groups: Curve[][] = [];
	for (const curve of curves.filter(({ points }) => points.length > 0)) {
		const group = groups.find(([first]) => isAlike(first!, curve, down));
		if (group) group.push(curve);
		else groups.push([curve]);
	}
	return groups;
}

/** True when two curves, drawn over the same amounts, look like one. */
function isAlike(
	one: Curve,
	other: Curve,
	down: (share: number) => number,
): boolean {
	return (
		one.points.length === other.points.length &&
		one.points.every(
			({ share }, i) =>
				Math.abs(down(share) - down(other.points[i]!.share)) <= ALIKE,
		)
	);
}

/** The names of curves that look like one; the first and a count where they are too long. */
export function nameOfAlike(alike: readonly Curve[]): string {
	const titles = alike.map(({ scenario }) => scenario.title);
	const all = titles.join(", ");
	const fits = textWidth(all, CURVE_LETTERING) <= LONGEST_NAME;
	if (titles.length === 1 || fits)
		return cutToWidth(all, CURVE_LETTERING, LONGEST_NAME);
	const more = ` and ${titles.length - 1} like it`;
	const room = LONGEST_NAME - textWidth(more, CURVE_LETTERING);
	return `${cutToWidth(titles[0]!, CURVE_LETTERING, room)}${more}`;
}
