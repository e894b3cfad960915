/** End of a command that failed: its exit code, and the line that gives the reason. */

import { CommandError } from "../../actions/refusal.ts";
import { faultsText } from "../../actions/scenarios/fault-text.ts";
import { ScenarioError } from "../../scenario/text/fault.ts";
import { safeText } from "../../words/safe-text.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";

/** Exit codes of errors that are no bugs, by their kind. */
const EXITS: Readonly<Record<string, ExitCode>> = {
	usage: EXIT.usage,
	scenario: EXIT.invalidScenario,
	failed: EXIT.someFailed,
	interrupted: EXIT.interrupted,
	stopped: EXIT.stopped,
	busy: EXIT.stopped,
	unfinished: EXIT.stopped,
	corrupt: EXIT.corrupt,
	conflict: EXIT.corrupt,
	missing: EXIT.usage,
	incomplete: EXIT.usage,
	mismatch: EXIT.usage,
	unusable: EXIT.usage,
	absent: EXIT.usage,
	figure: EXIT.usage,
	ensemble: EXIT.usage,
};

/** The exit code of an error and what to say of it; a bug shows its stack. */
export function exitOf(error: unknown): {
	readonly code: ExitCode;
	readonly line: string;
} {
	if (!(error instanceof Error)) return bug(String(error));
	if (error instanceof ScenarioError)
		return { code: EXIT.invalidScenario, line: faultsText(error.faults) };
	const kind = "kind" in error ? String(error.kind) : "";
	const code = EXITS[kind];
	if (code === undefined) return bug(error.stack ?? error.message);
	const isSafe = error instanceof CommandError;
	return { code, line: isSafe ? error.message : safeText(error.message) };
}

function bug(what: string) {
	return {
		code: EXIT.bug,
		line: `this is a bug of stibium: ${safeText(what)}`,
	};
}
