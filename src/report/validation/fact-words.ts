/** Facts of the record against the simulation, as a table and as lines. */

import type { Validation } from "../../inference/validation/validation.ts";
import {
	missesOf,
	type ValidationRow,
} from "../../inference/validation/validation-rows.ts";
import { markdownTable } from "../../words/markdown.ts";
import { factNumber, percentInWords } from "../../words/numbers.ts";

/** A number of a fact; nothing where there is none. */
export const factCell = (value: number | null): string =>
	value === null ? "" : factNumber(value);

function verdictWords({ scored, pass, required }: ValidationRow): string {
	if (!scored) return "shown, not scored";
	const word = pass ? "pass" : "**miss**";
	return required ? `${word}, required` : word;
}

const placeWords = (row: ValidationRow): string =>
	row.place === null ? "" : percentInWords(row.place);

/** Every fact with its target, the simulated median and 80 % band, and the verdict. */
export function factsTable(rows: readonly ValidationRow[]): string {
	return markdownTable({
		head: [
			"id",
			"fact",
			"unit",
			"record",
			"median",
			"10 … 90 %",
			"runs below the record",
			"judged by",
			"verdict",
		],
		rows: rows.map((row) => [
			row.id,
			row.label,
			row.unit,
			factCell(row.record),
			factCell(row.p50),
			`${factCell(row.p10)} … ${factCell(row.p90)}`,
			placeWords(row),
			row.rule,
			verdictWords(row),
		]),
	});
}

/** Number of facts that pass, of the required and of all scored. */
export function factsCount({ rows }: Pick<Validation, "rows">): string {
	const scored = rows.filter((row) => row.scored);
	const required = scored.filter((row) => row.required);
	const passing = (some: readonly ValidationRow[]): number =>
		some.filter(({ pass }) => pass).length;
	return `${passing(required)} of ${required.length} required rows pass, ${passing(scored)} of ${scored.length} of all that are scored.`;
}

/** Share of figures that belong in the middle half of the replicates, and how many more say that bands are too wide. */
const HALF = 0.5;
const TOO_MANY = 0.65;

/** Number of figures in the ensemble's middle half, which should hold about half of one history. */
export function widthLine({ rows }: Pick<Validation, "rows">): string {
	const placed = rows.filter(
		(row) => row.scored && row.place !== null && !row.id.endsWith("-median"),
	);
	const inside = placed.filter(
		({ place }) => Math.abs((place as number) - HALF) <= HALF / 2,
	).length;
	const said = `The middle half of the replicates holds ${inside} of ${placed.length} dated figures`;
	return inside > TOO_MANY * placed.length
		? `${said}, where half would do: fitted medians or wide bands make passing easier than it looks.`
		: `${said}.`;
}

/** Every miss with its reason. */
export function missLines({ rows }: Validation): readonly string[] {
	const misses = missesOf(rows);
	if (misses.length === 0) return ["No scored row misses."];
	return misses.map(
		(row) =>
			`- **${row.id}** (${row.required ? "required" : "not required"}): median ${factCell(row.p50)} against ${row.record === null ? row.rule : factCell(row.record)}. ${row.explanation ?? "Not explained yet."}`,
	);
}
