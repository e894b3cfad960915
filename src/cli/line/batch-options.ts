/** Options of a batch, settled from its flags. */

import { randomInt } from "node:crypto";
import type {
	BatchOptions,
	BatchRequest,
} from "../../actions/batch/batch-request.ts";
import { ensembleFrom } from "../../actions/batch/ensemble-from.ts";
import { CommandError } from "../../actions/refusal.ts";
import { HEADLINE_METRICS } from "../../market/record/record.ts";
import type { ParameterSet, Seed } from "../../market/simulator.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import type {
	BATCH_FLAGS,
	ENOUGH_FLAGS,
	REPORT_FLAG,
	SHARD_FLAG,
} from "./batch-flags.ts";
import type { CommonOptions } from "./common-flags.ts";
import type { FlagValues } from "./flag.ts";

const USUAL_REPLICATES = 1000;
/** The most that --precision may need when nobody says: 250 · 2⁸. */
const MOST_OF_AIM = 64_000;
const LARGEST_DRAWN_SEED = 2 ** 32;

/** Flags of commands that run a batch: what it is asked for, and how it is told of. */
export interface BatchLine extends BatchOptions, CommonOptions {
	/** false when the seed was drawn because none was given */
	readonly seedGiven: boolean;
	readonly edits: readonly string[];
	/** where replicates begin, as it is written: record, posterior or a file; null where the set of parameters says it */
	readonly from: string | null;
	readonly dryRun: boolean;
	/** true when it ends with a report */
	readonly report: boolean;
	/** a statement that every scenario must keep */
	readonly threshold: Expectation | null;
}

/** A batch that a command line asks for. */
export interface BatchCommand extends BatchRequest {
	readonly options: BatchLine;
	/** address of the Redis whose workers compute, if any do */
	readonly through?: string;
}

/** Flags without which there is no batch. */
type Needed = "n" | "seed" | "workers" | "out" | "parameters";

/** Flags of a batch as they are read; a command may leave out what it does not take. */
export type BatchValues = CommonOptions &
	Pick<FlagValues<typeof BATCH_FLAGS>, Needed> &
	Partial<
		FlagValues<
			typeof BATCH_FLAGS &
				Omit<typeof ENOUGH_FLAGS, "n"> &
				typeof SHARD_FLAG &
				typeof REPORT_FLAG
		>
	>;

/** Settles the options of a batch from the flags that were read. */
export function batchOptions(values: BatchValues): BatchLine {
	const { json, quiet, colour, n, workers, out, parameters } = values;
	const { precision: bound = null } = values;
	const most = n ?? (bound === null ? USUAL_REPLICATES : MOST_OF_AIM);
	return {
		json,
		quiet,
		colour,
		workers,
		out,
		parameters,
		...settledStart(values.from ?? null, parameters),
		...settledSeed(values.seed),
		replicates: most,
		aim: bound === null ? null : { bound, most },
		metric: values.metric ?? HEADLINE_METRICS[0],
		threshold: values.threshold ?? null,
		dryRun: values.dryRun ?? false,
		report: values.report ?? false,
		edits: values.set ?? [],
		without: values.without ?? [],
		keepPaths: values.keepPaths ?? false,
		shard: values.shard ?? null,
	};
}

/** Where replicates begin, and the ensemble that stands for it. @throws {CommandError} for what cannot be had together */
function settledStart(
	given: string | null,
	parameters: ParameterSet,
): Pick<BatchLine, "from" | "ensemble"> {
	const isFitted = parameters === "posterior";
	if (given !== null && !isFitted)
		throw new CommandError(
			`--from cannot be had with --parameters ${parameters}: an ensemble has parameters of its own`,
		);
	const from = given ?? (isFitted ? "record" : null);
	return { from, ensemble: from === null ? null : ensembleFrom(from) };
}

/** The seed that was given, or one that is drawn. */
export function settledSeed(given: Seed | null): {
	readonly seed: Seed;
	readonly seedGiven: boolean;
} {
	return {
		seed: given ?? randomInt(LARGEST_DRAWN_SEED),
		seedGiven: given !== null,
	};
}
