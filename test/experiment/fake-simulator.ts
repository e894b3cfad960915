import { METRICS, SERIES } from "../../src/market/record/record.ts";
import type { SimulatorFactory } from "../../src/market/simulator.ts";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";

/**
 * A simulator without a market: every number is a draw keyed by seed and replicate, times
 * the level that the scenario's first parameter is fixed at. The seed may ask for trouble.
 *
 * - seed `fails`: replicates 3, 13, 23 … fail in scenarios whose title is `fragile`
 * - seed `throws`: replicate 4 throws
 * - seed `nan`: replicate 2 reports NaN as a metric that is never null
 */
export const createSimulator: SimulatorFactory = (scenarios, { seed }) => {
	if (seed === "unusable") throw new Error("no market can be built");
	return {
		run(replicate) {
			if (seed === "throws" && replicate === 4)
				throw new Error("stocks fell below zero");
			const streams = new Streams(seed, replicate);
			const draw = (what: string, tick = 0) =>
				streams.uniform(questionKey("fake", what), tick);
			return scenarios.map(({ parameters, horizon, title }, scenario) => {
				const months = horizon.to - horizon.from + 1;
				const first = parameters[0]?.distribution;
				const level = first?.kind === "fixed" ? first.value : 1;
				const fails =
					seed === "fails" && title === "fragile" && replicate % 10 === 3;
				return {
					scenario,
					replicate,
					failure: fails ? "mass balance broke" : null,
					parameters: Float64Array.from(parameters, ({ path }, i) =>
						i === 0 ? level : draw(path),
					),
					metrics: Float64Array.from(METRICS, ({ name, nullable }) => {
						const u = draw(name);
						if (nullable && u < 0.4) return Number.NaN;
						return seed === "nan" && replicate === 2 && name === "us_unmet_t"
							? Number.NaN
							: level * u * 1000;
					}),
					series: Float64Array.from(
						{ length: SERIES.length * months },
						(_, i) =>
							level * (100 + draw(`series ${Math.floor(i / months)}`, i)),
					),
				};
			});
		},
	};
};
