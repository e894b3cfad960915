/** Units of the model and months counted from January 2018, with their few conversions. */

/** A share or probability, 0 to 1. */
export type Share = number;
/** A number of months. */
export type Months = number;
/** Months since January 2018: tick 0 is 2018-01, the burn-in has negative ticks. */
export type Tick = number;

/** Pounds in a tonne, for prices quoted in USD/lb. */
export const POUNDS_PER_TONNE = 2204.6226;
/** The year in which tick 0 lies; the record starts in its January. */
export const FIRST_YEAR = 2018;

/** A day of the Gregorian calendar. */
export interface CalendarDay {
	readonly year: number;
	/** 1 to 12 */
	readonly month: number;
	/** 1 to 31 */
	readonly day: number;
}

/** Days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2)
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Tick of a calendar month; `month` from 1 to 12. */
export function tickOf(year: number, month: number): Tick {
	return (year - FIRST_YEAR) * 12 + (month - 1);
}

/** `YYYY-MM` of a tick; ticks before 2018 are written too. */
export function monthName(tick: Tick): string {
	const year = FIRST_YEAR + Math.floor(tick / 12);
	const month = tick - (year - FIRST_YEAR) * 12 + 1;
	return `${year}-${String(month).padStart(2, "0")}`;
}

/** Calendar year of a tick. */
export function yearOf(tick: Tick): number {
	return FIRST_YEAR + Math.floor(tick / 12);
}

/**
 * Months from the start of 2018-01 to the start of a day: the whole part is the tick, the
 * fraction is the share of the month that had passed.
 */
export function instantOf(date: CalendarDay): number {
	return (
		tickOf(date.year, date.month) +
		(date.day - 1) / daysInMonth(date.year, date.month)
	);
}

/**
 * Share of month `tick` in which a rule of [from, to) is in force.
 *
 * @param from first instant in force, months since 2018-01
 * @param to   first instant no longer in force; Infinity when open
 * @returns 0 to 1
 */
export function shareInForce(from: number, to: number, tick: Tick): Share {
	return Math.max(0, Math.min(to, tick + 1) - Math.max(from, tick));
}

/** Tick in which news of a day counts as known: its own month up to the 15th, else the next. */
export function newsTick(date: CalendarDay): Tick {
	return tickOf(date.year, date.month) + (date.day <= 15 ? 0 : 1);
}
