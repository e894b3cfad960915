/** Table behind a chart as the text of a CSV file. */

import { csvText } from "../words/csv.ts";
import type { ChartTable } from "./chart.ts";

/** A table as CSV: a header of `name (unit)`, then the rows. */
export function csvOf({ columns, rows }: ChartTable): string {
	const header = columns.map(({ name, unit }) =>
		unit === "" ? name : `${name} (${unit})`,
	);
	return csvText([header, ...rows]);
}
