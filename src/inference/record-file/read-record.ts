/** Reader of a record: rows of a CSV file, each checked, every fault with its line, column and remedy. */

import { didYouMean } from "../../scenario/nearest.ts";
import { type Fault, ScenarioError } from "../../scenario/text/fault.ts";
import { shown } from "../../scenario/text/shown.ts";
import { type CsvLine, csvLines } from "./cells.ts";
import { refuseContradictions } from "./contradictions.ts";
import {
	NEEDED_COLUMNS,
	RECORD_COLUMNS,
	type ReadRow,
	type RecordReach,
	Row,
	readRow,
} from "./read-row.ts";

/** Most rows of a record. */
export const MOST_ROWS = 2000;

const headHint = RECORD_COLUMNS.join(",");

function columnsOf(
	head: CsvLine | undefined,
	file: string,
	faults: Fault[],
): ReadonlyMap<string, number> | null {
	const place = head?.place ?? { file, line: 1, column: 1, length: 1 };
	const names = head?.cells.map(({ text }) => text.toLowerCase()) ?? [];
	const missing = NEEDED_COLUMNS.filter((name) => !names.includes(name));
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
