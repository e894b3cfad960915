/** Dated rules of a scenario, for the sentences of a story. */

import { shockMarks } from "../../charts/frame/shock-marks.ts";
import { instantOf } from "../../quantities.ts";
import { isProject, POLICY } from "../../scenario/shocks/kinds.ts";
import type { Shock } from "../../scenario/types.ts";
import { dayWords } from "../../words/dates.ts";
import type { Replay, Stretch } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** A shock that is dated and certain: what a story may say without having heard it. */
export interface DatedRule {
	readonly label: string;
	readonly tick: number;
	readonly when: string;
	/** lower matters more */
	readonly rank: number;
	readonly kind: Shock["kind"];
}

/** Tells shocks that surely begin on their day; projects begin when the market tells. */
function isCertain(shock: Shock): boolean {
	const { probability } = shock;
	return (
		!isProject(shock) && probability.kind === "fixed" && probability.value === 1
	);
}

/** Beginnings and ends of certain shocks in a stretch, those that matter most first. */
export function datedRules(
	{ scenario }: Replay,
	{ from, to }: Stretch,
): readonly DatedRule[] {
	return scenario.shocks
		.filter(isCertain)
		.flatMap(rulesOf)
		.filter(({ tick }) => tick >= from && tick <= to)
		.sort((a, b) => a.rank - b.rank || a.tick - b.tick);
}

function rulesOf(shock: Shock): readonly DatedRule[] {
	const marks = shockMarks([shock]);
	const days = shock.to === null ? [shock.from] : [shock.from, shock.to];
	return days.flatMap((day, i) => {
		const mark = marks[i];
		if (mark === undefined) return [];
		const { label, rank } = mark;
		return [
			{
				label,
				rank,
				kind: shock.kind,
				tick: Math.floor(instantOf(day)),
				when: dayWords(day),
			},
		];
	});
}

/** `Export licences (15 September 2024)`. */
export function ruleWords({ label, when }: DatedRule): string {
	return `${label} (${when})`;
}

const WEIGHT = 12;

/** The scenario's own dated policy, each with a sentence of its own: what began and what ended. */
export function ruleSentences(replay: Replay): readonly Sentence[] {
	return datedRules(replay, replay.scenario.horizon)
		.filter(({ rank }) => rank <= POLICY)
		.map(({ tick, label, when, rank }) => ({
			tick,
			text: `On ${when}, as the scenario dates it: ${label}.`,
			mark: { tick, words: label, weight: WEIGHT - 2 * rank },
		}));
}
