/** One line of a record, read field by field, every fault told with its remedy. */

import type { RecordRow } from "../../calibration/priors/ensemble.ts";
import { monthName } from "../../quantities.ts";
import { didYouMean } from "../../scenario/nearest.ts";
import type { Fault } from "../../scenario/text/fault.ts";
import { shown } from "../../scenario/text/shown.ts";
import type { Cell, CsvLine } from "./cells.ts";
import { type MonthSpan, monthSpan, SPAN_WORDS } from "./months.ts";
import {
	RECORD_SERIES,
	RECORD_SERIES_NAMES,
	type RecordSeriesName,
	type UnitRule,
} from "./record-series.ts";

/** Columns of a record, of which the last three may be empty or absent. */
export const RECORD_COLUMNS = [
	"date",
	"series",
	"value",
	"unit",
	"sd",
	"source",
	"factor",
	"bound",
	"note",
] as const;
type Column = (typeof RECORD_COLUMNS)[number];
/** Columns that every record has. */
export const NEEDED_COLUMNS: readonly Column[] = RECORD_COLUMNS.slice(0, 6);

/** Largest relative standard deviation of a row. */
const WIDEST = 2;
/** Longest text of a source. */
export const RECORD_LONGEST = 400;

const NUMBER = /^(?:\d+\.?\d*|\.\d+)$/;
const PERCENT = /^(\d+\.?\d*|\.\d+)\s*%$/;

/** Months that a record may speak of, both counted. */
export type RecordReach = MonthSpan;

/** A row with its place in the file. */
export interface ReadRow extends RecordRow {
	readonly series: RecordSeriesName;
	readonly months: MonthSpan;
	/** line of the file, from 1 */
	readonly line: number;
}

export type Complain = (column: Column, message: string, hint?: string) => void;

/** One line of a record by column, with a way to complain of any. */
export class Row {
	readonly #line: CsvLine;
	readonly #columns: ReadonlyMap<string, number>;
	readonly #faults: Fault[];

	constructor(
		line: CsvLine,
		columns: ReadonlyMap<string, number>,
		faults: Fault[],
	) {
		this.#line = line;
		this.#columns = columns;
		this.#faults = faults;
	}

	#cell(column: Column): Cell | undefined {
		const at = this.#columns.get(column);
		return at === undefined ? undefined : this.#line.cells[at];
	}

	text(column: Column): string {
		return this.#cell(column)?.text ?? "";
	}

	readonly complain: Complain = (column, message, hint) => {
		this.#faults.push({
			place: this.#cell(column)?.place ?? this.#line.place,
			field: column,
			message: `${column} ${message}`,
			hint: hint ?? null,
			severity: "error",
		});
	};
}

function seriesOf(row: Row): RecordSeriesName | null {
	const text = row.text("series");
	const found = RECORD_SERIES_NAMES.find((name) => name === text);
	if (found !== undefined) return found;
	row.complain(
		"series",
		`is ${shown(text)}, which is none that a record may hold${didYouMean(text, RECORD_SERIES_NAMES)}`,
		`one of ${RECORD_SERIES_NAMES.join(", ")}`,
	);
	return null;
}

function monthsOf(row: Row, reach: RecordReach): MonthSpan | null {
	const text = row.text("date");
	const span = monthSpan(text);
	if (span === null) {
		row.complain(
			"date",
			`is ${shown(text)}, which is no span of whole months`,
			`such as ${SPAN_WORDS}`,
		);
		return null;
	}
	if (span.from < reach.from) {
		row.complain(
			"date",
			`is ${shown(text)}, which begins before the state that the record is laid on, of ${monthName(reach.from - 1)}`,
			`${monthName(reach.from)} or later`,
		);
		return null;
	}
	if (span.to > reach.to) {
		row.complain(
			"date",
			`is ${shown(text)}, which ends after the horizon`,
			`${monthName(reach.to)} or earlier`,
		);
		return null;
	}
	return span;
}

