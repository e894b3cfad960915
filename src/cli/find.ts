import { CommandError } from "../actions/refusal.ts";
import { metricInMemory } from "../experiment/metric-in-memory.ts";
import {
	type Finding,
	findBreakEven,
	type Response,
	type Search,
} from "../inference/search/break-even.ts";
import { type Axis, parseAxis } from "../scenario/edits/vary.ts";
import type { Expectation } from "../scenario/expectations/expectation.ts";
import { estimateStatistic } from "../scenario/expectations/expectation-estimate.ts";
import { numberWords } from "../words/numbers.ts";
import { tellWarnings } from "./batch.ts";
import { type BatchOptions, batchOptions } from "./batch-options.ts";
import { type BatchRequest, planOf } from "./batch-request.ts";
import { tellCost } from "./dry-run.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { findingJson, findingWords } from "./find-words.ts";
import { onInterrupt } from "./interrupt.ts";
import { asUsage } from "./open-scenarios.ts";
import { type RawOptions, textOf } from "./raw-options.ts";
import { repeatLine } from "./repeat-line.ts";
import { soundStatement } from "./statement.ts";
import { print, say } from "./talk.ts";
import { threadRunner } from "./thread-runner.ts";
import { estimateWords } from "./threshold.ts";
import { openVaried, type Varied, variantName } from "./variants.ts";

/** Settings that a search looks at, about; what `--dry-run` reckons with. */
const ABOUT = 20;
/** Digits of a setting on its way into a scenario. */
const DIGITS = 12;

/** What is looked for, and where. */
export interface FindRequest {
	readonly word: string;
	readonly tune: string;
	readonly axis: Axis;
	readonly until: Expectation;
	readonly search: Search;
	readonly options: BatchOptions;
	readonly varied: Varied;
}

/** Finds the setting at which a statement begins to hold. @throws {CommandError} */
export async function findSetting(raw: RawOptions): Promise<ExitCode> {
	const request = findRequest(raw);
	const { options } = request;
	if (options.dryRun) return tellCost(lookAt(request, evenSettings(request)));
	tellWarnings([request.varied.base], options.quiet ? () => {} : say);
	const finding = await look(request);
	if (finding === null) {
		say("interrupted; nothing is kept");
		return EXIT.interrupted;
	}
	const repeat = repeatLine(
		"find",
		[request.word, "--tune", request.tune, "--until", request.until.text],
		options,
	);
	print(
		options.json
			? findingJson(request, finding)
			: findingWords(request, finding, repeat),
	);
	return EXIT.done;
}

function findRequest(raw: RawOptions): FindRequest {
	const options = batchOptions(raw);
	const tune = textOf(raw, "tune") ?? "";
	const axis = asUsage(() => parseAxis(tune, "--tune"));
	const until = soundStatement(textOf(raw, "until") ?? "", "--until");
	const { values } = axis;
	if (values.kind !== "range")
		throw new CommandError(
			`--tune is "${tune}"; expected a range such as ${axis.path}=0..8000`,
		);
	if (until.bound.kind !== "compare")
		throw new CommandError(
			`--until is "${until.text}"; expected one bound, such as < or >: a span has two break-evens`,
		);
	const { comparison, limit } = until.bound;
	const word = textOf(raw, "scenario") ?? "";
	return {
		...{ word, tune, axis, until, options },
		search: { low: values.low, high: values.high, comparison, limit },
		varied: openVaried(word, options.edits, [axis], "--tune"),
	};
}

function evenSettings({ search }: FindRequest): readonly number[] {
	const { low, high } = search;
	return Array.from(
		{ length: ABOUT },
		(_, i) => low + ((high - low) * i) / (ABOUT - 1),
	);
}

/** The scenario at some settings, as a batch would run them. */
function lookAt(
	{ varied, axis, options }: FindRequest,
	settings: readonly number[],
): BatchRequest {
	const { name } = varied.base.scenario;
	return {
		opened: settings.map((setting, i) => {
			const value = String(Number(setting.toPrecision(DIGITS)));
			return varied.variant([value], {
				name: variantName(name, String(i + 1).padStart(3, "0")),
				title: `${axis.path} ${value}`,
			});
		}),
		comparing: false,
		charts: false,
		repeat: () => "",
		options,
	};
}

async function look(request: FindRequest): Promise<Finding | null> {
	const { options, search } = request;
	const talk = options.quiet ? () => {} : say;
	talk(
		`${options.replicates} replicates at every setting, seed ${options.seed}${options.seedGiven ? "" : " (drawn)"}`,
	);
	const interrupt = onInterrupt(() => say("stopping"));
	try {
		return await findBreakEven(search, async (settings) => {
			const columns = await runAt(request, settings, interrupt.signal);
			if (columns === null) return null;
			const responses = responsesOf(request, settings, columns);
			for (const response of responses)
				talk(
					`at ${numberWords(response.at)}: ${estimateWords({ ...response, error: 0 })}`,
				);
			return responses;
		});
	} finally {
		interrupt.release();
	}
}

/** What the metric is in every run, a column a setting; null when interrupted. */
async function runAt(
	request: FindRequest,
	settings: readonly number[],
	signal: AbortSignal,
): Promise<readonly Float64Array[] | null> {
	const { replicates, workers } = request.options;
	const plan = planOf(lookAt(request, settings), { from: 0, to: replicates });
	const runner = threadRunner(plan, { workers });
	try {
		const { metric } = request.until;
		return await metricInMemory(plan, runner, metric, { signal });
	} finally {
		await runner.close();
	}
}

/** What the statement takes, at each setting. @throws {CommandError} when no run has a value */
function responsesOf(
	{ until }: FindRequest,
	settings: readonly number[],
	columns: readonly Float64Array[],
): readonly Response[] {
	return settings.map((at, i) => {
		const values = columns[i] ?? new Float64Array();
		const { value, low, high } = estimateStatistic(until.statistic, values);
		if (Number.isNaN(value))
			throw new CommandError(
				`no run has a value of ${until.metric} at ${at}; look for another metric`,
				"failed",
			);
		const [from, to] = Number.isNaN(low)
			? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
			: [low, high];
		return { at, value, low: from, high: to };
	});
}
