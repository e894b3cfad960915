/** Licence office of China: applications, the regime that grants them, licences that age. */

import { exp } from "../../math.ts";
import { questionKey } from "../../random/question.ts";
import type { Market } from "../world/market.ts";
import { LICENCE_LIFE, TRADE_MEMORY } from "../world/spans.ts";
import { CN } from "../world/structure.ts";

/** Regimes of the office, from generous to shut. */
const OPEN = 0;
const SLOW = 1;
const CLOSED = 2;
/**
 * Share of applied tonnage granted under each regime. Basis: assumed; fits October to December
 * 2024. A closed office grants nothing: gallium and germanium had months without any export.
 */
const GRANTED = [0.8, 0.45, 0] as const;
/** Standard deviation of the month's leak around its median, logs. Basis: assumed. */
const LEAK_DEVIATION = 0.5;
/** Chances that licensing starts open, or slow; else it starts closed. */
const START_OPEN = 0.2;
const START_SLOW = 0.6;
/** Monthly chances of a change of regime, and a fresh campaign's factor on that from slow to closed. */
const OPEN_TO_SLOW = 0.06;
const SLOW_TO_CLOSED = 0.05;
const CAMPAIGN_FACTOR = 3;
const SLOW_TO_OPEN = 0.04;
const CLOSED_TO_SLOW = 0.12;
/** Desks that an application passes. */
const DESKS = 2;

const key = {
	start: questionKey("CN", "first licence regime"),
	change: questionKey("CN", "change of licence regime"),
	leak: questionKey("CN", "licence leak"),
};

function firstRegime(u: number): number {
	if (u < START_OPEN) return OPEN;
	return u < START_OPEN + START_SLOW ? SLOW : CLOSED;
}

/** Regime a month later, by one uniform. @param zeal what is left of a campaign, 0 to 1 */
function nextRegime(regime: number, u: number, zeal: number): number {
	if (regime === OPEN) return u < OPEN_TO_SLOW ? SLOW : OPEN;
	if (regime === CLOSED) return u < CLOSED_TO_SLOW ? SLOW : CLOSED;
	const down = SLOW_TO_CLOSED * (1 + (CAMPAIGN_FACTOR - 1) * zeal);
	if (u < down) return CLOSED;
	return u < down + SLOW_TO_OPEN ? OPEN : SLOW;
}

/** True when China holds refined metal back this month: by licences, a ban on all, or a quota. */
function holdsBack({ rules }: Market): boolean {
	return (
		rules.licensed > 0 ||
		rules.refinedFree[CN]! < 1 ||
		rules.quota < Number.POSITIVE_INFINITY
	);
}

/** Keeps each exporter's mean exports of the year before a control as its normal ones, t Sb a month. */
function rememberNormalExports(market: Market): void {
	const { state, structure } = market;
	const before = state.heldBack[0]!;
	state.heldBack[0] = holdsBack(market) ? 1 : 0;
	if (state.heldBack[0]! <= before) return;
	const { count } = structure.refinedExporters;
	for (let k = 0; k < count; k += 1) {
		let sum = 0;
		for (let month = 0; month < TRADE_MEMORY; month += 1)
			sum += state.exporterHistory[month * count + k]!;
		state.normalExports[k] = sum / TRADE_MEMORY;
	}
}

function ageLicences(market: Market): void {
	const { licences } = market.state;
	const count = market.structure.refinedExporters.count;
	licences.copyWithin(count, 0, (LICENCE_LIFE - 1) * count);
	licences.fill(0, 0, count);
}

/**
 * Moves applications over two desks; the second grants by the regime, or by the share that a
 * rule sets.
 */
function workDesks(market: Market): void {
	const { state, rules, parameters, structure } = market;
	const lag = rules.licenceLag >= 0 ? rules.licenceLag : parameters.licenceLag;
	const passed = Math.min(1, DESKS / Math.max(lag, DESKS));
	const share =
		rules.approval >= 0 ? rules.approval : GRANTED[state.licenceRegime[0]!]!;
	for (let k = 0; k < structure.refinedExporters.count; k += 1) {
		const decided = passed * state.secondDesk[k]!;
		const forwarded = passed * state.firstDesk[k]!;
		state.licences[k]! += share * decided;
		state.secondDesk[k]! += forwarded - decided;
		state.firstDesk[k]! -= forwarded;
	}
}

