/** Story of one replicate, put together chapter by chapter. */

import { monthWords } from "../../words/dates.ts";
import { priceWords, tonnesWords } from "../../words/numbers.ts";
import { bidderSentences } from "./bidders.ts";
import { closing } from "./closing.ts";
import { closureSentences } from "./closures.ts";
import { ruleSentences } from "./dated-rules.ts";
import { decisionSentences } from "./decisions.ts";
import { headline } from "./headline.ts";
import { licenceSentence } from "./licences.ts";
import { outageSentences } from "./outages.ts";
import { priceSentences } from "./prices.ts";
import { recoverySentences } from "./recovery.ts";
import { refinerySentences } from "./refinery.ts";
import { reformulationSentences } from "./reformulations.ts";
import { type Replay, type Stretch, valueAt } from "./replay.ts";
import { shortageSentences } from "./shortages.ts";
import { aside, type Chapter, type Sentence, type Story } from "./story.ts";
import { supplySentences } from "./supply.ts";

/** Months after the reference month that the second chapter tells. */
const FIRST_YEARS = 24;

/** Tells a replicate: a headline, what happened chapter by chapter, and the sums of the window. */
export function tellStory(replay: Replay): Story {
	const sentences = [
		...priceSentences(replay),
		...ruleSentences(replay),
		...decisionSentences(replay),
		...outageSentences(replay),
		...closureSentences(replay),
		...reformulationSentences(replay),
		...supplySentences(replay),
		...bidderSentences(replay),
		...shortageSentences(replay),
		...refinerySentences(replay),
		...recoverySentences(replay),
	];
	return {
		headline: headline(replay),
		chapters: chaptersOf(replay, sentences),
		closing: closing(replay),
	};
}

function chaptersOf(
	replay: Replay,
	sentences: readonly Sentence[],
): readonly Chapter[] {
	const { reference, horizon } = replay.scenario;
	const later = Math.min(horizon.to + 1, reference + FIRST_YEARS);
	return [
		{ name: "The record", from: horizon.from, to: reference - 1 },
		{ name: "From the reference month", from: reference, to: later - 1 },
		{ name: "The years after", from: later, to: horizon.to },
	]
		.filter(({ from, to }) => from <= to)
		.map(({ name, ...stretch }) => ({
			title: `${name}, ${monthWords(stretch.from)} to ${monthWords(stretch.to)}`,
			sentences: [
				opening(replay, stretch.from),
				...licenceSentence(replay, stretch),
				...inside(sentences, stretch),
			],
		}));
}

function inside(
	sentences: readonly Sentence[],
	{ from, to }: Stretch,
): readonly Sentence[] {
	return sentences
		.filter(({ tick }) => tick >= from && tick <= to)
		.sort((a, b) => a.tick - b.tick);
}

/** Prices, Chinese exports and US stocks in the month in which a chapter begins. */
function opening(replay: Replay, tick: number): Sentence {
	const price = (name: "price_rotterdam_usd_t" | "price_china_usd_t") =>
		priceWords(valueAt(replay, name, tick));
	return aside(
		tick,
		`In ${monthWords(tick)} antimony cost ${price("price_rotterdam_usd_t")} in Rotterdam and ${price("price_china_usd_t")} in China; China exported ${tonnesWords(valueAt(replay, "china_exports_total_t", tick))} and US users and traders held ${tonnesWords(valueAt(replay, "us_stock_t", tick))}.`,
	);
}
