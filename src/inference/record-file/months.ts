/** Spans of whole months as a record writes them: a month, a quarter, a year, or from one to another. */

import { type Tick, tickOf } from "../../quantities.ts";

/** First and last month of a span, both counted. */
export interface MonthSpan {
	readonly from: Tick;
	readonly to: Tick;
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const YEAR = /^(\d{4})$/;
const QUARTER_MONTHS = 3;
const YEAR_MONTHS = 12;

/** Ways to write a span, for a remedy. */
export const SPAN_WORDS = "2025-03, 2025-Q1, 2025 or 2025-01..2025-06";

function oneSpan(text: string): MonthSpan | null {
	const [, year = "", part = ""] = MONTH.exec(text) ?? [];
	if (year !== "") {
		const tick = tickOf(Number(year), Number(part));
		return { from: tick, to: tick };
	}
	const [, quarterYear = "", quarter = ""] = QUARTER.exec(text) ?? [];
	if (quarterYear !== "") {
		const from =
			tickOf(Number(quarterYear), 1) + QUARTER_MONTHS * (Number(quarter) - 1);
		return { from, to: from + QUARTER_MONTHS - 1 };
	}
	if (!YEAR.test(text)) return null;
	const from = tickOf(Number(text), 1);
	return { from, to: from + YEAR_MONTHS - 1 };
}

/** Reads a span; null when it is none. */
export function monthSpan(text: string): MonthSpan | null {
	const [first = "", last, ...rest] = text.split("..");
	if (rest.length > 0) return null;
	const from = oneSpan(first);
	const to = last === undefined ? from : oneSpan(last);
	if (from === null || to === null || to.to < from.from) return null;
	return { from: from.from, to: to.to };
}
