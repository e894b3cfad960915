/** Priors of parameters that the record of 2018 to 2024 informs. */

import {
	assumed,
	fixed,
	logitnormal,
	lognormal,
	type PriorRow,
	triangular,
	uniform,
} from "./prior-row.ts";

/** Parameters that the record of 2018 to 2024 informs, in the order of every past draw. */
export const RECORD_PRIORS: readonly PriorRow[] = [
	// use
	assumed(
		"demand.elasticity.short",
		lognormal(0.27, 0.12, 0.5),
		"1",
		"price elasticity of use within a month, positive, before the factor of each use",
		"judgement; cobalt -0.28 a year (City, University of London dissertation, 2023), own arc -0.5 over 3-5 years",
	),
	assumed(
		"demand.elasticity.long-extra",
		triangular(0.05, 0.25, 0.9),
		"1",
		"what is added to it in the long run; bounded, since stronger habits make a market cycle without a shock",
		"judgement; own arc of -0.5 from 2017 to 2023 (USGS use and prices)",
	),
	assumed(
		"demand.habit.months",
		lognormal(18, 9, 36),
		"months",
		"time in which use adapts to a lasting price",
	),
	assumed(
		"demand.choke",
		lognormal(12, 6, 25),
		"multiple of the normal price",
		"price at which even the inelastic floor of use is gone",
	),
	assumed(
		"demand.growth-to-2023",
		uniform(0, 0.8),
		"1",
		"part of the entry of Olimpiada by which need grew from 2018 to 2023",
	),
	assumed(
		"demand.lateness",
		lognormal(1.3, 0.6, 3),
		"1",
		"power of time on the way from the structure of 2018 to that of 2023: above 1, most of it comes late",
		"judgement; prices fell until late 2020 and rose in 2021 (USGS yearly averages)",
	),
	// stocks of buyers
	assumed(
		"stocks.minimum-months",
		uniform(0.2, 1.4),
		"months of use",
		"cover that no price takes away",
	),
	assumed(
		"stocks.elastic-months",
		lognormal(1.6, 0.4, 4),
		"months of use",
		"normal cover above the minimum plus two months",
	),
	assumed(
		"stocks.elasticity",
		lognormal(2, 0.7, 4),
		"1",
		"price elasticity of wanted cover",
	),
	assumed(
		"stocks.adjustment",
		logitnormal(0.3, 0.1, 0.5),
		"1/month",
		"share of a stock gap ordered in a month",
	),
	assumed(
		"stocks.supply-line",
		logitnormal(0.45, 0.1, 0.8),
		"1",
		"weight of the supply line in the order rule",
		"Sterman 1989: decision makers underweight the supply line",
	),
	// belief
	assumed(
		"beliefs.norm-speed",
		triangular(0.04, 0.1, 0.25),
		"1/month",
		"speed of the slow price norm; bounded, since a fast norm makes a market cycle without a shock",
	),
	assumed(
		"beliefs.long-memory",
		uniform(0.05, 0.35),
		"1",
		"weight of the four-year mean in the norm",
	),
	assumed(
		"beliefs.trend",
		uniform(0, 0.5),
		"1",
		"weight of the recent trend in the norm",
	),
	assumed(
		"beliefs.news-kick",
		lognormal(1, 0.4, 2.5),
		"logs",
		"kick of dated news to the norm, for the loss of a whole year's supply: one scale for all events",
		"judgement; one to one with the loss, and two and a half times either way",
	),
	assumed(
		"beliefs.kick-fade",
		uniform(0.05, 0.3),
		"1/month",
		"share of a dated kick that is lost each month",
	),
	assumed(
		"beliefs.holders",
		uniform(0, 1),
		"1",
		"weight of the worth of metal abroad in what holders in China judge a price by",
		"assumption; a weight is a share, on whose size there is no source",
	),
	assumed(
		"beliefs.alarm",
		fixed(0),
		"1",
		"extra share of cover in full alarm; 0 leaves alarm off, 0.8 is its middle when on",
	),
	// precaution
	assumed(
		"precaution.scale",
		lognormal(1.2, 0.4, 3),
		"1",
		"years of threatened supply held at full belief",
	),
	assumed(
		"precaution.fade",
		lognormal(12, 6, 24),
		"months",
		"time in which belief in the threat fades",
	),
	assumed(
		"precaution.elsewhere",
		uniform(0, 0.4),
		"1",
		"belief outside the US relative to the US",
	),
	assumed(
		"precaution.ramp",
		uniform(2, 6),
		"months",
		"time in which extra cover is built",
	),
	assumed(
		"precaution.budget",
		uniform(3, 16),
		"months of use at the normal price",
		"money for extra cover",
	),
	assumed(
		"precaution.used",
		uniform(0, 1),
		"1",
		"above one half: extra cover is used up during a cut",
	),
	assumed(
		"precaution.rush",
		uniform(0, 1.2),
		"1",
		"buying ahead of an announced deadline",
	),
	// refining
	assumed(
		"refining.yield",
		logitnormal(0.92, 0.86, 0.96),
		"1",
		"antimony kept by a smelter",
		"usantimony.com/terminology (recoveries)",
	),
	assumed(
		"refining.capacity-outside",
		uniform(1, 1.4),
		"multiple of the run of 2023",
		"effective capacity of smelters outside China",
	),
	// mines
	assumed(
		"mines.elasticity",
		lognormal(0.18, 0.06, 0.45),
		"1",
		"price elasticity of a primary mine that runs",
		"judgement; cobalt +0.38 a year (City, University of London dissertation, 2023)",
	),
	assumed(
		"mines.reopening",
		lognormal(0.15, 0.05, 0.4),
		"1",
		"margin over cost at which a shut mine reopens",
	),
	assumed(
		"mines.olimpiada-before",
		uniform(0, 12_000),
		"t Sb/y",
		"output of Olimpiada before it entered the market in 2018",
		"Reuters, 2018-03-20: Polyus enters the market; size before it assumed",
	),
	assumed(
		"mines.artisanal-elasticity",
		fixed(0.33),
		"1",
		"price elasticity of digging",
		"judgement; diggers reported at their most in May 2024 (Argus)",
	),
	// contracts
	assumed(
		"trade.contract-share",
		uniform(0.3, 0.75),
		"1",
		"share of last month's orders delivered under contract",
	),
	assumed(
		"trade.index-weight",
		fixed(0.7),
		"1",
		"weight of the newest auction in the published index",
	),
	assumed(
		"trade.trader-stock",
		lognormal(7000, 2200, 19700),
		"t Sb",
		"normal stock of all traders",
	),
	assumed(
		"trade.rerouting",
		lognormal(0.25, 0.1, 0.6),
		"1/month",
		"speed at which a barred buyer rebuilds supply",
	),
	// licences
	assumed(
		"licences.lag",
		fixed(2.5),
		"months",
		"from application to licence",
		"Reuters, 2024-08-16: licences take two to three months",
	),
	assumed(
		"licences.leak",
		lognormal(0.045, 0.02, 0.08),
		"1",
		"share of earlier exports outside the controlled list",
		"Chinese customs via Reuters, 2024-11-20: October 2024 over January to August",
	),
	// grey routes
	assumed(
		"grey.growth",
		lognormal(0.35, 0.2, 0.7),
		"1/month",
		"logistic growth of grey routes while they pay",
	),
	assumed(
		"grey.recovery",
		lognormal(12, 4, 30),
		"months",
		"time in which they recover from enforcement",
	),
	assumed(
		"grey.ceiling",
		lognormal(0.5, 0.12, 1.5),
		"share of lost exports",
		"capacity of grey routes once fully grown: processing abroad, which is not bounded by what was lost",
	),
	// defence
	assumed(
		"defence.certified-cover",
		lognormal(6, 3, 12),
		"months of need",
		"stock of certified users",
		"Reuters, 2025-12-09: an army reserve of twelve months in 2021",
	),
	assumed(
		"demand.defence.certifiedShare",
		fixed(0.11),
		"1",
		"share of defence need that must be certified; an axis, not a hidden draw",
		"own bottom-up estimate: 38 of 354 t a year",
	),
	assumed(
		"demand.defence.growth",
		fixed(0),
		"1/y",
		"yearly growth of defence need",
	),
	// Pakistan
	assumed(
		"pakistan.growth",
		lognormal(2.5, 1.3, 6),
		"multiple by 2030",
		"growth of digging with investment",
	),
	// noise
	assumed(
		"noise.macro",
		lognormal(0.03, 0.015, 0.052),
		"1",
		"monthly innovation of the logarithm of world activity",
	),
	assumed(
		"noise.news",
		lognormal(0.1, 0.065, 0.15),
		"1",
		"monthly innovation of common belief before scaling",
	),
	// a null test
	assumed(
		"dummy",
		uniform(0, 1),
		"1",
		"touches nothing; what a fit finds in it is noise",
	),
];
