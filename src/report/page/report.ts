/** Page of a report: its parts in order, for one results folder or several. */

import type { Published } from "../../storage/folder/published.ts";
import { beginningWords } from "../../words/beginning.ts";
import { countInWords } from "../../words/numbers.ts";
import type { Story } from "../story/story.ts";
import { byScenario, glance, questionOf, verdictOfBatch } from "./answer.ts";
import { assumptionsHtml } from "./assumptions.ts";
import { entryOf, type ReportBatch } from "./batch.ts";
import { beginningHtml } from "./beginning-part.ts";
import { changeHtml } from "./change-part.ts";
import { citeHtml } from "./cite-part.ts";
import { designHtml } from "./design-part.ts";
import type { Page } from "./document.ts";
import { enoughHtml } from "./enough.ts";
import { figuresHtml } from "./figures.ts";
import { headlineTable } from "./headline-table.ts";
import { type Html, html, type Piece } from "./html.ts";
import {
	below,
	folded,
	heading,
	type Level,
	list,
	type Part,
	paragraphs,
	partHtml,
	withCode,
} from "./parts.ts";
import { repeatHtml } from "./repeat-part.ts";
import { sweepHtml } from "./sweep-part.ts";
import { validationHtml } from "./validation-part.ts";

/** Batches and published facts that a report is told from. */
export interface Report {
	readonly batches: readonly ReportBatch[];
	/** name of the whole page; where null, the question or the number of questions */
	readonly title: string | null;
	readonly published: Published;
	readonly version: string;
}

/** The page of one results folder, or of several with a section each. */
export function reportPage(report: Report): Page {
	const [first] = report.batches;
	const isOne = report.batches.length === 1;
	const title = titleOf(report);
	return {
		title: `${title} (stibium report)`,
		description: `${title} Answered by stibium ${report.version}, conditional on its assumptions; not a forecast.`,
		body: isOne && first ? single(report, first) : several(report),
	};
}

function titleOf({ title, batches }: Report): string {
	const [first] = batches;
	if (title !== null) return title;
	return batches.length === 1 && first
		? questionOf(first)
		: `${batches.length} questions and their answers`;
}

function single(report: Report, batch: ReportBatch): Html {
	const parts = [
		...findingParts(batch, 2),
		...sharedParts(report),
		...trustParts(batch, report),
		citePart(report),
	];
	return frame(
		report,
		html`${report.title === null ? null : heading(1, report.title)}
${answerHtml(batch, report.title === null ? 1 : 2)}
${contents(parts)}
${parts.map((part) => partHtml(part, 2))}`,
	);
}

function several(report: Report): Html {
	const sections = report.batches.map((batch) => ({
		id: batch.id,
		title: questionOf(batch),
		body: html`${answerHtml(batch, 2)}
${[...findingParts(batch, 3), ...trustParts(batch, report)].map((part) => partHtml(part, 3))}`,
	}));
	const shared = [...sharedParts(report), citePart(report)];
	return frame(
		report,
		html`<div class="answer">
${heading(1, titleOf(report))}
${answersHtml(report.batches)}
</div>
${contents(shared)}
${sections.map(({ id, body }) => html`<div class="batch" id="${id}">${body}</div>`)}
${shared.map((part) => partHtml(part, 2))}`,
	);
}

/** Each question with its answer, in the order in which they are told in full below. */
function answersHtml(batches: readonly ReportBatch[]): Html {
	return html`<ol class="answers">
${batches.map(
	(
		batch,
	) => html`<li><a href="#${batch.id}">${questionOf(batch)}</a>${settingsHtml(batch)}
${paragraphs(verdictOfBatch(batch).slice(0, 2))}</li>
`,
)}</ol>
`;
}

/** Tag with the values that the command line changed; nothing where it changed none. */
function settingsHtml({ manifest }: ReportBatch): Html | null {
	const settings = settingsOf(manifest.command);
	if (settings.length === 0) return null;
	return html` <span class="tag">with ${settings.map((setting, i) => html`${i === 0 ? null : ", "}<code>${setting}</code>`)}</span>`;
}

/** Frame of every page: head, main matter, foot. */
function frame({ version, batches }: Report, matter: Html): Html {
	const day = batches[0]?.manifest.start.slice(0, 10) ?? "";
	return html`<a class="skip" href="#main">To the answer</a>
<header class="top"><p><b>stibium</b> The antimony market under disruption, simulated</p><p>Version ${version}, results of ${day}</p></header>
<main id="main">
${matter}
</main>
<footer class="foot"><p>Conditional on the model and its assumptions; not a forecast. This page is one file: it asks nothing of the network and runs no script.</p></footer>
`;
}

