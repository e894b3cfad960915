/** Events of 2024: short ore, export licences, and the ban on sales to the United States. */

import type { DatedEvent } from "./dated-event.ts";

/** Events of the market in 2024, by date. */
export const EVENTS_OF_2024: readonly DatedEvent[] = [
	{
		date: "2024-01-01",
		actor: "SPMP Oman",
		kind: "supply-loss",
		event: "SPMP Oman suspends production (start of 2024), reasons not given",
		magnitude: { value: 20_000, unit: "t/y of nameplate", reading: "stated" },
		source: "argusmedia.com 2571158",
	},
	{
		date: "2024-03-11",
		actor: "US Antimony",
		kind: "supply-loss",
		event: "US Antimony shuts Madero smelter (Mexico)",
		source: "reportify.ai UAMY 10-Q Q1 2024",
	},
	{
		date: "2024-04-09",
		actor: "World",
		kind: "supply-loss",
		event:
			"European price rally begins on short feed, Myanmar war, Oman and Russia outages",
		source: "argusmedia.com 2571158",
	},
	{
		date: "2024-04-30",
		actor: "US EXIM",
		kind: "finance",
		event: "US EXIM letter of interest to Perpetua",
		magnitude: { value: 1800, unit: "million USD", reading: "at most" },
		source: "hotscup.com/Perpetua Q2 2024",
	},
	{
		date: "2024-07-15",
		actor: "China",
		kind: "supply-loss",
		event: "Hunan Gold Xinlong mine halted after an accident (day approximate)",
		magnitude: { value: 6060, unit: "t/y", reading: "stated" },
		source: "SMM, Accident shutdown at Xinlong Mining (2024)",
	},
	{
		date: "2024-07-31",
		actor: "Russia/China",
		kind: "sanctions",
		event:
			"Imports of Russian antimony concentrate into China down 96% Jan-Jul",
		magnitude: { value: 278, unit: "t in January to July", reading: "stated" },
		source: "Antaike via malaya.com.ph",
	},
	{
		date: "2024-08-15",
		actor: "China MOFCOM/GAC",
		kind: "export-control",
		event:
			"China announces export licensing for antimony (ore, metal, oxide of 99.99%+, organics, InSb, smelting technology)",
		magnitude: { value: 31, unit: "days of notice", reading: "stated" },
		source: "Reuters 2024-08-15; additivesforpolymer.com",
	},
	{
		date: "2024-08-16",
		actor: "China MOFCOM",
		kind: "export-control",
		event: "Typical licence time stated as 2-3 months; no volume cap",
		magnitude: { value: 2.5, unit: "months", reading: "middle of a range" },
		source: "Reuters 2024-08-16 via energynews.oedigital.com",
	},
	{
		date: "2024-08-21",
		actor: "Campine",
		kind: "demand-level",
		event:
			"Campine says under 5% of its metal comes from China; uses 10-12 kt/yr; 15% own recycling",
		magnitude: { value: 11_000, unit: "t/y", reading: "middle of a range" },
		source: "Campine 2024-08-21",
	},
	{
		date: "2024-09-12",
		actor: "US",
		kind: "proliferation-sanctions",
		event:
			"US sanctions a Chinese institute and several firms for supplying Pakistan's ballistic missile programme",
		magnitude: { value: 5, unit: "entities", reading: "stated" },
		source: "indiatvnews.com 2024-09-12; thebalochistanpost.net 2024-09",
	},
	{
		date: "2024-09-15",
		actor: "China MOFCOM/GAC",
		kind: "export-control",
		event: "Export licensing takes effect",
		source: "Reuters; mmta.co.uk",
	},
	{
		date: "2024-10-30",
		actor: "China",
		kind: "export-control-eased",
		event: "Export channel reopened after temporary suspension",
		source: "scrapinsight.com 2025/03",
	},
	{
		date: "2024-11-14",
		actor: "Larvotto",
		kind: "supply-plan",
		event:
			"Larvotto admitted to US Defense Industrial Base Consortium; Hillgrove plan 5,400 t/yr",
		magnitude: { value: 5400, unit: "t/y", reading: "stated" },
		source: "propertyinterest.com.au",
	},
	{
		date: "2024-12-03",
		actor: "China MOFCOM",
		kind: "export-ban",
		event:
			"China bans approval of Sb, Ga, Ge, superhard exports to US (Announcement 46 of 2024; also end-use military ban)",
		source: "Reuters; laganinews.com",
	},
];
