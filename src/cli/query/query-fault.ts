/** Plain words for a query that DuckDB refuses, with the tables and columns it might have meant. */

import { didYouMean } from "../../scenario/nearest.ts";
import type { DuckDbConnection } from "../../storage/query/duck-db.ts";
import { safeText } from "../../words/safe-text.ts";

/** Names of columns, by table. */
export type KnownColumns = ReadonlyMap<string, readonly string[]>;

/** Columns of one table that a line names. */
const MOST_NAMES = 40;
const UNKNOWN_TABLE = /Table with name (.+?) does not exist/;
const UNKNOWN_COLUMNS = [
	/Referenced column "(.+?)" not found/,
	/does not have a column named "(.+?)"/,
	/column "(.+?)" does not exist/,
];
const FORBIDDEN =
	/^Permission Error|configuration has been locked|external access/i;

/** The tables that a query may name, with their columns. */
export async function knownColumns(
	connection: DuckDbConnection,
): Promise<KnownColumns> {
	const result = await connection.stream(
		"SELECT table_name, string_agg(column_name, ',' ORDER BY column_index) FROM duckdb_columns() WHERE NOT internal GROUP BY ALL ORDER BY ALL",
	);
	const known = new Map<string, readonly string[]>();
	const asText = (value: unknown) => String(value);
	for (;;) {
		const chunk = await result.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) return known;
		for (const [table, columns] of chunk.convertRows(asText))
			known.set(String(table), String(columns).split(","));
	}
}

/** Complaint of DuckDB in one line, with near names where a table or column is unknown. */
export function queryFault(
	message: string,
	sql: string,
	known: KnownColumns,
): string {
	const tables = [...known.keys()];
	const table = UNKNOWN_TABLE.exec(message)?.[1];
	const column = UNKNOWN_COLUMNS.map(
		(pattern) => pattern.exec(message)?.[1],
	).find((name) => name !== undefined);
	const lines = message
		.replace(/^Failed to extract statements: /, "")
		.replace(/\n+LINE \d+:[\s\S]*$/, "")
		.split("\n")
		.filter((line) => line !== "" && !isGuess(line));
	return safeText(
		[
			`the query fails: ${lines.join("; ")}`,
			...(table === undefined
				? []
				: [`tables are ${tables.join(", ")}${didYouMean(table, tables)}`]),
			...(column === undefined ? [] : columnWords(column, sql, known)),
			...(FORBIDDEN.test(message)
				? [`a query reads ${tables.join(", ")} and nothing else`]
				: []),
		].join("; "),
	);
}

/** DuckDB guesses among its own tables too; ours are told instead. */
const isGuess = (line: string) =>
	/^(Did you mean|Candidate bindings)/.test(line);

/** The nearest column and the columns of the tables that the query names. */
function columnWords(
	column: string,
	sql: string,
	known: KnownColumns,
): readonly string[] {
	const asked = [...known].filter(([table]) =>
		new RegExp(`\\b${table}\\b`, "i").test(sql),
	);
	const words = asked.map(([table, columns]) => {
		const more = columns.length - MOST_NAMES;
		return `${table} has ${columns.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more (describe ${table})` : ""}`;
	});
	const near = didYouMean(
		column,
		asked.flatMap(([, columns]) => columns),
	);
	return asked.length === 0 ? [] : [`${words.join("; ")}${near}`];
}
