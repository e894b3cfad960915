/** What stands between a user and results on disk; the command line maps `kind` to an exit code. */
export type StorageErrorKind =
	| "stopped"
	| "corrupt"
	| "missing"
	| "incomplete"
	| "mismatch"
	| "unusable";

/** An error of reading or writing results, in words that can be shown as they are. */
export abstract class StorageError extends Error {
	abstract readonly kind: StorageErrorKind;

	constructor(message: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : { cause });
		this.name = new.target.name;
	}
}

/** Results could not be written, e.g. on a full disk; what is on disk can be resumed. */
export class StoppedError extends StorageError {
	readonly kind = "stopped";
}

/** A file of a results folder is not what was written; the message names it. */
export class CorruptResultsError extends StorageError {
	readonly kind = "corrupt";
	/** the file, relative to the results folder */
	readonly file: string;

	constructor(file: string, found: string) {
		super(`${file} is corrupt: ${found}`);
		this.file = file;
	}
}

/** There is no results folder where one was named. */
export class MissingResultsError extends StorageError {
	readonly kind = "missing";
}

/** The batch of a results folder has not ended. */
export class IncompleteResultsError extends StorageError {
	readonly kind = "incomplete";
}

/** A results folder holds another batch than the one at hand. */
export class PlanMismatchError extends StorageError {
	readonly kind = "mismatch";
}

/** Results cannot be put where they were asked for; nothing was begun. */
export class UnusableDestinationError extends StorageError {
	readonly kind = "unusable";
}
