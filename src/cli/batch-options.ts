import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Argv } from "yargs";
import {
	MECHANISMS,
	type Mechanism,
	type ParameterSet,
	type Seed,
} from "../market/simulator.ts";
import { didYouMean } from "../scenario/nearest.ts";
import { CommandError } from "./exit-codes.ts";

/** Replicates without `-n`, and the most that one batch may have. */
const DEFAULT_REPLICATES = 1000;
const MOST_REPLICATES = 10_000_000;
const MOST_WORKERS = 256;
const LARGEST_DRAWN_SEED = 2 ** 32;
const PARAMETER_SETS: readonly ParameterSet[] = ["screened", "prior"];

/** Flags that every command understands. */
export interface CommonOptions {
	readonly json: boolean;
	readonly quiet: boolean;
}

/** Flags of commands that run a batch. */
export interface BatchOptions extends CommonOptions {
	readonly replicates: number;
	readonly seed: Seed;
	/** false when the seed was drawn because none was given */
	readonly seedGiven: boolean;
	readonly workers: number;
	readonly out: string;
	readonly edits: readonly string[];
	readonly parameters: ParameterSet;
	readonly without: readonly Mechanism[];
	readonly keepPaths: boolean;
}

/** Flags as yargs reads them, before they are checked. */
export interface RawOptions {
	readonly [flag: string]: unknown;
}

/** Adds the flags of a batch to a command. */
export function batchFlags<T>(command: Argv<T>): Argv<T> {
	return command
		.option("n", {
			alias: "replicates",
			type: "string",
			default: String(DEFAULT_REPLICATES),
			describe: "replicates of each scenario",
		})
		.option("seed", {
			type: "string",
			describe:
				"master seed, a whole number or a word; one is drawn without it",
		})
		.option("workers", {
			type: "string",
			default: "auto",
			describe: "threads",
		})
		.option("out", {
			type: "string",
			default: "results",
			describe: "folder in which the dated results folder is made",
		})
		.option("set", {
			type: "string",
			array: true,
			default: [] as string[],
			requiresArg: true,
			describe: "changes a scenario, path=value",
		})
		.option("parameters", {
			type: "string",
			default: "screened",
			describe: "where parameters come from: screened or prior",
		})
		.option("without", {
			type: "string",
			default: "",
			describe: `mechanisms to switch off, by commas: ${MECHANISMS.join(", ")}`,
		})
		.option("keep-paths", {
			type: "boolean",
			default: false,
			describe: "keeps the months of every replicate",
		}) as unknown as Argv<T>;
}

function text(raw: RawOptions, flag: string): string {
	const value = raw[flag];
	if (Array.isArray(value))
		throw new CommandError(
			`--${flag} is given ${value.length} times; once is enough`,
		);
	return typeof value === "string" ? value : "";
}

function wholeNumber(
	written: string,
	flag: string,
	least: number,
	most: number,
): number {
	const value = Number(written);
	if (!/^\d+$/.test(written) || value < least || value > most)
		throw new CommandError(
			`${flag} is ${JSON.stringify(written)}; it must be a whole number from ${least} to ${most}`,
		);
	return value;
}

function seedOf(written: unknown): { seed: Seed; seedGiven: boolean } {
	if (written === undefined)
		return { seed: randomInt(LARGEST_DRAWN_SEED), seedGiven: false };
	if (typeof written !== "string" || written === "")
		throw new CommandError("--seed is empty; give a whole number or a word");
	const number = Number(written);
	const whole = /^-?\d+$/.test(written);
	if (whole && !Number.isSafeInteger(number))
		throw new CommandError(
			`--seed is ${written}; as a number it must lie within ±${Number.MAX_SAFE_INTEGER}`,
		);
	return { seed: whole ? number : written, seedGiven: true };
}

function workersOf(written: string): number {
	if (written === "auto") return availableParallelism();
	return wholeNumber(written, "--workers", 1, MOST_WORKERS);
}

function mechanismsOf(written: string): Mechanism[] {
	return written
		.split(",")
		.map((word) => word.trim())
		.filter((word) => word !== "")
		.map((word) => {
			const found = MECHANISMS.find((mechanism) => mechanism === word);
			if (found === undefined)
				throw new CommandError(
					`--without names no mechanism "${word}"${didYouMean(word, MECHANISMS)}; there are ${MECHANISMS.join(", ")}`,
				);
			return found;
		});
}

function parameterSetOf(written: string): ParameterSet {
	const found = PARAMETER_SETS.find((set) => set === written);
	if (found === undefined)
		throw new CommandError(
			`--parameters is "${written}"; it must be ${PARAMETER_SETS.join(" or ")}`,
		);
	return found;
}

/** Checks the flags of a batch. @throws {CommandError} for the first that is wrong */
export function batchOptions(raw: RawOptions): BatchOptions {
	return {
		json: raw["json"] === true,
		quiet: raw["quiet"] === true,
		replicates: wholeNumber(text(raw, "n"), "-n", 1, MOST_REPLICATES),
		...seedOf(raw["seed"]),
		workers: workersOf(text(raw, "workers")),
		out: text(raw, "out"),
		edits: (raw["set"] as string[] | undefined) ?? [],
		parameters: parameterSetOf(text(raw, "parameters")),
		without: mechanismsOf(text(raw, "without")),
		keepPaths: raw["keepPaths"] === true,
	};
}
