import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import type {
	BatchOptions,
	BatchRequest,
} from "../../actions/batch/batch-request.ts";
import { oneOf } from "../../actions/one-of.ts";
import { CommandError } from "../../actions/refusal.ts";
import type { PrecisionAim } from "../../experiment/enough.ts";
import {
	HEADLINE_METRICS,
	METRICS,
	type MetricName,
} from "../../market/record/record.ts";
import {
	MECHANISMS,
	type Mechanism,
	PARAMETER_SETS,
	type Seed,
} from "../../market/simulator.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import { safeText } from "../../words/safe-text.ts";
import {
	type CommonOptions,
	commonOptions,
	isOn,
	type RawOptions,
	textOf,
	textsOf,
} from "./raw-options.ts";
import { statementOf } from "./statement.ts";

/** The most that one batch may have. */
export const MOST_REPLICATES = 10_000_000;
const MOST_WORKERS = 256;
/** The most that --precision may need when nobody says: 250 · 2⁸. */
const MOST_OF_AIM = 64_000;
const METRIC_NAMES = METRICS.map(({ name }) => name as MetricName);
const MOST_SHARDS = 100_000;
const SHARD = /^(\d{1,6})\/(\d{1,6})$/;
const LARGEST_DRAWN_SEED = 2 ** 32;
/** Longest seed in words, characters. */
const LONGEST_SEED = 200;

/** Flags of commands that run a batch: what it is asked for, and how it is told of. */
export interface BatchLine extends BatchOptions, CommonOptions {
	/** false when the seed was drawn because none was given */
	readonly seedGiven: boolean;
	readonly edits: readonly string[];
	readonly dryRun: boolean;
	/** whether it ends with a report */
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

/** Checks the flags of a batch. @throws {CommandError} for the first that is wrong */
export function batchOptions(raw: RawOptions): BatchLine {
	const aim = aimOf(textOf(raw, "precision"), textOf(raw, "n"));
	const shard = shardOption(textOf(raw, "shard"));
	if (aim && shard)
		throw new CommandError(
			"--precision cannot be had with --shard: a part cannot tell when the whole is enough",
		);
	return {
		...commonOptions(raw),
		replicates: aim?.most ?? replicatesOf(textOf(raw, "n") ?? "1000"),
		aim,
		metric: oneOf(
			textOf(raw, "metric") ?? HEADLINE_METRICS[0],
			METRIC_NAMES,
			"--metric",
		),
		threshold: statementOf(textOf(raw, "threshold"), "--threshold"),
		dryRun: isOn(raw, "dry-run"),
		report: isOn(raw, "report"),
		...seedOf(textOf(raw, "seed")),
		workers: workersOf(textOf(raw, "workers")),
		out: outOf(raw),
		edits: textsOf(raw, "set"),
		parameters: oneOf(
			textOf(raw, "parameters") ?? "",
			PARAMETER_SETS,
			"--parameters",
		),
		without: mechanismsOf(textOf(raw, "without")),
		keepPaths: isOn(raw, "keep-paths"),
		shard,
	};
}

const replicatesOf = (written: string): number =>
	wholeNumber("-n", written, MOST_REPLICATES);

/** Reads `2%` or `0.02`. @throws {CommandError} unless it lies between 0 and 1 */
function aimOf(
	written: string | null,
	most: string | null,
): PrecisionAim | null {
	if (written === null) return null;
	const found = /^(\d+\.?\d*|\.\d+)(%?)$/.exec(written.trim());
	const bound =
		Number(found?.[1] ?? Number.NaN) / (found?.[2] === "%" ? 100 : 1);
	if (!(bound > 0 && bound < 1))
		throw new CommandError(
			`--precision is "${safeText(written)}"; expected a share of the mean above 0 and below 1, such as 1%`,
		);
	return { bound, most: most === null ? MOST_OF_AIM : replicatesOf(most) };
}

/** The folder of all results. @throws {CommandError} when it is empty */
export function outOf(raw: RawOptions): string {
	const out = textOf(raw, "out") ?? "";
	if (out === "") throw new CommandError("--out is empty; give a folder");
	return out;
}

export function wholeNumber(
	flag: string,
	written: string | null,
	most: number,
): number {
	const text = written ?? "";
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < 1 || value > most)
		throw new CommandError(
			`${flag} is ${safeText(JSON.stringify(text))}; it must be a whole number from 1 to ${most}`,
		);
	return value;
}

export function seedOf(written: string | null): {
	seed: Seed;
	seedGiven: boolean;
} {
	if (written === null)
		return { seed: randomInt(LARGEST_DRAWN_SEED), seedGiven: false };
	if (written === "")
		throw new CommandError("--seed is empty; give a whole number or words");
	if (written.length > LONGEST_SEED)
		throw new CommandError(
			`--seed has ${written.length} characters; it may have ${LONGEST_SEED}`,
		);
	const number = Number(written);
	const whole = /^-?\d+$/.test(written);
	if (whole && !Number.isSafeInteger(number))
		throw new CommandError(
			`--seed is ${written}; as a number it must lie within ±${Number.MAX_SAFE_INTEGER}`,
		);
	return { seed: whole ? number : written, seedGiven: true };
}

export function shardOption(written: string | null): BatchOptions["shard"] {
	if (written === null) return null;
	const [, index = 0, count = 0] = (SHARD.exec(written) ?? []).map(Number);
	if (index < 1 || index > count || count > MOST_SHARDS)
		throw new CommandError(
			`--shard is ${safeText(JSON.stringify(written))}; it must be i/n, the i-th of n parts, i from 1 to n, n at most ${MOST_SHARDS}`,
		);
	return { index, count };
}

/** Threads that a batch is asked to run on. */
export function workersOf(written: string | null): number {
	return written === "auto"
		? availableParallelism()
		: wholeNumber("--workers", written, MOST_WORKERS);
}

function mechanismsOf(written: string | null): readonly Mechanism[] {
	if (written === null) return [];
	return written
		.split(",")
		.map((word) => oneOf(word.trim(), MECHANISMS, "--without"));
}
