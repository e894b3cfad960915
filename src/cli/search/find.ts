/** Search for the setting at which a statement begins to hold, by runs at one setting after another. */

import { planOf } from "../../actions/batch/batch-request.ts";
import { CommandError } from "../../actions/refusal.ts";
import { asUsage } from "../../actions/scenarios/open-scenarios.ts";
import { threadRunner } from "../../actions/threads/thread-runner.ts";
import { metricInMemory } from "../../experiment/metric-in-memory.ts";
import type { BatchPlan } from "../../experiment/plan.ts";
import {
	type Finding,
	findBreakEven,
	type Response,
} from "../../inference/search/break-even.ts";
import { parseAxis } from "../../scenario/edits/vary.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import { estimateStatistic } from "../../scenario/expectations/expectation-estimate.ts";
import { numberWords } from "../../words/numbers.ts";
import { tellWarnings } from "../batch/batch.ts";
import { tellCost } from "../batch/dry-run.ts";
import { estimateWords } from "../ending/threshold.ts";
import { type BatchValues, batchOptions } from "../line/batch-options.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { repeatLine } from "../line/repeat-line.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { print, say } from "../terminal/talk.ts";
import type { FindRequest } from "./find-request.ts";
import { findingJson, findingWords } from "./find-words.ts";
import { openVaried, variantName } from "./variants.ts";

/** Settings that a search looks at, about; what `--dry-run` reckons with. */
const ABOUT = 20;
/** Digits of a setting on its way into a scenario. */
const DIGITS = 12;

/** Words and flags of `find` as they are read. */
type FindValues = BatchValues & {
	readonly scenario: string;
	readonly tune: string;
	readonly until: Expectation;
};

/** Finds the setting at which a statement begins to hold. @throws {CommandError} */
export async function findSetting(values: FindValues): Promise<ExitCode> {
	const request = findRequest(values);
	const { options } = request;
	if (options.dryRun)
		return tellCost(planAt(request, evenSettings(request)), options);
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

function findRequest(asked: FindValues): FindRequest {
	const options = batchOptions(asked);
	const { scenario: word, tune, until } = asked;
	const axis = asUsage(() => parseAxis(tune, "--tune"));
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
	return {
		word,
		tune,
		axis,
		until,
		options,
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

/** The plan of the scenario at some settings. */
function planAt(
	{ varied, axis, options }: FindRequest,
	settings: readonly number[],
): BatchPlan {
	const { name } = varied.base.scenario;
	const opened = settings.map((setting, i) => {
		const value = String(Number(setting.toPrecision(DIGITS)));
		return varied.variant([value], {
			name: variantName(name, String(i + 1).padStart(3, "0")),
			title: `${axis.path} ${value}`,
		});
	});
	return planOf(opened, options);
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

/** Runs all settings. @returns the metric of every run, a column a setting; null when interrupted */
async function runAt(
	request: FindRequest,
	settings: readonly number[],
	signal: AbortSignal,
): Promise<readonly Float64Array[] | null> {
	const plan = planAt(request, settings);
	const runner = threadRunner(plan, { workers: request.options.workers });
	try {
		const { metric } = request.until;
		return await metricInMemory(plan, runner, metric, { signal });
	} finally {
		await runner.close();
	}
}

/** Statistic of the statement at each setting. @throws {CommandError} when no run has a value */
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
