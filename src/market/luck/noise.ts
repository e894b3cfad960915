/** The world outside the market: activity, news, jumps of belief, supply events. */

import { REGIONS } from "../../calibration/row.ts";
import { log } from "../../math.ts";
import type { Luck } from "../../random/luck.ts";
import { questionKey } from "../../random/question.ts";
import type { Market } from "../world/market.ts";
import { CN, PK, REGION_COUNT } from "../world/structure.ts";

/*
 * Sizes are those that gave calm years their volatility in trials of the model; all are
 * assumed.
 */
const MACRO_MEMORY = 0.945;
const NEWS_MEMORY = 0.5;
const REGIONAL_NEWS = 0.3;
/** Standard deviation of a Student t(3), by which news is scaled; it is cut at NEWS_CAP of them. */
const T3_DEVIATION = Math.sqrt(3);
const NEWS_CAP = 3;
const JUMP_CHANCE = 0.03;
const JUMP_SIZE = 0.2;
const JUMP_UP = 0.75;
const JUMP_FADE = 0.12;
/** Stationary deviation of the export cost, share of the normal price. */
const EXPORT_COST_DEVIATION = 0.025;
const EXPORT_COST_MEMORY = 0.8;
const EXPORT_COST_INNOVATION =
	EXPORT_COST_DEVIATION *
	Math.sqrt(1 - EXPORT_COST_MEMORY * EXPORT_COST_MEMORY);
const EVENT_CHANCE = 0.02;
const EVENT_SHORTEST = 2;
const EVENT_LONGEST = 18;
const STOPPAGE_CHANCE = 0.02;
const STOPPAGE_MONTHS = 2;

/** Places of large supply events, and the share of output that each leaves. */
export const CHINESE_MINES = 0;
export const OLIMPIADA = 1;
export const OTHER_MINES = 2;
export const PAKISTANI_ORE = 3;
export const EVENT_LEAVES = [0.7, 0.3, 0.65, 0.1] as const;

const key = {
	macro: questionKey("world", "activity"),
	news: questionKey("world", "news"),
	jump: questionKey("world", "jump of belief"),
	jumpSize: questionKey("world", "size of jump"),
	jumpSign: questionKey("world", "sign of jump"),
	exportCost: questionKey("CN", "export cost"),
	event: questionKey("world", "supply event"),
	eventKind: questionKey("world", "kind of supply event"),
	eventLength: questionKey("world", "length of supply event"),
	stoppage: questionKey("PK", "security stoppage"),
	regional: REGIONS.map((region) => questionKey(region, "news")),
};

/**
 * Log of need that is taken off under noise, so that worlds with and without noise have one
 * mean price: supply lost to large events, 2.5 % of the world's mines, and half the variance
 * of activity.
 */
export const LOST_TO_NOISE = 0.03;

/** Mean effect of jumps of belief, which is taken out of the norm. */
const MEAN_JUMP = (JUMP_CHANCE * JUMP_SIZE * (2 * JUMP_UP - 1)) / JUMP_FADE;

function news(streams: Luck, question: typeof key.macro, tick: number): number {
	const shock = streams.studentT3(question, tick) / T3_DEVIATION;
	return Math.min(NEWS_CAP, Math.max(-NEWS_CAP, shock));
}

function drawBeliefs(market: Market, streams: Luck, tick: number): void {
	const { state, parameters } = market;
	const scale = parameters.newsNoise;
	state.commonNews[0] =
		NEWS_MEMORY * state.commonNews[0]! + scale * news(streams, key.news, tick);
	for (let r = 0; r < REGION_COUNT; r += 1)
		state.regionalNews[r] =
			NEWS_MEMORY * state.regionalNews[r]! +
			REGIONAL_NEWS * scale * news(streams, key.regional[r]!, tick);
	const size = -JUMP_SIZE * log(1 - streams.uniform(key.jumpSize, tick));
	const sign = streams.uniform(key.jumpSign, tick) < JUMP_UP ? 1 : -1;
	const jumps = streams.uniform(key.jump, tick) < JUMP_CHANCE ? 1 : 0;
	state.beliefJump[0] =
		(1 - JUMP_FADE) * state.beliefJump[0]! + jumps * sign * size;
}

/** Starts and ages large supply events; one may run at each place. */
function drawEvents(market: Market, streams: Luck, tick: number): void {
	const months = market.state.eventMonths;
	for (let i = 0; i < months.length; i += 1)
		months[i] = Math.max(0, months[i]! - 1);
	const kind = Math.floor(3 * streams.uniform(key.eventKind, tick));
	const length = Math.floor(
		EVENT_SHORTEST +
			(EVENT_LONGEST + 1 - EVENT_SHORTEST) *
				streams.uniform(key.eventLength, tick),
	);
	if (streams.uniform(key.event, tick) < EVENT_CHANCE)
		months[kind] = Math.max(months[kind]!, length);
	if (streams.uniform(key.stoppage, tick) < STOPPAGE_CHANCE)
		months[PAKISTANI_ORE] = STOPPAGE_MONTHS;
}

/** Draws the month's exogenous noise; every question is asked in every month. */
export function drawNoise(market: Market, tick: number): void {
	const { state, parameters, streams } = market;
	state.macro[0] =
		MACRO_MEMORY * state.macro[0]! +
		parameters.macroNoise * streams.normal(key.macro, tick);
	state.exportCostNoise[0] =
		EXPORT_COST_MEMORY * state.exportCostNoise[0]! +
		EXPORT_COST_INNOVATION * streams.normal(key.exportCost, tick);
	drawBeliefs(market, streams, tick);
	drawEvents(market, streams, tick);
}

/** Addition of undated news to the log norm of a region. */
export function undatedNews(market: Market, region: number): number {
	const { state } = market;
	if (!market.noisy) return 0;
	return (
		state.commonNews[0]! +
		state.regionalNews[region]! +
		state.beliefJump[0]! -
		MEAN_JUMP
	);
}

/** Share of output that large supply events leave at a mine. */
export function eventShare(market: Market, miner: number): number {
	const { miners } = market.structure;
	const months = market.state.eventMonths;
	const region = miners.region[miner]!;
	const struck =
		miner === miners.olimpiada
			? OLIMPIADA
			: region === CN
				? CHINESE_MINES
				: OTHER_MINES;
	const left = months[struck]! > 0 ? EVENT_LEAVES[struck]! : 1;
	const stopped = region === PK && months[PAKISTANI_ORE]! > 0;
	return stopped ? left * EVENT_LEAVES[PAKISTANI_ORE] : left;
}
