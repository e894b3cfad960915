/** Sentences on shortages: months in which US users and US defence went without. */

import type { ExtraName } from "../../market/record/recorder.ts";
import { monthWords } from "../../words/dates.ts";
import { listWords } from "../../words/lists.ts";
import { shareWords, tonnesWords } from "../../words/numbers.ts";
import { type Replay, type Stretch, sumOver, valueAt } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Unmet use above this share of need is a shortage, as in the metric. */
const SHORTAGE = 0.05;
/** Unmet defence need above this share of a month's is worth telling. */
const MISSED = 0.01;
const WEIGHT = 20;

/** Months in which US users and US defence went without, stretch by stretch. */
export function shortageSentences(replay: Replay): readonly Sentence[] {
	return [...userSentences(replay), ...defenceSentences(replay)];
}

/** `In March 2027`, `From March to July 2027` in full months. */
export function stretchWords({ from, to }: Stretch): string {
	return from === to
		? `In ${monthWords(from)}`
		: `From ${monthWords(from)} to ${monthWords(to)}`;
}

function userSentences(replay: Replay): readonly Sentence[] {
	const unmet = (tick: number) => valueAt(replay, "us_unmet_t", tick);
	const need = (tick: number) => valueAt(replay, "us_civil_need_t", tick);
	const isShort = (tick: number) => unmet(tick) > SHORTAGE * need(tick);
	return runsOfMonths(replay.scenario.horizon, isShort).map((run) => {
		const missed = sumOver(run, unmet);
		const share = missed / sumOver(run, need);
		return {
			tick: run.from,
			text: `${stretchWords(run)} US users went without ${tonnesWords(missed)} that they would have used at the price paid, ${shareWords(share)} of their need.`,
			mark: {
				tick: run.from,
				words: `US users short of ${tonnesWords(missed)} until ${monthWords(run.to)}`,
				weight: WEIGHT * (1 + share),
			},
		};
	});
}

/** Causes for which defence goes without, as the model books them. */
const CAUSES: readonly {
	readonly name: ExtraName;
	readonly words: string;
}[] = [
	{
		name: "defence_unmet_certified_t",
		words: "for want of a qualified source",
	},
	{
		name: "defence_unmet_budget_t",
		words: "because the price stood above the limit of contracts",
	},
	{ name: "defence_unmet_physical_t", words: "because there was no metal" },
];

/** Tonnes that defence missed in a stretch, cause by cause; empty when it missed nothing. */
export function defenceCauses(
	replay: Replay,
	stretch: Stretch,
): readonly string[] {
	return CAUSES.flatMap(({ name, words }) => {
		const missed = sumOver(stretch, (tick) => valueAt(replay, name, tick));
		return missed > 0 ? [`${tonnesWords(missed)} ${words}`] : [];
	});
}

function defenceSentences(replay: Replay): readonly Sentence[] {
	const unmet = (tick: number) => valueAt(replay, "defence_unmet_us_t", tick);
	const need = (tick: number) => valueAt(replay, "defence_need_us_t", tick);
	const isMissing = (tick: number) => unmet(tick) > MISSED * need(tick);
	return runsOfMonths(replay.scenario.horizon, isMissing).map((run) => {
		const missed = sumOver(run, unmet);
		return {
			tick: run.from,
			text: `${stretchWords(run)} US defence missed ${tonnesWords(missed)} of ${tonnesWords(sumOver(run, need))} needed: ${listWords(defenceCauses(replay, run))}.`,
			mark: {
				tick: run.from,
				words: `US defence missed ${tonnesWords(missed)} until ${monthWords(run.to)}`,
				weight: 2 * WEIGHT,
			},
		};
	});
}

/** Months without it that do not end a run. */
const GAP = 2;

/** Stretches of months in which something holds; breaks of two months or fewer do not part them. */
export function runsOfMonths(
	{ from, to }: Stretch,
	holds: (tick: number) => boolean,
): readonly Stretch[] {
	const runs: { from: number; to: number }[] = [];
	for (let tick = from; tick <= to; tick += 1) {
		if (!holds(tick)) continue;
		const last = runs.at(-1);
		if (last && tick - last.to <= GAP + 1) last.to = tick;
		else runs.push({ from: tick, to: tick });
	}
	return runs;
}
