/** Events and shifts that stood beside a move of the price, as phrases. */

import { exp } from "../../math.ts";
import { listWords } from "../../words/lists.ts";
import { inWords, shareWords, tonnesWords } from "../../words/numbers.ts";
import { agentWords, regionWords } from "../../words/places.ts";
import { datedRules, ruleWords } from "./dated-rules.ts";
import type { Told } from "./listener.ts";
import { outagesBegun } from "./outages.ts";
import {
	labelsOf,
	meanOver,
	type Replay,
	type Stretch,
	toldIn,
	valueAt,
} from "./replay.ts";

/** Most dated rules and most measured changes that one sentence lists. */
const MOST_RULES = 3;
const MOST_CHANGES = 3;
/** Mines and plants that it names. */
const MOST_NAMES = 2;
/** Rank of what touches no tonne by itself: paths of use and of favour. */
const BACKGROUND = 8;
/** Changes worth a remark: of flows against the quarter before, of belief, of stocks. */
const FLOW = 0.15;
const MINING = 0.05;
const BELIEF = 0.1;
const STOCK = 0.1;
const COVER = 0.3;
const NEWS = 0.08;
const NEED = 0.03;

/** A change that was measured: in words, and how many times the least worth a remark it is. */
interface Change {
	readonly words: string;
	readonly size: number;
}

/**
 * Events beside a move of the price, as phrases: dated rules, what the market told, and
 * what moved most against the stretch before. They stand beside each other; that one
 * caused another is not said.
 */
export function circumstances(
	replay: Replay,
	stretch: Stretch,
): readonly string[] {
	const rules = datedRules(replay, stretch)
		.filter(({ rank }) => rank !== BACKGROUND)
		.slice(0, MOST_RULES);
	return [
		...(rules.length > 0
			? [`the scenario dates ${listWords(rules.map(ruleWords))}`]
			: []),
		...toldWords(replay, stretch),
		...changes(replay, stretch)
			.slice(0, MOST_CHANGES)
			.map(({ words }) => words),
	];
}

const REGIMES = ["open", "slow", "all but closed"] as const;

/** State of the licence office after a change, in words. */
export function regimeWords(figure: number): string {
	return REGIMES[figure] ?? "unknown";
}

function toldWords(replay: Replay, stretch: Stretch): readonly string[] {
	const barred = toldIn(replay, stretch, ["importer barred"]).map(
		({ who, figure }) =>
			`${regionWords(who)} was barred and left with ${tonnesWords(figure)} a month of imports`,
	);
	const regime = toldIn(replay, stretch, ["licence regime"]).at(-1);
	return [
		...barred,
		...(regime
			? [`China's licence office became ${regimeWords(regime.figure)}`]
			: []),
		...outagesBegun(replay, stretch),
		...lossWords(replay, stretch),
	];
}

const LOSSES: readonly Told["what"][] = [
	"mine idles",
	"mine closes",
	"plant idles",
];

function lossWords(replay: Replay, stretch: Stretch): readonly string[] {
	const labels = labelsOf(replay);
	const lost = toldIn(replay, stretch, LOSSES).map(({ who }) =>
		agentWords(who, replay.scenario.world, labels),
	);
	const names = [...new Set(lost)];
	if (names.length === 0) return [];
	return names.length <= MOST_NAMES
		? [`${listWords(names)} stopped`]
		: [`${names.length} mines and plants stopped, ${names[0]} first`];
}

/** Changes in flows, stocks and beliefs, largest first, in units of the least worth a remark. */
function changes(replay: Replay, stretch: Stretch): readonly Change[] {
	return [
		flowChange(
			replay,
			stretch,
			{ name: "china_exports_total_t", least: FLOW },
			"Chinese exports",
		),
		flowChange(
			replay,
			stretch,
			{ name: "mined_world_t", least: MINING },
			"world mine output",
		),
		flowChange(
			replay,
			stretch,
			{ name: "us_imports_t", least: FLOW },
			"US arrivals",
		),
		beliefChange(replay, stretch),
		newsChange(replay, stretch),
		needChange(replay, stretch),
		coverChange(replay, stretch),
		stockChange(replay, stretch),
	]
		.filter((change) => change !== null)
		.sort((a, b) => b.size - a.size);
}

