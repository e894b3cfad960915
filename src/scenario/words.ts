import type { Basis } from "../calibration/row.ts";

/** How a number is known. */
export const BASES: readonly Basis[] = ["reported", "estimated", "assumed"];

/** What names of shocks, scenarios and agents look like. */
export const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Longest `name` or `question`, characters. */
export const LONGEST_WORDS = 200;
