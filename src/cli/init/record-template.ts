/** A record to begin with: every column and unit explained in comments, rows to be filled in. */

import {
	RECORD_COLUMNS,
	RECORD_LONGEST,
} from "../../inference/record-file/read-row.ts";
import {
	RECORD_SERIES,
	RECORD_SERIES_NAMES,
} from "../../inference/record-file/record-series.ts";
import { monthName, type Tick } from "../../quantities.ts";

const SPANS = {
	mean: "mean over the span",
	sum: "sum over the span",
	last: "at the end of the span",
} as const;

function seriesLine(name: (typeof RECORD_SERIES_NAMES)[number]): string {
	const { span, units } = RECORD_SERIES[name];
	const words = Object.entries(units).map(([unit, { factor }]) =>
		factor === null ? unit : `${unit} (factor: ${factor})`,
	);
	return `#   ${name}: ${SPANS[span]}; ${words.join(", ")}`;
}

/** Text of a record whose first month may be the one after `last`. */
export function recordTemplate(last: Tick): string {
	const month = monthName(last + 1);
	return [
		"# A record for `stibium assimilate`: what was quoted and traded since the model last looked.",
		`# The shipped ensemble knows the market to ${monthName(last)}; rows from ${month} on are laid on it.`,
		"#",
		`# date    ${month}, a quarter (2026-Q1), a year (2026), or a span (2026-01..2026-06)`,
		"# series  one of those below; unit one of its own; a gross weight or yuan needs a factor",
		...RECORD_SERIES_NAMES.map(seriesLine),
		"# value   digits and a point: 36043, not 36,043",
		"# sd      relative standard deviation of the source's error: 2 to 3% for a month's mean of quotes, 5% for one quote,",
		"#         10% for what is derived, 30% and more for tonnes that a single permit swings; never 0",
		`# source  who published it and when; at most ${RECORD_LONGEST} characters, in quotes where it has commas`,
		"# bound   at least, at most, or empty",
		"#",
		"# Take the # from a line and fill in what stands in <>; one row is enough.",
		RECORD_COLUMNS.join(","),
		`# ${month},price_rotterdam_usd_t,<mean of the month>,USD/t,3%,<who published it>,,,`,
		`# ${month},price_china_usd_t,<mean of the month>,CNY/t with VAT,3%,<who published it>,<USD for a yuan>,,`,
		`# ${month},china_exports_licensed_t,<tonnes of the month>,t gross,30%,<who published it>,0.83,,`,
		"",
	].join("\n");
}
