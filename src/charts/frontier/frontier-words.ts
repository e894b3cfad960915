/** Words for costs, harms and mixes of hedges, and the finding that stands as title. */

import type { ChoicePlan } from "../../experiment/design.ts";
import {
	COST,
	type Frontier,
	type FrontierPoint,
	type Harm,
	PRICES,
} from "../../inference/search/frontier.ts";
import {
	amountWords,
	SHARE,
	type Shown,
	shownAs,
} from "../../words/amounts.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";
import { chanceInWords } from "../../words/numbers.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { cutToLength } from "../frame/text-width.ts";

/** Chances of a harm as nouns of a sentence, and as heads of a plot. */
const CHANCES: Readonly<Record<string, readonly [string, string]>> = {
	"chance-defence": [
		"the chance of a certified-defence shortfall",
		"Chance of a certified-defence shortfall of over 1 t",
	],
	"chance-us": [
		"the chance of US shortage",
		"Chance of a month of US shortage above 5% of need",
	],
};

/** A harm as a noun of a sentence: its chance, or the metric itself. */
export function nounOfHarm({ id, metric }: Harm): string {
	return CHANCES[id]?.[0] ?? nounOf(metricOf(metric));
}

/** A harm as the head of a plot. */
export function headOfHarm({ id, metric }: Harm): string {
	return CHANCES[id]?.[1] ?? `${metricOf(metric).label}, mean`;
}

/** Unit and scale of a harm: per cent of runs for a chance, else those of its metric. */
export function harmShown({ metric, taken }: Harm): Shown {
	return taken === "chance"
		? { ...SHARE, unit: "% of runs" }
		: shownAs(metricOf(metric));
}

/** Unit and scale of the cost of a mix. */
export const COST_SHOWN: Shown = shownAs(metricOf(COST));

/** An amount of harm in words. */
function harmInWords(harm: Harm, value: number): string {
	if (harm.taken === "chance") return chanceInWords(value);
	return amountWords(value, harmShown(harm));
}

export const titleOfMix = ({ choices }: ChoicePlan, id: string): string =>
	choices.find((choice) => choice.id === id)?.title ?? id;

/** Longest name of a mix where nothing longer fits, characters. */
const SHORT_NAME = 34;
/** Part of the largest reduction that a mix must reach to be the one to speak of. */
const MOST = 0.8;

/** The mix that does nothing, and the cheapest efficient mix that does most of what can be done. */
export function leadingMix(
	{ choices }: ChoicePlan,
	{ points }: Frontier,
): { readonly nothing: FrontierPoint; readonly best: FrontierPoint } | null {
	const idle = choices.find(({ levers }) => levers === 0)?.id;
	const nothing = points.find(({ choice }) => choice === idle);
	if (nothing === undefined) return null;
	const efficient = points
		.filter(({ dominatedBy }) => dominatedBy === null)
		.sort((a, b) => a.cost.value - b.cost.value);
	const least = Math.min(...efficient.map(({ harm }) => harm.value));
	const aim = nothing.harm.value - MOST * (nothing.harm.value - least);
	const best = efficient.find(({ harm }) => harm.value <= aim);
	return best === undefined ? null : { nothing, best };
}

/** The finding: what the cheapest mix that does most buys, and for how much. */
export function frontierFinding(
	plan: ChoicePlan,
	frontiers: readonly Frontier[],
): string {
	const sizes = frontiers.filter(({ harm }) => harm.taken === "size");
	const leads = sizes.map((frontier) => ({
		...frontier,
		...leadingMix(plan, frontier),
	}));
	const lead = leads.find(({ best, nothing }) => best && best !== nothing);
	const { best, nothing } = lead ?? {};
	if (!lead || !best || !nothing)
		return firstThatFits([
			`No mix of ${plan.choices.length} clearly lowers a shortage or the cost to US users`,
		]);
	const noun = nounOfHarm(lead.harm);
	const isPrice = PRICES.includes(lead.harm);
	const prefix = isPrice ? "Not shortage but cost: " : "";
	const name = titleOfMix(plan, best.choice);
	const cost = amountWords(best.cost.value - nothing.cost.value, COST_SHOWN);
	const [before, after] = [nothing, best].map(({ harm }) =>
		harmInWords(lead.harm, harm.value),
	);
	const cut = harmInWords(lead.harm, nothing.harm.value - best.harm.value);
	const bare = noun.replace(/^the /, "");
	const short = cutToLength(name, SHORT_NAME);
	const sentences = [
		`${prefix}${name} cuts ${noun} from ${before} to ${after} for ${cost}`,
		`${prefix}${name} cuts ${noun} by ${cut} for ${cost}`,
		`${name} cuts ${noun} from ${before} to ${after} for ${cost}`,
		`${name} cuts ${bare} from ${before} to ${after} for ${cost}`,
		`${name} cuts ${noun} by ${cut} for ${cost}`,
		`${name} cuts ${bare} by ${cut} for ${cost}`,
		`${short} cuts ${bare} by ${cut} for ${cost}`,
	];
	return firstThatFits(sentences);
}
