/** Search for the setting at which a statistic crosses a limit. */

import {
	type Comparison,
	compares,
} from "../../scenario/expectations/expectation.ts";

/** A statistic at one setting, with its 95 % interval. */
export interface Response {
	readonly at: number;
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** A range of settings, and the statement on a statistic that begins or ends to hold in it. */
export interface Search {
	readonly low: number;
	readonly high: number;
	readonly comparison: Comparison;
	readonly limit: number;
}

/** An end of an interval of settings; open when the range that was searched ends first. */
export interface End {
	readonly at: number;
	readonly open: boolean;
}

/** Setting at which a statistic crosses its limit, with the interval that sampling leaves. */
export interface Crossing {
	readonly kind: "found";
	readonly at: number;
	/** settings whose 95 % interval holds the limit: the interval of the crossing */
	readonly from: End;
	readonly to: End;
	/** true when the statement holds above the crossing, false when below it */
	readonly holdsAbove: boolean;
}

/** End of a search, with all responses in the order of their settings. */
export interface Finding {
	readonly end:
		| Crossing
		| { readonly kind: "holds throughout" }
		| { readonly kind: "not reachable" };
	/** times that the statement surely begins or ends along the range; more than 1: not monotone */
	readonly turns: number;
	readonly responses: readonly Response[];
}

/** Number of settings tried first. */
const FIRST = 5;
/** Most rounds of halving. */
const ROUNDS = 14;
/** Least width of the brackets of a crossing and of an interval's end, as shares of the range. */
const FINEST = { crossing: 1 / 1024, end: 1 / 256 } as const;
/** Width of a bracket, over that of the crossing's interval, below which it is narrow enough. */
const BESIDE = 0.1;
/** Greatest width of the crossing's bracket, as a share of the range, whatever its interval. */
const COARSEST = 1 / 32;

/**
 * Finds where a statistic crosses its limit, by halving brackets. All settings share their
 * luck, so that the statistic of the sample is one function of the setting; what another
 * sample would have said is the interval: the settings around the crossing at which the
 * 95 % interval of the statistic holds the limit (a test turned around, so that it covers
 * the true crossing as often as the statistic's own interval covers its value).
 *
 * @param respond statistics at some settings, in their order; null when interrupted
 */
export async function findBreakEven(
	search: Search,
	respond: (settings: readonly number[]) => Promise<readonly Response[] | null>,
): Promise<Finding | null> {
	let responses: readonly Response[] = [];
	let next = firstSettings(search);
	for (let round = 0; next.length > 0 && round < ROUNDS; round += 1) {
		const found = await respond(next);
		if (found === null) return null;
		responses = [...responses, ...found].sort((a, b) => a.at - b.at);
		next = settingsToTry(search, responses);
	}
	return findingOf(search, responses);
}

function firstSettings({ low, high }: Search): readonly number[] {
	return Array.from(
		{ length: FIRST },
		(_, i) => low + ((high - low) * i) / (FIRST - 1),
	);
}

const holdsAt = ({ comparison, limit }: Search, { value }: Response): boolean =>
	compares(value, comparison, limit);

/** True when the interval of a statistic leaves its limit out. */
const isSure = ({ limit }: Search, { low, high }: Response): boolean =>
	low > limit || high < limit;

/** Place of the first setting after which the statement begins or ceases to hold. */
function bracketOf(
	search: Search,
	responses: readonly Response[],
): number | null {
	const place = responses.findIndex(
		(response, i) =>
			i > 0 && holdsAt(search, response) !== holdsAt(search, responses[i - 1]!),
	);
	return place < 0 ? null : place - 1;
}

/** Place of the last sure response up to `place`; null when the range ends first. */
function sureBefore(
	search: Search,
	responses: readonly Response[],
	place: number,
): number | null {
	for (let i = place; i >= 0; i -= 1)
		if (isSure(search, responses[i]!)) return i;
	return null;
}

function sureAfter(
	search: Search,
	responses: readonly Response[],
	place: number,
): number | null {
	for (let i = place + 1; i < responses.length; i += 1)
		if (isSure(search, responses[i]!)) return i;
	return null;
}

/** Middles of brackets that are still too wide. */
function settingsToTry(
	search: Search,
	responses: readonly Response[],
): readonly number[] {
	const place = bracketOf(search, responses);
	if (place === null) return [];
	const crossing = crossingAt(search, responses, place);
	const range = search.high - search.low;
	const beside = BESIDE * (crossing.to.at - crossing.from.at);
	const before = sureBefore(search, responses, place);
	const after = sureAfter(search, responses, place);
	const middles = [
		middleOf(
			responses,
			place,
			Math.max(FINEST.crossing * range, Math.min(beside, COARSEST * range)),
		),
		...[before, after === null ? null : after - 1].map((i) =>
			i === null
				? null
				: middleOf(responses, i, Math.max(FINEST.end * range, beside)),
		),
	];
	return [...new Set(middles.filter((middle) => middle !== null))].sort(
		(a, b) => a - b,
	);
}

function middleOf(
	responses: readonly Response[],
	place: number,
	narrow: number,
): number | null {
	const [below, above] = [responses[place]!, responses[place + 1]!];
	return above.at - below.at > narrow ? (above.at + below.at) / 2 : null;
}

/** Setting at which the straight line between two responses meets the limit. */
function meets(
	limit: number,
	below: Response,
	above: Response,
	curve: "value" | "low" | "high",
): number {
	const [from, to] = [below[curve], above[curve]];
	if (!(from < limit !== to < limit)) return (below.at + above.at) / 2;
	return below.at + ((limit - from) / (to - from)) * (above.at - below.at);
}

/** End of a sure response's interval that lies nearer the limit. */
const nearer = ({ limit }: Search, { low }: Response): "low" | "high" =>
	low > limit ? "low" : "high";

function crossingAt(
	search: Search,
	responses: readonly Response[],
	place: number,
): Crossing {
	const [below, above] = [responses[place]!, responses[place + 1]!];
	const before = sureBefore(search, responses, place);
	const after = sureAfter(search, responses, place);
	const endOf = (sure: number | null, left: number, open: number): End => {
		if (sure === null) return { at: open, open: true };
		const curve = nearer(search, responses[sure]!);
		const [a, b] = [responses[left]!, responses[left + 1]!];
		return { at: meets(search.limit, a, b, curve), open: false };
	};
	return {
		kind: "found",
		at: meets(search.limit, below, above, "value"),
		from: endOf(before, before ?? 0, search.low),
		to: endOf(after, (after ?? 1) - 1, search.high),
		holdsAbove: holdsAt(search, above),
	};
}

function findingOf(search: Search, responses: readonly Response[]): Finding {
	const place = bracketOf(search, responses);
	const turns = turnsOf(search, responses);
	if (place !== null)
		return { end: crossingAt(search, responses, place), turns, responses };
	const holds = responses.some((response) => holdsAt(search, response));
	const kind = holds ? "holds throughout" : "not reachable";
	return { end: { kind }, turns, responses };
}

/** Counts how often the statement begins or ceases to hold along the sure settings. */
function turnsOf(search: Search, responses: readonly Response[]): number {
	const sure = responses
		.filter((response) => isSure(search, response))
		.map((response) => holdsAt(search, response));
	return sure.filter((holds, i) => i > 0 && holds !== sure[i - 1]).length;
}
