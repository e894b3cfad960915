/** Schemas that read the values of flags; their complaints follow `--flag is "text";`. */

import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { mustBe } from "../../actions/one-of.ts";
import { METRICS } from "../../market/record/record.ts";
import type { Seed } from "../../market/simulator.ts";
import { parseExpectation } from "../../scenario/expectations/expectation.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);
const MOST_WORKERS = 256;
const MOST_SHARDS = 100_000;
/** Longest seed in words, characters. */
const LONGEST_SEED = 200;

const WHOLE = /^\d+$/;
const SIGNED_WHOLE = /^-?\d+$/;
const SHARD = /^(\d{1,6})\/(\d{1,6})$/;
const SHARE_OR_PERCENT = /^(\d+\.?\d*|\.\d+)(%?)$/;

/** A whole number from 1. */
export const wholeNumber = (most: number) =>
	z
		.string()
		.refine(
			(text) => WHOLE.test(text) && Number(text) >= 1 && Number(text) <= most,
			`it must be a whole number from 1 to ${most}`,
		)
		.transform(Number);

/** One of the words that are known; else the nearest is named. */
export const word = (known: readonly string[]) =>
	z.enum(known, { error: ({ input }) => mustBe(String(input), known) });

/** Known words with commas between them, each once. */
export const wordList = (known: readonly string[]) =>
	z
		.string()
		.transform((text) => [...new Set(text.split(",").map((one) => one.trim()))])
		.pipe(z.array(word(known)));

/** A text of which something can be seen. */
export const plainText = (expected: string) =>
	z.string().trim().min(1, expected);

/** A folder that is given a name. */
export const folder = z.string().min(1, "give a folder");

/** A whole number, or words. */
export const seed = z
	.string()
	.min(1, "give a whole number or words")
	.max(LONGEST_SEED, `it may have ${LONGEST_SEED} characters`)
	.transform((text): Seed => (SIGNED_WHOLE.test(text) ? Number(text) : text))
	.refine(
		(value) => typeof value === "string" || Number.isSafeInteger(value),
		`as a number it must lie within ±${Number.MAX_SAFE_INTEGER}`,
	);

/** Threads: a number, or as many as the machine has processors. */
export const workers = z.union(
	[
		z.literal("auto").transform(() => availableParallelism()),
		wholeNumber(MOST_WORKERS),
	],
	`it must be a whole number from 1 to ${MOST_WORKERS}, or auto`,
);

/** The number of a replicate, or how it is picked. */
export const replicate = z.union(
	[
		z.enum(["median", "worst"]),
		z
			.string()
			.regex(/^\d{1,10}$/)
			.transform(Number),
	],
	"it must be a whole number from 0, median or worst",
);

/** `2%` or `0.02`: half the width of an interval, as a share of the mean. */
export const precision = z
	.string()
	.trim()
	.transform((text) => {
		const [, number, percent] = SHARE_OR_PERCENT.exec(text) ?? [];
		return Number(number) / (percent === "%" ? 100 : 1);
	})
	.refine(
		(bound) => bound > 0 && bound < 1,
		"expected a share of the mean above 0 and below 1, such as 1%",
	);

/** `i/n`: the i-th of n parts. */
export const shard = z
	.string()
	.transform((text) => {
		const [, index = 0, count = 0] = (SHARD.exec(text) ?? []).map(Number);
		return { index, count };
	})
	.refine(
		({ index, count }) => index >= 1 && index <= count && count <= MOST_SHARDS,
		`it must be i/n, the i-th of n parts, i from 1 to n, n at most ${MOST_SHARDS}`,
	);

/** A statement of a metric, such as `p(us_unmet_t>0)<0.1`. */
export const statement = z.string().transform((text, context) => {
	const parsed = parseExpectation(text, METRIC_NAMES);
	if ("expectation" in parsed) return parsed.expectation;
	context.addIssue(`it ${parsed.problem}`);
	return z.NEVER;
});

/** A folder through which machines hand each other files. */
export const sharedFolder = z
	.string()
	.refine(
		(path) => statSync(path, { throwIfNoEntry: false })?.isDirectory(),
		"it is no folder; give one that all machines see",
	)
	.transform((path) => resolve(path));
