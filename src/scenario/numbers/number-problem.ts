/** Reasons why a number is refused. */

import type { Path } from "../text/node.ts";

/** Why a number is refused: words that follow the name of its field. */
export class NumberProblem extends Error {
	/** from the field to what is wrong inside it */
	readonly path: Path;
	readonly hint: string | null;

	constructor(message: string, path: Path = [], hint: string | null = null) {
		super(message);
		this.path = path;
		this.hint = hint;
	}
}

/** A key inside a number that none has. */
export class UnknownNumberKey extends NumberProblem {
	readonly known: readonly string[];

	constructor(path: Path, known: readonly string[]) {
		super("is an unknown key", path);
		this.known = known;
	}
}
