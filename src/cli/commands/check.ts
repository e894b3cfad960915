import type { RawOptions } from "../batch-options.ts";
import { CommandError, EXIT, type ExitCode } from "../exit-codes.ts";
import { faultsText, openScenario } from "../scenario-library.ts";
import { print, say } from "../talk.ts";

/** `stibium check <scenario..>`: reads scenarios, says every fault, writes nothing. */
export async function check(raw: RawOptions): Promise<ExitCode> {
	const json = raw["json"] === true;
	const read: unknown[] = [];
	let worst: ExitCode = EXIT.done;
	for (const word of raw["scenario"] as string[]) {
		try {
			const { scenario, warnings } = openScenario(
				word,
				(raw["set"] as string[] | undefined) ?? [],
			);
			if (warnings.length > 0) say(faultsText(warnings));
			const own = scenario.parameters.filter(({ overridden }) => overridden);
			read.push({
				name: scenario.name,
				shocks: scenario.shocks.length,
				parameters: own.length,
				warnings: warnings.length,
			});
			if (!json)
				print(
					`${scenario.name}: sound; ${scenario.shocks.length} shocks, ${own.length} parameters of its own${warnings.length > 0 ? `, ${warnings.length} warnings` : ""}`,
				);
		} catch (error) {
			if (!(error instanceof CommandError)) throw error;
			say(error.message);
			worst = worst === EXIT.invalidScenario ? worst : error.exitCode;
		}
	}
	if (json)
		print(JSON.stringify({ scenarios: read, sound: worst === EXIT.done }));
	return worst;
}
