/** Sentences on a new refinery that stood half empty, and on the ore that it lacked. */

import { REGIONS } from "../../calibration/row.ts";
import { REGION_COUNT } from "../../market/world/structure.ts";
import { tickOf, yearOf } from "../../quantities.ts";
import { priceWords, shareWords, tonnesWords } from "../../words/numbers.ts";
import { agentWords, regionWords } from "../../words/places.ts";
import type { PlantMonth } from "./listener.ts";
import { labelsOf, type Replay, type Stretch, sumOver } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Use of its nameplate below which a plant starves. */
const STARVING = 0.6;
/** Months after its start in which a plant still ramps up. */
const RAMP = 24;
const WEIGHT = 6;

/** Years in which a plant that a scenario built stood half empty, and what the model knows of why. */
export function refinerySentences(replay: Replay): readonly Sentence[] {
	const ids = new Set(
		replay.months.flatMap(({ plants }) => plants.map(({ id }) => id)),
	);
	return [...ids].flatMap((id) =>
		hungryYears(replay, id).map((years) => yearsSentence(replay, id, years)),
	);
}

/** Years in a row, first and last, in which a plant starves. */
function hungryYears(replay: Replay, id: string): readonly Stretch[] {
	const { from, to } = replay.scenario.horizon;
	const runs: { from: number; to: number }[] = [];
	for (let year = yearOf(from); tickOf(year, 12) <= to; year += 1) {
		const plants = grownMonths(replay, id, year);
		const isHungry =
			sumOf(plants, ({ refined }) => refined) <
			STARVING * sumOf(plants, ({ nameplate }) => nameplate);
		const last = runs.at(-1);
		if (isHungry && last?.to === year - 1) last.to = year;
		else if (isHungry) runs.push({ from: year, to: year });
	}
	return runs;
}

/** The months of a plant in a year; empty unless it has run for two years before. */
function grownMonths(
	{ months }: Replay,
	id: string,
	year: number,
): readonly PlantMonth[] {
	const at = (tick: number) =>
		months[tick]?.plants.find((plant) => plant.id === id);
	if (at(tickOf(year, 1) - RAMP) === undefined) return [];
	return Array.from({ length: 12 }, (_, i) => at(tickOf(year, 1 + i))).filter(
		(plant) => plant !== undefined,
	);
}

const sumOf = (
	plants: readonly PlantMonth[],
	value: (plant: PlantMonth) => number,
) => plants.reduce((sum, plant) => sum + value(plant), 0);

function yearsSentence(replay: Replay, id: string, years: Stretch): Sentence {
	const plants = Array.from({ length: years.to - years.from + 1 }, (_, i) =>
		grownMonths(replay, id, years.from + i),
	).flat();
	const made = sumOf(plants, ({ refined }) => refined);
	const room = sumOf(plants, ({ nameplate }) => nameplate);
	const name = agentWords(id, replay.scenario.world, labelsOf(replay));
	const when =
		years.from === years.to
			? `In ${years.from}`
			: `From ${years.from} to ${years.to}`;
	return {
		tick: tickOf(years.from, 1),
		text: `${when} ${name} made ${tonnesWords(made)} of the ${tonnesWords(room)} it could (${shareWords(made / room)}): it got ${tonnesWords(sumOf(plants, ({ feed }) => feed))} of ore, and ${affordWords(plants)}${takerWords(replay, plants, years)}.`,
		mark: {
			tick: tickOf(years.from, 1),
			words: `${name} at ${shareWords(made / room)} of its room, to ${years.to}`,
			weight: WEIGHT * (1 - made / room),
		},
	};
}

/** A price within this share of the worth is about the same. */
const ABOUT = 0.02;

/** Price of ore against its worth to the plant, the reason that the model has for an empty plant. */
function affordWords(plants: readonly PlantMonth[]): string {
	const price = sumOf(plants, ({ orePrice }) => orePrice) / plants.length;
	const worth = sumOf(plants, (plant) => plant.worth) / plants.length;
	const cost = `a tonne in concentrate cost ${priceWords(price)}`;
	if (Math.abs(price / worth - 1) < ABOUT)
		return `${cost}, about all that it was worth there`;
	return price > worth
		? `${cost} where it could pay ${priceWords(worth)}`
		: `${cost}, less than the ${priceWords(worth)} it was worth there`;
}

/** Region that took most of the ore that left the plant's own. */
function takerWords(
	{ months }: Replay,
	plants: readonly PlantMonth[],
	years: Stretch,
): string {
	const home = plants[0]?.region ?? 0;
	const stretch = { from: tickOf(years.from, 1), to: tickOf(years.to, 12) };
	const taken = REGIONS.map((_, to) =>
		sumOver(
			stretch,
			(tick) => months[tick]?.ore[home * REGION_COUNT + to] ?? 0,
		),
	);
	const all = taken.reduce((sum, each) => sum + each, 0);
	if (all === 0) return "";
	const most = taken.indexOf(Math.max(...taken));
	return `; ${regionWords(most)} took ${shareWords(taken[most]! / all)} of the ${tonnesWords(all)} of ore that left ${regionWords(home)}`;
}
