/** Chart of calibration: where in each forecast the quoted price came to lie. */

import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import {
	HORIZONS,
	type Horizon,
} from "../../inference/forecasts/forecast-pairs.ts";
import type { Forecaster } from "../../inference/forecasts/scores.ts";
import type { Validation } from "../../inference/validation/validation.ts";
import { monthName } from "../../quantities.ts";
import { countInWords, plotted } from "../../words/numbers.ts";
import type { ChartTable } from "../chart.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { type Layer, strokeLayer, wordLayers } from "../frame/layers.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { wrapToWidth } from "../frame/text-width.ts";
import { INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";
import {
	type ForecastChart,
	type ForecastChartInput,
	monthsInWords,
	scoreAt,
} from "./forecast-chart.ts";
import { hueOfForecaster } from "./forecast-hues.ts";

/** px: names at the left, a strip with the room beside it, and its height. */
const NAMES = 190;
const BETWEEN = 26;
const STRIP = (PAGE_WIDTH - NAMES) / HORIZONS.length - BETWEEN;
const ROW = 76;
const BAND = 46;
const HEAD = 14;
/** px: a dot and the distance of two. */
const DOT = 60;
const APART = 9;
/** Bands behind the dots, with their opacity. */
const SHADES = [
	[0, 1, 0.06],
	[0.1, 0.9, 0.08],
	[0.25, 0.75, 0.1],
] as const;

/** The band whose coverage is told. */
const TOLD = 0.8;

/**
 * Place of each quoted price in its forecast, from below all members to above all: good
 * forecasts scatter evenly and hold eight of ten in the band of 80 %.
 */
export function placeChart({
	context,
	validation,
}: ForecastChartInput): ForecastChart {
	const title = titleOf(validation);
	const subtitle = subtitleLines([
		"Where the price that came lay in its forecast, Rotterdam and China, origins 2019 to 2024; each dot a pair of months with quotes (probability integral transform).",
		`At the left edge the price was below the whole forecast, at the right edge above it. Shades: bands of 50, 80 and 100%. Even scatter is right; dots at an edge are surprises. ${countInWords(context.replicates)} runs, weighed by their path before the origin.`,
	]);
	const source = sourceLines(context);
	return {
		kind: "places",
		name: "in-forecasts",
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			{
				direction: "column",
				spacing: 0,
				below: 20,
				panels: [stripsOf(validation)],
			},
		),
		table: tableOf(validation),
	};
}

function hits(validation: Validation, id: string, horizon: Horizon) {
	const { n, coverage } = scoreAt(validation, id, horizon);
	const told = coverage.find(({ band }) => band === TOLD);
	return { n, hits: told?.hits ?? 0 };
}

function titleOf(validation: Validation): string {
	const model = validation.forecasters[0] as Forecaster;
	const [near, far] = [1, 12] as const;
	const soon = hits(validation, model.id, near);
	const late = hits(validation, model.id, far);
	return firstThatFits([
		`Blind 80% bands held ${soon.hits} of ${soon.n} prices a month ahead, ${late.hits} of ${late.n} a year ahead`,
	]);
}

const left = (column: number) => NAMES + column * (STRIP + BETWEEN);
const middle = (row: number) => HEAD + row * ROW + BAND / 2;

function stripsOf(validation: Validation): NonNormalizedSpec {
	const { forecasters } = validation;
	return {
		width: PAGE_WIDTH - BETWEEN,
		height: HEAD + forecasters.length * ROW,
		layer: [
			...HORIZONS.flatMap((horizon, column) =>
				wordLayers({
					text: `${monthsInWords(horizon)} ahead`,
					x: left(column),
					y: -6,
					color: INK.title,
					size: SIZE.panel,
					bold: true,
				}),
			),
			...forecasters.flatMap((forecaster, row) => [
				...nameLayers(forecaster, row),
				...HORIZONS.flatMap((horizon, column) =>
					stripLayers(validation, forecaster, horizon, { row, column }),
				),
			]),
		],
	};
}

function nameLayers({ id, label }: Forecaster, row: number): readonly Layer[] {
	const lettering = { size: SIZE.label, bold: true };
	const lines = wrapToWidth(label, lettering, NAMES - 16, 2);
	return lines.flatMap((text, i) =>
		wordLayers({
			text,
			x: 0,
			y: middle(row) + (i - (lines.length - 1) / 2) * 16,
			color: hueOfForecaster(id).text,
			...lettering,
		}),
	);
}

function stripLayers(
	validation: Validation,
	{ id, forecasts }: Forecaster,
	horizon: Horizon,
	{ row, column }: { readonly row: number; readonly column: number },
): readonly Layer[] {
	const start = left(column);
	const y = middle(row);
	const { fill } = hueOfForecaster(id);
	const pits = forecasts
		.filter(({ pair }) => pair.horizon === horizon)
		.map(({ pit }) => pit);
	const shades = SHADES.map(
		([from, to, opacity]): Layer => ({
			data: { values: [{}] },
			mark: { type: "rect", color: INK.mark, opacity },
			encoding: {
				x: { value: start + from * STRIP },
				x2: { value: start + to * STRIP },
				y: { value: y - BAND / 2 },
				y2: { value: y + BAND / 2 },
			},
		}),
	);
	const dots = swarm(pits.map((pit) => pit * STRIP)).map(
		([x, rise]): Layer => ({
			data: { values: [{}] },
			mark: { type: "circle", color: fill, opacity: 1, size: DOT },
			encoding: { x: { value: start + x }, y: { value: y - rise } },
		}),
	);
	const { n, hits: held } = hits(validation, id, horizon);
	return [
		...shades,
		strokeLayer({
			from: [start + STRIP / 2, y - BAND / 2],
			to: [start + STRIP / 2, y + BAND / 2],
			color: INK.axis,
			width: 1,
		}),
		...dots,
		...wordLayers({
			text: `${held} of ${n} in the 80% band`,
			x: start,
			y: y + BAND / 2 + 9,
			color: INK.text,
			size: SIZE.small,
		}),
	];
}

/** Dots moved up or down from their line until none hides another. */
function swarm(
	places: readonly number[],
): readonly (readonly [x: number, rise: number])[] {
	const put: (readonly [number, number])[] = [];
	for (const x of [...places].sort((a, b) => a - b)) {
		const near = put.filter(([other]) => x - other < APART);
		const isFree = (rise: number) =>
			near.every(
				([other, its]) =>
					(x - other) * (x - other) + (rise - its) * (rise - its) >=
					APART * APART,
			);
		const rises = [0, 1, -1, 2, -2].map((step) => step * APART);
		put.push([x, rises.find(isFree) ?? 0]);
	}
	return put;
}

function tableOf({ forecasters }: Validation): ChartTable {
	return {
		columns: [
			...["forecaster", "market", "origin", "target"].map((name) => ({
				name,
				unit: "",
			})),
			{ name: "horizon", unit: "months" },
			...["price at origin", "price at target", "p10", "p50", "p90"].map(
				(name) => ({ name, unit: "USD/t" }),
			),
			{ name: "place in the forecast", unit: "0 to 1" },
			{ name: "crps", unit: "log price" },
		],
		rows: forecasters.flatMap(({ id, forecasts }) =>
			forecasts.map(({ pair, p10, p50, p90, pit, crps }) => [
				id,
				pair.market,
				monthName(pair.origin),
				monthName(pair.target),
				pair.horizon,
				...[pair.priceAtOrigin, pair.priceAtTarget, p10, p50, p90].map(plotted),
				plotted(pit),
				plotted(crps),
			]),
		),
	};
}
