/** Sentences on the Rotterdam price: each rise and fall with its circumstances. */

import { log } from "../../math.ts";
import { monthWords } from "../../words/dates.ts";
import { changeWords, priceWords, shareWords } from "../../words/numbers.ts";
import { circumstances } from "./circumstances.ts";
import { type Leg, priceLegs } from "./price-legs.ts";
import { type Replay, valueAt } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** A leg longer than this also has a steepest quarter of its own, months. */
const LONG = 4;
/** Weight of a price move for each doubling or halving. */
const WEIGHT = 10;

/**
 * The rises and falls of the Rotterdam price, before the reference month and from it on,
 * each with what else happened when it was fastest.
 */
export function priceSentences(replay: Replay): readonly Sentence[] {
	const price = (tick: number) =>
		valueAt(replay, "price_rotterdam_usd_t", tick);
	const { reference, horizon } = replay.scenario;
	return [
		...priceLegs({ from: horizon.from, to: reference - 1 }, price),
		...priceLegs({ from: reference, to: horizon.to }, price),
	].map((leg) => legSentence(replay, leg, price));
}

function legSentence(
	replay: Replay,
	leg: Leg,
	price: (tick: number) => number,
): Sentence {
	const { from, to, start, end, steepest } = leg;
	const change = end / start - 1;
	const verb = change > 0 ? "rose" : "fell";
	const whole = `From ${monthWords(from)} to ${monthWords(to)} the Rotterdam price ${verb} from ${priceWords(start)} to ${priceWords(end)} (${changeWords(change)})`;
	const moved = price(steepest.to) / price(steepest.from) - 1;
	const fastest =
		to - from > LONG
			? `, fastest from ${monthWords(steepest.from)} to ${monthWords(steepest.to)} (${changeWords(moved)})`
			: "";
	return {
		tick: from,
		text: `${whole}${fastest}. ${besides(replay, leg)}`,
		mark: {
			tick: to,
			words: `Price ${change > 0 ? "up" : "down"} ${shareWords(Math.abs(change))} since ${monthWords(from)}, at ${priceWords(end)}`,
			weight: (WEIGHT * Math.abs(log(end / start))) / log(2),
		},
	};
}

function besides(replay: Replay, { steepest }: Leg): string {
	const found = circumstances(replay, steepest);
	return found.length > 0
		? `In the same months ${found.join("; ")}.`
		: "In those months no rule changed and nothing else moved enough to remark.";
}
