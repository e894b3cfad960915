/** Fields of days and months. */

import { z } from "zod";
import {
	type CalendarDay,
	daysInMonth,
	FIRST_YEAR,
	type Tick,
	tickOf,
} from "../../quantities.ts";
import { shown } from "../text/shown.ts";

const LAST_YEAR = 2100;
const WRITTEN = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** The problem of a written day or month; null when nothing is. */
function problemOf(written: unknown, shape: "day" | "month"): string | null {
	const wanted =
		shape === "day" ? "a day such as 2024-09-15" : "a month such as 2024-09";
	const found = typeof written === "string" ? WRITTEN.exec(written) : null;
	if (found === null) return `is ${shown(written)}; expected ${wanted}`;
	const year = Number(found[1]);
	const month = Number(found[2]);
	if (shape === "month" && found[3] !== undefined)
		return `is ${written}; expected ${wanted}`;
	if (month < 1 || month > 12)
		return `is ${written}; there is no month ${month}; expected 01 to 12`;
	const day = Number(found[3] ?? "1");
	if (day < 1 || day > daysInMonth(year, month))
		return `is ${written}; ${year}-${found[2]} has ${daysInMonth(year, month)} days, expected one of them`;
	if (year < FIRST_YEAR)
		return `is ${written}; expected ${FIRST_YEAR}-01 or later, where the record begins`;
	if (year > LAST_YEAR)
		return `is ${written}; expected ${LAST_YEAR}-12 or earlier`;
	return null;
}

function partsOf(written: string): CalendarDay {
	const [, year, month, day] = WRITTEN.exec(written) as RegExpExecArray;
	return { year: Number(year), month: Number(month), day: Number(day ?? "1") };
}

/** A field of `YYYY-MM…` text, turned into what the model counts in. */
function dated<Out>(
	shape: "day" | "month",
	meaning: string,
	out: (parts: CalendarDay) => Out,
) {
	return z
		.unknown()
		.transform((written, context): Out => {
			const problem = problemOf(written, shape);
			if (problem === null) return out(partsOf(String(written)));
			context.addIssue({ code: "custom", message: problem });
			return z.NEVER;
		})
		.meta({ description: meaning, [shape]: true });
}

/** A day, `YYYY-MM-DD`; a month stands for its first day. */
export function day(meaning: string) {
	return dated("day", meaning, (parts) => parts);
}

/** A month, `YYYY-MM`, as its tick. */
export function month(meaning: string) {
	return dated(
		"month",
		meaning,
		(parts): Tick => tickOf(parts.year, parts.month),
	);
}
