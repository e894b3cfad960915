/** Sentence on China's licence office: months open, slow and closed. */

import { listWords } from "../../words/lists.ts";
import { monthsWords } from "../../words/numbers.ts";
import { regimeWords } from "./circumstances.ts";
import type { Replay, Stretch } from "./replay.ts";
import { aside, type Sentence } from "./story.ts";

/** Months in which the licence office was open, slow and closed; nothing before it exists. */
export function licenceSentence(
	{ told }: Replay,
	{ from, to }: Stretch,
): readonly Sentence[] {
	const changes = told.filter(({ what }) => what === "licence regime");
	const months = [0, 0, 0];
	for (let tick = from; tick <= to; tick += 1) {
		const regime = changes.findLast((change) => change.tick <= tick)?.figure;
		if (regime !== undefined) months[regime]! += 1;
	}
	const parts = months.flatMap((count, regime) =>
		count > 0 ? [`${regimeWords(regime)} for ${monthsWords(count)}`] : [],
	);
	if (parts.length === 0) return [];
	return [
		aside(
			from,
			`Over this time China's licence office stood ${listWords(parts)}.`,
		),
	];
}
