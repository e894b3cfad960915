/** Events of the first half of 2025: tariffs that spare antimony, a campaign against smuggling, a first turn of prices. */

import type { RecentEvent } from "./dated-event.ts";

/** Events of the market from January to June 2025, by date, without prices or traded volumes. */
export const EVENTS_OF_2025_TO_JUNE: readonly RecentEvent[] = [
	{
		date: "2025-01-06",
		actor: "Perpetua",
		kind: "permit",
		event:
			"US Forest Service final record of decision for Stibnite (date approximate); plan: 148m lb Sb reserve, first output 2028, capex 1.3bn USD (2020)",
		magnitude: { value: 67100, unit: "t Sb of reserve", reading: "stated" },
		outcome: false,
		basis: "estimated",
		source: "scrapinsight.com 2025/02",
		enters: {
			by: "neither",
			why: "a permit for a mine that enters when ground is broken, as stibnite",
		},
	},
	{
		date: "2025-01-15",
		actor: "China MOFCOM",
		kind: "licence-granted",
		event:
			"China grants first antimony metal licences to Japan (two exporters); month per source",
		magnitude: { value: 2, unit: "exporters", reading: "stated" },
		outcome: false,
		basis: "reported",
		source: "scrapinsight.com 2025/03",
		enters: {
			by: "neither",
			why: "what the licence office grants under export-licences is drawn",
		},
	},
	{
		date: "2025-01-15",
		actor: "Korea Zinc",
		kind: "supply-plan",
		event:
			"Korea Zinc plans first US exports; capacity about 3,500 t/yr, 70% used at home",
		magnitude: { value: 3500, unit: "t/y", reading: "stated" },
		outcome: false,
		basis: "reported",
		source: "biz.chosun.com 2025-01-15",
		enters: {
			by: "neither",
			why: "Korea Zinc stands in the market of 2023; who sells to whom is the model's own to say",
		},
	},
	{
		date: "2025-02-13",
		actor: "Market",
		kind: "market-outcome",
		event:
			"Chinese ingot leaves the band of its winter and rises until 22 April",
		outcome: true,
		basis: "reported",
		source: "SMM history, kept in a public repository on GitHub",
		enters: {
			by: "neither",
			why: "a price is what the model must give; the quotes stand in the record of 2025, which scores it",
		},
	},
	{
		date: "2025-03-13",
		actor: "Hong Kong Customs",
		kind: "enforcement",
		event: "Hong Kong seizes suspected ingot in an outbound container",
		outcome: true,
		basis: "reported",
		source: "Hong Kong Customs notice, via a public minerals monitor",
		enters: {
			by: "neither",
			why: "one container; what grey routes carry and lose is drawn",
		},
	},
	{
		date: "2025-04-02",
		actor: "US",
		kind: "tariff-exemption",
		event: "US reciprocal tariffs; antimony exempt in Annex II",
		magnitude: { value: 0, unit: "%", reading: "stated" },
		outcome: false,
		basis: "reported",
		source: "spglobal.com 2025-04-03",
		enters: {
			by: "neither",
			why: "antimony is exempt: no tariff on antimony follows from it, and none is written",
		},
	},
	{
		date: "2025-04-15",
		actor: "US",
		kind: "trade-policy",
		event: "Section 232 investigation of processed critical minerals ordered",
		outcome: false,
		basis: "reported",
		source: "thompsonhinesmartrade.com",
		enters: {
			by: "neither",
			why: "an investigation sets no rule: no tariff on antimony follows from it, and none is written",
		},
	},
	{
		date: "2025-04-15",
		actor: "US Antimony",
		kind: "supply-entry",
		event:
			"US Antimony restarts Madero smelter (April); aim 200 short tons a month by end-2025",
		magnitude: { value: 181, unit: "t/month", reading: "target" },
		outcome: false,
		basis: "reported",
		source: "middleeastmetals.ir/mining.com",
		enters: { by: "shock", ids: ["madero-shut"] },
	},
	{
		date: "2025-05-07",
		actor: "Larvotto",
		kind: "supply-plan",
		event: "Larvotto Hillgrove feasibility study (May): 5,400 t/yr from 2026",
		magnitude: { value: 5400, unit: "t/y", reading: "stated" },
		outcome: false,
		basis: "reported",
		source: "flippingbook feature; northernminer.com",
		enters: { by: "shock", ids: ["hillgrove"] },
	},
	{
		date: "2025-05-09",
		actor: "China",
		kind: "enforcement",
		event:
			"China opens a special campaign against smuggling of strategic minerals (meeting in Shenzhen; names false declaration and third-country re-exports)",
		outcome: false,
		basis: "reported",
		source: "news.metal.com 103317651; kitco.com 2025-05-09",
		enters: { by: "shock", ids: ["campaign-may-2025"] },
	},
	{
		date: "2025-05-15",
		actor: "Market",
		kind: "market-outcome",
		event: "Chinese ingot turns down until 20 June",
		outcome: true,
		basis: "reported",
		source: "SMM history, kept in a public repository on GitHub",
		enters: {
			by: "neither",
			why: "a price is what the model must give; the quotes stand in the record of 2025, which scores it",
		},
	},
	{
		date: "2025-05-20",
		actor: "Perpetua",
		kind: "permit",
		event: "Last federal permit for Stibnite (US Army Corps)",
		outcome: false,
		basis: "reported",
		source: "Reuters via tradingkey.com",
		enters: {
			by: "neither",
			why: "a permit for a mine that enters when ground is broken, as stibnite",
		},
	},
	{
		date: "2025-05-28",
		actor: "Pakistan",
		kind: "engagement",
		event:
			"Lobbyists hand a draft US-Pakistan minerals memorandum to Congress, before the USSM deal",
		outcome: false,
		basis: "assumed",
		source: "dossier of filings under the Foreign Agents Registration Act",
		enters: {
			by: "neither",
			why: "a draft by lobbyists is no act of a government",
		},
	},
	{
		date: "2025-06-16",
		actor: "Korea Zinc",
		kind: "supply-plan",
		event:
			"Korea Zinc starts US supply; targets 100 t in 2025 and 240 t in 2026",
		magnitude: { value: 240, unit: "t/y in 2026", reading: "target" },
		outcome: false,
		basis: "reported",
		source: "biz.chosun.com 2025-06-16",
		enters: {
			by: "neither",
			why: "Korea Zinc stands in the market of 2023; who sells to whom is the model's own to say",
		},
	},
	{
		date: "2025-06-18",
		actor: "US/Pakistan",
		kind: "engagement",
		event:
			"Pakistan's army chief received at the White House (day approximate)",
		outcome: false,
		basis: "estimated",
		source: "ndtv.com 9359290",
		enters: { by: "shock", ids: ["army-chief-in-washington"] },
	},
	{
		date: "2025-06-24",
		actor: "Market",
		kind: "market-outcome",
		event:
			"European price falls for the first time since July 2024; more offers from Myanmar, Laos and Cambodia",
		outcome: true,
		basis: "reported",
		source: "Argus 2702731",
		enters: {
			by: "neither",
			why: "a price is what the model must give; the quotes stand in the record of 2025, which scores it",
		},
	},
];
