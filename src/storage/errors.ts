/** Errors that stand between a user and results on disk. */

/** Kinds of storage errors; the command line maps each to an exit code. */
export type StorageErrorKind =
	| "stopped"
	| "unfinished"
	| "busy"
	| "corrupt"
	| "conflict"
	| "missing"
	| "incomplete"
	| "mismatch"
	| "unusable"
	| "absent"
	| "figure"
	| "ensemble";

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
	/** fault of the file, in words */
	readonly found: string;

	constructor(file: string, found: string) {
		super(`${file} is corrupt: ${found}`);
		this.file = file;
		this.found = found;
	}
}

/** A file that is to be an ensemble is none, or none of this program's. */
export class UnusableEnsembleError extends StorageError {
	readonly kind = "ensemble";
}

/** Shards that are to be merged do not make a whole batch yet. */
export class UnfinishedShardsError extends StorageError {
	readonly kind = "unfinished";
}

/** Another process works in the results folder. */
export class BusyResultsError extends StorageError {
	readonly kind = "busy";
}

/** Two computations of the same replicates differ; both are kept. */
export class DeterminismError extends StorageError {
	readonly kind = "conflict";

	constructor(what: string) {
		super(`determinism violated: ${what}; both are kept`);
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

/** An optional package is not there; the message says how to get it. */
export class MissingPackageError extends StorageError {
	readonly kind = "absent";
}

/** Results cannot be put where they were asked for; nothing was begun. */
export class UnusableDestinationError extends StorageError {
	readonly kind = "unusable";
}

/** A file is no figure that can be made again; the message says why. */
export class UnsoundFigureError extends StorageError {
	readonly kind = "figure";
}
