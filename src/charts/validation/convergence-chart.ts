/** Chart of convergence: mean price and its interval as replicates are added. */

import type { TopLevelSpec } from "vega-lite";
import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import type { Interval } from "../../statistics/interval.ts";
import { pairedDifferences } from "../../statistics/paired.ts";
import { runningMeans } from "../../statistics/running-mean.ts";
import { shownAs } from "../../words/amounts.ts";
import { metricOf } from "../../words/metrics.ts";
import { countInWords, figure, plotted } from "../../words/numbers.ts";
import {
	type ChartInput,
	type ChartScenario,
	inOrder,
	othersOf,
} from "../chart.ts";
import { page } from "../frame/page.ts";
import { roundDomain } from "../frame/scale.ts";
import { BOLD, hueAt, INK, PAGE_WIDTH, SIZE } from "../frame/theme.ts";

/** Chart of a mean that settles as runs are added, with its words. */
export interface ConvergenceChart {
	readonly title: string;
	/** key to the line and the band */
	readonly reading: string;
	readonly description: string;
	readonly spec: TopLevelSpec;
}

const METRIC = "mean_price_12m_usd_t";
/** Panels side by side at most. */
const MOST = 4;
/** Fewer runs than this show nothing settling. */
const FEWEST = 20;
/** px */
const HEIGHT = 190;
const GAP = 56;

/** One panel: a mean and its interval by number of runs. */
interface Panel {
	readonly scenario: ChartScenario;
	readonly hue: string;
	readonly points: readonly (Interval & { readonly n: number })[];
}

/**
 * The mean 12-month price, less the base where there is one, with its 95 % interval after
 * the first ten runs, and so on to all of them; null where there are too few runs.
 *
 * @param compared whether scenarios are held against a base
 */
export function convergenceChart(
	input: ChartInput,
	compared: boolean,
): ConvergenceChart | null {
	const panels = panelsOf(input, compared);
	const n = input.runs.replicates.length;
	if (n < FEWEST || panels.length === 0) return null;
	const what = compared
		? "mean difference in the 12-month price from the base"
		: "mean 12-month price";
	const reading = `The ${what}, ${shownAs(metricOf(METRIC)).unit}, after the first ten runs, and on to all ${countInWords(n)} (log scale). Line: mean; band: its 95% interval. Enough is when the band is as narrow as you need and the line has come to rest.`;
	const title = `How the ${what} settles`;
	return {
		title,
		reading,
		description: `${title}. ${reading} ${panels.map(endWords).join(" ")}`,
		spec: specOf(panels),
	};
}

function panelsOf(input: ChartInput, compared: boolean): readonly Panel[] {
	const { context, runs } = input;
	const column = (name: string) => runs.column(name, METRIC);
	const shown = compared ? othersOf(context) : inOrder(context);
	return shown.slice(0, MOST).map((scenario, i) => ({
		scenario,
		hue: hueAt(compared ? i + 1 : i).fill,
		points: runningMeans(
			compared
				? pairedDifferences(column(context.base), column(scenario.name))
				: column(scenario.name),
		),
	}));
}

function endWords({ scenario, points }: Panel): string {
	const end = points.at(-1);
	if (end === undefined) return "";
	return `${scenario.title} ends between ${figure(end.low)} and ${figure(end.high)}.`;
}

function specOf(panels: readonly Panel[]): TopLevelSpec {
	const domain = roundDomain(
		panels.flatMap(({ points }) =>
			points.flatMap(({ low, high }) => [low, high]),
		),
	);
	const room = PAGE_WIDTH - 52 - (panels.length - 1) * GAP;
	const width = Math.floor(room / Math.max(2, panels.length));
	return page(
		{ title: "", subtitle: [], source: [] },
		{
			direction: "row",
			spacing: GAP,
			below: 20,
			panels: panels.map((panel) => panelSpec(panel, domain, width)),
		},
	);
}

function panelSpec(
	{ scenario, hue, points }: Panel,
	domain: readonly [number, number],
	width: number,
): NonNormalizedSpec {
	const x: PositionFieldDef<Field> = {
		field: "n",
		type: "quantitative",
		scale: { type: "log", nice: false },
		axis: { title: "runs", grid: false, tickCount: 4, format: ",d" },
	};
	const y = (field: string): PositionFieldDef<Field> => ({
		field,
		type: "quantitative",
		scale: { domain: [...domain], nice: false },
		axis: { tickCount: 4 },
	});
	return {
		title: {
			text: scenario.title,
			anchor: "start",
			fontSize: SIZE.panel,
			fontWeight: BOLD,
			color: INK.title,
			limit: width,
		},
		width,
		height: HEIGHT,
		data: { values: points.map(plottedPoint) },
		layer: [
			{
				mark: { type: "area", color: hue, opacity: 0.28 },
				encoding: { x, y: y("low"), y2: { field: "high" } },
			},
			{
				mark: { type: "line", color: hue, strokeWidth: 2 },
				encoding: { x, y: y("value") },
			},
		],
	};
}

const plottedPoint = ({ n, value, low, high }: Panel["points"][number]) => ({
	n,
	value: plotted(value),
	low: plotted(low),
	high: plotted(high),
});
