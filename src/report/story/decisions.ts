/** Sentences on decisions: projects begun and financed, aid paid, shipments withheld, imports barred. */

import { monthWords } from "../../words/dates.ts";
import { asSentence } from "../../words/lists.ts";
import { moneyWords, monthsWords, tonnesWords } from "../../words/numbers.ts";
import { agentWords, regionWords } from "../../words/places.ts";
import type { Told } from "./listener.ts";
import { labelsOf, type Replay } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Events that are told one by one, and how much a reader wants them on a chart. */
const WEIGHTS: Readonly<Partial<Record<Told["what"], number>>> = {
	"importer barred": 5,
	"project starts": 9,
	"shipments withheld": 7,
	"shipments resume": 2,
	"plant qualified": 7,
	"project decided": 3,
	"project financed": 1,
	"project waits for money": 2,
	"grant paid": 2,
	"loan given": 2,
};

/** One sentence for each decision in the horizon, in the order in which the market told them. */
export function decisionSentences(replay: Replay): readonly Sentence[] {
	const { from, to } = replay.scenario.horizon;
	return replay.told
		.filter(({ tick }) => tick >= from && tick <= to)
		.filter((told) => !isRepeated(told, replay.told))
		.flatMap((told) => {
			const weight = WEIGHTS[told.what];
			return weight === undefined ? [] : [sentenceOf(replay, told, weight)];
		});
}

/** True for a project that waited the month before: the first month of a wait is told alone. */
function isRepeated({ tick, what, who }: Told, all: readonly Told[]): boolean {
	return (
		what === "project waits for money" &&
		all.some(
			(other) =>
				other.tick === tick - 1 && other.what === what && other.who === who,
		)
	);
}

function sentenceOf(replay: Replay, told: Told, weight: number): Sentence {
	const words = eventWords(replay, told);
	const { tick } = told;
	return {
		tick,
		text: `In ${monthWords(tick)} ${words}.`,
		mark: { tick, words: asSentence(words), weight },
	};
}

/** An event as the part of a sentence that follows its date. */
function eventWords(replay: Replay, { what, who, figure }: Told): string {
	const name = agentWords(who, replay.scenario.world, labelsOf(replay));
	switch (what) {
		case "project decided":
			return `the project ${name} was decided`;
		case "project waits for money":
			return `the project ${name} had its permits and waited for money`;
		case "project financed":
			return `the project ${name} found its money and was begun`;
		case "project starts":
			return `the project ${name} came to work, with room for ${tonnesWords(12 * figure)} a year`;
		case "plant qualified":
			return `the metal of ${name} was accepted for munitions, after ${monthsWords(figure)} of papers`;
		case "importer barred":
			return `${regionWords(who)} was barred and left with ${tonnesWords(figure)} a month of imports`;
		case "shipments withheld":
			return `${placeWords(who, name)} held back what was bound for the United States, for ${monthsWords(figure)}`;
		case "shipments resume":
			return `${placeWords(who, name)} shipped to the United States again`;
		case "grant paid":
			return `${moneyWords(figure)} were granted to ${name}`;
		case "loan given":
			return `${moneyWords(figure)} were lent to ${name}`;
		default:
			return what;
	}
}

/** A region by its code, else the name of an agent. */
function placeWords(who: string, name: string): string {
	const region = regionWords(who);
	return region === who ? name : region;
}
