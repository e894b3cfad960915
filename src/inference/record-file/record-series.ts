/** Series that a record may hold: the model's own, with the units in which they are reported. */

import type { SeriesName } from "../../market/record/record.ts";
import { POUNDS_PER_TONNE } from "../../quantities.ts";

/** How a figure of some months comes from a monthly series. */
export type Span = "mean" | "sum" | "last";

/** A series that a record may hold. */
export interface RecordSeries {
	readonly span: Span;
	/** units a figure may have, each with what turns it into the series' own */
	readonly units: Readonly<Record<string, UnitRule>>;
	/** unit of the series itself */
	readonly unit: string;
	/** values below this are taken for it, so that a logarithm exists */
	readonly least: number;
}

/** Conversion of a unit into that of the series. */
export interface UnitRule {
	/** own units for one of these; times the row's factor where it must give one */
	readonly times: number;
	/** what the row's factor is; null where none is needed */
	readonly factor: string | null;
	/** largest factor that can be right */
	readonly most: number;
}

const plain = (times: number): UnitRule => ({ times, factor: null, most: 0 });

/** Chinese value-added tax on metal. */
const VAT = 0.13;
const yuan = (times: number): UnitRule => ({
	times,
	factor: "US dollars for a yuan",
	most: 1,
});

const dollars: RecordSeries = {
	span: "mean",
	units: { "USD/t": plain(1), "USD/lb": plain(POUNDS_PER_TONNE) },
	unit: "USD/t",
	least: 1,
};
const chinese: RecordSeries = {
	...dollars,
	units: {
		...dollars.units,
		"CNY/t with VAT": yuan(1 / (1 + VAT)),
		"CNY/t without VAT": yuan(1),
	},
};
const tonnes = (span: Span): RecordSeries => ({
	span,
	units: {
		"t Sb": plain(1),
		"t gross": {
			times: 1,
			factor: "tonnes of antimony in a gross tonne",
			most: 1,
		},
	},
	unit: "t Sb",
	least: 10,
});

/** Series of a record by name. */
export const RECORD_SERIES = {
	price_rotterdam_usd_t: dollars,
	price_china_usd_t: chinese,
	price_us_usd_t: dollars,
	price_concentrate_usd_t: chinese,
	china_exports_licensed_t: tonnes("sum"),
	china_exports_total_t: tonnes("sum"),
	china_concentrate_imports_t: tonnes("sum"),
	us_imports_t: tonnes("sum"),
	us_stock_t: tonnes("last"),
	mined_china_t: tonnes("sum"),
	refined_china_t: tonnes("sum"),
} as const satisfies Partial<Record<SeriesName, RecordSeries>>;

export type RecordSeriesName = keyof typeof RECORD_SERIES;
export const RECORD_SERIES_NAMES = Object.keys(
	RECORD_SERIES,
) as readonly RecordSeriesName[];
