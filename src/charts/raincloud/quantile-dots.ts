/** Quantile dots: twenty dots for a distribution, stacked where they would overlap. */

/** Dots that stand for all runs: each is a 1-in-20 chance. */
export const DOTS = 20;
/** Largest and smallest distance of two dots, px. */
const LARGEST = 15;
const SMALLEST = 9;

/** A dot, px: across from the plot's left end, down from the top of the dots. */
export interface Dot {
	readonly x: number;
	readonly y: number;
}

/** Dots of one row, and the distance between two that touch, px. */
export interface DotStacks {
	readonly distance: number;
	readonly dots: readonly Dot[];
}

/** The level of a dot: the middle of its twentieth. */
export function dotLevel(dot: number): number {
	return (dot + 0.5) / DOTS;
}

/**
 * Dots hanging in stacks where they belong, as large as the room allows: those closer
 * than a dot share a stack (Wilkinson's dot plot). A stack that is too tall even for the
 * smallest dots goes on in columns beside it, none of them left of the plot.
 *
 * @param places where each dot belongs, px, ascending
 * @param room   height for the stacks, px
 * Source: Wilkinson (1999), Dot plots, The American Statistician 53:276-281
 */
export function stackDots(places: readonly number[], room: number): DotStacks {
	let distance = LARGEST;
	while (distance > SMALLEST && tallest(places, distance) * distance > room)
		distance -= 1;
	const most = Math.floor(room / distance);
	return {
		distance,
		dots: stacksOf(places, distance).flatMap((stack) =>
			hang(stack, distance, most),
		),
	};
}

const tallest = (places: readonly number[], distance: number) =>
	stacksOf(places, distance).reduce(
		(most, stack) => Math.max(most, stack.length),
		0,
	);

/** Runs of places, each within a distance of the run's first. */
function stacksOf(
	places: readonly number[],
	distance: number,
): readonly (readonly number[])[] {
	const stacks: number[][] = [];
	for (const place of places) {
		const stack = stacks.at(-1);
		if (stack && place < stack[0]! + distance) stack.push(place);
		else stacks.push([place]);
	}
	return stacks;
}

function hang(
	stack: readonly number[],
	distance: number,
	most: number,
): readonly Dot[] {
	const columns = Math.ceil(stack.length / most);
	const half = ((columns - 1) / 2) * distance;
	const middle = Math.max(half, (stack[0]! + stack.at(-1)!) / 2);
	return stack.map((_, i) => ({
		x: middle - half + (i % columns) * distance,
		y: (Math.floor(i / columns) + 0.5) * distance,
	}));
}
