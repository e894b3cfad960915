import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Values that may be written somewhere: all of them at once, or several after commas. */
export interface Offer {
	readonly values: readonly string[];
	/** whether a list parted by commas is meant */
	readonly listed: boolean;
}

const one = (values: readonly string[]): Offer => ({ values, listed: false });
const list = (values: readonly string[]): Offer => ({ values, listed: true });

/** Names that no shell takes for anything but a word. */
const PLAIN = /^[A-Za-z0-9_][\w.-]*$/;

async function scenarios(): Promise<readonly string[]> {
	const { knownScenarios } = await import(
		"../../actions/scenarios/scenario-library.ts"
	);
	return [...knownScenarios().keys()].filter((name) => PLAIN.test(name));
}

/** Results folders by name, as `--out` has them, and `latest` when there are any. */
function results(out: string): readonly string[] {
	if (!existsSync(out)) return [];
	const names = readdirSync(out).filter(
		(name) =>
			PLAIN.test(name) &&
			name !== "latest" &&
			existsSync(join(out, name, "manifest.json")),
	);
	return names.length > 0 ? ["latest", ...names.sort().reverse()] : [];
}

async function metrics(): Promise<readonly string[]> {
	const { METRICS } = await import("../../market/record/record.ts");
	return METRICS.map(({ name }) => name);
}

async function kinds(): Promise<readonly string[]> {
	const { CHART_KINDS, DESIGN_KINDS, INPUT_KINDS } = await import(
		"../../charts/chart.ts"
	);
	return [...CHART_KINDS, ...DESIGN_KINDS, ...INPUT_KINDS];
}

/** Paths of parameters, each with the sign that its value follows. */
async function parameterPaths(end: string): Promise<readonly string[]> {
	const { PRIORS } = await import("../../calibration/priors/priors.ts");
	return PRIORS.map(({ path }) => `parameters.${path}${end}`);
}

/** What may be written for a flag; null where any file or any word will do. */
export async function valuesOf(flag: string): Promise<Offer | null> {
	switch (flag) {
		case "parameters":
			return one((await import("../../market/simulator.ts")).PARAMETER_SETS);
		case "without":
			return list((await import("../../market/simulator.ts")).MECHANISMS);
		case "format":
			return list((await import("../../figures/figure.ts")).FIGURE_FORMATS);
		case "series": {
			const { SERIES } = await import("../../market/record/record.ts");
			return one(SERIES.map(({ name }) => name));
		}
		case "metric":
		case "loss":
			return one(await metrics());
		case "design":
			return one((await import("../../experiment/design.ts")).SWEEP_DESIGNS);
		case "method": {
			const ranking = await import("../../inference/sensitivity/ranking.ts");
			return one([...ranking.METHODS, "voi"]);
		}
		case "replicate":
			return one(["median", "worst"]);
		case "workers":
			return one(["auto"]);
		case "scenario":
		case "against":
		case "base":
		case "from":
			return one(await scenarios());
		case "set":
		case "vary":
		case "tune":
			return one(await parameterPaths("="));
		default:
			return null;
	}
}

/** What may be written for a word of a command, by its name in the usage. */
export async function wordsFor(
	word: string,
	out: string,
): Promise<Offer | null> {
	switch (word) {
		case "scenario":
		case "base":
		case "other":
		case "policy":
			return one(await scenarios());
		case "results":
			return one(results(out));
		case "subject":
		case "a":
		case "b":
			return one([...(await scenarios()), ...results(out)]);
		case "kind":
			return one(await kinds());
		case "shell":
			return one(["bash", "zsh"]);
		default:
			return null;
	}
}
