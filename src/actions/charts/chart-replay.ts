/** Replay of one replicate, in the shape that charts of prices, routes and events take. */

import { REGIONS } from "../../calibration/row.ts";
import type { ChartReplay, ReplayEvent, Route } from "../../charts/chart.ts";
import { monthName } from "../../quantities.ts";
import { type Replay, valueAt } from "../../report/story/replay.ts";
import { tellStory } from "../../report/story/tell.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import {
	pickReplicate,
	type ReplicateRequest,
} from "../replay/pick-replicate.ts";
import { replayReplicate } from "../replay/replay-replicate.ts";

/** One replicate of a results folder, run again and checked, as charts show it. */
export async function chartReplay(
	results: Results,
	request: ReplicateRequest,
): Promise<ChartReplay> {
	const picked = pickReplicate(results, request);
	return replayForCharts(await replayReplicate(results, picked));
}

/** A replicate that was run again, as charts show it. */
export function replayForCharts(replay: Replay): ChartReplay {
	const { scenario, replicate, why } = replay;
	const { from, to } = scenario.horizon;
	const ticks = Array.from({ length: to - from + 1 }, (_, i) => from + i);
	return {
		scenario: scenario.name,
		replicate,
		why,
		months: ticks.map(monthName),
		price: ticks.map((tick) => valueAt(replay, "price_rotterdam_usd_t", tick)),
		routes: routesOf(replay, ticks),
		events: eventsOf(replay),
	};
}

function routesOf(
	{ months }: Replay,
	ticks: readonly number[],
): readonly Route[] {
	return REGIONS.flatMap((from, source) =>
		REGIONS.map((to, destination) => ({
			from,
			to,
			tonnes: ticks.map(
				(tick) =>
					months[tick]?.metal[source * REGIONS.length + destination] ?? 0,
			),
		})),
	);
}

function eventsOf(replay: Replay): readonly ReplayEvent[] {
	return tellStory(replay)
		.chapters.flatMap(({ sentences }) => sentences)
		.flatMap(({ mark }) => (mark === null ? [] : [mark]))
		.sort((a, b) => a.tick - b.tick)
		.map(({ tick, words, weight }) => ({
			month: monthName(tick),
			text: words,
			weight,
		}));
}
