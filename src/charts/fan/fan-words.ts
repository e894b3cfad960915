/** Title, subtitle and description of a fan chart. */

import type {
	MetricDefinition,
	MetricName,
	SeriesName,
} from "../../market/record/record.ts";
import { labelWithUnit, shownAs } from "../../words/amounts.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { lowerFirst, metricOf, seriesOf } from "../../words/metrics.ts";
import { countInWords, figure } from "../../words/numbers.ts";
import type { ChartInput, ShockMark } from "../chart.ts";
import { type Finding, metricFinding } from "../finding/headline.ts";
import { firstThatFits, withNames } from "../finding/title-forms.ts";
import { subtitleLines } from "../frame/page.ts";
import { periodOf } from "../frame/period.ts";
import type { MonthWindow } from "../frame/time-axis.ts";
import type { FanSubject } from "./fan-choice.ts";
import type { FanRow } from "./fan-panel.ts";

/** Content of one panel of a fan: its subject with the months plotted. */
export interface FanContent extends FanSubject {
	readonly rows: readonly FanRow[];
	readonly marks: readonly ShockMark[];
}

/** The metric that says of a whole replicate what the series says of a month. */
const METRIC_OF: Readonly<Partial<Record<SeriesName, MetricName>>> = {
	price_rotterdam_usd_t: "mean_price_12m_usd_t",
	price_ratio: "max_price_ratio",
	us_unmet_t: "us_unmet_t",
	defence_unmet_us_t: "defence_unmet_t",
	china_exports_grey_t: "grey_share",
};

function metricOfSeries(series: SeriesName): MetricDefinition | null {
	const name = METRIC_OF[series];
	return name ? metricOf(name) : null;
}

/** The effect on the metric of the series, or where the medians end when it has none. */
export function fanFinding(
	input: ChartInput,
	series: SeriesName,
	drawn: readonly FanContent[],
): Finding {
	const metric = metricOfSeries(series);
	if (metric === null) return { title: endsTitle(series, drawn), key: null };
	const scenarios = drawn.map(({ scenario }) => scenario);
	const { title, key } = metricFinding(metric, {
		...input,
		context: { ...input.context, scenarios: [...new Set(scenarios)] },
	});
	const told = `${lowerFirst(metric.label)}, ${periodOf(metric, input)}`;
	return { title, key: key ? `${told}, ${key}` : told };
}

/** Title: the medians in the last month. */
function endsTitle(series: SeriesName, drawn: readonly FanContent[]): string {
	const scenarios = drawn.map(({ scenario }) => scenario);
	const last = drawn[0]?.rows.at(-1)?.month ?? "";
	const ends = drawn.map(({ rows }) => rows.at(-1)?.p50 ?? 0);
	const medians = ends.map(figure);
	const { suffix } = shownAs(seriesOf(series));
	const when = `Medians in ${monthInWords(instantOfText(last))}`;
	const told = (...names: readonly string[]) =>
		`${when}: ${medians.map((each, i) => `${names[i]} ${each}`).join(", ")}${suffix}`;
	const isAlone = new Set(scenarios).size === 1;
	return firstThatFits([
		...(isAlone
			? [told(...drawn.map((each) => seriesOf(each.series).label))]
			: withNames(scenarios, [told])),
		`${when}: ${medians.join(", ")}${suffix}`,
	]);
}

/** Subtitle: series, unit, period, how to read the bands, and what is left out. */
export function fanSubtitle(
	{ key }: Finding,
	input: ChartInput,
	series: SeriesName,
	drawn: readonly FanContent[],
	window: MonthWindow,
	notes: readonly string[],
): readonly string[] {
	const definition = seriesOf(series);
	const unseen =
		input.context.scenarios.length -
		new Set(drawn.map(({ scenario }) => scenario)).size;
	const marks = drawn.flatMap((each) => each.marks);
	return subtitleLines([
		`${labelWithUnit(definition)}, monthly, ${periodInWords(window)}.`,
		`Line: median; bands hold the middle 50, 80 and 95% of ${countInWords(input.context.replicates)} runs.`,
		...(key ? [`In the title: ${key}.`] : []),
		...notes,
		...(marks.length > 0 ? [markKey(marks)] : []),
		...(unseen > 0
			? [`${unseen} more scenarios are in the chart of differences.`]
			: []),
	]);
}

const periodInWords = ([from, to]: MonthWindow) =>
	`${monthInWords(instantOfText(from))} to ${monthInWords(instantOfText(to))}`;

function markKey(marks: readonly ShockMark[]): string {
	const dates = "Dashed: changes in the rules";
	const hasRange = marks.some(({ from, to }) => from < to);
	return hasRange
		? `${dates}; bar: 5–95% of an uncertain date, with its odds.`
		: `${dates}.`;
}

/** The finding, then each panel's end and its marks, for those who cannot see it. */
export function fanDescription(
	title: string,
	series: SeriesName,
	drawn: readonly FanContent[],
	window: MonthWindow,
): string {
	const { unit } = shownAs(seriesOf(series));
	const panels = drawn.map(({ scenario, series, rows, marks }) => {
		const last = rows.at(-1);
		const ends = last
			? `ends at a median of ${figure(last.p50)}, 95% of runs between ${figure(last.p025)} and ${figure(last.p975)}`
			: "has no months";
		const dates = marks
			.map(({ label, when }) => `${label} (${when})`)
			.join(", ");
		const marked = dates === "" ? "" : `; marked: ${dates}`;
		return `${scenario.title}, ${seriesOf(series).label}: ${ends}${marked}.`;
	});
	return `${title}. Fan charts side by side, ${periodInWords(window)}, in ${unit}. ${panels.join(" ")}`;
}
