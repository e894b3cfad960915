/** Files that a calibration leaves: its report, and the draws that later batches use. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { WeightedDraw } from "../../calibration/priors/past-draw.ts";
import type { Calibration } from "../../inference/calibration/calibrate.ts";
import { drawOf } from "../../inference/calibration/free-numbers.ts";
import { drawsOf } from "../../inference/calibration/portrait.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import { PACKAGE_ROOT } from "../../storage/disk/package-root.ts";
import { createResultsFolder } from "../../storage/folder/results-folder.ts";
import type { CalibrationOptions } from "./calibration-options.ts";
import { type CalibrationReport, calibrationText } from "./calibration-text.ts";
import { drawsText } from "./draws-text.ts";

/** Least implausible draws of the hypercube that are kept as screened. */
const SCREENED = 100;

/** The least implausible draws that history matching left, each as likely as the next. */
function screenedDraws({ match }: Calibration): readonly WeightedDraw[] {
	return match.scores
		.map((scores, i) => ({ scores, worst: match.worst[i] as number }))
		.sort((a, b) => a.worst - b.worst)
		.slice(0, SCREENED)
		.map(({ scores }) => ({ ...drawOf(scores), weight: 1 / SCREENED }));
}

/** Writes the draws of a calibration into the checkout, where the next build takes them from. */
export async function keepCalibration(
	found: Calibration,
	report: CalibrationReport,
	{ command, seed }: CalibrationOptions,
): Promise<void> {
	const origin = { command, seconds: report.seconds, seed };
	const folder = join(PACKAGE_ROOT, "src", "calibration", "priors");
	await writeFileAtomically(
		join(folder, "posterior.ts"),
		drawsText(
			{
				...origin,
				opening:
					"Posterior of the model's parameters as draws, written by `stibium calibrate --keep`.",
				name: "POSTERIOR",
				what: "Draws of the posterior given the record of 2018 to 2024, with the luck of its months.",
				rows: [
					["at commit", report.commit?.slice(0, 12) ?? "unknown"],
					["draws of the Latin hypercube", String(report.draws)],
					["seeds a draw", String(report.lucks)],
					["ruled out", String(report.ruledOut)],
					["particles", String(report.particles)],
					["tempering steps", String(report.steps)],
					["sweeps", String(report.sweeps)],
					["moves a sweep", String(report.moves)],
					["particles that differ", String(report.distinct)],
					["effective draws", String(report.effective)],
				],
			},
			drawsOf(found),
		),
	);
	await writeFileAtomically(
		join(folder, "screened.ts"),
		drawsText(
			{
				...origin,
				opening:
					"Best draws of history matching, written by `stibium calibrate --keep`.",
				name: "SCREENED",
				what: "The least implausible draws that history matching left, without their luck.",
				rows: [["draws of the Latin hypercube", String(report.draws)]],
			},
			screenedDraws(found),
		),
	);
}

/** Makes the folder of a report: the validation's when draws are kept, else a dated one. */
export async function reportFolder({
	keep,
	out,
	command,
}: CalibrationOptions): Promise<string> {
	if (keep) {
		const folder = join(PACKAGE_ROOT, "results", "validation");
		await mkdir(folder, { recursive: true });
		return folder;
	}
	const digits = Buffer.from(command).toString("hex").slice(-6);
	return createResultsFolder(out, new Date(), digits);
}

/** Writes the report as Markdown and JSON. @returns the folder */
export async function writeReport(
	report: CalibrationReport,
	options: CalibrationOptions,
): Promise<string> {
	const folder = await reportFolder(options);
	await writeFileAtomically(
		join(folder, "calibration.md"),
		`${calibrationText(report)}\n`,
	);
	await writeFileAtomically(
		join(folder, "calibration.json"),
		`${JSON.stringify(report, null, "\t")}\n`,
	);
	return folder;
}