function unitOf(row: Row, series: RecordSeriesName): UnitRule | null {
	const text = row.text("unit");
	const units: Readonly<Record<string, UnitRule>> = RECORD_SERIES[series].units;
	const rule = Object.hasOwn(units, text) ? units[text] : undefined;
	if (rule !== undefined) return rule;
	const known = Object.keys(units);
	const untold =
		/^(?:CNY|RMB|yuan)\b/i.test(text) &&
		known.some((one) => one.startsWith("CNY"));
	row.complain(
		"unit",
		untold
			? `is ${shown(text)}, which does not say whether value-added tax is in it`
			: `is ${shown(text)}, which ${series} cannot have${didYouMean(text, known)}`,
		`one of ${known.join(", ")}`,
	);
	return null;
}

function factorOf(row: Row, { factor, most }: UnitRule): number | null {
	const text = row.text("factor");
	if (factor === null) {
		if (text === "") return 1;
		row.complain(
			"factor",
			`is ${shown(text)}, where ${shown(row.text("unit"))} needs none`,
			"leave it empty",
		);
		return null;
	}
	const found = NUMBER.test(text) ? Number(text) : Number.NaN;
	if (found > 0 && found <= most) return found;
	row.complain(
		"factor",
		text === ""
			? `is missing: ${shown(row.text("unit"))} needs ${factor}`
			: `is ${shown(text)}; expected ${factor}, above 0 and at most ${most}`,
		factor,
	);
	return null;
}

function figureOf(row: Row, series: RecordSeriesName): number | null {
	const text = row.text("value");
	const found = NUMBER.test(text) ? Number(text) : Number.NaN;
	const isPrice = RECORD_SERIES[series].span === "mean";
	if (Number.isFinite(found) && (found > 0 || !isPrice)) return found;
	row.complain(
		"value",
		`is ${shown(text)}; expected a number ${isPrice ? "above 0" : "from 0"}, digits and a point only`,
		"such as 36043 or 36.5",
	);
	return null;
}

function sdOf(row: Row): number | null {
	const text = row.text("sd");
	const [, percent] = PERCENT.exec(text) ?? [];
	const found =
		percent !== undefined
			? Number(percent) / 100
			: NUMBER.test(text)
				? Number(text)
				: Number.NaN;
	if (found > 0 && found <= WIDEST) return found;
	row.complain(
		"sd",
		text === ""
			? "is missing: without the error of a source nothing can be weighed"
			: `is ${shown(text)}; expected a share of the value above 0 and at most ${WIDEST}`,
		"such as 5% or 0.05",
	);
	return null;
}

function boundOf(row: Row): RecordRow["bound"] | undefined {
	const text = row.text("bound");
	if (text === "") return null;
	if (text === "at least" || text === "at most") return text;
	row.complain("bound", `is ${shown(text)}`, "at least, at most, or empty");
	return undefined;
}

function sourceOf(row: Row): string | null {
	const text = row.text("source");
	if (text !== "" && text.length <= RECORD_LONGEST) return text;
	row.complain(
		"source",
		text === ""
			? "is missing"
			: `has ${text.length} characters; expected ${RECORD_LONGEST} at most`,
		"who published the figure, and when",
	);
	return null;
}

/** Reads a row; null when it has a fault. */
export function readRow(
	row: Row,
	line: number,
	reach: RecordReach,
): ReadRow | null {
	const months = monthsOf(row, reach);
	const series = seriesOf(row);
	const sd = sdOf(row);
	const bound = boundOf(row);
	const source = sourceOf(row);
	if (series === null) return null;
	const value = figureOf(row, series);
	const unit = unitOf(row, series);
	const factor = unit === null ? null : factorOf(row, unit);
	if (
		months === null ||
		value === null ||
		unit === null ||
		factor === null ||
		sd === null ||
		bound === undefined ||
		source === null
	)
		return null;
	return {
		series,
		from: monthName(months.from),
		to: monthName(months.to),
		value: value * unit.times * factor,
		sd,
		bound,
		source,
		months,
		line,
	};
}
