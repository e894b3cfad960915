/** Answers of a query as a table for people, cut to the rows and columns that can be read. */

import { listWords } from "../../words/lists.ts";
import { safeText } from "../../words/safe-text.ts";
import { print } from "../terminal/talk.ts";
import {
	type AnswerColumn,
	type RowWriter,
	textOfCell,
} from "./query-files.ts";
import { isNumeric, type PlainCell } from "./query-value.ts";

/** Rows that a person is shown; the rest are counted. */
const MOST_ROWS = 100;
/** Characters of a cell. */
const MOST_CHARACTERS = 60;
/** Significant digits of a number that is not whole; CSV and JSON have all. */
const DIGITS = 7;
const GAP = "  ";
const NOTHING = "–";

/** A table for people: as many rows, and on a terminal as many columns, as can be read. */
export class TableWriter implements RowWriter {
	/** characters of a line; null where lines have no end */
	readonly #width: number | null;
	readonly #rows: string[][] = [];
	readonly #write: (text: string) => void;
	#columns: readonly AnswerColumn[] = [];
	#total = 0;

	/** @param stream where it will be read */
	constructor(
		stream: { readonly isTTY?: boolean; readonly columns?: number },
		write: (text: string) => void = print,
	) {
		this.#write = write;
		this.#width = stream.isTTY ? (stream.columns ?? null) : null;
	}

	get wantsRows(): boolean {
		return this.#rows.length < MOST_ROWS;
	}

	begin(columns: readonly AnswerColumn[]): void {
		this.#columns = columns;
	}

	rows(rows: readonly (readonly PlainCell[])[]): void {
		const room = MOST_ROWS - this.#rows.length;
		for (const row of rows.slice(0, room)) this.#rows.push(row.map(shown));
		this.#total += rows.length;
	}

	leaveOut(count: number): void {
		this.#total += count;
	}

	end(): void {
		const header = this.#columns.map(({ name }) => shown(name));
		const widths = header.map((name, i) =>
			Math.max(name.length, ...this.#rows.map((row) => row[i]?.length ?? 0)),
		);
		const columns = this.#fitting(widths);
		const lines = [header, ...this.#rows].map((row) =>
			this.#line(row.slice(0, columns), widths),
		);
		this.#write([...lines, ...this.#leftOut(columns)].join("\n"));
	}

	/** Columns from the left that a line has room for, at least one. */
	#fitting(widths: readonly number[]): number {
		if (this.#width === null) return widths.length;
		let length = -GAP.length;
		const beyond = widths.findIndex((width) => {
			length += width + GAP.length;
			return length > (this.#width ?? 0);
		});
		return beyond < 0 ? widths.length : Math.max(1, beyond);
	}

	/** Numbers are set right, all else left. */
	#line(cells: readonly string[], widths: readonly number[]): string {
		return cells
			.map((cell, i) =>
				isNumeric(this.#columns[i]?.type ?? "")
					? cell.padStart(widths[i] ?? 0)
					: cell.padEnd(widths[i] ?? 0),
			)
			.join(GAP)
			.trimEnd();
	}

	#leftOut(columns: number): readonly string[] {
		const rows = this.#total - this.#rows.length;
		const hidden = this.#columns.length - columns;
		const parts = [
			...(rows > 0 ? [`${rows} of ${this.#total} rows`] : []),
			...(hidden > 0 ? [`${hidden} of ${this.#columns.length} columns`] : []),
		];
		return parts.length > 0
			? [`left out: ${listWords(parts)}; --csv and --json have all`]
			: [];
	}
}

function shown(cell: PlainCell): string {
	if (cell === null) return NOTHING;
	const text =
		typeof cell === "number" ? numberText(cell) : inOneLine(textOfCell(cell));
	return text.length > MOST_CHARACTERS
		? `${text.slice(0, MOST_CHARACTERS - 1)}…`
		: text;
}

const numberText = (value: number) =>
	String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));

const inOneLine = (text: string) => safeText(text.replace(/[\t\n\r]+/g, " "));
