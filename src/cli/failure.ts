import { CommandError, EXIT, type ExitCode } from "./exit-codes.ts";
import { safeText } from "./terminal-text.ts";

/** Exit codes of errors that storage raises, by their kind. */
const STORAGE_EXITS: Readonly<Record<string, ExitCode>> = {
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
};

/** The exit code of an error and what to say of it; a bug shows its stack. */
export function exitOf(error: unknown): {
	readonly code: ExitCode;
	readonly line: string;
} {
	if (error instanceof CommandError)
		return { code: error.exitCode, line: error.message };
	if (!(error instanceof Error)) return bug(String(error));
	const kind = "kind" in error ? String(error.kind) : "";
	const code = STORAGE_EXITS[kind];
	return code === undefined
		? bug(error.stack ?? error.message)
		: { code, line: safeText(error.message) };
}

function bug(what: string) {
	return {
		code: EXIT.bug,
		line: `this is a bug of stibium: ${safeText(what)}`,
	};
}
