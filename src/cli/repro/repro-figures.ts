/** Figures in a results folder, each drawn again from the repeated batch and compared. */

import { join } from "node:path";
import { CommandError } from "../../actions/refusal.ts";
import type { Chart } from "../../charts/chart.ts";
import type { BatchRecord } from "../../figures/provenance.ts";
import { readFigure } from "../../figures/read-figure.ts";
import { listFolder } from "../../storage/disk/disk.ts";
import { UnsoundFigureError } from "../../storage/errors.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { chartAgain, chartDifferences } from "./repro-chart.ts";

/** Folder of the figures inside a results folder. */
const FOLDER = "charts";

/** A figure of a results folder: how it was made, or why that is not known. */
interface FoundFigure {
	/** relative to the folder */
	readonly file: string;
	readonly path: string;
	readonly record: BatchRecord | string;
}

/** Figures that were drawn again, with notes and all that differs. */
export interface FiguresAgain {
	readonly compared: readonly string[];
	readonly notes: readonly string[];
	readonly differences: readonly string[];
}

/** The SVG, PNG and PDF files in `charts/` of a folder. */
export async function figuresIn(
	folder: string,
): Promise<readonly FoundFigure[]> {
	const names = await listFolder(join(folder, FOLDER)).catch(() => []);
	return names
		.filter((name) => /\.(svg|png|pdf)$/.test(name))
		.sort()
		.map((name) => {
			const path = join(folder, FOLDER, name);
			return { file: `${FOLDER}/${name}`, path, record: recordOrReason(path) };
		});
}

function recordOrReason(path: string): BatchRecord | string {
	try {
		const { record } = readFigure(path);
		return record.of === "batch"
			? record
			: `a command makes it: ${record.command}`;
	} catch (error) {
		if (error instanceof UnsoundFigureError) return error.message;
		throw error;
	}
}

/** Draws the figures of a folder again, each chart once, and says what differs. */
export async function reproFigures(
	figures: readonly FoundFigure[],
	{ digest }: Pick<Manifest, "digest">,
	again: Results,
): Promise<FiguresAgain> {
	const compared = new Set<string>();
	const notes: string[] = [];
	const differences: string[] = [];
	const drawn = new Map<string, Chart | string>();
	for (const { file, path, record } of figures) {
		if (typeof record === "string") {
			notes.push(`not compared: ${record}`);
			continue;
		}
		compared.add(file.replace(/\.\w+$/, ""));
		const key = JSON.stringify(record.chart);
		const chart = drawn.get(key) ?? (await chartOrReason(again, record));
		drawn.set(key, chart);
		differences.push(
			...faultsOf(path, record, chart, digest).map((why) => `${file}: ${why}`),
		);
	}
	return { compared: [...compared], notes, differences };
}

function faultsOf(
	path: string,
	record: BatchRecord,
	chart: Chart | string,
	digest: string | null,
): readonly string[] {
	const isOfOther = record.digest !== digest;
	return [
		...(isOfOther ? ["it was drawn from another batch than the folder's"] : []),
		...(typeof chart === "string"
			? [chart]
			: chartDifferences(path, record, chart)),
	];
}

async function chartOrReason(
	again: Results,
	record: BatchRecord,
): Promise<Chart | string> {
	try {
		return await chartAgain(again, record);
	} catch (error) {
		if (error instanceof CommandError) return error.message;
		throw error;
	}
}
