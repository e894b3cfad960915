/** Efficient frontier of hedges: what a mix costs the treasury, and the harm it leaves. */

import { type ChoicePlan, trialOf } from "../../experiment/design.ts";
import type { MetricName } from "../../market/record/record.ts";
import {
	type Interval,
	meanInterval,
	shareInterval,
} from "../../statistics/interval.ts";
import { pairedDifferences } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";
import { dominators } from "./dominance.ts";
import { weighted } from "./regret.ts";

/** Metric of what the treasury pays for a mix. */
export const COST: MetricName = "fiscal_cost_usd";

/** A harm that hedges are bought against. */
export interface Harm {
	readonly id: string;
	readonly metric: MetricName;
	/** `chance`: share of runs in which the metric is above `above`; `size`: its mean */
	readonly taken: "chance" | "size";
	/** limit of a chance, in the unit of the metric */
	readonly above: number;
}

/** Tonnes above which a user counts as short. */
const A_TONNE = 1;

/** Shortfalls, each by its chance and by its size. */
export const SHORTFALLS: readonly Harm[] = [
	{
		id: "chance-defence",
		metric: "defence_unmet_certified_t",
		taken: "chance",
		above: A_TONNE,
	},
	{
		id: "size-defence",
		metric: "defence_unmet_certified_t",
		taken: "size",
		above: 0,
	},
	{
		id: "chance-us",
		metric: "us_shortage_months",
		taken: "chance",
		above: 0,
	},
	{ id: "size-us", metric: "us_unmet_t", taken: "size", above: 0 },
];

/** Harms of dear metal, drawn where nobody runs short. */
export const PRICES: readonly Harm[] = [
	{ id: "user-cost", metric: "us_user_cost_usd", taken: "size", above: 0 },
	{ id: "price", metric: "mean_price_12m_usd_t", taken: "size", above: 0 },
];

/** A mix against one harm. */
export interface FrontierPoint {
	readonly choice: string;
	/** mean cost, USD */
	readonly cost: Interval;
	/** share of runs, or mean in the unit of the metric */
	readonly harm: Interval;
	/** mean of cost less that of doing nothing, run by run; `harmLess` likewise */
	readonly costLess: Interval;
	readonly harmLess: Interval;
	/** mix that dominates this one; null on the efficient frontier */
	readonly dominatedBy: string | null;
}

/** All mixes against one harm. */
export interface Frontier {
	readonly harm: Harm;
	readonly points: readonly FrontierPoint[];
}

/** Averages a column of a choice over states by their weights, run by run. */
function columnOf(
	plan: ChoicePlan,
	choice: string,
	take: (scenario: string) => Float64Array,
): Float64Array {
	return weighted(
		plan.states.map(({ id }) => take(trialOf(plan, choice, id))),
		plan.states.map(({ weight }) => weight),
	);
}

/** Sets the mixes against one harm, and marks those that are dominated. */
export function frontierOf(
	plan: ChoicePlan,
	harm: Harm,
	column: (scenario: string, metric: string) => Float64Array,
): Frontier {
	const mixes = plan.choices.map(({ id, levers }) => ({
		id,
		levers,
		cost: columnOf(plan, id, (scenario) => column(scenario, COST)),
		harm: columnOf(plan, id, (scenario) =>
			taken(harm, column(scenario, harm.metric)),
		),
	}));
	const by = dominators(mixes);
	const nothing = mixes.find(({ levers }) => levers === 0) ?? mixes[0]!;
	const isShare = harm.taken === "chance" && plan.states.length === 1;
	return {
		harm,
		points: mixes.map((mix, i) => ({
			choice: mix.id,
			cost: meanOf(mix.cost),
			harm: isShare ? shareOf(mix.harm) : meanOf(mix.harm),
			costLess: meanOf(pairedDifferences(nothing.cost, mix.cost)),
			harmLess: meanOf(pairedDifferences(nothing.harm, mix.harm)),
			dominatedBy: by[i] ?? null,
		})),
	};
}

const meanOf = (values: Float64Array): Interval =>
	meanInterval(sortSamples(values));

/** Share of ones among marks that are 0 or 1. */
const shareOf = (marks: Float64Array): Interval =>
	shareInterval(
		marks.reduce((sum, mark) => sum + mark, 0),
		marks.length,
	);

function taken({ taken: what, above }: Harm, values: Float64Array) {
	return what === "size"
		? values
		: values.map((value) => (value > above ? 1 : 0));
}

/** Chance below which, in every mix, a shortfall is not worth drawing. */
const HARDLY = 0.01;

/**
 * Harms worth drawing: chance and size of each shortfall that some mix leaves in a hundredth
 * of the runs; the harms of dear metal where one of them is left out.
 */
export function tellingHarms(
	plan: ChoicePlan,
	column: (scenario: string, metric: string) => Float64Array,
): readonly Harm[] {
	const isTelling = (harm: Harm) =>
		plan.choices.some(({ id }) => {
			const shares = columnOf(plan, id, (scenario) =>
				taken(harm, column(scenario, harm.metric)),
			);
			return meanOf(shares).value >= HARDLY;
		});
	const [defence, , us] = SHORTFALLS;
	const kept = [
		...(defence && isTelling(defence) ? SHORTFALLS.slice(0, 2) : []),
		...(us && isTelling(us) ? SHORTFALLS.slice(2) : []),
	];
	return kept.length === SHORTFALLS.length ? kept : [...kept, ...PRICES];
}