function enterRegime(market: Market, regime: number, tick: number): void {
	market.state.licenceRegime[0] = regime;
	market.trace?.tell(tick, "licence regime", "CN", regime);
}

/** Lets the zeal of a campaign fade from the month it begins; without one there is none. */
function tireOfCampaigns(market: Market): void {
	const { state, rules, parameters } = market;
	const faded = state.zeal[0]! * (1 - 1 / parameters.campaignFade);
	state.zeal[0] = rules.campaignBegins ? 1 : rules.enforcing ? faded : 0;
}

/** Draws what leaves this month past the controlled list, share of normal exports. */
function drawLeak(market: Market, tick: number): void {
	const { state, parameters, streams } = market;
	const luck = streams.normal(key.leak, tick);
	state.leak[0] =
		parameters.leak * (market.noisy ? exp(LEAK_DEVIATION * luck) : 1);
}

/** Runs the office for a month: licences age, expire and are granted, and the regime may change. */
export function workLicenceOffice(market: Market, tick: number): void {
	const { state, rules, streams } = market;
	const starts = streams.uniform(key.start, tick);
	const changes = streams.uniform(key.change, tick);
	drawLeak(market, tick);
	tireOfCampaigns(market);
	rememberNormalExports(market);
	if (rules.licensed === 0) {
		state.licenceRegime[0] = -1;
		return;
	}
	if (state.licenceRegime[0]! < 0) {
		enterRegime(market, firstRegime(starts), tick);
		return;
	}
	const regime = nextRegime(state.licenceRegime[0]!, changes, state.zeal[0]!);
	if (regime !== state.licenceRegime[0]) enterRegime(market, regime, tick);
	ageLicences(market);
	workDesks(market);
}

/** Lets each exporter apply for the tonnes of a normal month. */
export function applyForLicences(market: Market): void {
	const { state, rules, structure } = market;
	const { count, licensed } = structure.refinedExporters;
	for (let k = 0; k < count; k += 1)
		if (licensed[k] === 1)
			state.firstDesk[k]! += rules.licensed * state.normalExports[k]!;
}

/** Tonnes for which an exporter holds licences. */
function licensedTonnes(market: Market, exporter: number): number {
	const count = market.structure.refinedExporters.count;
	let sum = 0;
	for (let age = 0; age < LICENCE_LIFE; age += 1)
		sum += market.state.licences[age * count + exporter]!;
	return sum;
}

/** Chinese exports of a normal month before control, t Sb. */
export function normalChineseExports(market: Market): number {
	const { first } = market.structure.refinedExporters;
	let sum = 0;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1)
		sum += market.state.normalExports[k]!;
	return sum;
}

/**
 * Limits each Chinese exporter's shipments this month: to its capacity; under licences to the
 * leak past the controlled list and the tonnes licensed, in the month they begin also to what
 * it loads in the free days; and to the rest of the quarter's quota.
 */
export function limitChineseExports(market: Market): void {
	const { structure, state, rules, refinedMarkets } = market;
	const { first, capacity, licensed, grey } = structure.refinedExporters;
	let quota = rules.quota - state.quarterExports[0]!;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1) {
		if (grey[k] === 1) continue;
		let most = capacity[k]!;
		if (licensed[k] === 1 && rules.licensed > 0)
			most =
				rules.lastChance * most +
				rules.licensed * state.leak[0]! * state.normalExports[k]! +
				licensedTonnes(market, k);
		const free = rules.refinedFree[CN]! * rules.exporterFree[k]!;
		most = Math.max(0, Math.min(most * free, quota));
		refinedMarkets.exporterCapacity[k] = most;
		quota -= most;
	}
}

/** Uses licences up for shipments beyond the leak, oldest first. */
export function useLicences(market: Market): void {
	const { structure, state, rules } = market;
	const { count, licensed } = structure.refinedExporters;
	if (rules.licensed === 0) return;
	for (let k = 0; k < count; k += 1) {
		if (licensed[k] === 0) continue;
		const free =
			rules.lastChance * structure.refinedExporters.capacity[k]! +
			state.leak[0]! * state.normalExports[k]!;
		let left = Math.max(0, market.refinedClearing.shipped[k]! - free);
		for (let age = LICENCE_LIFE - 1; age >= 0 && left > 0; age -= 1) {
			const cell = age * count + k;
			const taken = Math.min(left, state.licences[cell]!);
			state.licences[cell]! -= taken;
			left -= taken;
		}
	}
}
