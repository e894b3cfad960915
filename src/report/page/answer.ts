/** Answer of a report: question, verdict, numbers at a glance, and scenarios in sentences. */

import { isClear, verdictOf } from "../../experiment/verdict.ts";
import type { MetricName } from "../../market/record/record.ts";
import {
	type DifferenceWords,
	differenceWords,
	level,
	shareOfBase,
	shownAs,
	span,
} from "../../words/amounts.ts";
import { listWords } from "../../words/lists.ts";
import { metricOf } from "../../words/metrics.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	countInWords,
} from "../../words/numbers.ts";
import {
	entryOf,
	pairOf,
	quoted,
	type ReportBatch,
	summaryOf,
} from "./batch.ts";
import { type Html, html, type Piece } from "./html.ts";
import { heading, type Level, list } from "./parts.ts";
import {
	aloneSentence,
	besideSentence,
	chanceIn,
	costSentence,
	halfCoveredBy,
	hasPakistan,
	insuranceSentence,
	monthOf,
	PAKISTAN_DEFENCE,
	pakistanSentence,
	priceSentence,
	shortageSentence,
} from "./sentences.ts";

/** The scenario that a batch is about: the last that it was asked for. */
export const subjectOf = ({ manifest }: ReportBatch): string =>
	manifest.plan.order.at(-1) ?? "";

/** Question that a batch asks: that of its subject, or of its design. */
export function questionOf(batch: ReportBatch): string {
	const { design } = batch.input;
	const { order } = batch.manifest.plan;
	switch (design?.kind) {
		case "sweep":
			return `How does “${design.title}” answer to ${listWords(design.axes.map(axisWords))}?`;
		case "regret":
			return `Which of ${design.choices.length} policies is regretted least over ${design.states.length} states of the world?`;
		case "frontier":
			return `What do ${design.choices.length} mixes of hedges cost, and what do they leave?`;
		default:
			return entryOf(batch, order.at(-1) ?? "").question;
	}
}

/** `refinery capacity`: the end of a path, in words. */
const axisWords = ({ path }: { readonly path: string }): string =>
	path.split(".").slice(-2).join(" ");

/**
 * The answer: what it does to the price, how far it insures, and, where others stand
 * between, what it adds to the one before it. For a design, what its charts say.
 */
export function verdictOfBatch(batch: ReportBatch): readonly string[] {
	const { order, base } = batch.manifest.plan;
	const subject = subjectOf(batch);
	if (batch.input.design)
		return batch.figures.flatMap(({ chart }) => [
			`${chart.title}.`,
			...(chart.also.length === 0 ? [] : [chart.also.join(" ")]),
		]);
	if (base === null)
		return [aloneSentence(batch, subject), insuranceSentence(batch, subject)];
	const before = beforeOf(order, subject, base);
	return [
		priceSentence(batch, { other: subject, base }),
		insuranceSentence(batch, subject),
		...(before === null
			? []
			: [besideSentence(batch, { other: subject, base: before })]),
	];
}

/** The scenario that was asked for just before another; null when that is the base. */
function beforeOf(
	order: readonly string[],
	name: string,
	base: string,
): string | null {
	const others = order.filter((each) => each !== base);
	return others[others.indexOf(name) - 1] ?? null;
}

/** Numbers at a glance: the subject's price, its cost, and how often something goes short. */
export function glance(batch: ReportBatch): Html | null {
	if (batch.input.design) return null;
	const name = subjectOf(batch);
	return html`<dl class="glance">
${amountTile(batch, name, "mean_price_12m_usd_t", "Price over twelve months, median run")}
${amountTile(batch, name, "us_user_cost_usd", "Extra cost to US users, median run")}
${chanceTile(batch, name, "us_unmet_t", "Runs in which some US use goes unmet")}
${chanceTile(batch, name, "defence_unmet_t", "Runs in which some US defence need goes unmet")}
${hasPakistan(batch) ? chanceTile(batch, name, PAKISTAN_DEFENCE, "Runs in which Pakistan covers a tenth of US defence need", halfCoveredBy(batch, name)) : null}
</dl>
<p class="aside">All of ${quoted(batch, name)}, counted from ${monthOf(entryOf(batch, name).reference)} on.</p>
`;
}

function tile(words: string, figure: Piece, beside: Piece): Html {
	return html`<div><dt>${words}</dt><dd><strong>${figure}</strong> <span>${beside}</span></dd></div>`;
}

function amountTile(
	batch: ReportBatch,
	name: string,
	metric: MetricName,
	words: string,
): Html | null {
	const summary = summaryOf(batch, name, metric);
	if (!summary || summary.n === 0) return null;
	const amount = shownAs(metricOf(metric));
	const pair = pairOf(batch, name, metric);
	const range = `${span(summary.p05, summary.p95, amount)} in 90% of runs`;
	const against =
		pair && pair.n > 0
			? againstWords(
					differenceWords(pair.mean, amount),
					quoted(batch, pair.base),
					isClear(verdictOf(pair))
						? shareOfBase(
								metricOf(metric),
								pair.mean,
								summaryOf(batch, pair.base, metric)?.mean.value ?? Number.NaN,
							)
						: "",
				)
			: "";
	return tile(
		words,
		html`${level(summary.median.value, amount)}<small>${amount.suffix}</small>`,
		`${range}${against}`,
	);
}

const againstWords = (
	{ mean, span: interval }: DifferenceWords,
	base: string,
	part: string,
) =>
	`; ${mean}${part === "" ? "" : `, or ${part},`} on average against ${base} (${interval})`;

function chanceTile(
	batch: ReportBatch,
	name: string,
	metric: MetricName,
	words: string,
	half: string | null = null,
): Html {
	const { share, low, high, count, n } = chanceIn(batch, name, metric);
	return tile(
		words,
		chanceInWords(share),
		`${countInWords(count)} of ${countInWords(n)}; 95% interval ${chanceSpanInWords(low, high)}${half === null ? "" : `; half of them by ${half}`}`,
	);
}

/** Cards with the effects of each scenario, against the base and against the one before it. */
export function byScenario(batch: ReportBatch, level: Level): Html | null {
	const { order, base } = batch.manifest.plan;
	if (batch.input.design) return null;
	return html`<div class="cards">
${order.map((name) => card(batch, name, base, level))}</div>
`;
}

function card(
	batch: ReportBatch,
	name: string,
	base: string | null,
	deep: Level,
): Html {
	const { title, question } = entryOf(batch, name);
	const isBase = name === base;
	return html`<article>
${heading(deep, html`${title}${isBase ? html` <span class="tag">what the others are compared with</span>` : null}`)}
<p class="asked">${question}</p>
${list(base === null || isBase ? levels(batch, name) : changes(batch, name, base))}</article>
`;
}

function levels(batch: ReportBatch, name: string): readonly string[] {
	return [
		aloneSentence(batch, name),
		shortageSentence(batch, name),
		...present(pakistanSentence(batch, name)),
	];
}

function changes(
	batch: ReportBatch,
	name: string,
	base: string,
): readonly string[] {
	const before = beforeOf(batch.manifest.plan.order, name, base);
	const contrast = { other: name, base };
	return [
		priceSentence(batch, contrast),
		costSentence(batch, contrast),
		...(before === null
			? []
			: [besideSentence(batch, { other: name, base: before })]),
		shortageSentence(batch, name),
		...present(pakistanSentence(batch, name)),
	];
}

const present = (sentence: string | null): readonly string[] =>
	sentence === null ? [] : [sentence];
