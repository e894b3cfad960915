/** Answers of a query as JSON and as CSV, written row by row for other programs. */

import { csvText } from "../../words/csv.ts";
import { safeText } from "../../words/safe-text.ts";
import { print } from "../terminal/talk.ts";
import type { PlainCell } from "./query-value.ts";

/** A column of an answer, with the type that DuckDB gives it. */
export interface AnswerColumn {
	readonly name: string;
	readonly type: string;
}

/** Writer of an answer to standard output, row by row as they come. */
export interface RowWriter {
	/** false once further rows are only counted */
	readonly wantsRows: boolean;
	begin(columns: readonly AnswerColumn[]): void;
	rows(rows: readonly (readonly PlainCell[])[]): void;
	/** Counts rows that nobody will see. */
	leaveOut(count: number): void;
	end(): void;
}

/** `{columns, rows}`: one JSON object, a line a row; a row lists its values in the order of the columns. */
export class JsonWriter implements RowWriter {
	readonly wantsRows = true;
	#separator = "";

	begin(columns: readonly AnswerColumn[]): void {
		print(`{"columns":${jsonText(columns)},"rows":[`);
	}

	rows(rows: readonly (readonly PlainCell[])[]): void {
		const lines = rows.map((row) => {
			const line = `${this.#separator}${jsonText(row)}`;
			this.#separator = ",";
			return line;
		});
		if (lines.length > 0) print(lines.join("\n"));
	}

	leaveOut(): void {}

	end(): void {
		print("]}");
	}
}

/** JSON in which no character can move a cursor: such stand in texts only, where an escape means the same. */
const jsonText = (value: unknown) => safeText(JSON.stringify(value));

/** CSV (RFC 4180); a missing value is an empty cell. */
export class CsvWriter implements RowWriter {
	readonly wantsRows = true;
	readonly #shown: (text: string) => string;

	/** @param stream where it will be read: a terminal is spared what could move its cursor */
	constructor(stream: { readonly isTTY?: boolean }) {
		this.#shown = stream.isTTY ? safeText : (text) => text;
	}

	begin(columns: readonly AnswerColumn[]): void {
		this.rows([columns.map(({ name }) => name)]);
	}

	rows(rows: readonly (readonly PlainCell[])[]): void {
		const cells = rows.map((row) =>
			row.map((cell) =>
				typeof cell === "number" || cell === null
					? cell
					: this.#shown(textOfCell(cell)),
			),
		);
		// the line feed of the last line is that of print
		if (cells.length > 0) print(csvText(cells).slice(0, -1));
	}

	leaveOut(): void {}

	end(): void {}
}

/** A cell as text: lists and structures as JSON. */
export function textOfCell(cell: PlainCell): string {
	return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}
