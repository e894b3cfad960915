/** One chart drawn again and compared with its record: spec, plotted numbers, bytes of the file. */

import { numbersHash, specHash } from "../../actions/charts/chart-records.ts";
import { composeCharts } from "../../actions/charts/draw-charts.ts";
import type { DrawOptions } from "../../actions/charts/draw-options.ts";
import { oneOf } from "../../actions/one-of.ts";
import { CommandError } from "../../actions/refusal.ts";
import {
	CHART_KINDS,
	type Chart,
	DESIGN_KINDS,
	INPUT_KINDS,
} from "../../charts/chart.ts";
import { figureContent } from "../../figures/figure.ts";
import type { BatchRecord } from "../../figures/provenance.ts";
import type { FigureFile } from "../../figures/read-figure.ts";
import { plainBytes } from "../../storage/disk/plain-file.ts";
import { StorageError } from "../../storage/errors.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { safeText } from "../../words/safe-text.ts";
import { csvDifference } from "./csv-difference.ts";

/** Largest table of plotted numbers that is read, bytes. */
const LARGEST_TABLE = 64 * 1024 * 1024;

/** The chart of a record, drawn from results. @throws {CommandError} when it cannot be */
export async function chartAgain(
	results: Results,
	{ chart }: Pick<BatchRecord, "chart">,
): Promise<Chart> {
	const asked = drawOptions(chart);
	try {
		const [drawn] = await composeCharts(results, asked);
		if (drawn) return drawn;
	} catch (error) {
		if (error instanceof CommandError || error instanceof StorageError)
			throw error;
		const why = error instanceof Error ? error.message : String(error);
		throw new CommandError(
			safeText(`${asked.kinds[0]} cannot be drawn again: ${why}`),
		);
	}
	throw new CommandError("nothing was drawn");
}

/** Request by which `chart` would draw the chart of a record. */
export function drawOptions({
	kind,
	choices,
	replicate,
}: BatchRecord["chart"]): Omit<DrawOptions, "formats"> {
	const kinds = [...CHART_KINDS, ...DESIGN_KINDS, ...INPUT_KINDS];
	return {
		kinds: [oneOf(kind, kinds, "the kind of chart in the figure")],
		choices,
		replicate,
	};
}

/** Differences between a chart and its record, in words: name, spec, plotted numbers. */
export function chartDifferences(
	file: string,
	{ chart: { kind, name }, spec, numbers }: BatchRecord,
	drawn: Chart,
): readonly string[] {
	const named = `${drawn.kind}-${drawn.name}`;
	const hash = specHash(drawn);
	const cell = twinDifference(file, drawn.csv);
	return [
		...(named === `${kind}-${name}`
			? []
			: [`the chart is ${named}, stored ${kind}-${name}`]),
		...(hash === spec ? [] : [`the spec has SHA-256 ${hash}, stored ${spec}`]),
		...(numbersHash(drawn) === numbers ? [] : ["the plotted numbers differ"]),
		...(cell === null ? [] : [`${twinOf(file)} differs at ${cell}`]),
	];
}

const twinOf = (file: string) => file.replace(/\.\w+$/, ".csv");

/** The first plotted number that the CSV beside a figure has otherwise; null when none, or no CSV. */
function twinDifference(file: string, csv: string): string | null {
	try {
		const bytes = plainBytes(twinOf(file), LARGEST_TABLE);
		return "problem" in bytes
			? null
			: csvDifference(new TextDecoder().decode(bytes), csv);
	} catch {
		return null;
	}
}

/** True when the file of a figure would be written for the chart just so, to the byte. */
export async function isSameFile(
	{ format, bytes }: Pick<FigureFile, "format" | "bytes">,
	record: BatchRecord,
	drawn: Chart,
): Promise<boolean> {
	const provenance = {
		results: record.results,
		specHash: specHash(drawn),
		record,
	};
	const content = await figureContent(drawn, format, provenance);
	return Buffer.from(content as Uint8Array).equals(bytes);
}
