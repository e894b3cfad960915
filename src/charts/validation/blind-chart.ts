/** Chart of the blind test: the frozen fan of 2025, what was quoted, and a random walk. */

import type { QuotedMarket } from "../../inference/facts/readings.ts";
import { walkBandFrom2024 } from "../../inference/forecasts/walk.ts";
import {
	frozenFan,
	TESTED,
	type TestedMarket,
	type TestedMonth,
} from "../../inference/validation/blind-test.ts";
import { exp } from "../../math.ts";
import { monthName } from "../../quantities.ts";
import { inWords, plotted } from "../../words/numbers.ts";
import type { ChartTable } from "../chart.ts";
import type { FanRow } from "../fan/fan-panel.ts";
import { quoteLayers, shownQuotes } from "../fan/quotes.ts";
import { type TimePanel, timePanels } from "../fan/time-panels.ts";
import { type WalkRow, walkRow } from "../fan/walk-band.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { HUES } from "../frame/theme.ts";
import { instantsOf } from "../frame/time-axis.ts";
import type { ForecastChart, ForecastChartInput } from "./forecast-chart.ts";

/** Markets with their names and colours. */
const MARKETS = [
	{ market: "rotterdam", name: "Rotterdam", hue: HUES[0]! },
	{ market: "china", name: "China, without VAT", hue: HUES[1]! },
] as const;

const YEAR = Array.from(
	{ length: TESTED.to - TESTED.from },
	(_, i) => TESTED.from + i,
);

/** The frozen fan in the form of a panel: its outermost band is that of 90 %. */
function rowsOf(market: QuotedMarket): readonly FanRow[] {
	return YEAR.map((tick) => {
		const [p05, p10, p25, p50, p75, p90, p95] = frozenFan(market, tick)
			.values.map(exp)
			.map(plotted) as [number, number, number, number, number, number, number];
		const month = `${monthName(tick)}-15`;
		return { month, p025: p05, p10, p25, p50, p75, p90, p975: p95 };
	});
}

function walkOf(market: QuotedMarket): readonly WalkRow[] {
	const band = walkBandFrom2024(market);
	return YEAR.map((tick) => walkRow(`${monthName(tick)}-15`, band(tick)));
}

function panelOf(
	{ market, name, hue }: (typeof MARKETS)[number],
	months: readonly TestedMonth[],
): TimePanel {
	const rows = rowsOf(market);
	const quotes = shownQuotes(
		months
			.filter((month) => month.market === market)
			.map(({ month, price }) => ({
				date: `${month}-15`,
				series: market,
				usdPerTonne: price,
			})),
		rows,
		1,
	);
	const walk = walkOf(market);
	return {
		title: name,
		hue,
		rows,
		outermost: "90% of runs",
		marks: [],
		walk,
		over: (axes, labelled) => quoteLayers(quotes, axes, labelled),
		overValues: [
			...quotes.map(({ price }) => price),
			...walk.map(({ high }) => high),
		],
	};
}

function scoreWords({ market, crps, walks }: TestedMarket): string {
	const name = market === "china" ? "China" : "Rotterdam";
	return `${name} ${inWords(crps, 2)} to ${inWords(walks["2018-2023"].crps, 2)}`;
}

/** The predictive of 2025 as it was frozen, beside what came and what a random walk said. */
export function blindChart({
	context,
	validation,
}: ForecastChartInput): ForecastChart {
	const { markets } = validation.blindTest;
	const title = firstThatFits([
		`Blind, 2025: the error against a random walk's, ${markets.map(scoreWords).join(", ")}`,
	]);
	const panels = MARKETS.map((market) =>
		panelOf(market, validation.blindTest.months),
	);
	const subtitle = subtitleLines([
		"Antimony price, USD/t, 2025. Dots: mean of the quotes of a month.",
		"Line: median of the predictive that was frozen before any price of 2025 was read; bands hold its middle 50, 80 and 90%.",
		"Grey: middle 80% of a random walk from the last quotes of 2024, with the volatility of 2018 to 2023.",
		"In the title: mean continuous ranked probability score of the log price over the quoted months; lower is better.",
	]);
	const source = sourceLines(context);
	return {
		kind: "blind",
		name: "2025",
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			timePanels(
				panels,
				instantsOf([monthName(TESTED.from), monthName(TESTED.to - 1)]),
			),
		),
		table: tableOf(validation),
	};
}

function tableOf({ blindTest }: ForecastChartInput["validation"]): ChartTable {
	const price = { unit: "USD/t" };
	return {
		columns: [
			{ name: "market", unit: "" },
			{ name: "month", unit: "" },
			...["quoted", "p10", "p50", "p90", "walk p10", "walk p90"].map(
				(name) => ({ name, ...price }),
			),
			{ name: "place in the forecast", unit: "0 to 1" },
			{ name: "crps", unit: "log price" },
			{ name: "crps of the walk", unit: "log price" },
		],
		rows: blindTest.months.map(
			({ market, month, price: quoted, model, walks }) => {
				const walk = walks["2018-2023"];
				return [
					market,
					month,
					...[quoted, model.p10, model.p50, model.p90, walk.p10, walk.p90].map(
						plotted,
					),
					plotted(model.place),
					plotted(model.crps),
					plotted(walk.crps),
				];
			},
		),
	};
}
