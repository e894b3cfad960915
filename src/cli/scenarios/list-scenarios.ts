/** `list`: all scenarios known by name, unsound ones included, each with its question. */

import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import { knownScenarios } from "../../actions/scenarios/scenario-library.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { print } from "../terminal/talk.ts";

/** A scenario as the list shows it; without words when its file is not sound. */
interface Listed {
	readonly name: string;
	readonly title: string | null;
	readonly question: string | null;
	readonly file: string;
}

/** Names every scenario with its question. */
export function listScenarios({ json }: CommonOptions): ExitCode {
	const scenarios = [...knownScenarios()].map(listed);
	print(json ? JSON.stringify({ scenarios }) : table(scenarios));
	return EXIT.done;
}

function listed([name, path]: readonly [string, string]): Listed {
	const file = shortPath(path);
	try {
		const { title, question } = openScenario(name).scenario;
		return { name, title, question, file };
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		return { name, title: null, question: null, file };
	}
}

function table(scenarios: readonly Listed[]): string {
	const width = Math.max(...scenarios.map(({ name }) => name.length));
	return scenarios
		.map(({ name, question }) =>
			safeText(
				`${name.padEnd(width)}  ${question ?? `is not sound; \`stibium check ${name}\` says why`}`,
			),
		)
		.join("\n");
}
