import type { RawOptions } from "../batch-options.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { knownScenarios, openScenario } from "../scenario-library.ts";
import { print } from "../talk.ts";
import { safeText } from "../terminal-text.ts";

/** `stibium list`: every scenario known by name, with its question. */
export async function list(raw: RawOptions): Promise<ExitCode> {
	const scenarios = [...knownScenarios().keys()].map((name) => {
		const { scenario } = openScenario(name);
		return { name, title: scenario.title, question: scenario.question };
	});
	if (raw["json"] === true) {
		print(JSON.stringify({ scenarios }));
		return EXIT.done;
	}
	const width = Math.max(...scenarios.map(({ name }) => name.length));
	print(
		scenarios
			.map(({ name, question }) =>
				safeText(`${name.padEnd(width)}  ${question}`),
			)
			.join("\n"),
	);
	return EXIT.done;
}
