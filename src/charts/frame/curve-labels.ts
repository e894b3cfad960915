/** Placement of curves' names inside a plot, clear of curves and of each other. */

import { pushApart } from "./labels.ts";
import { textWidth } from "./text-width.ts";
import { SIZE } from "./theme.ts";

/** A place in the plot, px from its upper left corner. */
export type Place = readonly [number, number];
/** A curve from left to right. */
export type PixelCurve = readonly Place[];

/** A box that words fill, px. */
export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** The plot in which names must stay, and what they must keep clear of. */
export interface LabelRoom {
	readonly width: number;
	readonly height: number;
	readonly taken: readonly Box[];
}

/** Box of a curve's name, and the place on the curve that a line leads to, if any. */
export interface PlacedName {
	readonly box: Box;
	readonly leader: Place | null;
}

/** Letters of a curve's name, and the height of their line, px. */
export const CURVE_LETTERING = { size: SIZE.panel, bold: true };
const LINE = 18;
/** From a curve to its name, px. */
const BESIDE = 9;
/** A name this far from everything else is as good as one farther away, px. */
const FAR = 28;
/** A name must be farther than this from every curve and name, px. */
const CLEAR = 3;
/** Least length of a line from a name to its curve, and least distance of names in a column, px. */
const LEADER = 34;
const APART = 20;

/**
 * Places the names of curves: each beside its own curve and clear of all else, or,
 * when the curves lie too close for that, in a column with a line to each curve.
 */
export function placeNames(
	names: readonly string[],
	curves: readonly PixelCurve[],
	room: LabelRoom,
): readonly PlacedName[] {
	return besideCurves(names, curves, room) ?? inColumn(names, curves, room);
}

/** A place beside a curve, and its distance from all other curves, px. */
interface PlaceBeside {
	readonly box: Box;
	readonly distance: number;
}

/**
 * Names beside their curves, those with the fewest places first, or not far from them with
 * a line; null when one finds no clear place, or many need a line.
 */
function besideCurves(
	names: readonly string[],
	curves: readonly PixelCurve[],
	room: LabelRoom,
): readonly PlacedName[] | null {
	const choices = names.map((name, i) => placesBeside(name, i, curves, room));
	const order = choices
		.map((_, i) => i)
		.sort((a, b) => choices[a]!.length - choices[b]!.length || a - b);
	const taken = [...room.taken];
	const placed: PlacedName[] = [];
	for (const i of order) {
		const box = bestOf(choices[i]!, { ...room, taken });
		const name = box
			? { box, leader: null }
			: apartFrom(curves[i]!, names[i]!, curves, { ...room, taken });
		if (name === null) return null;
		taken.push(name.box);
		placed[i] = name;
	}
	const apart = placed.filter(({ leader }) => leader !== null).length;
	return apart <= MOST_APART ? placed : null;
}

/** Names with lines among names without: more of them stand better in a column. */
const MOST_APART = 2;

/** Between the places that are tried for a name apart from its curve, px. */
const GRID = { across: 24, down: 12 } as const;
/** The longest line from a name to its curve, px. */
const LONGEST_LEADER = 160;

/** The clear place with the shortest line to a curve on its left; null when all lines are long. */
function apartFrom(
	own: PixelCurve,
	name: string,
	curves: readonly PixelCurve[],
	room: LabelRoom,
): PlacedName | null {
	const width = textWidth(name, CURVE_LETTERING);
	let best: PlacedName | null = null;
	let shortest = LONGEST_LEADER;
	for (let left = LEADER; left + width <= room.width; left += GRID.across)
		for (let y = LINE / 2; y <= room.height - LINE / 2; y += GRID.down) {
			const box = boxAt(left, y, width);
			const leader = nearestOn(own, left - LEADER / 2, y);
			if (leader === null) continue;
			const length = Math.sqrt((left - leader[0]) ** 2 + (y - leader[1]) ** 2);
			if (length >= shortest) continue;
			if (distanceToRest(box, curves, room.taken) <= CLEAR) continue;
			[best, shortest] = [{ box, leader }, length];
		}
	return best;
}

/** The place on a curve nearest to a point, among those not right of it. */
function nearestOn(curve: PixelCurve, x: number, y: number): Place | null {
	const before = curve.filter(([at]) => at <= x);
	const offBy = ([at, height]: Place) => (x - at) ** 2 + (y - height) ** 2;
	return before.reduce<Place | null>(
		(best, place) =>
			best === null || offBy(place) < offBy(best) ? place : best,
		null,
	);
}

/** The places beside a curve to which no other curve is nearer. */
function placesBeside(
	name: string,
	place: number,
	curves: readonly PixelCurve[],
	room: LabelRoom,
): readonly PlaceBeside[] {
	const own = curves[place] ?? [];
	const others = curves.filter((_, k) => k !== place);
	return boxesBeside(own, textWidth(name, CURVE_LETTERING), room)
		.filter((box) => isNearestTo(box, own, others))
		.map((box) => ({ box, distance: distanceToRest(box, others, []) }));
}

