/** Months, days and years in words, and as vega-lite takes them. */

import {
	type CalendarDay,
	daysInMonth,
	FIRST_YEAR,
	instantOf,
	yearOf,
} from "../quantities.ts";

/** A date as vega-lite takes it in layered charts. */
export interface SpecDate {
	readonly year: number;
	readonly month: number;
	readonly date: number;
	readonly utc: true;
}

const MONTH_NAMES = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"June",
	"July",
	"Aug",
	"Sept",
	"Oct",
	"Nov",
	"Dec",
] as const;

/** The date of an instant, months since 2018-01. */
export function specDate(instant: number): SpecDate {
	const tick = Math.floor(instant);
	const year = yearOf(tick);
	const month = tick - (year - FIRST_YEAR) * 12 + 1;
	const passed = (instant - tick) * daysInMonth(year, month);
	return { year, month, date: Math.floor(passed) + 1, utc: true };
}

/** The first instant of a month `YYYY-MM`, or of a day `YYYY-MM-DD`. */
export function instantOfText(text: string): number {
	const [year = Number.NaN, month = Number.NaN, day = 1] = text
		.split("-")
		.map(Number);
	return instantOf({ year, month, day });
}

/** `Dec 2024`. */
export function monthInWords(instant: number): string {
	const { year, month } = specDate(instant);
	return `${MONTH_NAMES[month - 1] ?? ""} ${year}`;
}

/** `2029–33`, `2029–2103`, or `2029` alone. */
export function yearsInWords(from: number, to: number): string {
	const [first, last] = [yearOf(Math.floor(from)), yearOf(Math.floor(to))];
	if (first === last) return String(first);
	const isSameCentury = Math.floor(first / 100) === Math.floor(last / 100);
	return `${first}–${isSameCentury ? String(last).slice(-2) : last}`;
}

const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;

/** `March`. */
export function monthOfYear(tick: number): string {
	return MONTHS[((tick % 12) + 12) % 12] ?? "";
}

/** `March 2027`. */
export function monthWords(tick: number): string {
	return `${monthOfYear(tick)} ${yearOf(tick)}`;
}

/** `27 November 2026`. */
export function dayWords({ year, month, day }: CalendarDay): string {
	return `${day} ${MONTHS[month - 1]} ${year}`;
}
