/** Sentences on the peak of the price and on its return to calm. */

import { monthWords } from "../../words/dates.ts";
import { monthsWords, priceWords } from "../../words/numbers.ts";
import { type Replay, valueAt } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Month of the peak price in the window, and the months until calm, if it came. */
export function recoverySentences(replay: Replay): readonly Sentence[] {
	const peak = peakOf(replay);
	const price = priceWords(valueAt(replay, "price_rotterdam_usd_t", peak));
	return [
		{
			tick: peak,
			text: `In ${monthWords(peak)} the price peaked at ${price}, its highest from the reference month on. ${calmWords(replay, peak)}`,
			mark: null,
		},
	];
}

const CALM = "1.25 times its mean of the year before the reference month";

/** Months from the peak until the price was back at what the metric calls calm. */
function calmWords(replay: Replay, peak: number): string {
	const months = replay.metric("recovery_months");
	if (Number.isNaN(months))
		return `After that it did not stay below ${CALM} for six months in a row before the horizon ended.`;
	return months === 0
		? `It already stood below ${CALM}, and stayed there for six months.`
		: `It was back below ${CALM}, for six months in a row, from ${monthWords(peak + months)} on, ${monthsWords(months)} after the peak.`;
}

/** The month of the highest Rotterdam price from the reference month on. */
export function peakOf(replay: Replay): number {
	const { reference, horizon } = replay.scenario;
	const price = (tick: number) =>
		valueAt(replay, "price_rotterdam_usd_t", tick);
	let peak = reference;
	for (let tick = reference; tick <= horizon.to; tick += 1)
		if (price(tick) > price(peak)) peak = tick;
	return peak;
}
