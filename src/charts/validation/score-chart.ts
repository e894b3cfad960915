/** Chart of forecast scores by horizon, model and benchmarks, against the random walk. */

import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import { HORIZONS } from "../../inference/forecasts/forecast-pairs.ts";
import {
	type Forecaster,
	verdictOf,
} from "../../inference/forecasts/scores.ts";
import type { Validation } from "../../inference/validation/validation.ts";
import { countInWords, plotted } from "../../words/numbers.ts";
import type { ChartTable } from "../chart.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { pushApart } from "../frame/labels.ts";
import { type Layer, wordLayers } from "../frame/layers.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { roundDomain } from "../frame/scale.ts";
import { INK, SIZE } from "../frame/theme.ts";
import {
	type ForecastChart,
	type ForecastChartInput,
	monthsInWords,
	scoreAt,
} from "./forecast-chart.ts";
import { hueOfForecaster } from "./forecast-hues.ts";

/** px: a panel, and the room for names between the two. */
const WIDTH = 440;
const HEIGHT = 360;
const NAMES = 236;
const HEAD = 22;
/** px between names. */
const APART = 17;
/** Between marks of one horizon, in units of the distance of two horizons. */
const BESIDE = 0.16;

/** A forecaster at a horizon, as plotted. */
interface Point {
	/** place on the axis of horizons */
	readonly x: number;
	readonly value: number;
	readonly low: number | null;
	readonly high: number | null;
}

/** The mean score of every forecaster by horizon, and by how much it differs from the random walk's. */
export function scoreChart({
	context,
	validation,
}: ForecastChartInput): ForecastChart {
	const title = titleOf(validation);
	const subtitle = subtitleLines([
		"Mean continuous ranked probability score of the log price, Rotterdam and China together, origins 2019 to 2024; lower is better, 0.1 is about a tenth of the price.",
		`Right: less that of the random walk, with 95% intervals that count overlapping forecasts as one. ${countInWords(context.replicates)} runs, weighed by their path before the origin.`,
		"A forecast with later events known is none that anybody could have made.",
	]);
	const source = sourceLines(context);
	return {
		kind: "scores",
		name: "by-horizon",
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			{
				direction: "row",
				spacing: NAMES,
				below: 26,
				panels: [scorePanel(validation), differencePanel(validation)],
			},
		),
		table: tableOf(validation),
	};
}

/** The model that stands first: blind, with the parameters that are judged. */
function titleOf(validation: Validation): string {
	const model = validation.forecasters[0] as Forecaster;
	const verdicts = HORIZONS.map((horizon) =>
		verdictOf(scoreAt(validation, model.id, horizon).lessWalk),
	);
	const better = verdicts.filter((verdict) => verdict === "better").length;
	const worse = verdicts.filter((verdict) => verdict === "worse").length;
	const { length } = HORIZONS;
	if (better === 0 && worse === 0)
		return firstThatFits([
			"No clear difference between the blind model and a random walk at 1 to 12 months",
		]);
	return firstThatFits([
		`Against a random walk the blind model is better at ${better} of ${length} horizons, worse at ${worse}`,
	]);
}

function scorePoints(validation: Validation, id: string): readonly Point[] {
	return HORIZONS.map((horizon, i) => ({
		x: i + 0.5,
		value: plotted(scoreAt(validation, id, horizon).crps),
		low: null,
		high: null,
	}));
}

function differencePoints(
	validation: Validation,
	id: string,
	shift: number,
): readonly Point[] {
	return HORIZONS.map((horizon, i) => {
		const { value, low, high } = scoreAt(validation, id, horizon).lessWalk;
		const end = (bound: number) =>
			Number.isFinite(bound) ? plotted(bound) : null;
		return {
			x: i + 0.5 + shift,
			value: plotted(value),
			low: end(low),
			high: end(high),
		};
	});
}

function horizonAxis(validation: Validation): PositionFieldDef<Field> {
	const first = validation.forecasters[0] as Forecaster;
	const labels = HORIZONS.map((horizon) => [
		monthsInWords(horizon),
		`${scoreAt(validation, first.id, horizon).n} pairs`,
	]);
	return {
		field: "x",
		type: "quantitative",
		scale: { domain: [0, HORIZONS.length], nice: false },
		axis: {
			values: HORIZONS.map((_, i) => i + 0.5),
			labelExpr: `${JSON.stringify(labels)}[floor(datum.value)]`,
			grid: false,
			ticks: false,
			labelPadding: 8,
		},
	};
}

