/** Sentences on users who learnt to do with less antimony. */

import { SEGMENTS, type Segment } from "../../calibration/row.ts";
import { yearOf } from "../../quantities.ts";
import { monthOfYear } from "../../words/dates.ts";
import { shareWords } from "../../words/numbers.ts";
import { regionWords } from "../../words/places.ts";
import type { Told } from "./listener.ts";
import type { Replay } from "./replay.ts";
import type { Sentence } from "./story.ts";

const USES: Readonly<Record<Segment, string>> = {
	"flame-retardants": "flame retardants",
	glass: "glass",
	"lead-alloys": "lead alloys",
	chemicals: "polyester and chemicals",
};
const WEIGHT = 2;

/** Users whose new recipes began to tell, one sentence a year for each use. */
export function reformulationSentences(replay: Replay): readonly Sentence[] {
	const { from, to } = replay.scenario.horizon;
	const told = replay.told.filter(
		({ tick, what }) =>
			what === "use reformulated" && tick >= from && tick <= to,
	);
	const years = [...new Set(told.map(({ tick }) => yearOf(tick)))];
	return years.flatMap((year) =>
		SEGMENTS.flatMap((segment) => {
			const of = told.filter(
				({ tick, who }) =>
					yearOf(tick) === year && buyerOf(replay, who)?.segment === segment,
			);
			return of.length > 0 ? [sentenceOf(replay, year, segment, of)] : [];
		}),
	);
}

function buyerOf({ scenario }: Replay, id: string) {
	return scenario.world.civilBuyers.find((buyer) => buyer.id === id);
}

function sentenceOf(
	replay: Replay,
	year: number,
	segment: Segment,
	told: readonly Told[],
): Sentence {
	const tick = told[0]?.tick ?? 0;
	const regions = told.map(({ who }) => buyerOf(replay, who)?.region ?? "");
	const where =
		regions.length === 1
			? regionWords(regions[0] ?? "")
			: `${regions.length} regions`;
	const share = Math.max(...told.map(({ figure }) => figure));
	return {
		tick,
		text: `In ${year} new recipes for ${USES[segment]} began to tell in ${where}, from ${monthOfYear(tick)} on: ${shareWords(share)} of the antimony needed was done without.`,
		mark: {
			tick,
			words: `New recipes for ${USES[segment]} in ${where}`,
			weight: WEIGHT,
		},
	};
}
