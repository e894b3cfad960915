/** Fan of 2025 by the model of today, with the policy events of that year as inputs. */

import type { SimulatorFactory } from "../../market/simulator.ts";
import { log } from "../../math.ts";
import { tickOf } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { quantile, sortSamples } from "../../statistics/quantile.ts";
import type { QuantileForecast } from "../../statistics/quantile-forecast.ts";
import type { FactsRequest } from "../facts/facts-table.ts";
import { MARKETS, type QuotedMarket } from "../facts/readings.ts";
import { seriesReader } from "../facts/series-reader.ts";
import { PRICE_OF } from "../facts/simulated-record.ts";
import { FROZEN_LEVELS } from "./frozen-2025.ts";

const FROM = tickOf(2025, 1);
const MONTHS = 12;

/** Simulates 2025 with histories that met the record to 2024; quantiles of log prices, market by market. */
export function secondLook(
	factory: SimulatorFactory,
	{ record, seed, parameters, replicates }: FactsRequest,
): (market: QuotedMarket, tick: number) => QuantileForecast {
	const scenario: SoundScenario = {
		...record,
		horizon: { from: record.horizon.from, to: FROM + MONTHS - 1 },
	};
	const simulator = factory([scenario], { seed, parameters, without: [] });
	const logs = new Map(
		MARKETS.map((market) => [
			market,
			Array.from({ length: MONTHS }, (): number[] => []),
		]),
	);
	for (let i = 0; i < replicates; i += 1) {
		const [found] = simulator.run(i);
		if (found === undefined || found.failure !== null) continue;
		const at = seriesReader(found.series, scenario);
		for (const market of MARKETS)
			for (const [k, month] of logs.get(market)!.entries())
				month.push(log(at(PRICE_OF[market], FROM + k)));
	}
	return (market, tick) => {
		const samples = sortSamples(logs.get(market)![tick - FROM]!);
		return {
			levels: FROZEN_LEVELS,
			values: FROZEN_LEVELS.map((level) => quantile(samples, level)),
		};
	};
}