function scoreAxis(
	field: string,
	domain: readonly [number, number],
): PositionFieldDef<Field> {
	return {
		field,
		type: "quantitative",
		scale: { domain: [...domain], nice: false },
		axis: { domain: false, ticks: false, labelPadding: 6, tickCount: 6 },
	};
}

const heading = (text: string): readonly Layer[] =>
	wordLayers({
		text,
		x: 0,
		y: -HEAD,
		color: INK.title,
		size: SIZE.panel,
		bold: true,
	});

function scorePanel(validation: Validation): NonNormalizedSpec {
	const { forecasters } = validation;
	const all = forecasters.map(({ id }) => scorePoints(validation, id));
	const domain = roundDomain([0, ...all.flat().map(({ value }) => value)]);
	const lines = forecasters.map(({ id }, i): Layer => {
		const { fill, dash } = hueOfForecaster(id);
		return {
			data: { values: [...all[i]!] },
			mark: {
				type: "line",
				color: fill,
				strokeWidth: 2.5,
				strokeDash: [...dash],
				point: { color: fill, size: 45, filled: true },
			},
			encoding: { x: horizonAxis(validation), y: scoreAxis("value", domain) },
		};
	});
	return {
		width: WIDTH,
		height: HEIGHT,
		layer: [...lines, ...heading("Score"), ...names(forecasters, all, domain)],
	};
}

/** Names at the right ends of the lines. */
function names(
	forecasters: readonly Forecaster[],
	all: readonly (readonly Point[])[],
	[low, high]: readonly [number, number],
): readonly Layer[] {
	const wanted = all.map(
		(points) =>
			HEIGHT * (1 - ((points.at(-1)?.value ?? 0) - low) / (high - low)),
	);
	const places = pushApart(wanted, APART, 0, HEIGHT);
	const last = (WIDTH * (HORIZONS.length - 0.5)) / HORIZONS.length;
	return forecasters.flatMap(({ id, label }, i) =>
		wordLayers({
			text: label,
			x: last + 12,
			y: places[i]!,
			color: hueOfForecaster(id).text,
			bold: true,
			rim: true,
		}),
	);
}

function differencePanel(validation: Validation): NonNormalizedSpec {
	const others = validation.forecasters.filter(
		({ id }) => id !== "random-walk",
	);
	const all = others.map(({ id }, i) =>
		differencePoints(validation, id, BESIDE * (i - (others.length - 1) / 2)),
	);
	const ends = all
		.flat()
		.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
	const domain = roundDomain([0, ...ends]);
	return {
		width: WIDTH,
		height: HEIGHT,
		layer: [
			zeroLine(),
			...others.flatMap(({ id }, i) =>
				intervalLayers(validation, hueOfForecaster(id).fill, all[i]!, domain),
			),
			...heading("Less the random walk's: below 0 is better"),
		],
	};
}

function zeroLine(): Layer {
	return {
		data: { values: [{ zero: 0 }] },
		mark: { type: "rule", color: INK.mark, strokeWidth: 1.5 },
		encoding: { y: { field: "zero", type: "quantitative" } },
	};
}

function intervalLayers(
	validation: Validation,
	color: string,
	points: readonly Point[],
	domain: readonly [number, number],
): readonly Layer[] {
	const x = horizonAxis(validation);
	const known = points.filter(({ low }) => low !== null);
	const dots: Layer = {
		data: { values: [...points] },
		mark: { type: "circle", color, opacity: 1, size: 80 },
		encoding: { x, y: scoreAxis("value", domain) },
	};
	const bars: Layer = {
		data: { values: [...known] },
		mark: { type: "rule", color, strokeWidth: 2 },
		encoding: { x, y: scoreAxis("low", domain), y2: { field: "high" } },
	};
	return known.length > 0 ? [bars, dots] : [dots];
}

function tableOf(validation: Validation): ChartTable {
	const end = (value: number) =>
		Number.isFinite(value) ? plotted(value) : null;
	return {
		columns: [
			{ name: "forecaster", unit: "" },
			{ name: "market", unit: "" },
			{ name: "horizon", unit: "months" },
			{ name: "pairs", unit: "" },
			...["crps", "crps of members as they are", "less random walk"].map(
				(name) => ({ name, unit: "log price" }),
			),
			...["low", "high", "less AR(1)", "AR(1) low", "AR(1) high"].map(
				(name) => ({ name, unit: "log price" }),
			),
		],
		rows: validation.scores.map((score) => [
			score.forecaster,
			score.market,
			score.horizon,
			score.n,
			end(score.crps),
			end(score.crpsPlain),
			...[score.lessWalk, score.lessAr1].flatMap(({ value, low, high }) =>
				[value, low, high].map(end),
			),
		]),
	};
}
