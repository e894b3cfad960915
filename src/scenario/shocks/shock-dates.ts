import {
	type CalendarDay,
	daysInMonth,
	type Tick,
	tickOf,
	yearOf,
} from "../../quantities.ts";
import type { FileShock } from "./shock-fields.ts";

function addMonths(from: CalendarDay, months: number): CalendarDay {
	const index = from.year * 12 + from.month - 1 + months;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

function dayOf(tick: Tick): CalendarDay {
	const year = yearOf(tick);
	return { year, month: tick - tickOf(year, 1) + 1, day: 1 };
}

/** First month of a shock's own path of levels, for kinds that have one. */
export function pathMonth(shock: FileShock): Tick | undefined {
	return shock.kind === "segment-growth" || shock.kind === "chinese-leverage"
		? shock.path[0]?.month
		: undefined;
}

/** First day of a shock's own path, for kinds that have one. */
function pathStart(shock: FileShock): CalendarDay | undefined {
	if (shock.kind === "reserve-purchases") return shock.path[0]?.from;
	const month = pathMonth(shock);
	return month === undefined ? undefined : dayOf(month);
}

/** `from`, else the day it is announced, else the start of its path; undefined when none is given. */
export function startOf(shock: FileShock): CalendarDay | undefined {
	return shock.from ?? shock.announce ?? pathStart(shock);
}

/** `to`, or `months` after the first day; null when open. */
export function endOf(
	from: CalendarDay,
	{ to, months }: Pick<FileShock, "to" | "months">,
): CalendarDay | null {
	if (to !== undefined) return to;
	return months === undefined ? null : addMonths(from, months);
}
