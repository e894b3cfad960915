/** `chart`: figures of a results folder, drawn from its tables, and where they stand. */

import { join } from "node:path";
import { chartColumns } from "../../actions/charts/chart-columns.ts";
import {
	type DrawnCharts,
	drawCharts,
	drawDefaultCharts,
} from "../../actions/charts/draw-charts.ts";
import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { ChartError } from "../../charts/chart-error.ts";
import {
	openResults,
	type Results,
	readTables,
} from "../../storage/folder/read-results.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import type { ChartRequest } from "./chart-request.ts";

/** Answer of `chart`: the figures it drew, and their files. */
export interface ChartAnswer {
	/** the results folder */
	readonly results: string;
	readonly digest: string | null;
	readonly charts: readonly {
		readonly kind: string;
		readonly name: string;
		readonly title: string;
	}[];
	/** paths of the files written */
	readonly files: readonly string[];
}

/**
 * Draws the results folder that a user names.
 *
 * @throws {CommandError} exit 2 when a kind that was asked for cannot be drawn from it
 */
export async function chartResults(
	named: string,
	destination: string,
	request: ChartRequest,
	tell: (line: string) => void,
): Promise<ChartAnswer> {
	const folder = await findResults(named, destination);
	const { choices, replicate } = request;
	const opened = await openResults(folder);
	const columns = chartColumns(opened.design, choices, replicate);
	const results = await readTables(opened, columns);
	const { charts, files } = await draw(results, request, tell);
	return {
		results: shortPath(folder),
		digest: results.manifest.digest,
		charts: charts.map(({ kind, name, title }) => ({ kind, name, title })),
		files: files.map((file) => shortPath(join(folder, file))),
	};
}

async function draw(
	results: Results,
	{ kinds, formats, choices, replicate }: ChartRequest,
	tell: (line: string) => void,
): Promise<DrawnCharts> {
	if (kinds === null)
		return drawDefaultCharts(results, tell, { formats, choices, replicate });
	try {
		return await drawCharts(results, { kinds, formats, choices, replicate });
	} catch (error) {
		if (error instanceof ChartError)
			throw new CommandError(`cannot draw that: ${error.message}`);
		throw error;
	}
}
