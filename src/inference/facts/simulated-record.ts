/** Replicates of the dated record, together with what each forecast's origin knew. */

import type { SeriesName } from "../../market/record/record.ts";
import type { SimulatorFactory } from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { FactsSource, ReplicateRange, Run } from "./facts-table.ts";
import { MARKETS, type QuotedMarket } from "./readings.ts";
import { measureRecord } from "./record-facts.ts";
import { seriesReader } from "./series-reader.ts";

/** Name of the price series of each market. */
export const PRICE_OF: Readonly<Record<QuotedMarket, SeriesName>> = {
	rotterdam: "price_rotterdam_usd_t",
	china: "price_china_usd_t",
};

/** One replicate of the dated record and of its blind scenarios: facts and prices. */
export interface RecordReplicate {
	/** value of every fact, in the order of RECORD_FACT_IDS */
	readonly facts: Float64Array;
	/** USD/t: scenario by scenario, market by market, month by month of the record's horizon */
	readonly prices: Float64Array;
}

/** Copies the prices of all markets of a scenario behind those of the scenarios before it. */
function takePrices(
	series: Float64Array,
	scenario: SoundScenario,
	place: number,
	prices: Float64Array,
): void {
	const at = seriesReader(series, scenario);
	const { from, to } = scenario.horizon;
	const months = to + 1 - from;
	MARKETS.forEach((market, m) => {
		const start = (place * MARKETS.length + m) * months;
		for (let tick = from; tick <= to; tick += 1)
			prices[start + tick - from] = at(PRICE_OF[market], tick);
	});
}

/**
 * Simulates the replicates of a range: the record, and every other scenario under the same
 * luck. That luck is the replicate's own, not the one under which its draw was accepted.
 */
export function simulateRecord(
	factory: SimulatorFactory,
	{ record, seed, parameters, without }: FactsSource,
	others: readonly SoundScenario[],
	{ from, to }: ReplicateRange,
): Run<RecordReplicate> {
	const scenarios = [record, ...others];
	const simulator = factory(scenarios, {
		seed,
		parameters,
		without,
		history: "free",
	});
	const months = record.horizon.to + 1 - record.horizon.from;
	const sound: RecordReplicate[] = [];
	const failures: string[] = [];
	for (let i = from; i < to; i += 1) {
		const found = simulator.run(i);
		const broken = found.find(({ failure }) => failure !== null);
		if (broken !== undefined) {
			failures.push(`${parameters} replicate ${i}: ${broken.failure}`);
			continue;
		}
		const prices = new Float64Array(scenarios.length * MARKETS.length * months);
		for (const { series, scenario } of found)
			takePrices(series, scenarios[scenario]!, scenario, prices);
		const facts = measureRecord(seriesReader(found[0]!.series, record));
		sound.push({ facts, prices });
	}
	return { sound, failures };
}

/** Price of a replicate in a scenario, a market and a month, USD/t. */
export function priceAt(
	{ prices }: RecordReplicate,
	{ horizon }: SoundScenario,
	place: number,
	market: QuotedMarket,
	tick: number,
): number {
	const months = horizon.to + 1 - horizon.from;
	const row = place * MARKETS.length + MARKETS.indexOf(market);
	return prices[row * months + tick - horizon.from] as number;
}
