/** Refusals: ends of a deed that are no bug, each with a kind and a line for the reader. */

/** Kinds of refusal; the command line maps each to an exit code. */
export type RefusalKind =
	| "usage"
	| "scenario"
	| "failed"
	| "stopped"
	| "corrupt"
	| "interrupted";

/** An end of a deed that is no bug; its message is fit for a terminal as it stands. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	readonly kind: RefusalKind;

	constructor(message: string, kind: RefusalKind = "usage") {
		super(message);
		this.kind = kind;
	}
}
