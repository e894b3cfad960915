/** `calibrate`: history matching and tempered draws on the record, told and kept on request. */

import { availableParallelism } from "node:os";
import { recordOf2018To2024 } from "../../actions/scenarios/record-scenario.ts";
import { JudgeThreads } from "../../actions/threads/judge-threads.ts";
import { POSTERIOR } from "../../calibration/priors/posterior.ts";
import {
	type Calibration,
	calibrate,
} from "../../inference/calibration/calibrate.ts";
import { effortOf } from "../../inference/calibration/effort.ts";
import {
	disagreements,
	drawsOf,
	portraitsOf,
	ridgesOf,
} from "../../inference/calibration/portrait.ts";
import { RECORD_TARGET } from "../../inference/calibration/scored-rows.ts";
import type { CalibrationSize } from "../../inference/calibration/size.ts";
import type { Target } from "../../inference/calibration/target.ts";
import { effectiveSize } from "../../inference/calibration/tempering.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import { print, say } from "../terminal/talk.ts";
import {
	type CalibrationOptions,
	type CalibrationValues,
	calibrationOptions,
} from "./calibration-options.ts";
import { type CalibrationReport, calibrationText } from "./calibration-text.ts";
import { keepCalibration, writeReport } from "./keep-calibration.ts";
import { recoverTruths } from "./recover-truths.ts";

/** Calibrates on the record, or on synthetic ones, and tells what was found. */
export async function calibrateRecord(
	values: CalibrationValues,
): Promise<void> {
	const options = calibrationOptions(values);
	if (options.recover > 0) return recoverTruths(options);
	const began = performance.now();
	const found = await onThreads(options, RECORD_TARGET, options.size);
	const seconds = Math.round((performance.now() - began) / 1000);
	const { git } = (await aboutProgram()).stibium;
	const report = reportOf(found, options, seconds, git?.sha ?? null);
	if (options.keep) await keepCalibration(found, report, options);
	const folder = await writeReport(report, options);
	if (options.json) print(JSON.stringify({ folder, ...report }));
	else print([calibrationText(report), "", `written to ${folder}`].join("\n"));
}

async function onThreads(
	{ seed, workers, quiet, json }: CalibrationOptions,
	target: Target,
	size: CalibrationSize,
): Promise<Calibration> {
	const scenario = recordOf2018To2024();
	const judges = new JudgeThreads({ scenario, seed, target }, workers);
	try {
		return await calibrate(judges, target, size, seed, (words) => {
			if (!quiet && !json) say(words);
		});
	} finally {
		await judges.close();
	}
}

function reportOf(
	found: Calibration,
	options: CalibrationOptions,
	seconds: number,
	commit: string | null,
): CalibrationReport {
	const portraits = portraitsOf(found);
	const draws = drawsOf(found);
	const { floor, ridges } = ridgesOf(found);
	return {
		command: options.command,
		commit,
		seed: options.seed,
		seconds,
		processors: availableParallelism(),
		...options.size,
		ruledOut: found.match.ruledOut,
		steps: found.steps,
		sweeps: found.sweeps,
		cutShort: found.cutShort,
		runs: Math.round(found.runs),
		effort: effortOf(found.tally, found.particles, found.weights),
		distinct: new Set(found.particles.map(({ scores }) => scores.join())).size,
		effective: Math.round(effectiveSize(found.weights)),
		kept: draws.length,
		portraits,
		floor,
		ridges,
		disagreements: disagreements(portraits, options.keep ? draws : POSTERIOR),
	};
}
