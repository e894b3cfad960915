/** Report of a validation in Markdown, and its digest for the terminal. */

import type { Validation } from "../../inference/validation/validation.ts";
import type { ParameterSet } from "../../market/simulator.ts";
import { blindLines, secondLookLines } from "./blind-words.ts";
import { factsCount, factsTable, missLines, widthLine } from "./fact-words.ts";
import {
	coverageLines,
	forecasterLines,
	pairsLine,
	scoreLines,
	scoresTable,
	weightsLine,
} from "./score-words.ts";
import { tailLines } from "./tail-words.ts";
import type { ValidationOrigin } from "./validation-json.ts";

/** Worth of a pass, by the origin of the parameters. */
const WORTH: Readonly<Record<ParameterSet, string>> = {
	posterior:
		"The parameters were fitted to these facts, so a pass says that the model can hold them together, not that it foresaw them.",
	screened:
		"The parameters were screened on these facts, so a pass says that the model can hold them together, not that it foresaw them.",
	prior:
		"The parameters are the priors': no draw was chosen by these facts, but the ranges were set with the record known.",
};

/** Method of the scores, and its limits. */
const METHOD = [
	"The record of a month is the mean of its quotes. A month without a quote is neither an origin nor a target; nothing is interpolated. Scores are of log prices.",
	"The random walk has no drift; the variance of its month is the mean of squared steps over their months, from the quotes of 2015 up to the origin. The AR(1) is fitted by likelihood to the same quotes with their gaps. Neither sees anything after the origin.",
	"The model's members are replicates of the dated record with luck of their own. They are weighed by exp(−d / 2h²), d the mean squared log error over the quoted months of both markets in the 24 months up to the origin, h at least 0.05 and widened until the members are worth a tenth of their number. Each member's change from origin to target is laid on the quote of the origin.",
	"Blind means that no shock whose first effect or first news lies after the origin is in the scenario. Three things leak even so: a shock that had begun keeps its whole dated path (how Covid's fall in demand would heal, how long Fanya would sell); mines and plants keep their dated capacities; and the parameters of the posterior and the screened draws were fitted to facts up to 2024, so that their blind forecasts are in-sample in parameters. No draw of the prior was chosen by the record, but its ranges and the model's rules were, by people who knew it.",
	"With later events known the model is told what is to come: that measures what it makes of events, and is no forecast that anybody could have made.",
	"Scores are fair (unbiased in the number of members). Intervals of differences count forecasts that overlap, and the two markets in one month, as one (Bartlett's kernel, Student's t). With so few pairs, most of them in 2021 and 2024, they are rough, and one crisis decides them.",
] as const;

const figure = (file: string, words: string): string =>
	`![${words}](charts/${file}.png)`;

/** Line on the run behind a validation: program, parameters, replicates, seed. */
function headLine(
	{ parameters, seed, replicates, calmReplicates, failures }: Validation,
	{ version, commit, dirty, command }: ValidationOrigin,
): string {
	const from =
		commit === null
			? ""
			: `, commit ${commit.slice(0, 12)}${dirty ? " with changes" : ""}`;
	const broken =
		failures.length === 0 ? "" : `; ${failures.length} that broke are left out`;
	return `stibium ${version}${from}. ${parameters} parameters, ${replicates} replicates of the record and ${calmReplicates} calm ones${broken}, seed ${seed}. Made by \`${command}\`.`;
}

/** The facts, the misses and the scores against the benchmarks: what is told at the end of a run. */
export function validationDigest(
	validation: Validation,
	origin: ValidationOrigin,
): string {
	return [
		headLine(validation, origin),
		"",
		factsTable(validation.rows),
		"",
		`${factsCount(validation)} ${widthLine(validation)}`,
		"",
		...missLines(validation),
		"",
		...scoreLines(validation),
		...coverageLines(validation),
	].join("\n");
}

/** The report of a validation, in Markdown. */
export function validationText(
	validation: Validation,
	origin: ValidationOrigin,
): string {
	return [
		"# How wrong the model is",
		"",
		headLine(validation, origin),
		"",
		"## The blind test of 2025",
		"",
		...blindLines(validation.blindTest),
		"",
		figure(
			"blind-2025",
			"The frozen predictive of 2025 beside what was quoted",
		),
		"",
		"### 2025 again, a second look",
		"",
		...secondLookLines(validation.secondLook),
		"",
		"## Facts",
		"",
		`${factsCount(validation)} Every replicate has luck of its own, so that no row passes because lucky years were chosen. ${WORTH[validation.parameters]} ${widthLine(validation)}`,
		"",
		factsTable(validation.rows),
		"",
		figure("history-as-happened", "Quoted prices beside the simulated fan"),
		"",
		"### Misses",
		"",
		...missLines(validation),
		"",
		"## Forecasts",
		"",
		`${pairsLine(validation)} Scores are the mean continuous ranked probability score of the log price, both markets together; lower is better.`,
		"",
		...scoreLines(validation),
		...coverageLines(validation),
		"",
		figure("scores-by-horizon", "Scores by horizon"),
		"",
		figure("places-in-forecasts", "Where the price lay in each forecast"),
		"",
		"Who knows what:",
		"",
		...forecasterLines(validation),
		"",
		scoresTable(validation),
		"",
		"## Tails",
		"",
		...tailLines(validation.tails),
		"",
		"## How scores are made, and what they cannot say",
		"",
		...METHOD.map((line) => `- ${line}`),
		`- ${weightsLine(validation)}`,
		"",
	].join("\n");
}
