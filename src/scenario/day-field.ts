import { z } from "zod";
import {
	type CalendarDay,
	daysInMonth,
	FIRST_YEAR,
	type Tick,
	tickOf,
} from "../quantities.ts";

const LAST_YEAR = 2100;
const WRITTEN = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** What is wrong with a written day or month; null when nothing is. */
function problemOf(written: unknown, shape: "day" | "month"): string | null {
	const wanted = shape === "day" ? "a day as YYYY-MM-DD" : "a month as YYYY-MM";
	const found = typeof written === "string" ? WRITTEN.exec(written) : null;
	if (found === null)
		return `is ${JSON.stringify(written)}; expected ${wanted}`;
	const year = Number(found[1]);
	const month = Number(found[2]);
	if (shape === "month" && found[3] !== undefined)
		return `is ${written}; expected ${wanted}`;
	if (month < 1 || month > 12)
		return `is ${written}; there is no month ${month}`;
	const day = Number(found[3] ?? "1");
	if (day < 1 || day > daysInMonth(year, month))
		return `is ${written}; ${year}-${found[2]} has ${daysInMonth(year, month)} days`;
	if (year < FIRST_YEAR)
		return `is ${written}; the record begins in ${FIRST_YEAR}-01`;
	if (year > LAST_YEAR) return `is ${written}; the last year is ${LAST_YEAR}`;
	return null;
}

function partsOf(written: string): CalendarDay {
	const [, year, month, day] = WRITTEN.exec(written) as RegExpExecArray;
	return { year: Number(year), month: Number(month), day: Number(day ?? "1") };
}

/** A day, `YYYY-MM-DD`; a month stands for its first day. */
export function day(meaning: string) {
	return z
		.string()
		.transform((written, context): CalendarDay => {
			const problem = problemOf(written, "day");
			if (problem === null) return partsOf(written);
			context.addIssue({ code: "custom", message: problem });
			return z.NEVER;
		})
		.meta({ description: meaning, day: true });
}

/** A month, `YYYY-MM`, as its tick. */
export function month(meaning: string) {
	return z
		.string()
		.transform((written, context): Tick => {
			const problem = problemOf(written, "month");
			if (problem === null) {
				const parts = partsOf(written);
				return tickOf(parts.year, parts.month);
			}
			context.addIssue({ code: "custom", message: problem });
			return z.NEVER;
		})
		.meta({ description: meaning, month: true });
}
