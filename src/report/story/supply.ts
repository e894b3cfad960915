/** Sentences on US supply: gains and losses by year and by origin. */

import { REGIONS } from "../../calibration/row.ts";
import { REGION_COUNT, US } from "../../market/world/structure.ts";
import { tickOf, yearOf } from "../../quantities.ts";
import { changeWords, tonnesWords } from "../../words/numbers.ts";
import { regionWords } from "../../words/places.ts";
import {
	type Replay,
	type Stretch,
	sumOver,
	supplyFrom,
	valueAt,
} from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Changes of a year's arrivals worth a sentence. */
const LOST = -0.15;
const GAINED = 0.25;
/** Share of the change that an origin must make up to be named. */
const NAMED = 0.15;
const MOST_NAMED = 3;
const WEIGHT = 8;

/** Years in which the United States lost or won supply against the year before, and from whom. */
export function supplySentences(replay: Replay): readonly Sentence[] {
	const { from, to } = replay.scenario.horizon;
	const years: Sentence[] = [];
	for (let year = yearOf(from) + 1; tickOf(year, 12) <= to; year += 1) {
		const sentence = yearSentence(replay, year);
		if (sentence !== null) years.push(sentence);
	}
	return years;
}

const monthsOf = (year: number): Stretch => ({
	from: tickOf(year, 1),
	to: tickOf(year, 12),
});

function yearSentence(replay: Replay, year: number): Sentence | null {
	const arrivals = (of: number) =>
		sumOver(monthsOf(of), (tick) => valueAt(replay, "us_imports_t", tick));
	const [was, is] = [arrivals(year - 1), arrivals(year)];
	const change = is / was - 1;
	if (!(change < LOST || change > GAINED)) return null;
	const verb = change < 0 ? "fell" : "rose";
	return {
		tick: tickOf(year, 1),
		text: `In ${year} US arrivals of refined antimony ${verb} to ${tonnesWords(is)} from ${tonnesWords(was)} the year before (${changeWords(change)})${originWords(replay, year, is - was)}.${othersWords(replay, year)}`,
		mark: {
			tick: tickOf(year, 1),
			words: `US arrivals ${changeWords(change)} over the year, to ${tonnesWords(is)}`,
			weight: WEIGHT * Math.abs(change),
		},
	};
}

/** The origins that make up the change. */
function originWords(replay: Replay, year: number, moved: number): string {
	const changes = REGIONS.flatMap((_, origin) => {
		if (origin === US) return [];
		const supply = (of: number) =>
			sumOver(monthsOf(of), (tick) => supplyFrom(replay, origin, tick));
		const change = supply(year) - supply(year - 1);
		return Math.abs(change) >= NAMED * Math.abs(moved)
			? [{ origin, change }]
			: [];
	}).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
	if (changes.length === 0) return "";
	const named = changes
		.slice(0, MOST_NAMED)
		.map(({ origin, change }) => `${regionWords(origin)} ${signed(change)}`);
	return `: ${named.join(", ")}`;
}

function signed(tonnes: number): string {
	return `${tonnes > 0 ? "+" : ""}${tonnesWords(tonnes)}`;
}

/** The other importer whose purchases abroad changed most in the year. */
function othersWords({ months }: Replay, year: number): string {
	const bought = (region: number, of: number) =>
		sumOver(monthsOf(of), (tick) => {
			let sum = 0;
			for (let r = 0; r < REGION_COUNT; r += 1)
				sum += months[tick]?.metal[r * REGION_COUNT + region] ?? 0;
			return sum;
		});
	const changes = REGIONS.map((_, region) => ({
		region,
		change: bought(region, year) - bought(region, year - 1),
	})).filter(({ region }) => region !== US);
	const most = changes.reduce((a, b) =>
		Math.abs(b.change) > Math.abs(a.change) ? b : a,
	);
	const before = bought(most.region, year - 1);
	const share = most.change / before;
	if (!(Math.abs(share) > -LOST)) return "";
	return ` Elsewhere ${regionWords(most.region)} bought ${tonnesWords(Math.abs(most.change))} ${most.change < 0 ? "less" : "more"} abroad (${changeWords(share)}).`;
}
