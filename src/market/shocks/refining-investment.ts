import { exp, log } from "../../math.ts";
import { instantOf } from "../../quantities.ts";
import type { RefiningInvestment } from "../../scenario/types.ts";
import { regionIndex } from "../structure.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";

/** Ramp classes: months to full capacity and their odds; the last class is stuck at 60 %. Basis: assumed. */
const RAMP_MONTHS = [12, 30, 48, 30] as const;
const RAMP_ODDS = [0.3, 0.45, 0.15, 0.1] as const;
const STUCK_AT = 0.6;
/** Months of running above half capacity before qualification begins. */
const QUALIFYING_RUN = 6;
/** Months qualification takes: median, 5 and 95 % points; one in five fails and tries once more. */
const QUALIFICATION = {
	kind: "lognormal",
	median: 18,
	p5: 9,
	p95: 36,
} as const;
const QUALIFICATION_FAILS = 0.2;
const UNIT = { kind: "uniform", low: 0, high: 1 } as const;

/** What one replicate has drawn of a refinery: when it starts, how it ramps, when it is certified. */
export interface DrawnRefinery {
	/** t Sb a month on paper */
	readonly nameplate: number;
	/** month of first output; Infinity when it is never decided */
	readonly start: number;
	readonly rampMonths: number;
	/** share of nameplate it ever reaches */
	readonly ceiling: number;
	/** month from which its metal is certified; Infinity when never */
	readonly certified: number;
}

function rampClass(u: number): number {
	let sum = 0;
	for (let i = 0; i < RAMP_ODDS.length; i += 1) {
		sum += RAMP_ODDS[i]!;
		if (u < sum) return i;
	}
	return RAMP_ODDS.length - 1;
}

/**
 * Months from the first chance of a decision until it falls, for a constant
 * monthly hazard that gives `probability` within `window` months.
 *
 *     h = −ln(1 − probability) / window,   delay = −ln(1 − u) / h
 */
function decisionDelay(u: number, probability: number, window: number): number {
	if (probability >= 1) return 0;
	if (probability <= 0) return Number.POSITIVE_INFINITY;
	const delay = (window * log(1 - u)) / log(1 - probability);
	return delay <= window ? delay : Number.POSITIVE_INFINITY;
}

/** The month in which output first passes half of nameplate. */
function halfWay(start: number, ramp: number): number {
	return start + ramp / 2;
}

function certificationMonth(
	investment: RefiningInvestment,
	start: number,
	ramp: number,
	draw: DrawShock,
): number {
	if (!investment.certified) return Number.POSITIVE_INFINITY;
	const first = draw(investment.id, "qualification", QUALIFICATION);
	const second = draw(investment.id, "qualification.again", QUALIFICATION);
	const fails =
		draw(investment.id, "qualification.fails", UNIT) < QUALIFICATION_FAILS;
	const tries = fails ? first + second : first;
	return halfWay(start, ramp) + QUALIFYING_RUN + tries;
}

/** Draws the life of a refinery; the number of draws never depends on a branch. */
export function drawRefinery(
	investment: RefiningInvestment,
	draw: DrawShock,
): DrawnRefinery {
	const id = investment.id;
	const probability = draw(
		id,
		"decisionProbability",
		investment.decisionProbability,
	);
	const window = draw(id, "decisionWithin", investment.decisionWithin);
	const delay = decisionDelay(draw(id, "decision", UNIT), probability, window);
	const build =
		draw(id, "buildMonths", investment.buildMonths) *
		draw(id, "slip", investment.slip);
	const ramp = rampClass(draw(id, "ramp", UNIT));
	const start = instantOf(investment.from) + delay + build;
	const rampMonths = RAMP_MONTHS[ramp]!;
	return {
		nameplate: draw(id, "capacity", investment.capacity) / 12,
		start,
		rampMonths,
		ceiling: ramp === RAMP_MONTHS.length - 1 ? STUCK_AT : 1,
		certified: certificationMonth(investment, start, rampMonths, draw),
	};
}

/**
 * Capacity of a drawn refinery in a month, t Sb: steep at first, 95 % of its
 * ceiling at the end of its ramp.
 *
 *     capacity = nameplate · ceiling · (1 − exp(−3 · age / ramp))
 */
export function capacityAt(refinery: DrawnRefinery, tick: number): number {
	if (!(tick >= refinery.start)) return 0;
	const age = tick + 1 - refinery.start;
	return (
		refinery.nameplate *
		refinery.ceiling *
		(1 - exp((-3 * age) / refinery.rampMonths))
	);
}

/** A refinery that may be decided, built, ramped up and certified. */
export function refiningInvestmentLens(
	investment: RefiningInvestment,
	project: number,
	draw: DrawShock,
): Lens {
	const refinery = drawRefinery(investment, draw);
	const offtake =
		investment.offtake === null ? -1 : regionIndex(investment.offtake);
	return {
		from: Math.floor(refinery.start),
		to: Number.POSITIVE_INFINITY,
		apply: (rules, tick) => {
			const capacity = capacityAt(refinery, tick);
			rules.projectNameplate[project] = capacity > 0 ? refinery.nameplate : 0;
			rules.projectCapacity[project] = capacity;
			rules.projectCertified[project] = tick >= refinery.certified ? 1 : 0;
			rules.projectOfftake[project] = offtake;
			rules.projectOwnFeed[project] = investment.feed === "own" ? 1 : 0;
		},
	};
}
