/** Replicates of the years to come, with Chinese restrictions and without, from histories that met the record. */

import type {
	ParameterSet,
	Seed,
	SimulatorFactory,
} from "../../market/simulator.ts";
import { tickOf } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { ReplicateRange, Run } from "../facts/facts-table.ts";
import { MARKETS, type QuotedMarket } from "../facts/readings.ts";
import { seriesReader } from "../facts/series-reader.ts";
import { PRICE_OF } from "../facts/simulated-record.ts";

/** Months of the outlook: from the year that is looked at a second time to the last of the horizon. */
export const OUTLOOK = { from: tickOf(2025, 1), to: tickOf(2036, 1) } as const;

/** Two worlds from one past: the record with its restrictions kept, and one without any. */
export interface Outlook {
	readonly restricted: SoundScenario;
	readonly free: SoundScenario;
}

/** Prices of one replicate, USD/t by month of the outlook. */
export interface OutlookReplicate {
	/** by market, with restrictions */
	readonly restricted: Readonly<Record<QuotedMarket, Float64Array>>;
	/** in Rotterdam, without */
	readonly free: Float64Array;
}

/** A scenario that runs from the start of the record to the end of the outlook. */
function lengthened(scenario: SoundScenario): SoundScenario {
	return { ...scenario, horizon: { from: 0, to: OUTLOOK.to - 1 } };
}

function pricesOf(
	series: Float64Array,
	scenario: SoundScenario,
	market: QuotedMarket,
): Float64Array {
	const at = seriesReader(series, scenario);
	return Float64Array.from({ length: OUTLOOK.to - OUTLOOK.from }, (_, i) =>
		at(PRICE_OF[market], OUTLOOK.from + i),
	);
}

/** Simulates the replicates of a range in both worlds under one luck. */
export function simulateOutlook(
	factory: SimulatorFactory,
	{ restricted, free }: Outlook,
	{
		seed,
		parameters,
	}: { readonly seed: Seed; readonly parameters: ParameterSet },
	{ from, to }: ReplicateRange,
): Run<OutlookReplicate> {
	const scenarios = [restricted, free].map(lengthened);
	const [kept, lifted] = scenarios as [SoundScenario, SoundScenario];
	const simulator = factory(scenarios, { seed, parameters, without: [] });
	const sound: OutlookReplicate[] = [];
	const failures: string[] = [];
	for (let i = from; i < to; i += 1) {
		const [one, other] = simulator.run(i);
		const failure = one!.failure ?? other!.failure;
		if (failure !== null) {
			failures.push(`outlook replicate ${i}: ${failure}`);
			continue;
		}
		sound.push({
			restricted: Object.fromEntries(
				MARKETS.map((market) => [market, pricesOf(one!.series, kept, market)]),
			) as OutlookReplicate["restricted"],
			free: pricesOf(other!.series, lifted, "rotterdam"),
		});
	}
	return { sound, failures };
}
