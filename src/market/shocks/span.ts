/** Spans of dated rules, and the share of a month that lies in them. */

import {
	type CalendarDay,
	instantOf,
	newsTick,
	shareInForce,
	type Tick,
} from "../../quantities.ts";

/** The stretch of time in which a dated rule holds, in months since 2018-01. */
export interface Span {
	readonly from: number;
	/** Infinity when open */
	readonly to: number;
}

/** The span of a shock's `from` and `to`. */
export function spanOf(dates: {
	readonly from: CalendarDay;
	readonly to: CalendarDay | null;
}): Span {
	return {
		from: instantOf(dates.from),
		to: dates.to === null ? Number.POSITIVE_INFINITY : instantOf(dates.to),
	};
}

/** First tick a span touches and first it no longer touches. */
export function ticksOf(span: Span): { from: Tick; to: Tick } {
	return { from: Math.floor(span.from), to: Math.ceil(span.to) };
}

/** Share of month `tick` that lies in `span` and in none of `pauses` (which do not overlap). */
export function shareOf(
	span: Span,
	pauses: readonly Span[],
	tick: Tick,
): number {
	let share = shareInForce(span.from, span.to, tick);
	for (const pause of pauses)
		share -= shareInForce(
			Math.max(span.from, pause.from),
			Math.min(span.to, pause.to),
			tick,
		);
	return Math.max(0, share);
}

/** The tick in which a shock becomes known. */
export function knownTick(dates: {
	readonly announce: CalendarDay | null;
	readonly from: CalendarDay;
}): Tick {
	return newsTick(dates.announce ?? dates.from);
}
