/** Names that a command line may hold: scenarios, results, metrics, parameters; looked up when asked. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { MetricName, SeriesName } from "../../market/record/record.ts";

/** Names that no shell takes for anything but a word. */
const PLAIN = /^[A-Za-z0-9_][\w.-]*$/;

/** Scenarios known by name. */
export async function scenarioNames(): Promise<readonly string[]> {
	const { knownScenarios } = await import(
		"../../actions/scenarios/scenario-library.ts"
	);
	return [...knownScenarios().keys()].filter((name) => PLAIN.test(name));
}

/** Results folders by name, as `out` has them, and `latest` when there are any. */
export async function resultsNames(out: string): Promise<readonly string[]> {
	if (!existsSync(out)) return [];
	const names = readdirSync(out).filter(
		(name) =>
			PLAIN.test(name) &&
			name !== "latest" &&
			existsSync(join(out, name, "manifest.json")),
	);
	return names.length > 0 ? ["latest", ...names.sort().reverse()] : [];
}

/** Scenarios and results folders. */
export async function subjectNames(out: string): Promise<readonly string[]> {
	return [...(await scenarioNames()), ...(await resultsNames(out))];
}

/** Every metric. */
export async function metricNames(): Promise<readonly MetricName[]> {
	const { METRICS } = await import("../../market/record/record.ts");
	return METRICS.map(({ name }) => name as MetricName);
}

/** Every monthly series. */
export async function seriesNames(): Promise<readonly SeriesName[]> {
	const { SERIES } = await import("../../market/record/record.ts");
	return SERIES.map(({ name }) => name);
}

/** Paths of parameters, each with the sign that its value follows. */
export async function parameterPaths(): Promise<readonly string[]> {
	const { PRIORS } = await import("../../calibration/priors/priors.ts");
	return PRIORS.map(({ path }) => `parameters.${path}=`);
}
