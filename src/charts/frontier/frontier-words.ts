import type { ChoicePlan } from "../../experiment/design.ts";
import {
	type Frontier,
	type FrontierPoint,
	type Harm,
	PRICES,
} from "../../inference/search/frontier.ts";
import { metricOf, shownAs } from "../../words/metrics.ts";
import { chanceInWords, decimalsFor, inWords } from "../../words/numbers.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { cutToLength } from "../frame/text-width.ts";

/** Harms as nouns of a sentence. */
const NOUNS: Readonly<Record<string, string>> = {
	"chance-defence": "the chance of a certified-defence shortfall",
	"size-defence": "the certified-defence shortfall",
	"chance-us": "the chance of US shortage",
	"size-us": "unmet US use",
	"user-cost": "the extra cost to US users",
	price: "the 12-month price",
};

/** Harms as heads of a plot, with what is counted. */
const HEADS: Readonly<Record<string, string>> = {
	"chance-defence": "Chance of a certified-defence shortfall of over 1 t",
	"size-defence": "Certified-defence shortfall, mean of all runs",
	"chance-us": "Chance of a month of US shortage above 5% of need",
	"size-us": "US use unmet at the price paid, mean of all runs",
	"user-cost": "Extra cost to US users above the normal price, mean",
	price: "Mean price over 12 months, mean of all runs",
};

export const nounOfHarm = ({ id }: Harm): string => NOUNS[id] ?? id;
export const headOfHarm = ({ id }: Harm): string => HEADS[id] ?? id;

/** How a harm is shown: per cent of runs, or the metric's own way. */
export function harmShown({ metric, taken }: Harm) {
	return taken === "chance"
		? { factor: 100, unit: "% of runs", suffix: "%" }
		: shownAs(metricOf(metric));
}

/** An amount of harm in words. */
function harmInWords(harm: Harm, value: number): string {
	if (harm.taken === "chance") return chanceInWords(value);
	const { factor, suffix } = harmShown(harm);
	const shown = factor * value;
	return `${inWords(shown, decimalsFor([shown]))}${suffix}`;
}

const MILLION = 1e6;

/** A cost in words. */
export function costInWords(usd: number): string {
	const millions = usd / MILLION;
	const decimals = Math.abs(millions) < 10 ? 1 : 0;
	return `${inWords(millions, decimals)} million US$`;
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
	const cost = costInWords(best.cost.value - nothing.cost.value);
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
