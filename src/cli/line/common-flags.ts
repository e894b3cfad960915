import type { Options } from "yargs";

/** Flags of every command. */
export const COMMON_FLAGS = {
	json: { type: "boolean", describe: "one JSON object on standard output" },
	quiet: { alias: "q", type: "boolean", describe: "no talk" },
	"no-color": { type: "boolean", describe: "no colours; so does NO_COLOR" },
} as const satisfies Readonly<Record<string, Options>>;
