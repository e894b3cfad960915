/** Forecast scores against benchmarks, as a table and as sentences. */

import {
	HORIZONS,
	type Horizon,
} from "../../inference/forecasts/forecast-pairs.ts";
import {
	type Forecaster,
	isInside,
	SCORED_MARKETS,
	type Score,
	type ScoredMarket,
	verdictOf,
} from "../../inference/forecasts/scores.ts";
import type { Validation } from "../../inference/validation/validation.ts";
import { tickOf } from "../../quantities.ts";
import type { Interval } from "../../statistics/interval.ts";
import { markdownTable } from "../../words/markdown.ts";
import { inWords, monthsWords } from "../../words/numbers.ts";

const DIGITS = 3;
/** The band whose coverage is told. */
const TOLD = 0.8;
/** The month in which the year of the crisis begins. */
const CRISIS = tickOf(2024, 1);

/** A score. */
export const scoreNumber = (value: number): string => inWords(value, DIGITS);

/** A difference with its interval. */
export function differenceWords({ value, low, high }: Interval): string {
	if (!Number.isFinite(low)) return scoreNumber(value);
	return `${scoreNumber(value)} (${scoreNumber(low)} to ${scoreNumber(high)})`;
}

/** The score of a forecaster in a market at a horizon. */
function scoreOf(
	{ scores }: Validation,
	forecaster: string,
	market: ScoredMarket,
	horizon: Horizon,
): Score {
	const found = scores.find(
		(score) =>
			score.forecaster === forecaster &&
			score.market === market &&
			score.horizon === horizon,
	);
	if (found === undefined)
		throw new RangeError(`no score of ${forecaster} in ${market}`);
	return found;
}

const VERDICTS = {
	better: "better",
	worse: "worse",
	tied: "no clear difference",
} as const;

/** Sentence on the blind model's score against both benchmarks at one horizon. */
function horizonLine(
	validation: Validation,
	{ id }: Forecaster,
	horizon: Horizon,
): string {
	const own = scoreOf(validation, id, "both", horizon);
	const walk = scoreOf(validation, "random-walk", "both", horizon);
	const ar1 = scoreOf(validation, "ar1", "both", horizon);
	const held = own.coverage.find(({ band }) => band === TOLD)?.hits ?? 0;
	return `- ${monthsWords(horizon)} (${own.n} pairs): blind model ${scoreNumber(own.crps)}, random walk ${scoreNumber(walk.crps)}, AR(1) ${scoreNumber(ar1.crps)}. Less the random walk ${differenceWords(own.lessWalk)}: ${VERDICTS[verdictOf(own.lessWalk)]}; less AR(1) ${differenceWords(own.lessAr1)}: ${VERDICTS[verdictOf(own.lessAr1)]}. Its 80 % bands held ${held} of ${own.n}.`;
}

const isOutside = ({ pit }: { readonly pit: number }): boolean =>
	!isInside(pit, TOLD);

/** Count of a forecaster's bands that failed, and of those that failed in the year of the crisis. */
function coverageLine({ label, forecasts }: Forecaster): string {
	const outside = forecasts.filter(isOutside);
	const ofCrisis = outside.filter(({ pair }) => pair.target >= CRISIS).length;
	return `${label}: ${forecasts.length - outside.length} of ${forecasts.length} inside; ${ofCrisis} of the ${outside.length} outside fall in 2024`;
}

/** Coverage over all horizons: who is too sure. */
export function coverageLines({ forecasters }: Validation): readonly string[] {
	return [
		"80 % bands over all horizons:",
		"",
		...forecasters.map((forecaster) => `- ${coverageLine(forecaster)}.`),
	];
}

/** Blind scores of every set of parameters, horizon by horizon. */
export function scoreLines(validation: Validation): readonly string[] {
	return validation.forecasters
		.filter(({ id }) => id.startsWith("blind-"))
		.flatMap((model) => [
			`${model.label}:`,
			"",
			...HORIZONS.map((horizon) => horizonLine(validation, model, horizon)),
			"",
		]);
}

function coverageWords({ coverage, n }: Score): string {
	return coverage.map(({ hits }) => `${hits}/${n}`).join(", ");
}

/** Every score, by market and horizon. */
export function scoresTable(validation: Validation): string {
	const { forecasters } = validation;
	return markdownTable({
		head: [
			"market",
			"months",
			"pairs",
			"forecaster",
			"CRPS",
			"less random walk (95 %)",
			"less AR(1) (95 %)",
			"inside 50, 80, 90 %",
		],
		rows: SCORED_MARKETS.flatMap((market) =>
			HORIZONS.flatMap((horizon) =>
				forecasters.map(({ id, label }) => {
					const score = scoreOf(validation, id, market, horizon);
					return [
						market,
						String(horizon),
						String(score.n),
						label,
						scoreNumber(score.crps),
						id === "random-walk" ? "" : differenceWords(score.lessWalk),
						id === "ar1" ? "" : differenceWords(score.lessAr1),
						coverageWords(score),
					];
				}),
			),
		),
	});
}

/** Knowledge that each forecaster has, one line each. */
export function forecasterLines({
	forecasters,
}: Validation): readonly string[] {
	return forecasters.map(({ label, knows }) => `- ${label}: ${knows}.`);
}

/** Numbers of pairs by horizon and market, and of those that rest on weak quotes. */
export function pairsLine({ pairs }: Validation): string {
	const counts = HORIZONS.map((horizon) => {
		const of = (market: string): number =>
			pairs.filter((pair) => pair.horizon === horizon && pair.market === market)
				.length;
		return `${monthsWords(horizon)} ${of("rotterdam")} and ${of("china")}`;
	});
	const weak = pairs.filter((pair) => pair.weak).length;
	return `Pairs of months that both have a quote, Rotterdam and China: ${counts.join("; ")}. ${weak} of ${pairs.length} rest on a month whose only quotes are derived or bounds.`;
}

/** Effective numbers of members after weighing, as ranges by set of parameters. */
export function weightsLine({ weights }: Validation): string {
	const sets = [...new Set(weights.map(({ parameters }) => parameters))];
	const words = sets.map((set) => {
		const of = weights.filter(({ parameters }) => parameters === set);
		const span = (values: readonly number[], digits: number): string =>
			`${inWords(Math.min(...values), digits)} to ${inWords(Math.max(...values), digits)}`;
		return `${set} ${span(
			of.map(({ effective }) => effective),
			0,
		)} effective members at kernel widths of ${span(
			of.map(({ width }) => width),
			2,
		)}`;
	});
	return `Over the origins: ${words.join("; ")}.`;
}