function flowChange(
	replay: Replay,
	stretch: Stretch,
	{
		name,
		least,
	}: {
		readonly name: "china_exports_total_t" | "mined_world_t" | "us_imports_t";
		readonly least: number;
	},
	words: string,
): Change | null {
	const months = stretch.to - stretch.from + 1;
	const before = { from: stretch.from - months, to: stretch.from - 1 };
	if (before.from < 0) return null;
	const value = (tick: number) => valueAt(replay, name, tick);
	const [was, is] = [meanOver(before, value), meanOver(stretch, value)];
	const size = Math.abs(is / was - 1) / least;
	if (!(size >= 1)) return null;
	const verb = is > was ? "rose" : "fell";
	return {
		words: `${words} ${verb} from ${tonnesWords(was)} to ${tonnesWords(is)} a month`,
		size,
	};
}

function beliefChange(
	{ months }: Replay,
	{ from, to }: Stretch,
): Change | null {
	const [was, is] = [months[from - 1]?.threat, months[to]?.threat];
	if (was === undefined || is === undefined) return null;
	const size = Math.abs(is - was) / BELIEF;
	if (size < 1) return null;
	const verb = is > was ? "rose" : "faded";
	return {
		words: `belief in a threat to Chinese supply ${verb} from ${shareWords(was)} to ${shareWords(is)}`,
		size,
	};
}

/** Change in the price that Rotterdam takes as normal, from undated news, the model's own luck. */
function newsChange({ months }: Replay, { from, to }: Stretch): Change | null {
	const [was, is] = [months[from - 1]?.news, months[to]?.news];
	if (was === undefined || is === undefined) return null;
	const size = Math.abs(is - was) / NEWS;
	if (size < 1) return null;
	const change = Math.abs(exp(is - was) - 1);
	return {
		words: `undated news ${is > was ? "raised" : "lowered"} what Rotterdam takes as a normal price by ${shareWords(change)}`,
		size,
	};
}

function needChange({ months }: Replay, { from, to }: Stretch): Change | null {
	const [was, is] = [months[from - 1]?.need, months[to]?.need];
	if (was === undefined || is === undefined) return null;
	const change = is / was - 1;
	const size = Math.abs(change) / NEED;
	if (!(size >= 1)) return null;
	return {
		words: `need in the world ${change > 0 ? "rose" : "fell"} by ${shareWords(Math.abs(change))}`,
		size,
	};
}

/** The region whose precautionary cover changed most. */
function coverChange({ months }: Replay, { from, to }: Stretch): Change | null {
	const [was, is] = [months[from - 1]?.precaution, months[to]?.precaution];
	if (was === undefined || is === undefined) return null;
	const most = largest(is.map((cover, r) => cover - was[r]!));
	const moved = is[most]! - was[most]!;
	const size = Math.abs(moved) / COVER;
	if (size < 1) return null;
	return {
		words: `buyers in ${regionWords(most)} ${moved > 0 ? "raised" : "cut"} their precautionary cover from ${inWords(was[most]!, 1)} to ${inWords(is[most]!, 1)} months of use`,
		size,
	};
}

function stockChange(replay: Replay, { from, to }: Stretch): Change | null {
	const { months } = replay;
	const [was, is] = [months[from - 1]?.stock, months[to]?.stock];
	if (was === undefined || is === undefined) return null;
	const most = largest(is.map((stock, r) => stock - was[r]!));
	const moved = is[most]! - was[most]!;
	const size = Math.abs(moved) / was[most]! / STOCK;
	if (size < 1) return null;
	return {
		words: `stocks of users and traders in ${regionWords(most)} ${moved > 0 ? "grew" : "shrank"} by ${tonnesWords(Math.abs(moved))} to ${tonnesWords(is[most]!)}`,
		size,
	};
}

/** Place of the value farthest from 0. */
function largest(values: Float64Array): number {
	let most = 0;
	for (let i = 1; i < values.length; i += 1)
		if (Math.abs(values[i]!) > Math.abs(values[most]!)) most = i;
	return most;
}
