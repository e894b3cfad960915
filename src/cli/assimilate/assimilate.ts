/** `assimilate`: a record taken in month by month, told row by row, and kept as an ensemble. */

import { ensembleFrom } from "../../actions/batch/ensemble-from.ts";
import { openRecord } from "../../actions/record/open-record.ts";
import { runNowcast } from "../../actions/record/run-nowcast.ts";
import { CommandError } from "../../actions/refusal.ts";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import { TrackingThreads } from "../../actions/threads/tracking-threads.ts";
import type { Ensemble, RecordRow } from "../../calibration/priors/ensemble.ts";
import { LUCK_MONTHS } from "../../calibration/priors/luck-scores.ts";
import { RECORD_ENSEMBLE } from "../../calibration/priors/record-ensemble.ts";
import { drawsHash } from "../../experiment/draws-hash.ts";
import {
	type Assimilation,
	type AssimilationSize,
	assimilate,
} from "../../inference/assimilation/assimilate.ts";
import {
	startOfEnsemble,
	startOfPosterior,
} from "../../inference/assimilation/carried.ts";
import { monthSpan } from "../../inference/record-file/months.ts";
import type { ReadRow } from "../../inference/record-file/read-row.ts";
import type { Seed } from "../../market/simulator.ts";
import { monthName, type Tick } from "../../quantities.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { commandLine, seedFlag } from "../line/repeat-line.ts";
import { print, say } from "../terminal/talk.ts";
import { counted, monthLine } from "./assimilation-text.ts";
import { keepAssimilation, keepInCheckout } from "./keep-assimilation.ts";
import type { Told } from "./told.ts";

/** Particles begun with and carried on, in full and for a look. */
const SIZES = {
	full: { particles: 4000, members: 1000 },
	quick: { particles: 1000, members: 400 },
} as const satisfies Record<string, AssimilationSize>;

/** Words and flags of `assimilate` as they are read. */
export interface AssimilationValues extends CommonOptions {
	readonly record: string;
	readonly from: string | null;
	readonly seed: Seed;
	readonly workers: number;
	readonly quick: boolean;
	readonly keep: boolean;
	readonly out: string;
}

/** What a record is laid on. */
interface Ground {
	/** null: the posterior */
	readonly ensemble: Ensemble | null;
	readonly word: string;
}

const endOf = (ensemble: Ensemble | null): Tick =>
	ensemble === null ? LUCK_MONTHS - 1 : monthSpan(ensemble.to)!.to;

/** Takes a record in, and tells what it says of the market. @throws {CommandError} when the model does not know the market */
export async function assimilateRecord(
	values: AssimilationValues,
): Promise<ExitCode> {
	const { seed, workers, quick, quiet, json } = values;
	const talk = quiet || json ? () => {} : say;
	const began = performance.now();
	const processor = process.cpuUsage();
	const { rows, ground } = openGround(values);
	const size = quick ? SIZES.quick : SIZES.full;
	talk(
		`${counted(rows.length, "row")} to ${rows.at(-1)!.to}, laid on ${groundWords(ground)}; ${size.particles} particles, seed ${seed}, ${counted(workers, "thread")}`,
	);
	const { found, record, kin } = await takeIn(values, rows, ground, size, talk);
	if (found.refusal !== null) throw new CommandError(found.refusal, "failed");
	const { git } = (await aboutProgram()).stibium;
	const command = commandOf(values);
	const ensemble: Ensemble = {
		schema: "stibium-ensemble/1",
		to: monthName(Math.max(...rows.map(({ months }) => months.to))),
		made: { command, commit: git?.sha ?? null, seed },
		kin,
		posterior: drawsHash("posterior"),
		record,
		members: found.members,
	};
	const seconds = (performance.now() - began) / 1000;
	const { user, system } = process.cpuUsage(processor);
	talk("the year ahead, in every scenario");
	const last = monthSpan(ensemble.to)!.to;
	const nowcast = await runNowcast(ensemble, last, seed, workers);
	const told: Told = {
		...{ ensemble, found, nowcast, size, command },
		ground: groundWords(ground),
		seconds,
		processorSeconds: (user + system) / 1e6,
	};
	const { folder, json: object, text } = await keepAssimilation(told, values);
	if (values.keep) await keepInCheckout(ensemble);
	print(json ? JSON.stringify({ folder, ...object }) : text);
	return EXIT.done;
}

function openGround({ record, from }: AssimilationValues): {
	readonly rows: readonly ReadRow[];
	readonly ground: Ground;
} {
	const { to } = openScenario("as-happened").scenario.horizon;
	const rowsAfter = (end: Tick) => openRecord(record, { from: end + 1, to });
	if (from !== null) {
		const ensemble = ensembleFrom(from);
		return {
			rows: rowsAfter(endOf(ensemble)),
			ground: { ensemble, word: from },
		};
	}
	const rows = rowsAfter(LUCK_MONTHS - 1);
	const first = Math.min(...rows.map(({ months }) => months.from));
	const isLater = first > endOf(RECORD_ENSEMBLE);
	return {
		rows,
		ground: isLater
			? { ensemble: RECORD_ENSEMBLE, word: "record" }
			: { ensemble: null, word: "posterior" },
	};
}

const groundWords = ({ ensemble, word }: Ground): string =>
	ensemble === null
		? "the posterior of 2018 to 2024"
		: `${word === "record" ? "the shipped ensemble" : word}, which ends in ${ensemble.to}`;

async function takeIn(
	{ seed, workers }: AssimilationValues,
	rows: readonly ReadRow[],
	{ ensemble }: Ground,
	size: AssimilationSize,
	talk: (line: string) => void,
): Promise<{
	readonly found: Assimilation;
	readonly record: readonly RecordRow[];
	readonly kin: Seed;
}> {
	const before = ensemble?.record ?? [];
	const record = [...before, ...rows.map(rowOf)];
	const kin = ensemble?.kin ?? seed;
	const { scenario } = openScenario("as-happened");
	const threads = new TrackingThreads({ scenario, record, kin, seed }, workers);
	try {
		const start =
			ensemble === null ? startOfPosterior() : startOfEnsemble(ensemble);
		const request = { start, record, known: before.length, seed, size };
		const found = await assimilate(request, threads, (month) =>
			talk(monthLine(month)),
		);
		return { found, record, kin };
	} finally {
		await threads.close();
	}
}

function rowOf({
	series,
	from,
	to,
	value,
	sd,
	bound,
	source,
}: ReadRow): RecordRow {
	return { series, from, to, value, sd, bound, source };
}

function commandOf({
	record,
	from,
	seed,
	quick,
	keep,
}: AssimilationValues): string {
	return commandLine([
		...["assimilate", record],
		...(from === null ? [] : ["--from", from]),
		...(quick ? ["--quick"] : []),
		...(keep ? ["--keep"] : []),
		...seedFlag(String(seed)),
	]);
}
