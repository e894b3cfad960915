/** Events of 2018 to 2023: Olimpiada enters the market, a pandemic, a war. */

import type { DatedEvent } from "./dated-event.ts";

/** Events of the market from 2018 to 2023, by date. */
export const EVENTS_TO_2023: readonly DatedEvent[] = [
	{
		date: "2018-03-20",
		actor: "Polyus (Russia)",
		kind: "supply-entry",
		event:
			"Polyus enters market: plans 15,000-20,000 t/yr contained Sb as Olimpiada by-product",
		magnitude: { value: 17_500, unit: "t/y", reading: "middle of a range" },
		source: "Reuters via metalquote.de",
	},
	{
		date: "2018-08-31",
		actor: "China",
		kind: "enforcement",
		event: "Chinese customs seize smuggled antimony metal, 11 held",
		magnitude: { value: 3000, unit: "t", reading: "stated" },
		source: "Argus 2020-02-10 via thestlouisgroup.com",
	},
	{
		date: "2018-12-31",
		actor: "Polyus (Russia)",
		kind: "supply-level",
		event: "Polyus Olimpiada output first year",
		magnitude: { value: 23_600, unit: "t Sb", reading: "stated" },
		source: "projectblue/miningsee.eu",
	},
	{
		date: "2019-07-23",
		actor: "SPMP Oman",
		kind: "supply-entry",
		event: "First metal at Oman Antimony Roaster (Sohar)",
		magnitude: { value: 20_000, unit: "t/y of nameplate", reading: "stated" },
		source: "omanobserver.om",
	},
	{
		date: "2019-08-31",
		actor: "China",
		kind: "stock-release",
		event: "Whole Fanya antimony stock auctioned",
		magnitude: { value: 18_661, unit: "t", reading: "stated" },
		source: "fastmarkets 3468949; Metal Bulletin 3893220",
	},
	{
		date: "2019-10-30",
		actor: "China MOFCOM",
		kind: "export-policy",
		event:
			"Rules for state-trading exporters of W, Sb, Ag for 2020-21 issued (date approximate)",
		source: "globaltimes.cn 1168198",
	},
	{
		date: "2020-03-11",
		actor: "World",
		kind: "demand-shock",
		event:
			"Covid-19 declared a pandemic; demand falls, then recovers (size assumed)",
		source: "WHO declaration, 11 March 2020",
	},
	{
		date: "2020-12-31",
		actor: "Polyus (Russia)",
		kind: "supply-level",
		event: "Polyus output 2020 ('over 10,000 t')",
		magnitude: { value: 10_000, unit: "t Sb", reading: "at least" },
		source: "projectblue.com 363",
	},
	{
		date: "2021-06-16",
		actor: "Twinkling Star",
		kind: "supply-loss",
		event:
			"Hsikwangshan Twinkling Star stops smelting for lack of feed; mine had been shut more than a year on licence expiry; both back in July",
		magnitude: { value: 40_000, unit: "t/y of capacity", reading: "stated" },
		source: "Argus 2251502 via antimony-gz.com",
	},
	{
		date: "2021-09-06",
		actor: "China",
		kind: "supply-loss",
		event:
			"All antimony smelters in Hunan and Guizhou told to stop at least 10 days (river antimony)",
		magnitude: { value: 10, unit: "days", reading: "at least" },
		source: "Argus 2251502 via antimony-gz.com",
	},
	{
		date: "2021-12-31",
		actor: "Polyus (Russia)",
		kind: "supply-level",
		event: "Polyus output 2021 (derived from 2022 +73%)",
		magnitude: { value: 2500, unit: "t Sb", reading: "derived" },
		source: "projectblue.com 363",
	},
	{
		date: "2022-02-24",
		actor: "Russia",
		kind: "sanctions",
		event:
			"Russia-Ukraine war and payment sanctions disrupt concentrate flow to China",
		source: "Argus 2022-03-16/04-18 via thestlouisgroup.com",
	},
	{
		date: "2022-04-18",
		actor: "Tajikistan/China",
		kind: "supply-entry",
		event: "Huayu (TALCO Gold) launches antimony-gold project in Tajikistan",
		source: "thestlouisgroup.com/2022/04",
	},
	{
		date: "2022-12-19",
		actor: "US DoD",
		kind: "subsidy",
		event: "DPA Title III award to Perpetua for Stibnite studies",
		magnitude: { value: 24.8, unit: "million USD", reading: "stated" },
		source: "mining.com",
	},
	{
		date: "2022-12-31",
		actor: "Polyus (Russia)",
		kind: "supply-level",
		event: "Polyus output 2022 (400 t H1 + 3,991 t H2)",
		magnitude: { value: 4391, unit: "t Sb", reading: "stated" },
		source: "projectblue.com 363",
	},
	{
		date: "2023-08-15",
		actor: "US Army",
		kind: "subsidy",
		event:
			"US Army (DOTC) award to Perpetua for antimony trisulfide pilot (month per source)",
		magnitude: { value: 15.5, unit: "million USD", reading: "stated" },
		source: "expertfxschool.com/mining.com",
	},
	{
		date: "2023-10-20",
		actor: "US",
		kind: "proliferation-sanctions",
		event:
			"US sanctions three Chinese firms for supplying missile-applicable items to Pakistan (day approximate)",
		magnitude: { value: 3, unit: "firms", reading: "stated" },
		source: "indiatvnews.com 2024-09-12 (Reuters)",
	},
	{
		date: "2023-11-13",
		actor: "China MOFCOM",
		kind: "export-policy",
		event: "Criteria for 2024-25 state-trading exporters of W, Sb, Ag",
		source: "Reuters via nasdaq.com",
	},
	{
		date: "2023-12-18",
		actor: "US DoD",
		kind: "subsidy",
		event: "Perpetua DPA Title III total after conditional 34.6m top-up",
		magnitude: { value: 59.4, unit: "million USD", reading: "stated" },
		source: "mining.com",
	},
	{
		date: "2023-12-31",
		actor: "Polyus (Russia)",
		kind: "supply-level",
		event:
			"Polyus back as largest single mine: over 20% of world mine supply in 2023",
		magnitude: {
			value: 20,
			unit: "% of world mine supply",
			reading: "at least",
		},
		source: "projectblue.com 788",
	},
];
