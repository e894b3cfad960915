/** Assumptions of a report: scenarios as dated sentences, parameters with their evidence. */

import { PRIORS } from "../../calibration/priors/priors.ts";
import type { Basis } from "../../calibration/row.ts";
import type { ParameterSet } from "../../market/simulator.ts";
import { instantOf } from "../../quantities.ts";
import type {
	ParameterEntry,
	Shock,
	SoundScenario,
} from "../../scenario/types.ts";
import { plainDistribution } from "../../words/distributions.ts";
import { listWords } from "../../words/lists.ts";
import { countInWords } from "../../words/numbers.ts";
import type { ReportBatch } from "./batch.ts";
import { type Html, html, type Piece } from "./html.ts";
import { folded, heading, type Level } from "./parts.ts";
import { shockWords } from "./shock-sentences.ts";
import { plainGroup, tableHtml } from "./table.ts";

const BASES: readonly Basis[] = ["reported", "estimated", "assumed"];

/** Meaning of the three words of evidence: reported, estimated, assumed. */
export const EVIDENCE =
	"Every assumption says how it is known: reported (somebody published it), estimated (worked out from what was published) or assumed (our judgement, with the range we would defend). Mines, plants, flows and prices of the past stand in the calibration of the program, each figure with its source; its hash is told under how to repeat it.";

/** Sentences on the drawing of each set of parameters. */
const DRAWN: Readonly<Record<ParameterSet, string>> = {
	prior: "Each run draws every parameter from these ranges, one by one.",
	screened:
		"Runs take draws from these ranges that passed a screen of facts from 2018 to 2024.",
	posterior:
		"Runs take draws from these ranges that the record of 2018 to 2024 has weighed: where it had something to say, they are narrower than the table or lie elsewhere in it.",
};

/** Scenarios in dated sentences, and the parameters behind all of them, each with its evidence. */
export function assumptionsHtml(batch: ReportBatch, level: Level): Html {
	const { scenarios, manifest } = batch;
	const [first] = scenarios;
	if (first === undefined) return html``;
	const base =
		scenarios.find(({ name }) => name === manifest.plan.base) ?? first;
	return html`<p>${EVIDENCE}</p>
${scenarios.filter((one) => one !== base).map((one, i, others) => apartHtml(one, nearest(one, [base, ...others.slice(0, i)]), level))}
${heading(level, html`What ${scenarios.length > 1 ? "the comparison starts from" : "the scenario says"}: ${base.title}`)}
${folded(html`${countInWords(base.shocks.length)} dated changes: ${counted(base.shocks)}`, shocksTable(base.shocks, `Dated changes of ${base.title}`), true)}
${heading(level, "How agents behave")}
<p>${DRAWN[manifest.plan.parameters]}</p>
${ownParameters(scenarios)}
${folded(html`${countInWords(base.parameters.length)} parameters: ${counted(base.parameters)}`, parametersTable(base.parameters))}
`;
}

/** `12 reported, 3 estimated and 40 assumed`. */
function counted(known: readonly { readonly basis: Basis }[]): string {
	return listWords(
		BASES.map(
			(basis) =>
				[basis, known.filter((each) => each.basis === basis).length] as const,
		)
			.filter(([, count]) => count > 0)
			.map(([basis, count]) => `${count} ${basis}`),
	);
}

/** The scenario told before that differs in the fewest dated changes. */
function nearest(
	scenario: SoundScenario,
	told: readonly SoundScenario[],
): SoundScenario {
	const apart = (other: SoundScenario) =>
		scenario.shocks.filter((shock) => !isIn(other, shock)).length +
		other.shocks.filter((shock) => !isIn(scenario, shock)).length;
	return told.reduce((best, other) =>
		apart(other) < apart(best) ? other : best,
	);
}

/** Dated changes that set a scenario apart from another: those it adds, and those it lacks. */
function apartHtml(
	scenario: SoundScenario,
	base: SoundScenario,
	level: Level,
): Html {
	const added = scenario.shocks.filter((shock) => !isIn(base, shock));
	const lost = base.shocks.filter((shock) => !isIn(scenario, shock));
	return html`${heading(level, html`What sets “${scenario.title}” apart from “${base.title}”`)}
${
	added.length === 0
		? html`<p>It has no dated change that “${base.title}” lacks.</p>`
		: shocksTable(
				added,
				`Dated changes that “${scenario.title}” has and “${base.title}” has not`,
			)
}
${lost.length === 0 ? null : folded(html`${countInWords(lost.length)} dated changes that it does not have`, shocksTable(lost, `Dated changes that “${base.title}” has and “${scenario.title}” has not`))}
`;
}

const isIn = ({ shocks }: SoundScenario, shock: Shock): boolean =>
	shocks.some((other) => JSON.stringify(other) === JSON.stringify(shock));

function shocksTable(shocks: readonly Shock[], caption: string): Html {
	const byDate = [...shocks].sort(
		(a, b) => instantOf(a.from) - instantOf(b.from),
	);
	return tableHtml({
		caption,
		isCaptionHidden: true,
		columns: [
			{ head: "Change" },
			{ head: "Its numbers" },
			{ head: "Evidence" },
			{ head: "Source" },
		],
		groups: plainGroup(
			byDate.map((shock) => {
				const { sentence, numbers, basis, source } = shockWords(shock);
				return [sentence, numbers.join("; "), evidence(basis), source];
			}),
		),
	});
}

const evidence = (basis: Basis): Piece =>
	html`<span class="basis ${basis}">${basis}</span>`;

/** Parameters that scenarios set themselves. */
function ownParameters(scenarios: readonly SoundScenario[]): Html | null {
	const own = scenarios.flatMap(({ title, parameters }) =>
		parameters
			.filter(({ overridden }) => overridden)
			.map((entry) => [title, ...parameterCells(entry)]),
	);
	if (own.length === 0) return null;
	return tableHtml({
		caption: "Parameters that a scenario sets itself",
		columns: [{ head: "Scenario" }, ...COLUMNS],
		groups: plainGroup(own),
	});
}

const COLUMNS = [
	"Parameter",
	"Meaning",
	"Value or range",
	"Unit",
	"Evidence",
	"Source",
].map((head) => ({ head }));

function parametersTable(parameters: readonly ParameterEntry[]): Html {
	return tableHtml({
		caption: "Parameters, before the record is brought to bear",
		isCaptionHidden: true,
		columns: COLUMNS,
		groups: plainGroup(parameters.map(parameterCells)),
	});
}

function parameterCells(entry: ParameterEntry): readonly Piece[] {
	const { path, distribution, unit, basis, source } = entry;
	const meaning = PRIORS.find((row) => row.path === path)?.meaning ?? "";
	return [
		html`<code>${path}</code>`,
		meaning,
		plainDistribution(distribution),
		unit,
		evidence(basis),
		source,
	];
}
