/** Reproduction of a single figure from nothing but the file itself. */

import { drawCharts } from "../../actions/charts/draw-charts.ts";
import { CommandError } from "../../actions/refusal.ts";
import type { BatchRecord } from "../../figures/provenance.ts";
import { readFigure } from "../../figures/read-figure.ts";
import { safeText } from "../../words/safe-text.ts";
import { recordPlan } from "./record-plan.ts";
import { findCauses } from "./repro-causes.ts";
import {
	chartAgain,
	chartDifferences,
	drawOptions,
	isSameFile,
} from "./repro-chart.ts";
import type { Reproduction } from "./reproduction.ts";
import { type RerunOptions, runAgain } from "./rerun.ts";

/**
 * Runs the batch of a figure again, from the figure alone, and draws it again.
 *
 * @throws {UnsoundFigureError} when the file does not say how it was made
 * @throws {CommandError} when a command makes it and no batch, or a scenario in it is not sound
 */
export async function reproFigure(
	path: string,
	options: RerunOptions,
): Promise<Reproduction> {
	const { record, ...file } = readFigure(path);
	if (record.of === "command")
		throw new CommandError(
			safeText(
				`${path} shows no batch that could be run again; this command makes it: ${record.command}`,
			),
		);
	const plan = recordPlan(record, path);
	const causes = await findCauses(record, plan);
	const { design, command } = record;
	const { order, base } = record.plan;
	const asked = drawOptions(record.chart);
	return runAgain(
		{ plan, order, base, design, command },
		options,
		async (again) => {
			const drawn = await chartAgain(again, record);
			if (options.out !== null)
				await drawCharts(again, { ...asked, formats: [file.format] });
			const { digest } = again.manifest;
			const isSame = await isSameFile(file, record, drawn);
			return {
				of: "figure",
				name: path,
				digest: { stored: record.digest, found: digest },
				compared: ["spec", "plotted numbers"],
				kept: options.out === null ? null : again.folder,
				sameFile: isSame,
				notes: [...causes.notes, ...(isSame ? [] : [OTHER_FILE])],
				differences: [
					...causes.differences,
					...digestDifference(record, digest),
					...chartDifferences(path, record, drawn),
				],
			};
		},
	);
}

const OTHER_FILE =
	"the picture in the file is not the one drawn here to the byte: another program saved or changed it, or letters are drawn otherwise on this machine";

/** Difference of two digests in words; none when they are equal. */
export function digestDifference(
	{ digest: stored }: Pick<BatchRecord, "digest"> | { digest: string | null },
	found: string | null,
): readonly string[] {
	return stored === found ? [] : [`the digest is ${found}, stored ${stored}`];
}
