/** DuckDB, an optional package: the part of it that is used, and its loading. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "../disk/atomic-write.ts";
import { PACKAGE_ROOT } from "../disk/package-root.ts";
import { MissingPackageError } from "../errors.ts";

const PACKAGE = "@duckdb/node-api";

/** Part of DuckDB's package that is used, told here because the program is built without it too. */
export interface DuckDbPackage {
	readonly DuckDBInstance: {
		create(path: string): Promise<DuckDbInstance>;
	};
	readonly JsonDuckDBValueConverter: unknown;
}

export interface DuckDbInstance {
	connect(): Promise<DuckDbConnection>;
	closeSync(): void;
}

export interface DuckDbConnection {
	run(sql: string): Promise<unknown>;
	stream(sql: string): Promise<DuckDbResult>;
	/** The statements of a text, none of them begun. */
	extractStatements(sql: string): Promise<{
		readonly count: number;
		prepare(index: number): Promise<DuckDbStatement>;
	}>;
	closeSync(): void;
}

export interface DuckDbStatement {
	readonly statementType: number;
	stream(): Promise<DuckDbResult>;
}

/** Rows as they come, some thousands at a time. */
export interface DuckDbResult {
	columnNames(): string[];
	columnTypes(): { toString(): string }[];
	fetchChunk(): Promise<DuckDbChunk | null>;
}

export interface DuckDbChunk {
	readonly rowCount: number;
	convertRows(converter: unknown): unknown[][];
}

/**
 * Loads DuckDB, which few need and which is therefore optional.
 *
 * @throws {MissingPackageError} saying what to install, or why it does not load
 */
export async function loadDuckDb(): Promise<DuckDbPackage> {
	try {
		// biome-ignore lint/suspicious/noTsIgnore: an error is to be expected only where the package is absent
		// @ts-ignore the build stands without the package and its types
		const found: unknown = await import("@duckdb/node-api");
		return found as DuckDbPackage;
	} catch (error) {
		const isAbsent = /MODULE_NOT_FOUND$/.test(systemCode(error));
		const [reason] = String(error).split("\n");
		throw new MissingPackageError(
			`this needs DuckDB, which ${isAbsent ? "is not installed" : `does not load here (${reason})`}: npm install ${PACKAGE}@${wantedVersion()}`,
		);
	}
}

/** The version that package.json pins. */
function wantedVersion(): string {
	const file = join(PACKAGE_ROOT, "package.json");
	const { optionalDependencies } = JSON.parse(readFileSync(file, "utf8"));
	return String(optionalDependencies[PACKAGE]);
}
