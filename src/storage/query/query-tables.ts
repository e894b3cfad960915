/** Results folders as read-only tables of an SQL database in memory. */

import { basename, join, resolve } from "node:path";
import type { Manifest } from "../folder/manifest.ts";
import { checkedManifest } from "../folder/read-results.ts";
import { MONTHS } from "../tables/months-parquet.ts";
import { PATHS } from "../tables/paths-parquet.ts";
import { RUNS } from "../tables/runs-parquet.ts";
import { SUMMARY_COLUMNS, SUMMARY_CSV } from "../tables/summary-files.ts";
import { type DuckDbConnection, loadDuckDb } from "./duck-db.ts";

/** A database in memory whose tables are those of results folders. Close it. */
export interface QueryTables {
	readonly connection: DuckDbConnection;
	/** turns DuckDB's values into those of JSON */
	readonly converter: unknown;
	close(): void;
}

/** A results folder that was found whole. */
interface CheckedFolder {
	readonly folder: string;
	/** its name in the column `results` */
	readonly name: string;
	readonly manifest: Manifest;
}

/** Memory that a query may take; it has no disk to go to. */
const MEMORY = "2GB";

/** Settings for good: nothing is fetched, loaded, written or read but the files of the views. */
const LOCKS = [
	`SET memory_limit = '${MEMORY}'`,
	"SET temp_directory = ''",
	"SET autoinstall_known_extensions = false",
	"SET autoload_known_extensions = false",
	"SET allow_community_extensions = false",
	"SET enable_external_access = false",
	"SET lock_configuration = true",
] as const;

/**
 * Opens results folders as tables: `runs`, `months`, `summary`, `scenarios`, and `paths`
 * where every folder kept them. With several folders a column `results` tells them apart.
 * The files stay on disk and are read as a query asks for them.
 *
 * @throws {MissingPackageError} without DuckDB
 * @throws {CorruptResultsError} naming the file that is not as it was written
 */
export async function openQueryTables(
	folders: readonly string[],
): Promise<QueryTables> {
	const { DuckDBInstance, JsonDuckDBValueConverter } = await loadDuckDb();
	const checked = await checkedFolders(folders);
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	const close = () => {
		connection.closeSync();
		instance.closeSync();
	};
	try {
		for (const sql of setUp(checked)) await connection.run(sql);
	} catch (error) {
		close();
		throw error;
	}
	return { connection, converter: JsonDuckDBValueConverter, close };
}

async function checkedFolders(
	named: readonly string[],
): Promise<readonly CheckedFolder[]> {
	const folders = [...new Set(named.map((folder) => resolve(folder)))];
	const names = folders.map((folder) => basename(folder));
	const areDistinct = new Set(names).size === names.length;
	const checked: CheckedFolder[] = [];
	for (const [i, folder] of folders.entries()) {
		const name = (areDistinct ? names[i] : undefined) ?? folder;
		checked.push({ folder, name, manifest: await checkedManifest(folder) });
	}
	return checked;
}

/** Statements that make the tables and then shut everything else off. */
function setUp(checked: readonly CheckedFolder[]): readonly string[] {
	const keepPaths = checked.every(({ manifest }) => manifest.plan.keepPaths);
	const parquets = [RUNS, MONTHS, ...(keepPaths ? [PATHS] : [])];
	const files = [...parquets, SUMMARY_CSV].flatMap((file) =>
		checked.map(({ folder }) => join(folder, file)),
	);
	const allowed = new Set([...files, ...files.map(literally)]);
	return [
		`SET allowed_paths = [${[...allowed].map(quoted).join(", ")}]`,
		...parquets.map((file) =>
			view(file.replace(".parquet", ""), checked, (folder) =>
				parquetOf(join(folder, file)),
			),
		),
		view("summary", checked, (folder) => csvOf(join(folder, SUMMARY_CSV))),
		scenariosTable(checked),
		...LOCKS,
	];
}

const parquetOf = (path: string) => `read_parquet(${quoted(literally(path))})`;

const csvOf = (path: string) =>
	`read_csv(${quoted(literally(path))}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${SUMMARY_COLUMNS.map(
		({ name, kind }) => `${quoted(name)}: '${SQL_KINDS[kind]}'`,
	).join(", ")}})`;

const SQL_KINDS = { text: "VARCHAR", count: "BIGINT", number: "DOUBLE" };

/** One table of all folders; columns that a folder does not have are null in its rows. */
function view(
	name: string,
	checked: readonly CheckedFolder[],
	from: (folder: string) => string,
): string {
	const several = checked.length > 1;
	const selects = checked.map((one) =>
		several
			? `SELECT ${quoted(one.name)} AS results, * FROM ${from(one.folder)}`
			: `SELECT * FROM ${from(one.folder)}`,
	);
	return `CREATE VIEW ${name} AS ${selects.join(" UNION ALL BY NAME ")}`;
}

/** The scenarios in the order they were asked for: what they ask and when they run. */
function scenariosTable(checked: readonly CheckedFolder[]): string {
	const several = checked.length > 1;
	const rows = checked.flatMap(({ name, manifest }) =>
		manifest.plan.order.flatMap((asked) =>
			manifest.scenarios
				.filter((scenario) => scenario.name === asked)
				.map((scenario) => [
					...(several ? [quoted(name)] : []),
					...[scenario.name, scenario.title, scenario.question].map(quoted),
					...[scenario.from, scenario.to, scenario.reference].map(quoted),
					String(scenario.name === manifest.plan.base),
				]),
		),
	);
	const columns = `${several ? "results, " : ""}scenario, title, question, first_month, last_month, reference, is_base`;
	const values = rows.map((row) => `(${row.join(", ")})`).join(", ");
	return `CREATE TABLE scenarios AS SELECT * FROM (VALUES ${values}) AS rows (${columns})`;
}

/** A text as SQL writes it. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Escapes a path so that DuckDB takes `*`, `?` and `[` in it for themselves, not for a pattern. */
const literally = (path: string) => path.replace(/[*?[]/g, "[$&]");
