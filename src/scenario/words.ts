/** Words, ids and lengths that all of a scenario file agrees on. */

import type { Basis } from "../calibration/row.ts";

/** Bases on which a number may be known. */
export const BASES = [
	"reported",
	"estimated",
	"assumed",
] as const satisfies readonly Basis[];

/** Form of the names of shocks, scenarios and agents. */
export const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** The same in words, for messages. */
export const ID_WORDS =
	"expected small letters, digits, - and _, at most 64, the first a letter or digit";

/** Longest `name` or `question`, characters. */
export const LONGEST_WORDS = 200;
