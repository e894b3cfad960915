/** Sentences on mines and plants that stopped, reopened, closed or starved. */

import { tickOf, yearOf } from "../../quantities.ts";
import { monthOfYear } from "../../words/dates.ts";
import { asSentence, listWords } from "../../words/lists.ts";
import { agentWords } from "../../words/places.ts";
import type { Told } from "./listener.ts";
import { labelsOf, type Replay } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Verbs for the events of mines and plants, with their weights on a chart. */
const VERBS = [
	{ what: "mine idles", words: "stopped mining", weight: 3 },
	{ what: "mine reopens", words: "opened again", weight: 2 },
	{ what: "mine closes", words: "closed for good", weight: 5 },
	{ what: "plant idles", words: "let furnaces go cold", weight: 2 },
	{ what: "plant restarts", words: "began to refine again", weight: 1 },
	{ what: "plant starves", words: "went short of ore", weight: 3 },
] as const satisfies readonly {
	readonly what: Told["what"];
	readonly words: string;
	readonly weight: number;
}[];
/** Up to this many are named with their months; of more, the first. */
const MOST = 3;

/** Mines and plants that stopped, opened, closed or starved, one sentence a year for each of these. */
export function closureSentences(replay: Replay): readonly Sentence[] {
	const { from, to } = replay.scenario.horizon;
	const years = Array.from(
		{ length: yearOf(to) - yearOf(from) + 1 },
		(_, i) => yearOf(from) + i,
	);
	return years.flatMap((year) =>
		VERBS.flatMap((verb) => {
			const told = replay.told.filter(
				({ tick, what }) => what === verb.what && yearOf(tick) === year,
			);
			return told.length > 0 ? [sentenceOf(replay, year, told, verb)] : [];
		}),
	);
}

function sentenceOf(
	replay: Replay,
	year: number,
	told: readonly Told[],
	{ what, words, weight }: (typeof VERBS)[number],
): Sentence {
	const tick = told[0]?.tick ?? tickOf(year, 1);
	const first = told.filter(
		({ who }, i) => told.findIndex((other) => other.who === who) === i,
	);
	const kind = what.startsWith("mine") ? "mines" : "plants";
	const names = namesOf(replay, first.slice(0, MOST));
	const who = first.length === 1 ? names : `${first.length} ${kind}`;
	const all =
		first.length <= MOST ? names : `${first.length} ${kind}, ${names} first,`;
	return {
		tick,
		text: `In ${year} ${all} ${words}.`,
		mark: { tick, words: asSentence(`${who} ${words}`), weight },
	};
}

/** Agents with the month in which each was first told that year. */
function namesOf(replay: Replay, told: readonly Told[]): string {
	const labels = labelsOf(replay);
	return listWords(
		told.map(
			({ who, tick }) =>
				`${agentWords(who, replay.scenario.world, labels)} (${monthOfYear(tick)})`,
		),
	);
}
