/** Table of monthly bands on disk, `months.parquet`: written and read. */

import { join } from "node:path";
import { BAND_COLUMNS, bandsFrom } from "../../experiment/bands.ts";
import type { Bands, MonthTable } from "../../experiment/tables.ts";
import { SERIES, type SeriesName } from "../../market/record/record.ts";
import { writePiecesAtomically } from "../disk/atomic-write.ts";
import type { RecordedFile } from "../disk/file-hash.ts";
import { doubles, ParquetFile, texts } from "./parquet-reader.ts";
import {
	type ColumnLayout,
	nullForNaN,
	ParquetPieces,
} from "./parquet-writer.ts";

export const MONTHS = "months.parquet";

const LAYOUT: readonly ColumnLayout[] = [
	...["scenario", "month", "series", "unit"].map(
		(name): ColumnLayout => ({ name, kind: "text", nullable: false }),
	),
	...BAND_COLUMNS.map(
		(name): ColumnLayout => ({ name, kind: "double", nullable: true }),
	),
];

/** Units of the series, for the metadata of a file. */
export function seriesUnits(): string {
	return JSON.stringify(
		Object.fromEntries(SERIES.map(({ name, unit }) => [name, unit])),
	);
}

/**
 * Writes `months.parquet`: scenario, month, series, unit, quantiles and mean; by
 * scenario, then series, then month. A band is null when no replicate is sound.
 *
 * @param quantiles method by which they were found, for the metadata
 */
export async function writeMonths(
	folder: string,
	table: MonthTable,
	notes: { readonly plan: string; readonly quantiles: string },
): Promise<RecordedFile> {
	const written = await writePiecesAtomically(
		join(folder, MONTHS),
		async (append) => {
			const pieces = new ParquetPieces(append, LAYOUT, {
				"stibium:plan": notes.plan,
				"stibium:units": seriesUnits(),
				"stibium:quantiles": notes.quantiles,
			});
			for (const scenario of table.scenarios)
				await pieces.rowGroup(monthColumns(table, scenario));
			await pieces.finish();
		},
	);
	return { name: MONTHS, ...written };
}

function monthColumns(table: MonthTable, scenario: string) {
	const months = table.months(scenario);
	const eachSeries = <T>(
		make: (series: (typeof SERIES)[number]) => readonly T[],
	) => SERIES.flatMap((series) => make(series));
	return [
		eachSeries(() => months.map(() => scenario)),
		eachSeries(() => months),
		eachSeries(({ name }) => months.map(() => name)),
		eachSeries(({ unit }) => months.map(() => unit)),
		...BAND_COLUMNS.map((column) =>
			eachSeries(({ name }) => nullForNaN(table.bands(scenario, name)[column])),
		),
	];
}

/** Reads `months.parquet` of a folder; its scenarios and months are what the file says. */
export async function readMonths(folder: string): Promise<MonthTable> {
	const file = await ParquetFile.open(join(folder, MONTHS));
	try {
		const [scenarios = [], months = [], series = [], ...bands] =
			await file.columns(["scenario", "month", "series", ...BAND_COLUMNS]);
		return monthTable(
			texts(scenarios),
			texts(months),
			texts(series),
			bands.map(doubles),
		);
	} finally {
		await file.close();
	}
}

function monthTable(
	scenarios: readonly (string | null)[],
	months: readonly (string | null)[],
	series: readonly (string | null)[],
	bands: readonly Float64Array[],
): MonthTable {
	const spans = spansOf(scenarios.map((name, row) => `${name}/${series[row]}`));
	const spanOf = (scenario: string, name: SeriesName) => {
		const span = spans.get(`${scenario}/${name}`);
		if (!span) throw new RangeError(`no series ${name} of ${scenario} here`);
		return span;
	};
	return {
		scenarios: [...new Set(scenarios)].map(String),
		months: (scenario) =>
			months.slice(...spanOf(scenario, SERIES[0].name)).map(String),
		bands: (scenario, name) => bandsOf(bands, spanOf(scenario, name)),
	};
}

/** First and last row, the last not included, of every key; rows of a key are together. */
function spansOf(
	keys: readonly string[],
): ReadonlyMap<string, [number, number]> {
	const spans = new Map<string, [number, number]>();
	keys.forEach((key, row) => {
		const span = spans.get(key);
		if (span) span[1] = row + 1;
		else spans.set(key, [row, row + 1]);
	});
	return spans;
}

function bandsOf(
	columns: readonly Float64Array[],
	[first, end]: [number, number],
): Bands {
	return bandsFrom((name) =>
		columns[BAND_COLUMNS.indexOf(name)]!.slice(first, end),
	);
}
