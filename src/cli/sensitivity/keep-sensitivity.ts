/** Dated folder of one sensitivity analysis: findings, table, charts, and its origin. */

import { createHash } from "node:crypto";
import { join } from "node:path";
import { commandRecord } from "../../actions/charts/chart-records.ts";
import { writeChartFiles } from "../../actions/charts/draw-charts.ts";
import type { Chart } from "../../charts/chart.ts";
import { STREAM_VERSION } from "../../random/stream-version.ts";
import type { Seed } from "../../random/streams.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import {
	aboutMachine,
	aboutProgram,
} from "../../storage/folder/about-program.ts";
import { createResultsFolder } from "../../storage/folder/results-folder.ts";
import { type CsvCell, csvText } from "../../words/csv.ts";

/** Origin of an analysis: all that is needed to make it again. */
export interface SensitivityOrigin {
	readonly command: string;
	readonly seed: Seed;
	readonly scenarios: readonly {
		readonly name: string;
		readonly title: string;
		readonly sha256: string;
		readonly calibration: string;
	}[];
	/** the batch it was read from; null when it ran points of its own */
	readonly batch: {
		readonly results: string;
		readonly digest: string | null;
	} | null;
	readonly seconds: number;
}

/** An analysis ready to be kept. */
export interface KeptAnalysis {
	readonly origin: SensitivityOrigin;
	readonly findings: object;
	readonly rows: readonly (readonly CsvCell[])[];
	readonly charts: readonly Chart[];
}

/**
 * Writes an analysis into a dated folder of its own: `sensitivity.json`, `sensitivity.csv`
 * and its charts.
 *
 * @returns the folder, and what `sensitivity.json` holds
 * @throws {UnusableDestinationError} when no folder can be made there
 */
export async function keepSensitivity(
	destination: string,
	{ origin, findings, rows, charts }: KeptAnalysis,
): Promise<{ readonly folder: string; readonly told: object }> {
	const start = new Date();
	const hash = createHash("sha256")
		.update(JSON.stringify([origin.command, origin.scenarios]))
		.digest("hex");
	const folder = await createResultsFolder(destination, start, hash);
	const told = {
		schema: "stibium-sensitivity/1",
		...(await aboutProgram()),
		stream: STREAM_VERSION,
		machine: aboutMachine(),
		written: start.toISOString(),
		...origin,
		...findings,
	};
	await writeFileAtomically(
		join(folder, "sensitivity.json"),
		`${JSON.stringify(told, null, "\t")}\n`,
	);
	await writeFileAtomically(join(folder, "sensitivity.csv"), csvText(rows));
	await writeChartFiles(folder, charts, () => commandRecord(origin.command));
	return { folder, told };
}
