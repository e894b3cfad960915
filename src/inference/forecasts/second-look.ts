/** Fan of 2025 by the model of today, with the policy events of that year as inputs. */

import { log } from "../../math.ts";
import { quantile, sortSamples } from "../../statistics/quantile.ts";
import type { QuantileForecast } from "../../statistics/quantile-forecast.ts";
import type { QuotedMarket } from "../facts/readings.ts";
import { FROZEN_LEVELS } from "./frozen-2025.ts";
import { OUTLOOK, type OutlookReplicate } from "./outlook.ts";

/** Quantiles of log prices by month, of replicates whose histories met the record to 2024. */
export function secondLook(
	replicates: readonly OutlookReplicate[],
): (market: QuotedMarket, tick: number) => QuantileForecast {
	return (market, tick) => {
		const samples = sortSamples(
			replicates.map(({ restricted }) =>
				log(restricted[market][tick - OUTLOOK.from]!),
			),
		);
		return {
			levels: FROZEN_LEVELS,
			values: FROZEN_LEVELS.map((level) => quantile(samples, level)),
		};
	};
}