/**
 * The clear place that is farthest from everything else; among equally good ones the
 * nearest to the middle of the plot's height.
 */
function bestOf(places: readonly PlaceBeside[], room: LabelRoom): Box | null {
	const rated = places
		.map(({ box, distance }) => ({
			box,
			distance: Math.min(distance, distanceToRest(box, [], room.taken)),
		}))
		.filter(({ distance }) => distance > CLEAR)
		.map(({ box, distance }) => ({
			box,
			worth: Math.min(FAR, distance) - offMiddle(box, room),
		}));
	return rated.sort((a, b) => b.worth - a.worth)[0]?.box ?? null;
}

/** True when a box stands beside a curve, not on it, and no other curve is nearer. */
function isNearestTo(
	box: Box,
	own: PixelCurve,
	others: readonly PixelCurve[],
): boolean {
	const distance = distanceToCurve(box, own);
	return distance > CLEAR && distance <= distanceToRest(box, others, []);
}

const offMiddle = ({ top, bottom }: Box, { height }: LabelRoom) =>
	((FAR / 4) * Math.abs((top + bottom) / 2 - height / 2)) / height;

/** Places right of each point of a curve, above and below it, and left of it: of falling curves and of rising ones. */
function boxesBeside(
	curve: PixelCurve,
	width: number,
	room: LabelRoom,
): readonly Box[] {
	return curve
		.flatMap(([x, y]) => [
			boxAt(x + BESIDE, y - LINE / 4, width),
			boxAt(x, y - LINE, width),
			boxAt(x, y + LINE, width),
			boxAt(x - BESIDE - width, y + LINE / 4, width),
			boxAt(x + BESIDE, y + (3 * LINE) / 4, width),
			boxAt(x - BESIDE - width, y - (3 * LINE) / 4, width),
		])
		.filter(
			({ left, right, top, bottom }) =>
				left >= 0 && right <= room.width && top >= 0 && bottom <= room.height,
		);
}

const boxAt = (left: number, middle: number, width: number): Box => ({
	left,
	right: left + width,
	top: middle - LINE / 2,
	bottom: middle + LINE / 2,
});

/**
 * Names one below the other, in the order of the heights at which their curves are half
 * way down, as far left as they are clear of all curves.
 */
function inColumn(
	names: readonly string[],
	curves: readonly PixelCurve[],
	{ width, height }: LabelRoom,
): readonly PlacedName[] {
	const targets = curves.map(halfWay);
	const middles = pushApart(
		targets.map(([, y]) => y),
		APART,
		LINE / 2,
		height - LINE,
	);
	const widths = names.map((name) => textWidth(name, CURVE_LETTERING));
	const boxesFrom = (left: number) =>
		widths.map((each, i) => boxAt(left, middles[i]!, each));
	const first = Math.max(...targets.map(([x]) => x)) + LEADER;
	const last = width - Math.max(...widths);
	const lefts = Array.from(
		{ length: Math.max(1, Math.floor((last - first) / LINE)) },
		(_, i) => Math.min(last, first + i * LINE),
	);
	const isClear = (left: number) =>
		boxesFrom(left).every((box) => distanceToRest(box, curves, []) > CLEAR);
	const boxes = boxesFrom(lefts.find(isClear) ?? last);
	return boxes.map((box, i) => ({ box, leader: targets[i]! }));
}

/** The place of a curve half way between its highest and its lowest. */
function halfWay(curve: PixelCurve): Place {
	const heights = curve.map(([, y]) => y);
	const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
	const isFalling = (heights[0] ?? 0) <= (heights.at(-1) ?? 0);
	const isThere = ([, y]: Place) => (isFalling ? y >= middle : y <= middle);
	return curve.find(isThere) ?? [0, 0];
}

/** Distance of a box from the nearest curve or other box, px. */
function distanceToRest(
	box: Box,
	curves: readonly PixelCurve[],
	boxes: readonly Box[],
): number {
	return Math.min(
		...curves.map((curve) => distanceToCurve(box, curve)),
		...boxes.map((other) => distance(box, other)),
	);
}

/** Distance of a box from a curve's points, which lie close, px. */
function distanceToCurve(box: Box, curve: PixelCurve): number {
	return curve.reduce(
		(least, [x, y]) =>
			Math.min(least, distance(box, { left: x, right: x, top: y, bottom: y })),
		Number.POSITIVE_INFINITY,
	);
}

/** Distance of two boxes, px; 0 when they touch. */
function distance(a: Box, b: Box): number {
	const across = Math.max(0, b.left - a.right, a.left - b.right);
	const down = Math.max(0, b.top - a.bottom, a.top - b.bottom);
	return Math.sqrt(across * across + down * down);
}
