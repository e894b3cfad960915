/** Rises and falls of a price, parted at its turns. */

import { log } from "../../math.ts";
import type { Stretch } from "./replay.ts";

/** A rise or a fall of a price between two turns. */
export interface Leg extends Stretch {
	/** price at its beginning and at its end */
	readonly start: number;
	readonly end: number;
	/** the quarter of a year in which it moved most; the whole when it is no longer */
	readonly steepest: Stretch;
}

/** A price that comes back by this factor has turned. */
const TURN = 1.3;
/** Months of a quarter. */
const QUARTER = 3;

/**
 * The rises and falls of a price, turn to turn: a high is a turn once the price has fallen
 * to a 1.3th of it, a low once it has risen to 1.3 times it. What comes after the last
 * turn is a leg when it has gone as far.
 */
export function priceLegs(
	{ from, to }: Stretch,
	price: (tick: number) => number,
): readonly Leg[] {
	const turns = turnsOf({ from, to }, price);
	return turns.slice(1).map((end, i) => legOf(turns[i]!, end, price));
}

/** Direction of a price: up after a low, down after a high, neither before the first turn. */
type Way = "up" | "down" | null;

function turnsOf(
	{ from, to }: Stretch,
	price: (tick: number) => number,
): readonly number[] {
	const turns: number[] = [];
	let way: Way = null;
	let [low, high] = [from, from];
	for (let tick = from; tick <= to; tick += 1) {
		if (price(tick) < price(low)) low = tick;
		if (price(tick) > price(high)) high = tick;
		if (way !== "up" && price(tick) >= TURN * price(low)) {
			turns.push(low);
			way = "up";
			high = tick;
		} else if (way !== "down" && TURN * price(tick) <= price(high)) {
			turns.push(high);
			way = "down";
			low = tick;
		}
	}
	if (way !== null) turns.push(way === "up" ? high : low);
	return turns;
}

function legOf(from: number, to: number, price: (tick: number) => number): Leg {
	return {
		from,
		to,
		start: price(from),
		end: price(to),
		steepest: steepestQuarter({ from, to }, price),
	};
}

/** The quarter that moved most the way the whole leg went. */
function steepestQuarter(
	{ from, to }: Stretch,
	price: (tick: number) => number,
): Stretch {
	const sign = price(to) > price(from) ? 1 : -1;
	const moved = (stretch: Stretch) =>
		sign * log(price(stretch.to) / price(stretch.from));
	let best = { from, to: Math.min(to, from + QUARTER) };
	for (let start = from; start + QUARTER <= to; start += 1) {
		const next = { from: start, to: start + QUARTER };
		if (moved(next) > moved(best)) best = next;
	}
	return best;
}