/** The question and its answer: what a reader sees first. */
function answerHtml(batch: ReportBatch, level: Level): Html {
	const { order, base } = batch.manifest.plan;
	const n = batch.input.runs.replicates.length;
	const others = order.filter((name) => name !== base);
	const titles = (names: readonly string[]) =>
		names.map((name) => `“${entryOf(batch, name).title}”`).join(", ");
	const compared: Piece = batch.input.design
		? `${order.length} settings, one question`
		: base === null
			? titles(order)
			: `${titles(others)} against ${titles([base])}`;
	return html`<section class="answer" aria-labelledby="${batch.id}-question">
<p class="kind">${compared}. ${countInWords(n)} runs of each, ${beginningWords(batch.manifest.plan)}.${settingsHtml(batch)}</p>
${heading(level, questionOf(batch), `${batch.id}-question`)}
<div class="verdict-words">
${paragraphs(verdictOfBatch(batch))}</div>
${glance(batch)}
<p class="aside">Conditional on the model and its assumptions; not a forecast. Before you use a number, read <a href="#doubts">what to doubt</a> and <a href="#wrong">how wrong the model is</a>.</p>
</section>
`;
}

function contents(parts: readonly Part[]): Html {
	return html`<nav class="contents" aria-label="Contents">
<ul>
${parts.map(
	({ id, title }) => html`<li><a href="#${id}">${title}</a></li>
`,
)}</ul>
</nav>
`;
}

/** A part whose anchor is its batch's own; none where it has no body. */
function partOf(
	{ id }: ReportBatch,
	name: string,
	title: string,
	body: Html | null,
): readonly Part[] {
	return body === null ? [] : [{ id: `${id}-${name}`, title, body }];
}

/** The table of a batch: of its scenarios, or of the one question that they are. */
function numbersHtml(batch: ReportBatch): Html {
	const { design, summary, runs } = batch.input;
	if (design === undefined) return headlineTable(batch);
	return design.kind === "sweep"
		? sweepHtml(design, summary)
		: designHtml(design, runs);
}

/** Parts on the findings of one results folder, and on its assumptions. */
function findingParts(batch: ReportBatch, level: Level): readonly Part[] {
	const { story } = batch;
	const inner = below(level);
	const numbers = numbersHtml(batch);
	return [
		...partOf(batch, "numbers", "The numbers", numbers),
		...partOf(
			batch,
			"scenarios",
			"Scenario by scenario",
			byScenario(batch, inner),
		),
		...partOf(batch, "charts", "Charts", figuresHtml(batch, inner)),
		...partOf(batch, "story", "One run as a story", story && storyHtml(story)),
		...partOf(
			batch,
			"assumed",
			"What is assumed",
			assumptionsHtml(batch, inner),
		),
	];
}

/** Parts on the precision of one results folder, and on making its numbers again. */
function trustParts(
	batch: ReportBatch,
	{ published }: Report,
): readonly Part[] {
	const enough = batch.input.design ? null : enoughHtml(batch);
	return [
		...partOf(
			batch,
			"begins",
			"Where it begins",
			beginningHtml(batch, published.assimilation),
		),
		...partOf(batch, "enough", "Have I run enough?", enough),
		...partOf(
			batch,
			"change",
			"What would change the answer",
			changeHtml(batch, published.calibration),
		),
		...partOf(batch, "repeat", "How to repeat it", repeatHtml(batch)),
	];
}

/** Parts that hold for every result of the model. */
function sharedParts({ published }: Report): readonly Part[] {
	return [
		{
			id: "doubts",
			title: "What to doubt",
			body: html`<p>Whatever the numbers above say, they stand on this.</p>
${list(DOUBTS.map(withCode))}`,
		},
		{
			id: "wrong",
			title: "How wrong the model is",
			body: validationHtml(published.validation),
		},
	];
}

function citePart({ published, batches }: Report): Part {
	return {
		id: "cite",
		title: "How to cite it",
		body: citeHtml(published.citation, batches),
	};
}

/**
 * Doubts about the model, to be said wherever a number of the model is shown. The README has the
 * same list, word for word.
 */
export const DOUBTS: readonly string[] = [
	"Chinese stocks, reserve and use are not published; Russian output differs by a factor of ten between editions. Pakistan publishes neither grades nor tonnage.",
	"No elasticity has been published for antimony; no mine publishes its cost. Most behaviour is `assumed`, with wide priors.",
	"There is one crisis to learn from. Prices and volumes of 2025 were scored blind, then taken in to say where runs begin; no prior and no calibration saw them. Those after it are left for the next blind test.",
	"Defence tonnage rests on one official figure. What must be certified is an axis (`demand.defence.certifiedShare`), not a finding; so is whose metal is qualified today (`demand.defence.qualified-at-start`).",
	"How Islamabad leans, and that its leaning moves metal, is judgement (`--without alignment`).",
	"One hub, one price in a region, and governments that do not bargain.",
];

/** A word of a command line, quoted or plain, after `--set`. */
const SETTING = / --set ('(?:[^']|'\\'')*'|\S+)/g;

/** Values that a command line changed in its scenarios, as written: `path=value`. */
export function settingsOf(command: string): readonly string[] {
	return [...command.matchAll(SETTING)].map(([, word = ""]) =>
		word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word,
	);
}

/** One replicate as a story: its headline in sight, its chapters behind lines. */
export function storyHtml({ headline, chapters, closing }: Story): Html {
	return html`<p class="aside">This is one run of many, chosen because its price lies nearest the median. It shows how the model's world hangs together; it is not what will happen.</p>
${paragraphs([headline.join(" ")])}
${chapters.map(({ title, sentences }) => folded(title, list(sentences.map(({ text }) => text))))}
${paragraphs([closing.join(" ")])}
`;
}
