/** Facts that a market without dated events must show (S1 to S9), with their bounds. */

import type { Bound, CalmFact } from "./fact.ts";
import type { Basis } from "./row.ts";

const MEDIAN = { kind: "median" } as const;
const replicates = (share: number): Bound["over"] => ({
	kind: "replicates",
	share,
});

function calm(
	id: string,
	label: string,
	basis: Basis,
	source: string,
	bounds: readonly Bound[],
): CalmFact {
	return {
		kind: "calm",
		id,
		label,
		period: "108 calm months",
		bounds,
		source,
		basis,
	};
}

/**
 * Facts of nine calm years: the structure of 2023, ordinary noise and no dated
 * event. S5 and S7 need an experiment of their own; the rest are read off the run.
 */
export const CALM_TARGETS: readonly CalmFact[] = [
	calm(
		"S1",
		"Rotterdam stays near the Chinese price, and moves against it",
		"estimated",
		"Rotterdam and Chinese quotes of the same weeks, 2017-2023",
		[
			{
				label: "Rotterdam over China without tax",
				unit: "1",
				low: 0.95,
				high: 1.25,
				over: { kind: "months", share: 0.9 },
			},
			{
				label: "spread of that ratio is above nothing",
				unit: "1",
				low: 1e-3,
				over: replicates(1),
			},
		],
	),
	{
		...calm(
			"S2",
			"Volatility of monthly returns",
			"estimated",
			"29 irregular Rotterdam quotes, 2015-2023",
			[
				{
					label: "standard deviation of monthly log returns × √12",
					unit: "1/√y",
					low: 0.2,
					high: 0.32,
					over: MEDIAN,
				},
			],
		),
		record: 0.28,
	},
	calm(
		"S3",
		"Returns follow one another",
		"assumed",
		"judgement: monthly means of a market of negotiated prices",
		[
			{
				label: "lag-1 autocorrelation of monthly log returns",
				unit: "1",
				low: 0.1,
				high: 0.6,
				over: MEDIAN,
			},
		],
	),
	calm(
		"S4",
		"Prices jump up rather than down",
		"assumed",
		"judgement: minor metals rise fast and fall slowly (2011, 2021, 2024)",
		[
			{
				label: "skewness of monthly log returns",
				unit: "1",
				low: 0,
				over: replicates(0.6),
			},
			{
				label: "kurtosis of monthly log returns",
				unit: "1",
				low: 3,
				over: replicates(0.6),
			},
		],
	),
	calm(
		"S5",
		"Price falls with cover, and ever more slowly",
		"assumed",
		"theory of storage (Deaton and Laroque 1992)",
		[
			{
				label: "slope of price in cover",
				unit: "USD/t a month",
				high: 0,
				over: replicates(0.95),
			},
			{
				label: "curvature of price in cover",
				unit: "USD/t a month²",
				low: 0,
				over: replicates(0.95),
			},
		],
	),
	calm(
		"S6",
		"Orders vary more than use",
		"assumed",
		"bullwhip effect (Lee, Padmanabhan and Whang 1997); bound assumed",
		[
			{
				label: "spread of US arrivals over spread of US use, in logs",
				unit: "1",
				low: 1.2,
				over: replicates(0.8),
			},
		],
	),
	calm(
		"S7",
		"Mines reopen dearer than they shut",
		"assumed",
		"real options of opening and closing (Brennan and Schwartz 1985); bound assumed",
		[
			{
				label: "price at reopening over price at shutting",
				unit: "1",
				low: 1.1,
				over: MEDIAN,
			},
		],
	),
	calm(
		"S8",
		"China feeds on foreign ore in part",
		"estimated",
		"Chinese imports of ore, 2018-2023, against mine output",
		[
			{
				label: "foreign share of Chinese feed",
				unit: "1",
				low: 0.12,
				high: 0.32,
				over: MEDIAN,
			},
		],
	),
	calm(
		"S9",
		"Without a shock nothing drifts",
		"assumed",
		"the balance of 2023 closes",
		[
			{
				label: "median price over the normal price",
				unit: "1",
				low: 0.85,
				high: 1.15,
				over: replicates(0.9),
			},
			{
				label: "world stock of the last year over the first",
				unit: "1",
				low: 0.85,
				high: 1.15,
				over: MEDIAN,
			},
		],
	),
];
