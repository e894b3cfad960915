/** Flags of every command. */

import type { Flags } from "./flag.ts";

export const COMMON_FLAGS = {
	json: { kind: "switch", describe: "one JSON object on standard output" },
	quiet: { alias: "q", kind: "switch", describe: "no talk" },
	noColor: { kind: "switch", describe: "no colours; so does NO_COLOR" },
} as const satisfies Flags;

/** Options of every command. */
export interface CommonOptions {
	readonly json: boolean;
	readonly quiet: boolean;
	readonly colour: boolean;
}
