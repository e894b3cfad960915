/** Rules by which calm replicates pass or miss the facts S1 to S9. */

import { quantile, sortSamples } from "../../statistics/quantile.ts";
import type { CalmFacts } from "./calm-facts.ts";
import type { FactRow } from "./fact-row.ts";

/** One calm fact: its measure in a replicate, and the condition on all replicates. */
interface CalmRule {
	readonly id: string;
	readonly label: string;
	readonly record: number | null;
	readonly rule: string;
	readonly value: (facts: CalmReplicate) => number;
	readonly pass: (all: readonly CalmReplicate[]) => boolean;
}

/** A calm replicate with the results of its two experiments. */
export interface CalmReplicate extends CalmFacts {
	/** price at 0.8, 1 and 1.2 times the stocks, USD/t */
	readonly byCover: readonly number[];
	readonly hysteresis: number;
}

const share = (
	all: readonly CalmReplicate[],
	holds: (one: CalmReplicate) => boolean,
): number => all.filter(holds).length / all.length;

const middle = (
	all: readonly CalmReplicate[],
	value: (one: CalmReplicate) => number,
): number => quantile(sortSamples(all.map(value)), 0.5);

function fallsConvexly({ byCover }: CalmReplicate): boolean {
	const [less, now, more] = byCover as readonly [number, number, number];
	return less > now && now > more && less - now > now - more;
}

const CALM_RULES: readonly CalmRule[] = [
	{
		id: "S1",
		label: "share of months with Rotterdam over China in 0.95 to 1.25",
		record: null,
		rule: "at least 0.9 on average, and the ratio moves",
		value: (one) => one.ratioInside,
		pass: (all) =>
			all.reduce((sum, one) => sum + one.ratioInside, 0) / all.length >= 0.9 &&
			all.every((one) => one.ratioSpread > 1e-3),
	},
	{
		id: "S2",
		label: "volatility of monthly log returns × √12",
		record: 0.28,
		rule: "median in 0.20 to 0.32",
		value: (one) => one.volatility,
		pass: (all) => {
			const median = middle(all, (one) => one.volatility);
			return median >= 0.2 && median <= 0.32;
		},
	},
	{
		id: "S3",
		label: "lag-1 autocorrelation of returns",
		record: null,
		rule: "median in 0.1 to 0.6",
		value: (one) => one.autocorrelation,
		pass: (all) => {
			const median = middle(all, (one) => one.autocorrelation);
			return median >= 0.1 && median <= 0.6;
		},
	},
	{
		id: "S4",
		label: "skewness of returns",
		record: null,
		rule: "skewness above 0 and kurtosis above 3 in 60 %",
		value: (one) => one.skewness,
		pass: (all) =>
			share(all, (one) => one.skewness > 0 && one.kurtosis > 3) >= 0.6,
	},
	{
		id: "S5",
		label: "price at 1.2 times the stocks over the price at 0.8 times",
		record: null,
		rule: "the price falls, convexly, with cover in 95 %",
		value: ({ byCover }) => (byCover[2] as number) / (byCover[0] as number),
		pass: (all) => share(all, fallsConvexly) >= 0.95,
	},
	{
		id: "S6",
		label: "spread of US arrivals over spread of US use, logs",
		record: null,
		rule: "above 1.2 in 80 %",
		value: (one) => one.orderVariation,
		pass: (all) => share(all, (one) => one.orderVariation > 1.2) >= 0.8,
	},
	{
		id: "S7",
		label: "price at which mines reopen over price at which they shut",
		record: null,
		rule: "above 1.1",
		value: (one) => one.hysteresis,
		pass: (all) => all.every((one) => one.hysteresis > 1.1),
	},
	{
		id: "S8",
		label: "foreign share of Chinese feed",
		record: null,
		rule: "median in 0.12 to 0.32",
		value: (one) => one.foreignFeed,
		pass: (all) => {
			const median = middle(all, (one) => one.foreignFeed);
			return median >= 0.12 && median <= 0.32;
		},
	},
	{
		id: "S9",
		label: "nine-year median price over the normal price",
		record: null,
		rule: "within ±15 % in 90 %, and the median world stock ends within ±15 % of its start",
		value: (one) => one.medianPrice,
		pass: (all) =>
			share(all, (one) => Math.abs(one.medianPrice - 1) <= 0.15) >= 0.9 &&
			Math.abs(middle(all, (one) => one.stockDrift) - 1) <= 0.15,
	},
];

/** Judges S1 to S9 by calm replicates. */
export function calmRowsOf(all: readonly CalmReplicate[]): readonly FactRow[] {
	return CALM_RULES.map(({ id, label, record, rule, value, pass }) => {
		const samples = sortSamples(all.map(value));
		return {
			id,
			label,
			record,
			rule,
			p10: quantile(samples, 0.1),
			p50: quantile(samples, 0.5),
			p90: quantile(samples, 0.9),
			place: null,
			pass: all.length > 0 && pass(all),
			scored: true,
		};
	});
}
