/** Reader of a record: rows of a CSV file, each checked, every fault with its line, column and remedy. */

import type { RecordRow } from "../../calibration/priors/ensemble.ts";
import { log } from "../../math.ts";
import { monthName, type Tick } from "../../quantities.ts";
import { didYouMean } from "../../scenario/nearest.ts";
import { type Fault, ScenarioError } from "../../scenario/text/fault.ts";
import { shown } from "../../scenario/text/shown.ts";
import { type Cell, type CsvLine, csvLines } from "./cells.ts";
import { type MonthSpan, monthSpan, SPAN_WORDS } from "./months.ts";
import {
	RECORD_SERIES,
	RECORD_SERIES_NAMES,
	type RecordSeriesName,
	type UnitRule,
} from "./record-series.ts";

/** Columns of a record, of which the last three may be empty. */
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
const NEEDED = RECORD_COLUMNS.slice(0, 6);

/** Most rows of a record. */
export const MOST_ROWS = 2000;
/** Standard deviations by which two figures of one thing may differ. */
const APART = 4;
/** Part of a figure by which the model and every source may be off, beside what the row says. */
const ALLOWED = 0.1;
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

type Complain = (column: Column, message: string, hint?: string) => void;

/** One line of a record by column, with a way to complain of any. */
class Row {
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

function readRow(row: Row, line: number, reach: RecordReach): ReadRow | null {
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

const headHint = `date,series,value,unit,sd,source,factor,bound,note`;

function columnsOf(
	head: CsvLine | undefined,
	file: string,
	faults: Fault[],
): ReadonlyMap<string, number> | null {
	const place = head?.place ?? { file, line: 1, column: 1, length: 1 };
	const names = head?.cells.map(({ text }) => text.toLowerCase()) ?? [];
	const missing = NEEDED.filter((name) => !names.includes(name));
	const strange = head?.cells.find(
		({ text }) => !RECORD_COLUMNS.some((name) => name === text.toLowerCase()),
	);
	const fault = (message: string, at = place): null => {
		faults.push({
			place: at,
			field: "the head",
			message,
			hint: headHint,
			severity: "error",
		});
		return null;
	};
	if (missing.length > 0)
		return fault(
			`the first line must name the columns; ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
		);
	if (strange !== undefined)
		return fault(
			`${shown(strange.text)} is no column of a record${didYouMean(strange.text, RECORD_COLUMNS)}`,
			strange.place,
		);
	if (new Set(names).size < names.length)
		return fault("a column is named twice");
	return new Map(names.map((name, at) => [name, at]));
}

const overlap = (a: ReadRow, b: ReadRow): boolean =>
	a.from === b.from && a.to === b.to && a.bound === null && b.bound === null;

/** How far two figures lie apart, in standard deviations of what may separate them. */
function apart(a: ReadRow, b: ReadRow): number {
	const { least } = RECORD_SERIES[a.series];
	const at = ({ value }: ReadRow): number => log(Math.max(least, value));
	return (
		(at(a) - at(b)) / Math.sqrt(a.sd * a.sd + b.sd * b.sd + ALLOWED * ALLOWED)
	);
}

/** Says of a row that contradicts an earlier one what it contradicts; null of one that does not. */
function contradiction(
	row: ReadRow,
	earlier: readonly ReadRow[],
): string | null {
	for (const other of earlier) {
		if (!overlap(row, other)) continue;
		if (row.series === other.series && Math.abs(apart(row, other)) > APART)
			return `contradicts line ${other.line}, which gives ${other.value.toPrecision(4)} for the same months`;
		const [licensed, total] =
			row.series === "china_exports_licensed_t" ? [row, other] : [other, row];
		if (
			licensed.series === "china_exports_licensed_t" &&
			total.series === "china_exports_total_t" &&
			apart({ ...licensed, series: total.series }, total) > APART
		)
			return `contradicts line ${other.line}: exports under licence cannot exceed all exports`;
	}
	return null;
}

function refuseContradictions(
	rows: readonly { readonly row: ReadRow; readonly complain: Complain }[],
): void {
	rows.forEach(({ row, complain }, i) => {
		const fault = contradiction(
			row,
			rows.slice(0, i).map((one) => one.row),
		);
		if (fault !== null)
			complain("value", fault, "keep the better source, or widen sd");
	});
}

/**
 * Reads a record.
 *
 * @param file as messages name it
 * @returns rows by the month in which they end, those of one month in the order of the file
 * @throws {ScenarioError} with every fault of the file
 */
export function readRecord(
	file: string,
	text: string,
	reach: RecordReach,
): readonly ReadRow[] {
	const { lines, faults: broken } = csvLines(file, text);
	const faults = [...broken];
	const [head, ...body] = lines;
	const columns = columnsOf(head, file, faults);
	if (columns === null) throw new ScenarioError(faults);
	const place = head?.place ?? { file, line: 1, column: 1, length: 1 };
	const whole = (message: string): Fault => ({
		place,
		field: "the file",
		message,
		hint: null,
		severity: "error",
	});
	if (body.length === 0) faults.push(whole("the record has no rows"));
	if (body.length > MOST_ROWS)
		throw new ScenarioError([
			whole(
				`the record has ${body.length} rows; expected ${MOST_ROWS} at most`,
			),
		]);
	const rows = body.flatMap((line) => {
		if (line.cells.length > columns.size) {
			faults.push({
				...whole(
					`the line has ${line.cells.length} cells, the head ${columns.size}; text with commas stands in quotes`,
				),
				place: line.place,
			});
			return [];
		}
		const cells = new Row(line, columns, faults);
		const row = readRow(cells, line.place.line, reach);
		return row === null ? [] : [{ row, complain: cells.complain }];
	});
	refuseContradictions(rows);
	if (faults.length > 0) throw new ScenarioError(faults);
	return rows
		.map(({ row }) => row)
		.sort((a, b) => a.months.to - b.months.to || a.line - b.line);
}

/** Month after the last of a record. */
export function recordEnd(rows: readonly ReadRow[]): Tick {
	return Math.max(...rows.map(({ months }) => months.to)) + 1;
}
