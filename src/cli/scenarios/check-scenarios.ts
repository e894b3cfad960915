/** `check`: scenario files read in full, with faults, warnings and a sentence on each. */

import { faultsText } from "../../actions/scenarios/fault-text.ts";
import { openScenarios } from "../../actions/scenarios/open-scenarios.ts";
import {
	type NewsOfItself,
	newsOfThemselves,
} from "../../market/shocks/news-of-itself.ts";
import { monthName } from "../../quantities.ts";
import type { Soundness } from "../../scenario/sound.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { print, say } from "../terminal/talk.ts";

/**
 * Reads scenarios and says what was read.
 *
 * @throws {CommandError} exit 3 with all faults of all of them
 */
export function checkScenarios(
	words: readonly string[],
	edits: readonly string[],
	{ json, quiet }: CommonOptions,
): ExitCode {
	const opened = openScenarios(words, edits);
	const warnings = opened.flatMap((one) => one.warnings);
	if (warnings.length > 0 && !quiet) say(faultsText(warnings));
	const found = opened.map(describe);
	print(
		json
			? JSON.stringify({ scenarios: found })
			: found.map(sentence).join("\n"),
	);
	return EXIT.done;
}

/** Counts of a scenario's parts, and its months. */
interface Description {
	readonly name: string;
	readonly question: string;
	readonly from: string;
	readonly to: string;
	readonly reference: string;
	readonly shocks: number;
	/** parameters that the scenario sets itself */
	readonly parameters: number;
	/** statements that it expects of its results */
	readonly expectations: number;
	readonly warnings: number;
	/** what the market hears of the file's own shocks where the file does not say */
	readonly news: readonly NewsOfItself[];
}

function describe({ scenario, warnings, ownShocks }: Soundness): Description {
	const { name, question, horizon, reference, shocks, expect } = scenario;
	return {
		name,
		question,
		from: monthName(horizon.from),
		to: monthName(horizon.to),
		reference: monthName(reference),
		shocks: shocks.length,
		parameters: scenario.parameters.filter((one) => one.overridden).length,
		expectations: expect.length,
		warnings: warnings.length,
		news: newsOfThemselves(scenario).filter(({ id }) => ownShocks.includes(id)),
	};
}

function sentence(read: Description): string {
	const counts = [
		counted(read.shocks, "shock"),
		counted(read.parameters, "parameter of its own", "parameters of its own"),
		counted(read.expectations, "expectation"),
		...(read.warnings > 0 ? [counted(read.warnings, "warning")] : []),
	];
	const lines = [
		`${read.name} is sound: ${read.from} to ${read.to}, counted from ${read.reference}; ${counts.join(", ")}`,
		read.question,
		...(read.news.length > 0 ? [NEWS_HEADING] : []),
		...read.news.map(newsSentence),
	];
	return safeText(lines.join("\n  "));
}

const NEWS_HEADING =
	"news that its shocks carry of themselves, by what they take from supply (write `news` to say otherwise):";

/** What a shock carries as news. */
function newsSentence({ id, outside, china, fear }: NewsOfItself): string {
	const parts = [
		`${percent(outside)} of a year's supply ${outside < 0 ? "gained" : "lost"} outside China`,
		...(china === 0
			? []
			: [`${percent(china)} ${china < 0 ? "gained" : "lost"} in China`]),
		...(fear === 0 ? [] : [`fear of a cut-off ${Number(fear.toFixed(2))}`]),
	];
	return `  ${id}: ${parts.join(", ")}`;
}

const percent = (share: number): string =>
	`${Number((100 * Math.abs(share)).toPrecision(2))} %`;

function counted(n: number, one: string, many = `${one}s`): string {
	return `${n} ${n === 1 ? one : many}`;
}
