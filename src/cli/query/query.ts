/** `query`: one SELECT over the tables of results folders, answered as its rows come. */

import { CommandError } from "../../actions/refusal.ts";
import { findResults, LATEST } from "../../storage/folder/results-folder.ts";
import type { DuckDbResult } from "../../storage/query/duck-db.ts";
import {
	openQueryTables,
	type QueryTables,
} from "../../storage/query/query-tables.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { knownColumns, queryFault } from "./query-fault.ts";
import { CsvWriter, JsonWriter, type RowWriter } from "./query-files.ts";
import { TableWriter } from "./query-table.ts";
import { plainCell } from "./query-value.ts";

/** Words and flags of `query`. */
export interface QueryRequest extends CommonOptions {
	readonly sql: string;
	/** results folders; the newest when there are none */
	readonly named: readonly string[];
	/** folder of all results */
	readonly destination: string;
	readonly csv: boolean;
}

/** The number by which DuckDB knows a statement that only reads. */
const SELECT = 1;

/**
 * Answers one SELECT over results folders.
 *
 * @throws {CommandError} exit 2 with what DuckDB says of the SQL, in a line
 */
export async function queryResults(request: QueryRequest): Promise<void> {
	const writer = writerFor(request);
	const named = request.named.length > 0 ? request.named : [LATEST];
	const folders: string[] = [];
	for (const one of named)
		folders.push(await findResults(one, request.destination));
	const tables = await openQueryTables(folders);
	try {
		await answer(request.sql, tables, writer);
	} catch (error) {
		if (error instanceof CommandError || !(error instanceof Error)) throw error;
		const known = await knownColumns(tables.connection);
		throw new CommandError(queryFault(error.message, request.sql, known));
	} finally {
		tables.close();
	}
}

function writerFor({ json, csv }: QueryRequest): RowWriter {
	if (json) return new JsonWriter();
	return csv ? new CsvWriter(process.stdout) : new TableWriter(process.stdout);
}

async function answer(
	sql: string,
	{ connection, converter }: QueryTables,
	writer: RowWriter,
): Promise<void> {
	const result = await selected(sql, connection);
	const types = result.columnTypes().map(String);
	const columns = result
		.columnNames()
		.map((name, i) => ({ name, type: types[i] ?? "" }));
	writer.begin(columns);
	for (;;) {
		const chunk = await result.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) break;
		if (writer.wantsRows)
			writer.rows(
				chunk
					.convertRows(converter)
					.map((row) => row.map((cell, i) => plainCell(cell, types[i] ?? ""))),
			);
		else writer.leaveOut(chunk.rowCount);
	}
	writer.end();
}

/** The rows of a text that is one SELECT and nothing else. */
async function selected(
	sql: string,
	connection: QueryTables["connection"],
): Promise<DuckDbResult> {
	if (sql.trim() === "")
		throw new CommandError('the query is empty; try "select * from summary"');
	const statements = await connection.extractStatements(sql);
	const only = statements.count === 1 ? await statements.prepare(0) : null;
	if (only?.statementType === SELECT) return only.stream();
	throw new CommandError(
		only
			? "a query only reads; give one SELECT (or FROM, WITH, DESCRIBE, SUMMARIZE)"
			: `a query is one SELECT; these are ${statements.count} statements`,
	);
}
