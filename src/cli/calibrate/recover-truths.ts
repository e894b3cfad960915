/** Trial of the calibration itself: synthetic records whose true parameters are known. */

import { join } from "node:path";
import { mean } from "simple-statistics";
import { recordOf2018To2024 } from "../../actions/scenarios/record-scenario.ts";
import { JudgeThreads } from "../../actions/threads/judge-threads.ts";
import type { Target } from "../../inference/calibration/calibrate.ts";
import { FREE_NUMBERS } from "../../inference/calibration/free-numbers.ts";
import {
	bankOfDraws,
	coversTruth,
	recover,
	syntheticWorlds,
} from "../../inference/calibration/recover.ts";
import { RECORD_TARGET } from "../../inference/calibration/scored-rows.ts";
import { meanInterval } from "../../statistics/interval.ts";
import { sortSamples } from "../../statistics/quantile.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import { markdownTable } from "../../words/markdown.ts";
import { percentInWords } from "../../words/numbers.ts";
import { print, say } from "../terminal/talk.ts";
import type { CalibrationOptions } from "./calibration-options.ts";
import { reportFolder } from "./keep-calibration.ts";

/** Shares of known truths that the central 80 % of the posterior held. */
interface Recovery {
	readonly command: string;
	readonly seconds: number;
	readonly truths: number;
	readonly particles: number;
	readonly moves: number;
	readonly lastMoves: number;
	/** over all numbers and truths */
	readonly coverage: number;
	/** 95 % interval over truths, the numbers of one counted as one */
	readonly interval: readonly [low: number, high: number];
	readonly byNumber: readonly {
		readonly name: string;
		readonly coverage: number;
	}[];
}

/** Calibrates on synthetic records whose truth is known, and counts how often it is covered. */
export async function recoverTruths(
	options: CalibrationOptions,
): Promise<void> {
	const began = performance.now();
	const { seed, size, recover: count } = options;
	const { discrepancies } = RECORD_TARGET;
	const [worlds, bank] = await onThreads(
		options,
		seed,
		RECORD_TARGET,
		async (judges) => [
			await syntheticWorlds(judges, discrepancies, count, `${seed}/truths`),
			await bankOfDraws(judges, size.draws, `${seed}/bank`),
		],
	);
	const covered: (readonly boolean[])[] = [];
	for (const [i, world] of worlds.entries()) {
		const own = `${seed}/truth ${i}`;
		const particles = await onThreads(options, own, world.target, (judges) =>
			recover(judges, bank, world.target, size, own),
		);
		covered.push(coversTruth(particles, world.scores));
		if (!options.quiet && !options.json)
			say(`${i + 1} of ${worlds.length}: ${shareWords(covered)}`);
	}
	const seconds = Math.round((performance.now() - began) / 1000);
	await tell(recoveryOf(covered, options, seconds), options);
}

const shareWords = (covered: readonly (readonly boolean[])[]): string =>
	`${percentInWords(mean(covered.flat().map(Number)), 1)} covered`;

/** Runs something on threads that judge against a target. */
async function onThreads<T>(
	{ workers }: CalibrationOptions,
	seed: string,
	target: Target,
	ask: (judges: JudgeThreads) => Promise<T>,
): Promise<T> {
	const scenario = recordOf2018To2024();
	const judges = new JudgeThreads({ scenario, seed, target }, workers);
	try {
		return await ask(judges);
	} finally {
		await judges.close();
	}
}

function recoveryOf(
	covered: readonly (readonly boolean[])[],
	{ command, size }: CalibrationOptions,
	seconds: number,
): Recovery {
	const shares = covered.map((row) => mean(row.map(Number)));
	const coverage = mean(shares);
	const { low, high } = meanInterval(sortSamples(shares));
	return {
		command,
		seconds,
		truths: covered.length,
		particles: size.particles,
		moves: size.moves,
		lastMoves: size.lastMoves,
		coverage,
		interval: [low, high],
		byNumber: FREE_NUMBERS.map(({ name }, p) => ({
			name,
			coverage: mean(covered.map((row) => Number(row[p]))),
		})),
	};
}

function recoveryText(recovery: Recovery): string {
	const { coverage, interval, truths, byNumber } = recovery;
	return [
		"# Known truths recovered",
		"",
		`\`${recovery.command}\`: ${recovery.seconds} s; ${recovery.particles} particles, ${recovery.moves} moves a step, ${recovery.lastMoves} in the last.`,
		"",
		`Over ${truths} synthetic records, whose parameters, sizes of past events and luck were drawn from the prior and to whose facts noise as large as the discrepancies was added, the central 80 % of the posterior held the truth in ${percentInWords(coverage, 1)} of all cases (95 % interval over records ${percentInWords(interval[0])} to ${percentInWords(interval[1])}).`,
		"",
		markdownTable({
			head: ["number", "covered"],
			rows: byNumber.map((row) => [row.name, percentInWords(row.coverage)]),
		}),
	].join("\n");
}

async function tell(
	recovery: Recovery,
	options: CalibrationOptions,
): Promise<void> {
	const folder = await reportFolder(options);
	const write = (name: string, text: string) =>
		writeFileAtomically(
			join(folder, name),
			`${text}
`,
		);
	await write("recovery.json", JSON.stringify(recovery, null, "\t"));
	await write("recovery.md", recoveryText(recovery));
	if (options.json) print(JSON.stringify({ folder, ...recovery }));
	else print([recoveryText(recovery), "", `written to ${folder}`].join("\n"));
}
