/** Trial of the calibration itself: synthetic records whose true parameters are known. */

import { join } from "node:path";
import { mean } from "simple-statistics";
import { recordOf2018To2024 } from "../../actions/scenarios/record-scenario.ts";
import { JudgeThreads } from "../../actions/threads/judge-threads.ts";
import { FREE_NUMBERS } from "../../inference/calibration/free-numbers.ts";
import {
	type Bank,
	bankOfDraws,
	contractionsOf,
	coversTruth,
	recover,
	type SyntheticWorld,
	syntheticWorlds,
} from "../../inference/calibration/recover.ts";
import { RECORD_TARGET } from "../../inference/calibration/scored-rows.ts";
import type { Target } from "../../inference/calibration/target.ts";
import { type Interval, shareInterval } from "../../statistics/interval.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import { markdownTable } from "../../words/markdown.ts";
import { percentInWords } from "../../words/numbers.ts";
import { print, say } from "../terminal/talk.ts";
import type { CalibrationOptions } from "./calibration-options.ts";
import { reportFolder } from "./keep-calibration.ts";
import { type FoundTruth, TruthsFile } from "./truths-file.ts";

/** Numbers whose spread the records shrank by this much on average are informed; the others are silent. */
const INFORMED = 0.1;
const DUMMY = "dummy";

/** Truths that the central 80 % of the posterior held, of some numbers. */
interface Held {
	readonly held: number;
	readonly of: number;
	readonly share: Interval;
}

/** Shares of known truths that the central 80 % of the posterior held. */
interface Recovery {
	readonly command: string;
	readonly truths: number;
	readonly particles: number;
	readonly members: number;
	readonly moves: number;
	readonly mostSweeps: number;
	readonly keptSweeps: number;
	readonly pooled: Held;
	readonly dummy: Held;
	readonly informed: Held;
	/** the dummy and all numbers that are not informed */
	readonly silent: Held;
	readonly byNumber: readonly {
		readonly name: string;
		readonly informed: boolean;
		readonly contraction: number;
		readonly coverage: number;
	}[];
}

/**
 * Calibrates on synthetic records whose truth is known, and counts how often it is covered. Each truth is kept as
 * it is found; the same command goes on from there.
 */
export async function recoverTruths(
	options: CalibrationOptions,
): Promise<void> {
	const { seed, size, recover: count, quiet, json } = options;
	const talk = quiet || json ? () => {} : say;
	const { git } = (await aboutProgram()).stibium;
	const file = await TruthsFile.open(join(options.out, "recovery.jsonl"), {
		commit: git?.sha ?? null,
		seed,
		size,
	});
	const found: FoundTruth[] = [];
	let made: Made | null = null;
	for (let truth = 0; truth < count; truth += 1) {
		const known = file.found(truth);
		if (known !== null) {
			found.push(known);
			continue;
		}
		made ??= await makeWorlds(options);
		const world = made.worlds[truth];
		if (world === undefined) continue;
		const one = await recoverOne(options, made.bank, world, truth);
		await file.add(one);
		found.push(one);
		talk(
			`truth ${truth + 1} of ${count}: ${shareWords(found)} in ${Math.round(one.seconds)} s`,
		);
	}
	await tell(recoveryOf(found, options), options);
}

/** Worlds whose truth is known, and draws of the prior from which each is sought. */
interface Made {
	readonly worlds: readonly SyntheticWorld[];
	readonly bank: Bank;
}

function makeWorlds(options: CalibrationOptions): Promise<Made> {
	const { seed, size, recover: count } = options;
	const { discrepancies } = RECORD_TARGET;
	return onThreads(options, seed, RECORD_TARGET, async (judges) => ({
		worlds: await syntheticWorlds(
			judges,
			discrepancies,
			count,
			`${seed}/truths`,
		),
		bank: await bankOfDraws(judges, size.draws, `${seed}/bank`),
	}));
}

async function recoverOne(
	options: CalibrationOptions,
	bank: Bank,
	{ scores, target }: SyntheticWorld,
	truth: number,
): Promise<FoundTruth> {
	const began = performance.now();
	const own = `${options.seed}/truth ${truth}`;
	const particles = await onThreads(options, own, target, (judges) =>
		recover(judges, bank, target, options.size, own),
	);
	return {
		truth,
		covered: coversTruth(particles, scores),
		contractions: contractionsOf(particles),
		seconds: (performance.now() - began) / 1000,
	};
}

const shareWords = (found: readonly FoundTruth[]): string =>
	`${percentInWords(mean(found.flatMap(({ covered }) => covered.map(Number))), 1)} covered`;

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

/** Counts the truths held of the numbers at some places. */
function heldOf(found: readonly FoundTruth[], places: readonly number[]): Held {
	const held = found.reduce(
		(sum, { covered }) =>
			sum + places.filter((place) => covered[place] === true).length,
		0,
	);
	const of = found.length * places.length;
	return { held, of, share: shareInterval(held, of) };
}

function recoveryOf(
	found: readonly FoundTruth[],
	{ command, size }: CalibrationOptions,
): Recovery {
	const byNumber = FREE_NUMBERS.map(({ name }, p) => {
		const contraction = mean(found.map((one) => one.contractions[p]!));
		return {
			name,
			informed: contraction >= INFORMED,
			contraction,
			coverage: mean(found.map(({ covered }) => Number(covered[p]))),
		};
	});
	const places = byNumber.map((_, p) => p);
	const { particles, members, moves, mostSweeps, keptSweeps } = size;
	return {
		command,
		truths: found.length,
		...{ particles, members, moves, mostSweeps, keptSweeps },
		pooled: heldOf(found, places),
		dummy: heldOf(
			found,
			places.filter((p) => byNumber[p]!.name === DUMMY),
		),
		informed: heldOf(
			found,
			places.filter((p) => byNumber[p]!.informed),
		),
		silent: heldOf(
			found,
			places.filter((p) => !byNumber[p]!.informed),
		),
		byNumber,
	};
}

function heldWords({ held, of, share }: Held): string {
	return `${percentInWords(held / of, 1)} (${percentInWords(share.low)} to ${percentInWords(share.high)}; ${held} of ${of})`;
}

function recoveryText(recovery: Recovery): string {
	const { pooled, dummy, informed, silent, truths, byNumber } = recovery;
	return [
		"# Known truths recovered",
		"",
		`\`${recovery.command}\`: ${recovery.particles} particles, sweeps of ${recovery.moves} moves, at most ${recovery.mostSweeps} a step, states of the last ${recovery.keptSweeps} kept, a prologue of ${recovery.members}.`,
		"",
		`Over ${truths} synthetic records, whose parameters, sizes of past events and luck were drawn from the prior and to whose facts noise as large as the discrepancies was added, the central 80 % of the posterior held the truth in these shares of cases, with 95 % intervals that take cases as independent:`,
		"",
		`- all numbers: ${heldWords(pooled)}`,
		`- the dummy, which touches nothing: ${heldWords(dummy)}`,
		`- numbers whose spread the records shrank by a tenth or more: ${heldWords(informed)}`,
		`- all others: ${heldWords(silent)}`,
		"",
		markdownTable({
			head: ["number", "spread lost", "informed", "covered"],
			rows: byNumber.map(({ name, informed: told, contraction, coverage }) => [
				name,
				percentInWords(contraction),
				told ? "yes" : "",
				percentInWords(coverage),
			]),
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
