/** Sentences on outages of mines and smelters. */

import {
	CHINESE_MINES,
	EVENT_LEAVES,
	OLIMPIADA,
	OTHER_MINES,
	PAKISTANI_ORE,
} from "../../market/luck/noise.ts";
import { shareWords } from "../../words/numbers.ts";
import type { Replay, Stretch } from "./replay.ts";
import { stretchWords } from "./shortages.ts";
import type { Sentence } from "./story.ts";

/** Whom the undated supply events of the model strike. */
const STRUCK: readonly { readonly place: number; readonly words: string }[] = [
	{ place: CHINESE_MINES, words: "Chinese mines" },
	{ place: OLIMPIADA, words: "Olimpiada" },
	{ place: OTHER_MINES, words: "other mines outside China" },
	{ place: PAKISTANI_ORE, words: "the diggings of Pakistan" },
];
const WEIGHT = 6;

/** An undated supply event: the months it lasted, and what it took from whom. */
interface Outage extends Stretch {
	readonly words: string;
}

/** Every outage of the horizon, in one sentence each. */
export function outageSentences(replay: Replay): readonly Sentence[] {
	return outagesOf(replay).map(({ words, ...stretch }) => ({
		tick: stretch.from,
		text: `${stretchWords(stretch)} an outage took ${words}.`,
		mark: {
			tick: stretch.from,
			words: `Outage: ${words} lost`,
			weight: WEIGHT,
		},
	}));
}

/** Outages that began in a stretch, as phrases. */
export function outagesBegun(
	replay: Replay,
	{ from, to }: Stretch,
): readonly string[] {
	return outagesOf(replay)
		.filter((outage) => outage.from >= from && outage.from <= to)
		.map(({ words }) => `an outage took ${words}`);
}

function outagesOf(replay: Replay): readonly Outage[] {
	return STRUCK.flatMap(({ place, words }) => {
		const lost = `${shareWords(1 - EVENT_LEAVES[place]!)} of the output of ${words}`;
		return unbroken(replay, place).map((stretch) => ({
			...stretch,
			words: lost,
		}));
	});
}

/** Months in a row, of the horizon, in which an event runs at a place. */
function unbroken(
	{ months, scenario }: Replay,
	place: number,
): readonly Stretch[] {
	const runs: { from: number; to: number }[] = [];
	const { from, to } = scenario.horizon;
	for (let tick = from; tick <= to; tick += 1) {
		if (!((months[tick]?.outages[place] ?? 0) > 0)) continue;
		const last = runs.at(-1);
		if (last?.to === tick - 1) last.to = tick;
		else runs.push({ from: tick, to: tick });
	}
	return runs;
}
