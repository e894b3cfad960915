/** `init`: a new scenario file laid over a sound one, with its schema and the next commands. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import {
	knownScenarios,
	scenarioPath,
} from "../../actions/scenarios/scenario-library.ts";
import { RECORD_ENSEMBLE } from "../../calibration/priors/record-ensemble.ts";
import { monthSpan } from "../../inference/record-file/months.ts";
import { scenarioSchema } from "../../scenario/file/schema.ts";
import { ID, ID_WORDS } from "../../scenario/words.ts";
import { systemCode } from "../../storage/disk/atomic-write.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { commandLine } from "../line/repeat-line.ts";
import { print } from "../terminal/talk.ts";
import { type Base, baseFor, type NewFile } from "./base-files.ts";
import { recordTemplate } from "./record-template.ts";
import { newScenario } from "./template.ts";

const SCENARIOS = "scenarios";
const SCHEMA = "scenario.schema.json";
/** The name that asks for a record, and no scenario. */
const RECORD = "record";

/** Words and flags of `init`. */
export interface InitRequest extends CommonOptions {
	readonly name: string;
	/** name or path of the scenario that it extends */
	readonly from: string;
	/** null: ./scenarios where there is one, else here */
	readonly out: string | null;
}

/**
 * Writes a scenario to begin with, and what it needs beside it. No file is ever written over.
 *
 * @throws {CommandError} exit 2 when the name will not do or is taken
 */
export function initScenario(request: InitRequest): ExitCode {
	const { name, from, json } = request;
	if (name === RECORD) return initRecord(request);
	refuseName(name);
	const folder = resolve(
		request.out ?? (existsSync(SCENARIOS) ? SCENARIOS : "."),
	);
	const path = join(folder, `${name}.yaml`);
	refuseTaken(name, path);
	const base = baseFor(scenarioPath(from), folder);
	const text = newScenario({
		name,
		base: base.scenario,
		extended: base.extended,
	});
	const files = [...base.copies, ...missingSchema(folder), { path, text }];
	for (const file of files) writeNew(file);
	openScenario(path);
	const next = nextLines(name, path, base);
	print(
		json ? jsonOf(path, base, files, next) : wordsOf(path, base, files, next),
	);
	return EXIT.done;
}

/** Writes a record to begin with, beside the scenarios or not. */
function initRecord({ out, json }: InitRequest): ExitCode {
	const path = join(resolve(out ?? "."), `${RECORD}.csv`);
	if (existsSync(path))
		throw new CommandError(
			`${safeText(shortPath(path))} stands there already and is not written over; choose another --out`,
		);
	const { to } = monthSpan(RECORD_ENSEMBLE.to)!;
	writeNew({ path, text: recordTemplate(to) });
	const next = [commandLine(["assimilate", shortPath(path)])];
	print(
		json
			? JSON.stringify({ written: [shortPath(path)], next })
			: safeText(
					`wrote ${shortPath(path)}, which says how a record is written\n\nFill in a row, then:\n  ${next.join("")}`,
				),
	);
	return EXIT.done;
}

function refuseName(name: string): void {
	if (ID.test(name)) return;
	const slug = name
		.replace(/\.ya?ml$/i, "")
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.toLowerCase()
		.replace(/[^a-z0-9_]+/g, "-")
		.replace(/^[-_]+|-+$/g, "")
		.slice(0, 64);
	const hint = ID.test(slug) ? `; "${slug}" would do` : "";
	throw new CommandError(
		`the name is ${safeText(JSON.stringify(name))}; ${ID_WORDS}${hint}`,
	);
}

function refuseTaken(name: string, path: string): void {
	if (existsSync(path))
		throw new CommandError(
			`${safeText(shortPath(path))} stands there already and is not written over; choose another name`,
		);
	const known = knownScenarios().get(name);
	if (known !== undefined)
		throw new CommandError(
			`there is a scenario "${name}" already, ${safeText(shortPath(known))}; choose another name`,
		);
}

function missingSchema(folder: string): readonly NewFile[] {
	const path = join(folder, SCHEMA);
	const text = () => `${JSON.stringify(scenarioSchema(), null, "\t")}\n`;
	return existsSync(path) ? [] : [{ path, text: text() }];
}

/** Writes a file that is not there yet. @throws {CommandError} when that cannot be */
function writeNew({ path, text }: NewFile): void {
	try {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text, { flag: "wx" });
	} catch (error) {
		const code = systemCode(error);
		if (code === "") throw error;
		throw new CommandError(
			`${safeText(shortPath(path))} cannot be written (${code}); give --out a folder that can`,
		);
	}
}

/** Command lines to type next. */
function nextLines(name: string, path: string, base: Base): readonly string[] {
	const mine = wordFor(name, path);
	const theirs = wordFor(base.scenario.name, base.path);
	return [
		commandLine(["check", mine]),
		commandLine(["compare", theirs, mine, "-n", "1000", "--seed", "42"]),
	];
}

/** A scenario by its name where that means this file, else by its path. */
function wordFor(name: string, path: string): string {
	return knownScenarios().get(name) === path ? name : shortPath(path);
}

function wordsOf(
	path: string,
	{ extended }: Base,
	files: readonly NewFile[],
	next: readonly string[],
): string {
	const others = files.filter((file) => file.path !== path);
	return safeText(
		[
			`wrote ${shortPath(path)}, which extends ${extended} and is sound as it stands`,
			...others.map((file) => `wrote ${shortPath(file.path)} beside it`),
			"",
			"Write your question into it, then:",
			...next.map((line) => `  ${line}`),
		].join("\n"),
	);
}

function jsonOf(
	path: string,
	{ extended }: Base,
	files: readonly NewFile[],
	next: readonly string[],
): string {
	return JSON.stringify({
		scenario: shortPath(path),
		extends: extended,
		written: files.map((file) => shortPath(file.path)),
		next,
	});
}
