/** Sentences on hoarding: years in which buyers raised their precautionary cover. */

import { REGIONS } from "../../calibration/row.ts";
import { tickOf, yearOf } from "../../quantities.ts";
import { listWords } from "../../words/lists.ts";
import { inWords, tonnesWords } from "../../words/numbers.ts";
import { regionWords } from "../../words/places.ts";
import type { Replay } from "./replay.ts";
import { aside, type Sentence } from "./story.ts";

/** A rise of precautionary cover over a year worth a sentence, months of use. */
const RAISED = 0.25;
/** Regions that one sentence names. */
const MOST_NAMED = 3;

/** Years in which buyers raised their precautionary cover: who bid beside users. */
export function bidderSentences(replay: Replay): readonly Sentence[] {
	const { from, to } = replay.scenario.horizon;
	const years: Sentence[] = [];
	for (let year = yearOf(from); tickOf(year, 12) <= to; year += 1) {
		const sentence = yearSentence(replay, year);
		if (sentence !== null) years.push(sentence);
	}
	return years;
}

function yearSentence({ months }: Replay, year: number): Sentence | null {
	const [before, after] = [
		months[tickOf(year, 1) - 1],
		months[tickOf(year, 12)],
	];
	if (before === undefined || after === undefined) return null;
	const raised = REGIONS.flatMap((_, region) => {
		const by = after.precaution[region]! - before.precaution[region]!;
		return by > RAISED ? [{ region, by }] : [];
	}).sort((a, b) => b.by - a.by);
	if (raised.length === 0) return null;
	const grew = raised.reduce(
		(sum, { region }) => sum + after.stock[region]! - before.stock[region]!,
		0,
	);
	const who = raised
		.slice(0, MOST_NAMED)
		.map(
			({ region, by }) =>
				`${regionWords(region)} (by ${inWords(by, 1)} months of use)`,
		);
	const rest = raised.length - who.length;
	if (rest > 0) who.push(`${rest} other region${rest === 1 ? "" : "s"}`);
	return aside(
		tickOf(year, 1),
		`In ${year} precaution bid for metal in ${listWords(who)}; stocks of users and traders there ${grew > 0 ? "grew" : "shrank all the same"} by ${tonnesWords(Math.abs(grew))} over the year.`,
	);
}
