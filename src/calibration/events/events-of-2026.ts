/** Events of 2026, and dates already set. */

import type { DatedEvent } from "./dated-event.ts";

/** Events of 2026 and dates already set, by date, without prices or traded volumes. */
export const EVENTS_OF_2026: readonly DatedEvent[] = [
	{
		date: "2026-01-05",
		actor: "Nova Minerals",
		kind: "clarification",
		event:
			"Nova tells ASX its Pakistani antimony sourcing is only exploratory, for testing",
		source: "mining.com; energyupdate.com.pk",
	},
	{
		date: "2026-01-14",
		actor: "US",
		kind: "trade-policy",
		event:
			"Section 232 proclamation on processed critical minerals: no tariffs now, 180 days of talks incl. price floors",
		magnitude: { value: 180, unit: "days", reading: "stated" },
		source: "psvital.com; particle.news",
	},
	{
		date: "2026-01-29",
		actor: "US",
		kind: "trade-policy",
		event:
			"Press: US drops idea of guaranteed minimum prices (date approximate, page undated)",
		source: "koalagains.com",
	},
	{
		date: "2026-01-31",
		actor: "BLA",
		kind: "security",
		event:
			"BLA 'Operation Herof' phase two across more than ten Balochistan districts: 36 civilians, 22 security personnel killed",
		magnitude: { value: 58, unit: "deaths", reading: "stated" },
		source: "tribunecontentagency.com; ndtv.com",
	},
	{
		date: "2026-02-02",
		actor: "US EXIM",
		kind: "stockpile",
		event:
			"Project Vault stockpile: 10bn USD EXIM loan + about 1.67-2bn private",
		magnitude: { value: 12, unit: "billion USD", reading: "stated" },
		source: "bhfs.com; pillsburylaw.com",
	},
	{
		date: "2026-02-04",
		actor: "US",
		kind: "trade-policy",
		event:
			"Critical Minerals Ministerial (54 countries incl. Pakistan); FORGE; MoUs with 11",
		magnitude: { value: 54, unit: "countries", reading: "stated" },
		source: "pillsburylaw.com",
	},
	{
		date: "2026-02-07",
		actor: "Barrick",
		kind: "security",
		event: "Barrick starts full review of Reko Diq after the attacks (week of)",
		source: "globalvillagespace.com",
	},
	{
		date: "2026-03-09",
		actor: "SIPRI",
		kind: "alignment",
		event: "SIPRI: China supplied 80% of Pakistan's arms imports 2021-25",
		magnitude: { value: 80, unit: "%", reading: "stated" },
		source: "deccanchronicle.com",
	},
	{
		date: "2026-07-13",
		actor: "US",
		kind: "trade-policy",
		event: "Deadline of Section 232 talks (scheduled; outcome not found)",
		source: "particle.news",
	},
	{
		date: "2026-11-27",
		actor: "China MOFCOM",
		kind: "export-ban",
		event:
			"Scheduled end of China's suspension of the US ban (outcome not found)",
		source: "Business Times 2025-11-09",
	},
];
