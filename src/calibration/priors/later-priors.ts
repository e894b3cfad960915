/** Priors of parameters that the record of 2018 to 2024 cannot inform. */

import {
	assumed,
	fixed,
	logitnormal,
	lognormal,
	type PriorRow,
	triangular,
	uniform,
} from "./prior-row.ts";

/**
 * Parameters of things that had not happened by the end of 2024: the record is silent on
 * them, so that no calibration changes their priors.
 */
export const LATER_PRIORS: readonly PriorRow[] = [
	// belief
	assumed(
		"beliefs.news-persistence",
		uniform(0, 1),
		"1",
		"part of the fading of dated news that stops while all Chinese supply is missing; in proportion when a part is",
		"assumption; a control in force goes on being news, one that is lifted does not",
	),
	// licences
	assumed(
		"licences.campaign-fade",
		lognormal(9, 4, 18),
		"months",
		"time in which the zeal of a campaign against smuggling fades",
		"assumption; the first campaign began in May 2025, after the years that are judged",
	),
	// substitution
	assumed(
		"substitution.threshold",
		lognormal(1.5, 1.2, 2.5),
		"multiple of the normal price",
		"yearly mean price above which users work on doing without",
	),
	assumed(
		"substitution.scale",
		lognormal(1, 0.5, 2),
		"1",
		"factor on the share of each use that can be replaced",
	),
	assumed(
		"substitution.for-good",
		logitnormal(0.6, 0.3, 0.9),
		"1",
		"part of what was replaced that does not come back",
	),
	// projects
	assumed(
		"projects.hurdle",
		lognormal(0.3, 0.1, 1),
		"1",
		"net present value over capital cost that a project without a sponsor must promise",
	),
	assumed(
		"projects.half-life",
		lognormal(24, 9, 60),
		"months",
		"time in which investors expect half of a price's distance from normal to be gone",
	),
	assumed(
		"projects.discount",
		triangular(0.08, 0.12, 0.2),
		"1/y",
		"discount rate of a project; six points more in Pakistan",
	),
	assumed(
		"projects.smelter-capital",
		lognormal(6500, 2500, 16000),
		"USD per t/y",
		"capital cost of a smelter",
		"judgement; the announced costs of antimony smelters since 2023 differ by this much",
	),
	assumed(
		"projects.mine-capital",
		lognormal(12000, 6000, 40000),
		"USD per t/y",
		"capital cost of a mine with its mill",
	),
	assumed(
		"projects.loan-default",
		logitnormal(0.12, 0.04, 0.3),
		"1",
		"share of a public loan that is lost",
	),
	// defence
	assumed(
		"demand.defence.qualified-at-start",
		fixed(1),
		"1",
		"share of their metal that munitions makers take from plants held to be qualified today (Thompson Falls, Korea Zinc, a third of small European ones); an axis, not a hidden draw",
		"assumption; the army qualified Thompson Falls' trisulfide (Sanders County Ledger, 2019), nothing is published on the others",
	),
	// Islamabad
	assumed(
		"alignment.hazard",
		lognormal(0.03, 0.01, 0.08),
		"1/month",
		"chance that shipments to the US are withheld, for a government wholly on the other side",
	),
	assumed(
		"alignment.length",
		lognormal(4, 2, 9),
		"months",
		"time for which they are withheld",
	),
];
