/** Days of a shock: how they are counted on and written. */

import {
	type CalendarDay,
	daysInMonth,
	type Tick,
	tickOf,
	yearOf,
} from "../../quantities.ts";

function addMonths(from: CalendarDay, months: number): CalendarDay {
	const index = from.year * 12 + from.month - 1 + months;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

/** `to`, or `months` after the first day; null when open. */
export function endOf(
	from: CalendarDay,
	{
		to,
		months,
	}: {
		readonly to?: CalendarDay | undefined;
		readonly months?: number | undefined;
	},
): CalendarDay | null {
	if (to !== undefined) return to;
	return months === undefined ? null : addMonths(from, months);
}

/** First day of a month. */
export function firstDayOf(tick: Tick): CalendarDay {
	const year = yearOf(tick);
	return { year, month: tick - tickOf(year, 1) + 1, day: 1 };
}

/** A day in the form of a file, `2026-11-27`. */
export function dayText({ year, month, day }: CalendarDay): string {
	return [year, month, day].map((n) => String(n).padStart(2, "0")).join("-");
}
