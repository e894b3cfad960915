/** Comparison of the tables of two results folders, up to their first difference. */

import { join } from "node:path";
import type { DecodedArray } from "hyparquet";
import { MONTHS } from "./months-parquet.ts";
import { ParquetFile } from "./parquet-reader.ts";
import { RUNS, RUNS_GROUP } from "./runs-parquet.ts";

/** Columns that say which row is meant, by table. */
const KEYS = {
	[RUNS]: ["scenario", "replicate"],
	[MONTHS]: ["scenario", "month", "series"],
} as const;
export type TableFile = keyof typeof KEYS;

/** A value as it is compared: nothing for null and for what is no number. */
type Value = string | number | null;

/** The first place where two tables differ, by row, then by column. */
interface Place {
	readonly row: number;
	readonly column: string;
	readonly stored: Value;
	readonly found: Value;
}

/**
 * Holds a table of one results folder against that of another, value by value.
 *
 * @returns the first difference in words, or null when there is none
 */
export async function tableDifference(
	name: TableFile,
	storedFolder: string,
	foundFolder: string,
): Promise<string | null> {
	const stored = await ParquetFile.open(join(storedFolder, name));
	try {
		const found = await ParquetFile.open(join(foundFolder, name));
		try {
			return await difference(name, stored, found);
		} finally {
			await found.close();
		}
	} finally {
		await stored.close();
	}
}

async function difference(
	name: TableFile,
	stored: ParquetFile,
	found: ParquetFile,
): Promise<string | null> {
	if (stored.names.join() !== found.names.join())
		return `${name} has other columns: ${otherNames(stored.names, found.names)}`;
	if (stored.rows !== found.rows)
		return `${name} has ${stored.rows} rows; run again it has ${found.rows}`;
	for (let from = 0; from < stored.rows; from += RUNS_GROUP) {
		const to = Math.min(stored.rows, from + RUNS_GROUP);
		const place = await firstIn(stored, found, from, to);
		if (place)
			return placeWords(name, await readKeys(name, stored, place), place);
	}
	return null;
}

function otherNames(
	stored: readonly string[],
	found: readonly string[],
): string {
	const only = (some: readonly string[], others: readonly string[]) =>
		some.filter((name) => !others.includes(name)).join(", ") || "none";
	return `only stored: ${only(stored, found)}; only run again: ${only(found, stored)}`;
}

async function firstIn(
	stored: ParquetFile,
	found: ParquetFile,
	from: number,
	to: number,
): Promise<Place | null> {
	let first: Place | null = null;
	for (const column of stored.names) {
		const end: number = first ? first.row : to;
		const [a = []] = await stored.columns([column], from, end);
		const [b = []] = await found.columns([column], from, end);
		const at = firstUnequal(a, b, end - from);
		if (at >= 0)
			first = {
				row: from + at,
				column,
				stored: asValue(a[at]),
				found: asValue(b[at]),
			};
	}
	return first;
}

function firstUnequal(a: DecodedArray, b: DecodedArray, length: number) {
	for (let i = 0; i < length; i++)
		if (asValue(a[i]) !== asValue(b[i])) return i;
	return -1;
}

function asValue(value: unknown): Value {
	if (value === null || value === undefined || Number.isNaN(value)) return null;
	return typeof value === "number" ? value : String(value);
}

async function readKeys(
	name: TableFile,
	table: ParquetFile,
	{ row }: Place,
): Promise<readonly string[]> {
	const columns = await table.columns(KEYS[name], row, row + 1);
	return KEYS[name].map((key, i) => `${key} ${columns[i]?.[0]}`);
}

function placeWords(
	name: TableFile,
	keys: readonly string[],
	{ column, stored, found }: Place,
): string {
	return `${name} differs first at ${keys.join(", ")}, column ${column}: stored ${shown(stored)}, run again ${shown(found)}`;
}

const shown = (value: Value) => (value === null ? "nothing" : String(value));
