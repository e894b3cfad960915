/** Words and flags of `sensitivity`, and which method takes which. */

import { CommandError } from "../../actions/refusal.ts";
import { METHODS } from "../../inference/sensitivity/ranking.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { Seed } from "../../random/streams.ts";
import { settledSeed } from "../line/batch-options.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { dashed } from "../line/flag.ts";
import { commandLine, seedFlag } from "../line/repeat-line.ts";

/** Methods that run a design of points, rank a batch, or value information. */
export const ALL_METHODS = [...METHODS, "voi"] as const;
type AnyMethod = (typeof ALL_METHODS)[number];

/** Trajectories, or base points, when none are asked for. */
const SIZES = { morris: 20, sobol: 64 } as const;
const USUAL_LUCKS = 4;

/** Words and flags of `sensitivity` as they are read. */
export interface SensitivityValues extends CommonOptions {
	readonly subject: string;
	readonly method: AnyMethod;
	readonly metric: MetricName | null;
	readonly n: number | null;
	readonly lucks: number | null;
	readonly scenario: string | null;
	readonly higher: boolean;
	readonly seed: Seed | null;
	readonly set: readonly string[];
	readonly workers: number;
	readonly out: string;
}

/** Flags that some methods read; the others run nothing, or ask nothing of the kind. */
const METHODS_OF = {
	n: ["morris", "sobol"],
	lucks: ["morris", "sobol"],
	seed: ["morris", "sobol"],
	set: ["morris", "sobol"],
	scenario: ["prcc"],
	higher: ["voi"],
} as const satisfies Partial<
	Record<keyof SensitivityValues, readonly AnyMethod[]>
>;

interface SharedOptions extends CommonOptions {
	/** the scenario or results folder as it was written */
	readonly subject: string;
	readonly metric: MetricName;
	readonly workers: number;
	readonly out: string;
	/** the line that repeats it, of a subject by its lasting name */
	readonly command: (subject: string) => string;
}

/** Flags of a method that runs points of its own. */
export interface DesignOptions extends SharedOptions {
	readonly method: "morris" | "sobol";
	readonly size: number;
	readonly lucks: number;
	readonly seed: Seed;
	readonly seedGiven: boolean;
	readonly edits: readonly string[];
}

/** Flags of a method that reads a batch. */
export interface CorrelationOptions extends SharedOptions {
	readonly method: "prcc";
	/** null: the last of the batch */
	readonly scenario: string | null;
}
export interface InformationOptions extends SharedOptions {
	readonly method: "voi";
	readonly higher: boolean;
}

export type SensitivityOptions =
	| DesignOptions
	| CorrelationOptions
	| InformationOptions;

/** Settles what a method is asked. @throws {CommandError} for a flag that it does not read */
export function sensitivityOptions(
	values: SensitivityValues,
): SensitivityOptions {
	refuseStrangers(values);
	const { json, quiet, colour, subject, method, workers, out } = values;
	const metric =
		values.metric ??
		(method === "voi" ? "us_user_cost_usd" : "mean_price_12m_usd_t");
	const shared = { json, quiet, colour, subject, metric, workers, out };
	const command =
		(...flags: readonly string[]) =>
		(named: string) =>
			commandLine([
				...["sensitivity", named, "--method", method],
				...["--metric", metric, ...flags],
			]);
	if (method === "prcc") {
		const { scenario } = values;
		const flags = scenario === null ? [] : ["--scenario", scenario];
		return { ...shared, method, scenario, command: command(...flags) };
	}
	if (method === "voi") {
		const { higher } = values;
		const flags = higher ? ["--higher"] : [];
		return { ...shared, method, higher, command: command(...flags) };
	}
	const design = designOf(values, method);
	return { ...shared, method, ...design, command: command(...flagsOf(design)) };
}

function flagsOf({
	size,
	lucks,
	seed,
	edits,
}: ReturnType<typeof designOf>): readonly string[] {
	return [
		...["-n", String(size), "--lucks", String(lucks)],
		...seedFlag(String(seed)),
		...edits.flatMap((edit) => ["--set", edit]),
	];
}

function designOf(values: SensitivityValues, method: keyof typeof SIZES) {
	return {
		size: values.n ?? SIZES[method],
		lucks: values.lucks ?? USUAL_LUCKS,
		...settledSeed(values.seed),
		edits: values.set,
	};
}

/** A flag that a method does not read would be taken for one that it obeys. */
function refuseStrangers(values: SensitivityValues): void {
	const { method } = values;
	for (const flag of Object.keys(METHODS_OF) as (keyof typeof METHODS_OF)[]) {
		const methods: readonly AnyMethod[] = METHODS_OF[flag];
		if (isGiven(values[flag]) && !methods.includes(method))
			throw new CommandError(
				`${dashed(flag)} is for --method ${methods.join(" or ")}; ${method} does not use it`,
			);
	}
}

function isGiven(value: SensitivityValues[keyof typeof METHODS_OF]): boolean {
	const isEmpty = Array.isArray(value) && value.length === 0;
	return value !== null && value !== false && !isEmpty;
}
