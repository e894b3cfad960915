/** Words for the end of a search for a break-even: the setting, its interval, or none. */

import type {
	Crossing,
	End,
	Finding,
	Response,
} from "../../inference/search/break-even.ts";
import { nameOfEnsemble } from "../../storage/folder/ensemble-file.ts";
import { beginningWords } from "../../words/beginning.ts";
import { listWords } from "../../words/lists.ts";
import { numberWords } from "../../words/numbers.ts";
import { estimateWords } from "../ending/threshold.ts";
import type { FindRequest } from "./find-request.ts";

/** The one object that `--json` puts on standard output. */
export function findingJson(request: FindRequest, finding: Finding): string {
	const { axis, until, options, varied } = request;
	return JSON.stringify({
		scenario: varied.base.scenario.name,
		path: axis.path,
		unit: varied.units[0] ?? null,
		until: until.text,
		seed: options.seed,
		replicates: options.replicates,
		found: finding.end.kind === "found",
		...finding,
	});
}

/** Outcome of a search, for people. */
export function findingWords(
	request: FindRequest,
	finding: Finding,
	repeat: string,
): string {
	const { end } = finding;
	const lines =
		end.kind === "found"
			? foundWords(request, finding, end)
			: noneWords(request, finding, end.kind);
	const { replicates, seed, parameters, ensemble } = request.options;
	return [
		...lines,
		`${finding.responses.length} settings of ${replicates} replicates that share their luck, seed ${seed}, ${beginningWords({ parameters, ensemble: nameOfEnsemble(ensemble) })}. Conditional on the model and its assumptions; not a forecast.`,
		`repeat   ${repeat}`,
	].join("\n");
}

/** A setting with its unit. */
function settingWords({ varied }: FindRequest, at: number): string {
	const unit = varied.units[0];
	return unit ? `${numberWords(at)} ${unit}` : numberWords(at);
}

function foundWords(
	request: FindRequest,
	{ turns, responses }: Finding,
	{ at, from, to, holdsAbove }: Crossing,
): readonly string[] {
	const { axis, until } = request;
	const open = [
		...(from.open ? [`below ${numberWords(from.at)}`] : []),
		...(to.open ? [`above ${numberWords(to.at)}`] : []),
	];
	const interval = `95 % interval ${endWords(from, "from below")} to ${endWords(to, "above")}`;
	return [
		`found: ${until.text} begins to hold ${holdsAbove ? "above" : "below"} ${axis.path} = ${settingWords(request, at)} (${interval})`,
		...(open.length === 0
			? []
			: [
					`the interval may go on ${listWords(open)}, where the search ended: more replicates or a wider range may tell`,
				]),
		...(turns > 1
			? [
					`the answer is not monotone: along the range the statement surely turns ${turns} times; this is the first`,
				]
			: []),
		...endsWords(request, responses),
	];
}

const endWords = ({ at, open }: End, words: string) =>
	open ? `${words} ${numberWords(at)}` : numberWords(at);

function noneWords(
	request: FindRequest,
	{ responses }: Finding,
	kind: "holds throughout" | "not reachable",
): readonly string[] {
	const { axis, until, search } = request;
	const isUnsure = responses.some(
		({ low, high }) => low <= search.limit && high >= search.limit,
	);
	return [
		kind === "not reachable"
			? `not reachable: ${until.text} holds nowhere on ${axis.path} = ${request.tune.split("=")[1]}`
			: `nothing to find: ${until.text} holds everywhere on ${axis.path} = ${request.tune.split("=")[1]}`,
		...endsWords(request, responses),
		...(isUnsure
			? [
					`not for sure: some 95 % intervals hold ${numberWords(search.limit)}; more replicates may tell otherwise`,
				]
			: []),
	];
}

/** Statistic of the statement at both ends of the range. */
function endsWords(
	request: FindRequest,
	responses: readonly Response[],
): readonly string[] {
	return [responses[0], responses.at(-1)]
		.filter((response) => response !== undefined)
		.map(
			(response) =>
				`at ${settingWords(request, response.at)} it is ${estimateWords({ ...response, error: 0 })}`,
		);
}
