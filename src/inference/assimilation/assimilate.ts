/** Assimilation: particles weighed month by month against a record, and renewed where too few are left. */

import type { Ensemble, RecordRow } from "../../calibration/priors/ensemble.ts";
import { log } from "../../math.ts";
import { monthName, type Tick } from "../../quantities.ts";
import { questionKey } from "../../random/question.ts";
import { type Seed, Streams } from "../../random/streams.ts";
import { effectiveSize, resampled } from "../calibration/tempering.ts";
import {
	CARRIED_NUMBERS,
	type Carried,
	FIRST_MONTH,
	firstParticles,
	memberOf,
	type Start,
} from "./carried.ts";
import {
	ancestorsOf,
	type Cloud,
	evenCloud,
	fitsOf,
	meanOf,
	nextPower,
	weighed,
} from "./cloud.ts";
import { type ForeseenRow, foresee, isLost, reconcile } from "./foresee.ts";
import { type Observation, observationOf } from "./observe.ts";
import {
	addMoves,
	MOVES,
	type MoveTally,
	noMoves,
	PASTS,
	type Reached,
	type Surviving,
} from "./rejuvenate.ts";
import { type Shift, shiftsOf } from "./shifts.ts";

/** What an assimilation spends. */
export interface AssimilationSize {
	/** particles that are begun with */
	readonly particles: number;
	/** particles that are carried on after the first resampling, and members of the ensemble */
	readonly members: number;
}

/** Share of the particles that weights may be worth before they are resampled. */
const ENOUGH = 0.5;
/** Most steps in which the rows of one month are taken in. */
const MOST_STEPS = 24;

/** Whoever runs particles, on as many threads as there are. */
export interface Trackers {
	begin(particles: readonly Carried[]): Promise<readonly Carried[]>;
	/** `step` keys the random numbers of the moves */
	renew(
		survivors: readonly Surviving[],
		reached: Reached,
		step: number,
	): Promise<{
		readonly particles: readonly Carried[];
		readonly tally: MoveTally;
	}>;
}

/** A month in which rows end, after they were taken in. */
export interface AssimilatedMonth {
	readonly month: string;
	readonly rows: readonly ForeseenRow[];
	/** equal particles that the weighted ones are worth */
	readonly effective: number;
	/** particles of the beginning that live on, their weight counted */
	readonly ancestors: number;
	/** steps in which the rows were taken in, each with a resampling but perhaps the last */
	readonly steps: number;
	/** share of moves accepted, by kind; null where nothing moved */
	readonly accepted: Readonly<
		Record<(typeof MOVES)[number], number | null>
	> | null;
}

/** End of an assimilation: members and account, or the words of a refusal. */
export interface Assimilation {
	readonly months: readonly AssimilatedMonth[];
	/** members with their weights; empty when it was refused */
	readonly members: Ensemble["members"];
	readonly shifts: readonly Shift[];
	/** particles that differ: in numbers or luck, and in numbers alone */
	readonly histories: number;
	readonly draws: number;
	/** sum of the logs of the evidence of each month */
	readonly evidence: number;
	/** why the record was refused; null when it was not */
	readonly refusal: string | null;
}

/** What is told while it runs. */
export type Tell = (month: AssimilatedMonth) => void;

const key = {
	first: questionKey("assimilation", "first of a pair"),
	second: questionKey("assimilation", "second of a pair"),
	past: questionKey("assimilation", "past tried"),
};

/** Survivors, each with two others to step along and pasts of the start to try. */
function accompanied(
	particles: readonly Carried[],
	start: readonly Carried[],
	streams: Streams,
): readonly Surviving[] {
	const n = particles.length;
	return particles.map((particle, i) => {
		const a = Math.floor(n * streams.uniform(key.first, i));
		const b = Math.floor(n * streams.uniform(key.second, i));
		const of = particles[a]!.scores;
		const less = particles[b]!.scores;
		const pasts = Array.from({ length: PASTS }, (_, k) => {
			const u = streams.uniform(key.past, i * PASTS + k);
			return start[Math.floor(start.length * u)]!;
		});
		return {
			particle,
			pasts,
			difference: of.map((score, j) => score - less[j]!),
		};
	});
}

const acceptedOf = ({ tried, accepted }: MoveTally) =>
	Object.fromEntries(
		MOVES.map((kind, k) => [
			kind,
			tried[k] === 0 ? null : accepted[k]! / tried[k]!,
		]),
	) as Record<(typeof MOVES)[number], number | null>;

/** What decides an assimilation. */
export interface AssimilationRequest {
	readonly start: Start;
	/** rows of the start's own record first, then the new ones by the month in which they end */
	readonly record: readonly RecordRow[];
	/** rows that the start has taken in already */
	readonly known: number;
	readonly seed: Seed;
	readonly size: AssimilationSize;
}

