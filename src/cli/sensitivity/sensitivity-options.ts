import { oneOf } from "../../actions/one-of.ts";
import { CommandError } from "../../actions/refusal.ts";
import { METHODS, type Method } from "../../inference/sensitivity/ranking.ts";
import { METRICS, type MetricName } from "../../market/record/record.ts";
import type { Seed } from "../../random/streams.ts";
import {
	outOf,
	seedOf,
	wholeNumber,
	workersOf,
} from "../line/batch-options.ts";
import {
	type CommonOptions,
	commonOptions,
	dashed,
	isOn,
	type RawOptions,
	textOf,
	textsOf,
} from "../line/raw-options.ts";
import { commandLine, seedFlag } from "../line/repeat-line.ts";

const ALL_METHODS = [...METHODS, "voi"] as const;
const METRIC_NAMES = METRICS.map(({ name }) => name as MetricName);

/** Trajectories, or base points, when none are asked for, and at most. */
const SIZES = { morris: 20, sobol: 64 } as const;
const MOST_SIZE = 2 ** 16;
const DEFAULT_LUCKS = 4;
const MOST_LUCKS = 1000;

/** Which methods a flag is for; the others run nothing, or ask nothing of the kind. */
const FLAGS_OF: Readonly<Record<string, readonly (Method | "voi")[]>> = {
	n: ["morris", "sobol"],
	lucks: ["morris", "sobol"],
	seed: ["morris", "sobol"],
	set: ["morris", "sobol"],
	scenario: ["prcc"],
	higher: ["voi"],
};

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

/** Checks the words and flags of `sensitivity`. @throws {CommandError} for the first that is wrong */
export function sensitivityOptions(raw: RawOptions): SensitivityOptions {
	const method = oneOf(textOf(raw, "method") ?? "", ALL_METHODS, "--method");
	refuseStrangers(raw, method);
	const shared = {
		...commonOptions(raw),
		subject: textOf(raw, "subject") ?? "",
		metric: oneOf(
			textOf(raw, "metric") ??
				(method === "voi" ? "us_user_cost_usd" : "mean_price_12m_usd_t"),
			METRIC_NAMES,
			"--metric",
		),
		workers: workersOf(textOf(raw, "workers")),
		out: outOf(raw),
	};
	const command =
		(...flags: readonly string[]) =>
		(subject: string) =>
			commandLine([
				...["sensitivity", subject, "--method", method],
				...["--metric", shared.metric, ...flags],
			]);
	if (method === "prcc") {
		const scenario = textOf(raw, "scenario");
		const flags = scenario === null ? [] : ["--scenario", scenario];
		return { ...shared, method, scenario, command: command(...flags) };
	}
	if (method === "voi") {
		const higher = isOn(raw, "higher");
		const flags = higher ? ["--higher"] : [];
		return { ...shared, method, higher, command: command(...flags) };
	}
	const design = designOf(raw, method);
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

function designOf(raw: RawOptions, method: "morris" | "sobol") {
	const size = textOf(raw, "n") ?? String(SIZES[method]);
	const lucks = textOf(raw, "lucks") ?? String(DEFAULT_LUCKS);
	return {
		size: wholeNumber("-n", size, MOST_SIZE),
		lucks: wholeNumber("--lucks", lucks, MOST_LUCKS),
		...seedOf(textOf(raw, "seed")),
		edits: textsOf(raw, "set"),
	};
}

/** A flag that a method does not read would be taken for one that it obeys. */
function refuseStrangers(raw: RawOptions, method: Method | "voi"): void {
	for (const [flag, methods] of Object.entries(FLAGS_OF)) {
		const isWritten = isOn(raw, flag) || textsOf(raw, flag).length > 0;
		if (isWritten && !methods.includes(method))
			throw new CommandError(
				`${dashed(flag)} is for --method ${methods.join(" or ")}; ${method} does not use it`,
			);
	}
}
