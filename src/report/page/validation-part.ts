/** Part of a report on the model's errors: facts, forecasts, and known misses. */

import type { PublishedValidation } from "../../storage/folder/published.ts";
import { factCell, factsCount, widthLine } from "../validation/fact-words.ts";
import { scoreNumber } from "../validation/score-words.ts";
import { type Html, html } from "./html.ts";
import { folded, list } from "./parts.ts";
import { plainGroup, tableHtml } from "./table.ts";

type Score = PublishedValidation["scores"][number];

/** The band whose coverage is told. */
const TOLD = 0.8;
const WALK = "random-walk";

/** Errors of the model: facts that it reproduces and misses, and scores of its forecasts. */
export function validationHtml(validation: PublishedValidation): Html {
	const { rows, replicates, calmReplicates, command } = validation;
	const misses = rows.filter(({ scored, pass }) => scored && !pass);
	return html`${list([
		html`<strong>Facts.</strong> ${factsCount({ rows })} The parameters were fitted to these facts: that the model can hold them together is agreement, not foresight.`,
		html`<strong>How easy that was.</strong> ${widthLine({ rows })}`,
		html`<strong>Forecasts.</strong> ${forecastWords(validation)}`,
		html`<strong>Too sure.</strong> ${coverageWords(validation)}`,
		...misses.map(
			({ label, explanation }) =>
				html`<strong>Missed:</strong> ${label}. ${explanation ?? "Not explained yet."}`,
		),
	])}
${scoresTable(validation)}
${folded(`All ${rows.length} facts beside the simulation`, factsTable(validation), false)}
<p class="aside">From ${replicates} runs of the record and ${calmReplicates} calm ones; shipped with the program, made by <code>${command}</code>.</p>
`;
}

function scoreOf(
	{ scores }: PublishedValidation,
	forecaster: string,
	horizon: number,
): Score | undefined {
	return scores.find(
		(score) =>
			score.forecaster === forecaster &&
			score.market === "both" &&
			score.horizon === horizon,
	);
}

const blindOf = ({ parameters }: PublishedValidation) => `blind-${parameters}`;

/** Verdict on a difference of scores, lower being better: clear when its interval leaves out zero. */
function verdict({ low, high }: Score["lessWalk"]): string {
	if (low === null || high === null) return "cannot be told";
	if (high < 0) return "better";
	return low > 0 ? "worse" : "no clear difference";
}

function forecastWords(validation: PublishedValidation): string {
	const verdicts = validation.horizons.map((horizon) => {
		const score = scoreOf(validation, blindOf(validation), horizon);
		return score ? verdict(score.lessWalk) : "cannot be told";
	});
	const isTied = verdicts.every((each) => each === "no clear difference");
	return isTied
		? "From 2019 to 2024, blind to later events, the model does no better and no worse than a random walk at any horizon that could be scored: there is no clear difference. Do not use it to forecast prices."
		: `From 2019 to 2024, blind to later events, the model is against a random walk: ${validation.horizons.map((horizon, i) => `${verdicts[i]} at ${horizon} months`).join(", ")}.`;
}

/** Number of quoted prices that the 80 % bands held, in a sentence. */
function coverageWords(validation: PublishedValidation): string {
	const held = (forecaster: string) => {
		const all = validation.horizons.flatMap((horizon) => {
			const score = scoreOf(validation, forecaster, horizon);
			return score ? [score] : [];
		});
		const hits = all.reduce((sum, score) => sum + hitsOf(score), 0);
		return { hits, n: all.reduce((sum, { n }) => sum + n, 0) };
	};
	const [model, walk] = [held(blindOf(validation)), held(WALK)];
	return `Its 80% bands held ${model.hits} of ${model.n} prices, those of a random walk ${walk.hits} of ${walk.n}; four in five would be right.`;
}

const hitsOf = ({ coverage }: Score): number =>
	coverage.find(({ band }) => band === TOLD)?.hits ?? 0;

function scoresTable(validation: PublishedValidation): Html {
	return tableHtml({
		caption:
			"Forecasts of the log price against a random walk, both markets (CRPS, lower is better)",
		columns: [
			{ head: "Months ahead" },
			{ head: "Forecasts", isNumber: true },
			{ head: "Model, blind", isNumber: true },
			{ head: "Random walk", isNumber: true },
			{ head: "Difference (95% interval)", isNumber: true },
			{ head: "The model is" },
			{ head: "80% bands held", isNumber: true },
		],
		groups: plainGroup(
			validation.horizons.flatMap((horizon) => {
				const own = scoreOf(validation, blindOf(validation), horizon);
				const walk = scoreOf(validation, WALK, horizon);
				if (!own || !walk) return [];
				const { value, low, high } = own.lessWalk;
				const interval =
					low === null || high === null
						? ""
						: ` (${scoreNumber(low)} to ${scoreNumber(high)})`;
				return [
					[
						String(horizon),
						own.n,
						scoreNumber(own.crps),
						scoreNumber(walk.crps),
						`${scoreNumber(value)}${interval}`,
						verdict(own.lessWalk),
						`${hitsOf(own)} of ${own.n}`,
					],
				];
			}),
		),
	});
}

function factsTable({ rows }: PublishedValidation): Html {
	return tableHtml({
		caption: "Facts the model should reproduce",
		isCaptionHidden: true,
		columns: [
			{ head: "Fact" },
			{ head: "Unit" },
			{ head: "Record", isNumber: true },
			{ head: "Median", isNumber: true },
			{ head: "10–90% of runs", isNumber: true },
			{ head: "Judged by" },
			{ head: "Verdict" },
			{ head: "Evidence" },
		],
		groups: plainGroup(
			rows.map((row) => [
				row.label,
				row.unit,
				factCell(row.record),
				factCell(row.p50),
				`${factCell(row.p10)} to ${factCell(row.p90)}`,
				row.rule,
				row.scored ? (row.pass ? "pass" : "miss") : "not scored",
				row.basis,
			]),
		),
	});
}
