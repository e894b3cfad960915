import { runCommand } from "../batch.ts";
import { batchOptions, type RawOptions } from "../batch-options.ts";
import { CommandError, type ExitCode } from "../exit-codes.ts";

/** `stibium compare <base> <other..>`: paired differences of others against a base. */
export async function compare(raw: RawOptions): Promise<ExitCode> {
	const words = [raw["base"] as string, ...(raw["other"] as string[])];
	if (words.length < 2)
		throw new CommandError(
			"compare needs a base and at least one other scenario",
		);
	return runCommand(
		{ verb: "compare", words, comparing: true, charts: true },
		batchOptions(raw),
	);
}
