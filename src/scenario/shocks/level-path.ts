/** A path of levels by month, for kinds of shocks that follow one. */

import { z } from "zod";
import { type CalendarDay, monthName, type Tick } from "../../quantities.ts";
import type { Distribution } from "../../random/distribution.ts";
import { month } from "../numbers/day-field.ts";
import type { quantity } from "../numbers/quantity-field.ts";
import { PLAIN } from "../numbers/units.ts";
import type { Fields, WriteNumber } from "../numbers/write-number.ts";
import type { Report } from "../text/report.ts";
import { firstDayOf } from "./shock-dates.ts";

/** Levels by month; ticks ascend. */
export type LevelPath = readonly {
	readonly tick: Tick;
	readonly level: Distribution;
}[];

type FilePath = readonly {
	readonly month: Tick;
	readonly level: Distribution;
}[];

/** The field of a path. @param between words for what holds between and after its points */
export const levelPath = (
	level: ReturnType<typeof quantity>,
	between: string,
) =>
	z
		.array(
			z.strictObject({
				month: month("from this month on the level is reached"),
				level,
			}),
		)
		.min(1)
		.max(200)
		.meta({ description: between });

/** The path of a file with its months as ticks. */
export const completePath = (path: FilePath): LevelPath =>
	path.map(({ month, level }) => ({ tick: month, level }));

/** The path in the form of a file. */
export const writePath = (path: LevelPath, write: WriteNumber): Fields[] =>
	path.map(({ tick, level }, i) => ({
		month: monthName(tick),
		level: write(level, `path.${i}.level`, PLAIN),
	}));

/** First day of a path. */
export function beginningOf(path: FilePath): CalendarDay | undefined {
	const first = path[0];
	return first && firstDayOf(first.month);
}

/** Tells where a path does not ascend. */
export function checkAscends(path: FilePath, report: Report): void {
	path.forEach(({ month }, i) => {
		const before = path[i - 1];
		if (before !== undefined && month <= before.month)
			report(
				["path", i, "month"],
				"is not after the month before it; expected a path that ascends",
			);
	});
}
