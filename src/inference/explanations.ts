/**
 * Why a fact is missed, by its id. A row of the published validation that
 * misses must stand here; what is said is shown only while it misses.
 */
export const EXPLANATIONS: Readonly<Record<string, string>> = {};
