/** `diff`: two scenarios or two results folders held against each other, as text or JSON. */

import { shortPath } from "../../actions/paths.ts";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import { scenarioPath } from "../../actions/scenarios/scenario-library.ts";
import { HEADLINE_METRICS } from "../../market/record/record.ts";
import {
	type Results,
	readResults,
} from "../../storage/folder/read-results.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { widthOf } from "../terminal/colours.ts";
import { print } from "../terminal/talk.ts";
import { resultsDifference } from "./results-difference.ts";
import { resultsLines } from "./results-words.ts";
import { type ScenarioChanges, scenarioChanges } from "./scenario-changes.ts";
import { scenarioLines } from "./scenario-words.ts";
import { subjectOf } from "./subjects.ts";

/** Words and flags of `diff`. */
export interface DiffRequest extends CommonOptions {
	readonly a: string;
	readonly b: string;
	/** folder of all results */
	readonly destination: string;
}

/** Says in words what sets the second of two scenarios, or of two results folders, apart from the first. */
export async function tellDifference(request: DiffRequest): Promise<ExitCode> {
	const { a, b, destination } = request;
	if (subjectOf(a, b, destination) === "scenario") tellScenarios(request);
	else await tellResults(request);
	return EXIT.done;
}

function tellScenarios({ a, b, json }: DiffRequest): void {
	const [first, second] = [openScenario(a), openScenario(b)];
	const changes = scenarioChanges(first.scenario, second.scenario);
	if (json) {
		const [from, to] = [a, b].map((word) => shortPath(scenarioPath(word)));
		print(JSON.stringify({ a: from, b: to, ...changesJson(changes) }));
	} else show(scenarioLines(changes, [a, b], widthOf(process.stdout)));
}

async function tellResults({ a, b, destination, json }: DiffRequest) {
	const [first, second] = [
		await resultsNamed(a, destination),
		await resultsNamed(b, destination),
	];
	const difference = resultsDifference(first, second);
	const names = [shortPath(first.folder), shortPath(second.folder)] as const;
	if (!json)
		return show(resultsLines(difference, names, widthOf(process.stdout)));
	const scenarios = difference.scenarios.map(({ changes, ...one }) => ({
		...one,
		...changesJson(changes),
	}));
	print(
		JSON.stringify({
			a: names[0],
			b: names[1],
			same: difference.digest !== null,
			...difference,
			scenarios,
		}),
	);
}

async function resultsNamed(
	named: string,
	destination: string,
): Promise<Results> {
	return readResults(await findResults(named, destination), HEADLINE_METRICS);
}

function changesJson({ shocks, ...changes }: ScenarioChanges) {
	return {
		...changes,
		shocks: shocks.map(({ shock, ...one }) => ({
			id: shock.id,
			kind: shock.kind,
			label: shock.label,
			...one,
		})),
	};
}

function show(lines: readonly string[]): void {
	print(safeText(lines.join("\n")));
}
