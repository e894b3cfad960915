/** Batch behind a nowcast: every shipped scenario from an ensemble, kept in memory. */

import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import {
	type BlockOutcome,
	blockLength,
	isLost,
	soundReplicates,
} from "../../experiment/block-result.ts";
import {
	type BatchPlan,
	monthCount,
	planBatch,
	replicateCount,
} from "../../experiment/plan.ts";
import { runBatch } from "../../experiment/run-batch.ts";
import {
	addedBy,
	type MonthlyPrices,
	type ScenarioAdds,
} from "../../inference/assimilation/nowcast.ts";
import { MARKETS, type QuotedMarket } from "../../inference/facts/readings.ts";
import { PRICE_OF } from "../../inference/facts/simulated-record.ts";
import { SERIES } from "../../market/record/record.ts";
import type { Seed } from "../../market/simulator.ts";
import type { Tick } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { openScenarios } from "../scenarios/open-scenarios.ts";
import {
	knownScenarios,
	shippedScenario,
} from "../scenarios/scenario-library.ts";
import { threadRunner } from "../threads/thread-runner.ts";

/** Replicates of every scenario. */
export const REPLICATES = 400;
/** The scenario that the record follows, beside which others are told. */
const BASE = "as-happened";
/** Months before and after the last of the record. */
const BEFORE = 24;
const AFTER = 12;

/** Prices of the base by month, and what other scenarios add to the mean of the next year. */
export interface NowcastRun {
	readonly prices: MonthlyPrices;
	/** first and last month that it tells, both counted */
	readonly months: { readonly from: Tick; readonly to: Tick };
	readonly adds: readonly ScenarioAdds[];
	readonly replicates: number;
}

/** Runs every shipped scenario for a year after an ensemble. */
export async function runNowcast(
	ensemble: Ensemble,
	last: Tick,
	seed: Seed,
	workers: number,
): Promise<NowcastRun> {
	const plan = planOf(ensemble, last, seed);
	const columns = new Map<string, Float64Array[]>();
	const collect = collector(plan, columns);
	const runner = threadRunner(plan, { workers });
	try {
		await runBatch(plan, runner, { take: async (outcome) => collect(outcome) });
	} finally {
		await runner.close();
	}
	const at = (name: string, market: QuotedMarket, tick: Tick): Float64Array =>
		Float64Array.from(
			columns.get(name)!.map((paths) => paths[pathPlace(plan, market, tick)]!),
		);
	const yearOf = (name: string): Float64Array => {
		const months = Array.from({ length: AFTER }, (_, i) =>
			at(name, "rotterdam", last + 1 + i),
		);
		return months[0]!.map(
			(_, r) => months.reduce((sum, month) => sum + month[r]!, 0) / AFTER,
		);
	};
	const base = yearOf(BASE);
	const { from, to } = plan.scenarios[0]!.horizon;
	return {
		prices: (market, tick) => at(BASE, market, tick),
		months: { from, to },
		replicates: base.length,
		adds: plan.scenarios
			.filter(({ name }) => name !== BASE)
			.map(({ name, title }) => ({
				name,
				title,
				...addedBy(base, yearOf(name)),
			})),
	};
}

function planOf(ensemble: Ensemble, last: Tick, seed: Seed): BatchPlan {
	const names = [...knownScenarios().keys()].map(shippedScenario);
	const scenarios = openScenarios(names, []).map(
		({ scenario }): SoundScenario => ({
			...scenario,
			horizon: { from: last - BEFORE, to: last + AFTER },
			reference: last + 1,
		}),
	);
	return planBatch({
		scenarios,
		seed,
		replicates: { from: 0, to: REPLICATES },
		parameters: "posterior",
		ensemble,
		without: [],
		keepPaths: false,
	});
}

/** Place of a month of a market in a replicate's kept prices. */
function pathPlace(
	{ scenarios }: BatchPlan,
	market: QuotedMarket,
	tick: Tick,
): number {
	const [first] = scenarios;
	return (
		MARKETS.indexOf(market) * monthCount(first!) + tick - first!.horizon.from
	);
}

/** Keeps both prices of every replicate that is sound in all scenarios. */
function collector(
	plan: BatchPlan,
	columns: Map<string, Float64Array[]>,
): (outcome: BlockOutcome) => void {
	const places = MARKETS.map((market) =>
		SERIES.findIndex(({ name }) => name === PRICE_OF[market]),
	);
	const months = monthCount(plan.scenarios[0]!);
	return (outcome) => {
		if (isLost(outcome)) throw new Error(outcome.lost);
		const { block, failures, paths } = outcome;
		const sound = soundReplicates(plan, block, failures);
		plan.scenarios.forEach(({ name }, s) => {
			const kept = columns.get(name) ?? [];
			columns.set(name, kept);
			for (let r = 0; r < blockLength(block); r += 1) {
				if (!sound[r]) continue;
				const prices = new Float64Array(places.length * months);
				places.forEach((place, m) => {
					const path = paths[s]![place]!;
					if (path.form !== "values")
						throw new RangeError(
							`${replicateCount(plan)} replicates keep no paths`,
						);
					prices.set(
						path.values.subarray(r * months, (r + 1) * months),
						m * months,
					);
				});
				kept.push(prices);
			}
		});
	};
}
