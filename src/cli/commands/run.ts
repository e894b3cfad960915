import { runCommand } from "../batch.ts";
import { batchOptions, type RawOptions } from "../batch-options.ts";
import type { ExitCode } from "../exit-codes.ts";

/** `stibium run <scenario..>`: a batch of scenarios, each for itself. */
export function run(raw: RawOptions): Promise<ExitCode> {
	return runCommand(
		{
			verb: "run",
			words: raw["scenario"] as string[],
			comparing: false,
			charts: raw["charts"] === true,
		},
		batchOptions(raw),
	);
}
