/** Replicate run again for a chart: its scenario, its months in view, and its name. */

import { monthName } from "../../quantities.ts";
import { instantOfText } from "../../words/dates.ts";
import { nameForFile } from "../../words/metrics.ts";
import {
	type ChartInput,
	type ChartReplay,
	type ChartScenario,
	scenarioOf,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import type { MonthWindow } from "../frame/time-axis.ts";

/** The replay of a chart and its scenario. @throws {ChartError} when none was run */
export function replayOf({ context, replay }: ChartInput): {
	readonly replay: ChartReplay;
	readonly scenario: ChartScenario;
} {
	if (replay === undefined)
		throw new ChartError("it shows one replicate, and none was run again");
	return { replay, scenario: scenarioOf(context, replay.scenario) };
}

/** Months shown before the reference, at least. */
const BEFORE = 24;

/** From the January at or before 24 months ahead of the reference to the end, as in a fan. */
export function replayWindow(
	{ context }: ChartInput,
	{ months }: ChartReplay,
): MonthWindow {
	const [first = "", last = ""] = [months[0], months.at(-1)];
	const early = instantOfText(context.reference) - BEFORE;
	const january = monthName(Math.floor(early / 12) * 12);
	return [january > first && january < last ? january : first, last];
}

/** First month that the title counts: the reference, or the first one shown where the horizon ends before it. */
export function countedFrom(
	{ context }: ChartInput,
	[from, to]: MonthWindow,
): string {
	return context.reference <= to ? context.reference : from;
}

/** `Replicate 14 of ban-returns, nearest the median of the 12-month price: one of 50 runs, not the batch.` */
export function replayWords(
	{ scenario, replicate, why }: ChartReplay,
	runs: number,
): string {
	const picked = why === "" ? "" : `, ${why}`;
	return `Replicate ${replicate} of ${scenario}${picked}: one of ${runs} runs, not the batch.`;
}

/** A file name's part for a replay: `ban-returns-14`. */
export function replayName({ scenario, replicate }: ChartReplay): string {
	return nameForFile(`${scenario}-${replicate}`);
}
