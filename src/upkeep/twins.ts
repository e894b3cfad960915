/** Twin experiment of the assimilation, resumable twin by twin: coverage of known truths, and scores. */

import {
	appendFileSync,
	existsSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { mean } from "simple-statistics";
import { openScenario } from "../actions/scenarios/open-scenarios.ts";
import { TrackingThreads } from "../actions/threads/tracking-threads.ts";
import type { Ensemble } from "../calibration/priors/ensemble.ts";
import { RECORD_ENSEMBLE } from "../calibration/priors/record-ensemble.ts";
import { print, say } from "../cli/terminal/talk.ts";
import { drawsHash } from "../experiment/draws-hash.ts";
import { assimilate } from "../inference/assimilation/assimilate.ts";
import { startOfPosterior } from "../inference/assimilation/carried.ts";
import {
	type TwinScore,
	twinForecast,
	twinQuestions,
	twinScenario,
	twinScores,
	twinTruth,
} from "../inference/assimilation/twins.ts";
import { monthSpan } from "../inference/record-file/months.ts";
import { createSimulator } from "../market/replicate.ts";
import { shareInterval } from "../statistics/interval.ts";
import { PACKAGE_ROOT } from "../storage/disk/package-root.ts";
import { markdownTable } from "../words/markdown.ts";
import { inWords, percentInWords } from "../words/numbers.ts";

const SIZE = { particles: 1000, members: 200 } as const;
const REPLICATES = 400;
/** Middle of a band of 80 %. */
const BAND = { low: 0.1, high: 0.9 } as const;

const FOLDER = join(PACKAGE_ROOT, "results", "validation");
const LINES = join(FOLDER, "twins.jsonl");

/** One twin that was sought; scores are null when its record was refused. */
interface Twin {
	readonly twin: number;
	readonly scores: readonly TwinScore[] | null;
	readonly histories: number;
	readonly draws: number;
	readonly refusal: string | null;
	readonly seconds: number;
}

const { record, to } = RECORD_ENSEMBLE;
const last = monthSpan(to)!.to;
const questions = twinQuestions(last);
const dated = openScenario("as-happened").scenario;
const scenario = twinScenario(dated, last);

function readTwins(): readonly Twin[] {
	if (!existsSync(LINES)) return [];
	return readFileSync(LINES, "utf8")
		.split("\n")
		.filter((line) => line.endsWith("}"))
		.map((line) => JSON.parse(line) as Twin);
}

async function seek(
	twin: number,
	without: readonly (readonly number[])[],
	workers: number,
): Promise<Twin> {
	const began = performance.now();
	const seed = `twin ${twin}`;
	const truth = twinTruth(
		createSimulator,
		scenario,
		record,
		questions,
		`${seed}/truth`,
	);
	if (truth === null) throw new Error(`the market of ${seed} broke`);
	const setting = { scenario: dated, record: truth.record, kin: seed, seed };
	const threads = new TrackingThreads(setting, workers);
	try {
		const found = await assimilate(
			{
				start: startOfPosterior(),
				record: truth.record,
				known: 0,
				seed,
				size: SIZE,
			},
			threads,
		);
		const ensemble: Ensemble = {
			...RECORD_ENSEMBLE,
			kin: seed,
			posterior: drawsHash("posterior"),
			members: found.members,
		};
		const sought =
			found.refusal === null
				? twinForecast(createSimulator, scenario, questions, ensemble, {
						seed: `${seed}/ahead`,
						replicates: REPLICATES,
					})
				: null;
		return {
			twin,
			scores:
				sought === null
					? null
					: twinScores(questions, truth.truths, sought, without),
			histories: found.histories,
			draws: found.draws,
			refusal: found.refusal,
			seconds: (performance.now() - began) / 1000,
		};
	} finally {
		await threads.close();
	}
}

/** Coverage and scores of some answers. */
function rowOf(name: string, own: readonly TwinScore[]): readonly string[] {
	const held = own.filter(
		({ place }) => place >= BAND.low && place <= BAND.high,
	).length;
	const share = shareInterval(held, own.length);
	const crps = mean(own.map((one) => one.crps));
	const bare = mean(own.map((one) => one.without));
	return [
		name,
		`${held} of ${own.length}`,
		`${percentInWords(held / own.length)} (${percentInWords(share.low)} to ${percentInWords(share.high)})`,
		...[inWords(crps, 3), inWords(bare, 3)],
		percentInWords(1 - crps / bare),
	];
}

function tableOf(twins: readonly Twin[]): string {
	const sound = twins.flatMap(({ scores }) =>
		scores === null ? [] : [scores],
	);
	const rows = [
		...questions.map((question, q) =>
			rowOf(
				`${question.series}, ${question.kind === "state" ? "end of the record" : "a year on"}`,
				sound.map((scores) => scores[q]!),
			),
		),
		...(["state", "ahead"] as const).map((kind) =>
			rowOf(
				kind === "state"
					? "all at the end of the record"
					: "both prices a year on",
				sound.flatMap((scores) =>
					scores.filter(({ question }) => question.kind === kind),
				),
			),
		),
	];
	return markdownTable({
		head: [
			"asked",
			"held by the 80 % band",
			"share (95 % interval)",
			"CRPS after the record",
			"posterior alone",
			"less by",
		],
		rows,
	});
}

const count = Number(process.argv[2] ?? 30);
const workers = Number(process.argv[3] ?? availableParallelism());
const known = readTwins();
const without = twinForecast(createSimulator, scenario, questions, null, {
	seed: "without",
	replicates: REPLICATES,
});
const twins: Twin[] = [];
for (let i = 0; i < count; i += 1) {
	const one =
		known.find(({ twin }) => twin === i) ?? (await seek(i, without, workers));
	if (!known.includes(one)) {
		appendFileSync(LINES, `${JSON.stringify(one)}\n`);
		say(
			`twin ${i + 1} of ${count}: ${one.refusal ?? `${one.histories} histories, ${one.draws} draws`} in ${Math.round(one.seconds)} s`,
		);
	}
	twins.push(one);
}
const refused = twins.filter(({ refusal }) => refusal !== null).length;
const text = [
	"# Markets whose truth is known",
	"",
	`\`npm run twins ${count}\`: ${count} markets drawn from the posterior of 2018 to 2024 and their luck, each observed as 2025 was (the same ${record.length} rows, with errors as large as the assimilation takes them to be), and sought again with ${SIZE.particles} particles and ${SIZE.members} members; ${REPLICATES} replicates ahead. ${refused === 0 ? "None was refused." : `${refused} were refused.`} Of the members at the end, ${inWords(mean(twins.map(({ histories }) => histories)), 0)} histories and ${inWords(mean(twins.map(({ draws }) => draws)), 0)} draws of the numbers differ on average.`,
	"",
	tableOf(twins),
].join("\n");
writeFileSync(join(FOLDER, "twins.md"), `${text}\n`);
print(text);
