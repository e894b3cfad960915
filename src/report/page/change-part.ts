/** Part of a report on the inputs that could change its answer. */

import { PRIORS } from "../../calibration/priors/priors.ts";
import type { WeighedInputs } from "../../charts/chart.ts";
import { toldNumbers } from "../../inference/calibration/portrait.ts";
import { DUMMY } from "../../inference/sensitivity/free-parameters.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { PublishedCalibration } from "../../storage/folder/published.ts";
import { roundedNumber } from "../../words/distributions.ts";
import { metricOf } from "../../words/metrics.ts";
import { inWords } from "../../words/numbers.ts";
import { entryOf, quoted, type ReportBatch } from "./batch.ts";
import { type Html, html } from "./html.ts";
import { folded } from "./parts.ts";
import { plainGroup, tableHtml } from "./table.ts";

/** Inputs that are told. */
const MOST = 10;

/** Assumptions that the answer hangs on, as far as this batch can tell. */
export function changeHtml(
	batch: ReportBatch,
	calibration: PublishedCalibration,
): Html {
	return batch.weighed === null
		? silentHtml(batch, calibration)
		: weighedHtml(batch, batch.weighed);
}

const round = (value: number): string => inWords(value, 2);

/** Inputs by their partial rank correlation with the metric. */
function weighedHtml(
	batch: ReportBatch,
	{ ranking, scenario, metric }: WeighedInputs,
): Html {
	const inputs = ranking.inputs.filter(({ path }) => path !== DUMMY);
	const clear = inputs.filter(({ isAbove }) => isAbove);
	const label = metricOf(metric as MetricName).label.toLowerCase();
	return html`<p>In ${quoted(batch, scenario)}, with parameters drawn one by one from the prior, ${clear.length} of ${inputs.length} assumptions move the ${label} by more than an input that touches nothing. These weigh most.</p>
${tableHtml({
	caption: `Assumptions that move the ${label} most`,
	columns: [
		{ head: "Assumption" },
		{ head: "Meaning" },
		{ head: "Unit" },
		{ head: "Range (10–90%)", isNumber: true },
		{ head: "Partial rank correlation", isNumber: true },
		{ head: "95% interval", isNumber: true },
	],
	groups: plainGroup(
		inputs
			.slice(0, MOST)
			.map(({ path, meaning, unit, at, measure }) => [
				html`<code>${path}</code>`,
				meaning,
				unit,
				at.map(roundedNumber).join(" to "),
				round(measure.value),
				`${round(measure.low)} to ${round(measure.high)}`,
			]),
	),
})}
`;
}

/** Parameters of which the record says little, where only judgement speaks. */
function silentHtml(
	batch: ReportBatch,
	{ portraits, effective }: PublishedCalibration,
): Html {
	const told = toldNumbers(portraits, effective);
	const parameters = portraits
		.map((portrait, i) => ({ ...portrait, isTold: told[i] === true }))
		.filter(({ unit, name }) => unit !== "rank" && name !== DUMMY);
	const silent = parameters.filter(({ isTold }) => !isTold);
	const { order } = batch.manifest.plan;
	const scenario = (batch.input.design ? order[0] : order.at(-1)) ?? "";
	const file = `results/${batch.name}/${entryOf(batch, scenario).file}`;
	return html`<p>The draws of this batch tie parameters to each other, so that no effect can be told of one alone. What can be said is where the answer rests on judgement: of ${parameters.length} parameters that were held against the record of 2018 to 2024, it says nothing that can be told from noise about ${silent.length}.</p>
${folded(
	`The ${silent.length} parameters on which the record is silent`,
	tableHtml({
		caption: "Parameters on which the record is silent",
		isCaptionHidden: true,
		columns: [
			{ head: "Parameter" },
			{ head: "Meaning" },
			{ head: "Unit" },
			{ head: "Assumed median", isNumber: true },
			{ head: "10–90%", isNumber: true },
		],
		groups: plainGroup(
			silent.map(({ name, unit, prior }) => {
				const [p10, p50, p90] = prior.map(roundedNumber);
				return [
					html`<code>${name}</code>`,
					PRIORS.find(({ path }) => path === name)?.meaning ?? "",
					unit,
					p50,
					`${p10} to ${p90}`,
				];
			}),
		),
	}),
	true,
)}
<p>To see which assumptions move the answer most: <code>npx stibium run ${file} --parameters prior -n 1000</code>, then <code>npx stibium chart latest tornado</code>.</p>
`;
}
