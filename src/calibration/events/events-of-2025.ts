/** Events of 2025: diplomacy, supply plans and enforcement. */

import type { DatedEvent } from "./dated-event.ts";

/** Events of 2025, by date, without prices or traded volumes. */
export const EVENTS_OF_2025: readonly DatedEvent[] = [
	{
		date: "2025-01-06",
		actor: "Perpetua",
		kind: "permit",
		event:
			"US Forest Service final record of decision for Stibnite (date approximate); plan: 148m lb Sb reserve, first output 2028, capex 1.3bn USD (2020)",
		magnitude: { value: 67_100, unit: "t Sb of reserve", reading: "stated" },
		source: "scrapinsight.com 2025/02",
	},
	{
		date: "2025-01-15",
		actor: "China MOFCOM",
		kind: "licence-granted",
		event:
			"China grants first antimony metal licences to Japan (two exporters); month per source",
		magnitude: { value: 2, unit: "exporters", reading: "stated" },
		source: "scrapinsight.com 2025/03",
	},
	{
		date: "2025-01-15",
		actor: "Korea Zinc",
		kind: "supply-plan",
		event:
			"Korea Zinc plans first US exports; capacity about 3,500 t/yr, 70% used at home",
		magnitude: { value: 3500, unit: "t/y", reading: "stated" },
		source: "biz.chosun.com 2025-01-15",
	},
	{
		date: "2025-04-02",
		actor: "US",
		kind: "tariff-exemption",
		event: "US reciprocal tariffs; antimony exempt in Annex II",
		magnitude: { value: 0, unit: "%", reading: "stated" },
		source: "spglobal.com 2025-04-03",
	},
	{
		date: "2025-04-15",
		actor: "US",
		kind: "trade-policy",
		event: "Section 232 investigation of processed critical minerals ordered",
		source: "thompsonhinesmartrade.com",
	},
	{
		date: "2025-04-15",
		actor: "US Antimony",
		kind: "supply-entry",
		event:
			"US Antimony restarts Madero smelter (April); aim 200 short tons a month by end-2025",
		magnitude: { value: 181, unit: "t/month", reading: "target" },
		source: "middleeastmetals.ir/mining.com",
	},
	{
		date: "2025-05-07",
		actor: "Larvotto",
		kind: "supply-plan",
		event: "Larvotto Hillgrove feasibility study (May): 5,400 t/yr from 2026",
		magnitude: { value: 5400, unit: "t/y", reading: "stated" },
		source: "flippingbook feature; northernminer.com",
	},
	{
		date: "2025-05-09",
		actor: "China",
		kind: "enforcement",
		event:
			"China opens a special campaign against smuggling of strategic minerals (meeting in Shenzhen; names false declaration and third-country re-exports)",
		source: "news.metal.com 103317651; kitco.com 2025-05-09",
	},
	{
		date: "2025-05-20",
		actor: "Perpetua",
		kind: "permit",
		event: "Last federal permit for Stibnite (US Army Corps)",
		source: "Reuters via tradingkey.com",
	},
	{
		date: "2025-06-16",
		actor: "Korea Zinc",
		kind: "supply-plan",
		event:
			"Korea Zinc starts US supply; targets 100 t in 2025 and 240 t in 2026",
		magnitude: { value: 240, unit: "t/y in 2026", reading: "target" },
		source: "biz.chosun.com 2025-06-16",
	},
	{
		date: "2025-06-18",
		actor: "US/Pakistan",
		kind: "engagement",
		event:
			"Pakistan's army chief received at the White House (day approximate)",
		source: "ndtv.com 9359290",
	},
	{
		date: "2025-07-19",
		actor: "China MSS/GAC",
		kind: "enforcement",
		event:
			"China's security ministry and customs step up anti-smuggling and transshipment checks (month of report)",
		source: "asianfin.com 2025-07-21",
	},
	{
		date: "2025-07-31",
		actor: "US/Pakistan",
		kind: "engagement",
		event:
			"US-Pakistan trade agreement: 19% tariff, help with oil reserves (day approximate)",
		source: "newindianexpress.com 2025-09-28",
	},
	{
		date: "2025-08-05",
		actor: "Alkane",
		kind: "corporate",
		event: "Alkane-Mandalay merger completed (Costerfield)",
		source: "financetom.com",
	},
	{
		date: "2025-08-05",
		actor: "Australia",
		kind: "subsidy",
		event:
			"Australia rescues Nyrstar smelters incl. antimony pilot at Port Pirie (August)",
		magnitude: { value: 135, unit: "million AUD", reading: "stated" },
		source: "miragenews.com; nyrstar.com",
	},
	{
		date: "2025-09-05",
		actor: "US",
		kind: "tariff-exemption",
		event: "US widens Annex II exemption list (effective 8 Sep)",
		source: "internationaltradetoday.com",
	},
	{
		date: "2025-09-08",
		actor: "Pakistan/USSM",
		kind: "investment-memorandum",
		event:
			"USSM and FWO sign MoU in Islamabad: poly-metallic refinery, immediate exports of antimony etc.",
		magnitude: { value: 500, unit: "million USD", reading: "stated" },
		source: "veridicor.com; rawmaterials.net; maritimecareer.gr",
	},
	{
		date: "2025-09-23",
		actor: "US DLA",
		kind: "stockpile",
		event: "DLA sole-source five-year IDIQ to US Antimony for stockpile ingot",
		magnitude: { value: 3039, unit: "t", reading: "at most" },
		source: "Benzinga; metalnomist.com 2025/12",
	},
	{
		date: "2025-09-25",
		actor: "US/Pakistan",
		kind: "engagement",
		event:
			"Prime minister and army chief of Pakistan at the White House; minerals shown",
		source: "newindianexpress.com 2025-09-28",
	},
	{
		date: "2025-10-02",
		actor: "Pakistan/USSM",
		kind: "shipment",
		event:
			"First USSM shipment from Pakistan (Sb, Cu concentrate, Nd/Pr); tonnage not published, FT calls it a small sample",
		source: "Benzinga 2025-10-03; zameen.com (FT)",
	},
	{
		date: "2025-10-26",
		actor: "China MOFCOM",
		kind: "export-policy",
		event:
			"MOFCOM Announcement 68: rules for 2026-27 state-trading exporters; new Sb applicants need 3-yr average supply of 7,000 t metal or 5,000 t oxide",
		magnitude: { value: 5000, unit: "t of oxide", reading: "stated" },
		source: "metal.com 103607913; thedeepdive.ca",
	},
	{
		date: "2025-10-30",
		actor: "US/China",
		kind: "trade-policy",
		event: "Xi-Trump truce in Korea",
		magnitude: { value: 12, unit: "months", reading: "stated" },
		source: "Daily Sabah 2025-11-09",
	},
	{
		date: "2025-11-06",
		actor: "China",
		kind: "export-control",
		event:
			"Exporters report containers held for months and suspended overseas sales",
		source: "fastmarkets.com p=105163",
	},
	{
		date: "2025-11-09",
		actor: "China MOFCOM",
		kind: "export-ban-eased",
		event:
			"China suspends clause 2 (US ban) of Announcement 46 until 27 Nov 2026; licensing and military end-user ban stay",
		magnitude: { value: 383, unit: "days", reading: "stated" },
		source: "Business Times; laganinews.com",
	},
	{
		date: "2025-11-20",
		actor: "Nyrstar",
		kind: "supply-entry",
		event:
			"Nyrstar casts first antimony; target 2,000 t/yr by end-2026, 5,000 t/yr by 2028 if funded",
		magnitude: {
			value: 2000,
			unit: "t/y by the end of 2026",
			reading: "target",
		},
		source: "nyrstar.com",
	},
	{
		date: "2025-11-23",
		actor: "US EXIM",
		kind: "finance",
		event: "US EXIM announces loan for Reko Diq (board approval in December)",
		magnitude: { value: 1250, unit: "million USD", reading: "stated" },
		source: "dawn.com 1957007; tribunecontentagency.com",
	},
	{
		date: "2025-11-25",
		actor: "Pakistan/Nova",
		kind: "investment-memorandum",
		event:
			"Nova Minerals and Himalayan Earth partnership; initial 100m USD stated by Pakistani official",
		magnitude: { value: 100, unit: "million USD", reading: "stated" },
		source: "arabnews.pk 2623901",
	},
	{
		date: "2025-12-08",
		actor: "US/Pakistan",
		kind: "arms-sale",
		event: "US notifies Congress of F-16 sustainment for Pakistan",
		magnitude: { value: 686, unit: "million USD", reading: "stated" },
		source: "thedefensewatch.com",
	},
	{
		date: "2025-12-15",
		actor: "Korea Zinc/US",
		kind: "supply-plan",
		event:
			"Korea Zinc Tennessee smelter: 540 kt/yr products, antimony among 13; phased start 2029",
		magnitude: { value: 7400, unit: "million USD", reading: "stated" },
		source: "koreazinc.co.kr p=2202",
	},
	{
		date: "2025-12-16",
		actor: "China",
		kind: "enforcement",
		event:
			"Shenzhen court convicts 27 for antimony smuggling; ringleader 12 years",
		magnitude: { value: 27, unit: "people", reading: "stated" },
		source: "globaltimes.cn; Caixin",
	},
	{
		date: "2025-12-18",
		actor: "Campine",
		kind: "supply-plan",
		event:
			"Campine to add 800-1,000 t/yr recycled metal for about 7m EUR by mid-2027",
		magnitude: { value: 900, unit: "t/y", reading: "middle of a range" },
		source: "Campine 2025-12-18",
	},
	{
		date: "2025-12-26",
		actor: "China MOFCOM",
		kind: "export-policy",
		event:
			"Exporter white-list 2026-27: 11 firms for antimony (unchanged); confirmed 30 Dec",
		magnitude: { value: 11, unit: "firms", reading: "stated" },
		source: "rareearthexchanges.com p=20677 (Reuters)",
	},
];