/** Takes the new rows of a record in, month by month. */
export async function assimilate(
	{ start, record, known, seed, size }: AssimilationRequest,
	trackers: Trackers,
	tell: Tell = () => {},
): Promise<Assimilation> {
	const observations = record.map(observationOf);
	const last = Math.max(...observations.map(({ to }) => to));
	const begun = await trackers.begin(
		firstParticles(start, size.particles, last + 1 - FIRST_MONTH, seed),
	);
	let cloud = evenCloud(begun);
	const before = cloud;
	const pasts = begun.filter(({ past }) => past !== Number.NEGATIVE_INFINITY);
	const since = FIRST_MONTH + start.months;
	const months: AssimilatedMonth[] = [];
	let evidence = 0;
	let step = 0;
	let refusal: string | null = null;
	for (let from = known; from < record.length && refusal === null; ) {
		const month = observations[from]!.to;
		const to =
			from + observations.slice(from).findIndex((one) => one.to > month);
		const end = to < from ? record.length : to;
		const group: Group = {
			from,
			end,
			month,
			step,
			seed,
			size,
			known,
			since,
			pasts,
		};
		const taken = await takeIn(cloud, observations, group, trackers);
		cloud = taken.cloud;
		step += taken.steps;
		evidence += taken.evidence;
		const rows = reconcile(
			taken.foreseen,
			observations.slice(from, end),
			cloud,
			from,
		);
		const one: AssimilatedMonth = {
			month: monthName(month),
			rows,
			effective: effectiveSize(cloud.weights),
			ancestors: ancestorsOf(cloud),
			steps: taken.steps,
			accepted: taken.steps === 0 ? null : acceptedOf(taken.tally),
		};
		months.push(one);
		tell(one);
		refusal = isLost(rows, taken.whole);
		from = end;
	}
	cloud = thinned(cloud, size.members, seed);
	const alive = cloud.particles.filter((_, i) => cloud.weights[i]! > 0);
	return {
		months,
		members: refusal === null ? membersOf(cloud) : [],
		shifts: shiftsOf(before, cloud, CARRIED_NUMBERS),
		histories: new Set(
			alive.map(({ scores, luck }) => `${scores.join()} ${luck.join()}`),
		).size,
		draws: new Set(alive.map(({ scores }) => scores.join())).size,
		evidence,
		refusal,
	};
}

/** At most so many particles, drawn by their weights; one drawn several times stands once, with their weight. */
function thinned(cloud: Cloud, members: number, seed: Seed): Cloud {
	if (cloud.particles.length <= members) return cloud;
	const streams = new Streams(`${seed}/thinned`, 0);
	const counts = new Map<number, number>();
	for (const place of resampled(cloud.weights, members, streams, 0))
		counts.set(place, (counts.get(place) ?? 0) + 1);
	const places = [...counts.keys()];
	return {
		particles: places.map((place) => cloud.particles[place]!),
		weights: [...counts.values()].map((count) => count / members),
	};
}

function membersOf({ particles, weights }: Cloud): Ensemble["members"] {
	return particles.flatMap((particle, i) => {
		const weight = weights[i]!;
		return weight > 0 ? [memberOf(particle, weight)] : [];
	});
}

/** Rows of one month, and the keys of the steps in which they are taken in. */
interface Group {
	readonly from: number;
	readonly end: number;
	readonly month: Tick;
	readonly step: number;
	readonly seed: Seed;
	readonly size: AssimilationSize;
	/** rows and months that the start covers */
	readonly known: number;
	readonly since: Tick;
	/** sound particles of the beginning */
	readonly pasts: readonly Carried[];
}

/** A cloud that has taken in the rows of a month. */
interface Taken {
	readonly cloud: Cloud;
	readonly foreseen: readonly ForeseenRow[];
	/** log of the mean likelihood of the rows among the particles before them */
	readonly evidence: number;
	readonly steps: number;
	readonly tally: MoveTally;
	/** false when the rows could not be taken in whole within the steps allowed */
	readonly whole: boolean;
}

async function takeIn(
	start: Cloud,
	observations: readonly Observation[],
	group: Group,
	trackers: Trackers,
): Promise<Taken> {
	const { from, end, month, step, known, since } = group;
	const foreseen = foresee(observations.slice(from, end), start, from);
	const first = fitsOf(start, observations, from, end);
	const best = first.reduce((a, b) => Math.max(a, b));
	const evidence = best + log(meanOf(start.weights, first, best));
	const tally = noMoves();
	let cloud = start;
	let power = 0;
	let steps = 0;
	while (power < 1 && steps < MOST_STEPS) {
		const fits = fitsOf(cloud, observations, from, end);
		const next = nextPower(cloud, fits, power, ENOUGH * cloud.particles.length);
		const weights = weighed(cloud.weights, fits, next - power);
		power = next;
		if (power === 1) {
			cloud = { ...cloud, weights };
			break;
		}
		steps += 1;
		const reached: Reached = {
			full: from,
			part: end,
			power,
			month,
			known,
			since,
		};
		cloud = await renewed(
			{ ...cloud, weights },
			reached,
			step + steps,
			group,
			trackers,
			tally,
		);
	}
	return { cloud, foreseen, evidence, steps, tally, whole: power === 1 };
}

async function renewed(
	{ particles, weights }: Cloud,
	reached: Reached,
	step: number,
	{ seed, size, pasts }: Group,
	trackers: Trackers,
	tally: MoveTally,
): Promise<Cloud> {
	const streams = new Streams(seed, 0);
	const survivors = resampled(weights, size.members, streams, step).map(
		(i) => particles[i]!,
	);
	const swept = accompanied(
		survivors,
		pasts,
		new Streams(`${seed}/company ${step}`, 0),
	);
	const found = await trackers.renew(swept, reached, step);
	addMoves(tally, found.tally);
	return evenCloud(found.particles);
}
