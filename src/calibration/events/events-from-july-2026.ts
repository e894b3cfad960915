/** Events from July 2026 on, and dates already set. */

import type { RecentEvent } from "./dated-event.ts";

/** Events of the market from July 2026 on and dates already set, by date, without prices or traded volumes. */
export const EVENTS_FROM_JULY_2026: readonly RecentEvent[] = [
	{
		date: "2026-07-13",
		actor: "US",
		kind: "trade-policy",
		event:
			"Deadline of the Section 232 talks passes; no action on processed minerals from July to September",
		outcome: false,
		basis: "reported",
		source:
			"wh-briefings on GitHub, presidential actions of July to September 2026",
		enters: {
			by: "neither",
			why: "no action: no tariff on antimony follows from it, and none is written",
		},
	},
	{
		date: "2026-07-20",
		actor: "US",
		kind: "defence-sourcing",
		event:
			"Executive order: waivers under 10 USC 4872 stop on 2027-01-01 save with a plan to mend; other sources to be qualified, a strategy to speed that in 90 days",
		outcome: false,
		basis: "reported",
		source: "wh-briefings on GitHub, presidential actions of July 2026",
		enters: { by: "shock", ids: ["waivers-stop"] },
	},
	{
		date: "2026-07-21",
		actor: "Zimbabwe",
		kind: "export-ban",
		event:
			"Zimbabwe orders an immediate stop of antimony and tungsten exports (letter; reported 9 September)",
		outcome: false,
		basis: "reported",
		source: "SMM 104099041 (Bloomberg)",
		enters: { by: "shock", ids: ["zimbabwe-stops-exports"] },
	},
	{
		date: "2026-07-21",
		actor: "Larvotto",
		kind: "supply-entry",
		event: "Commissioning of Hillgrove starts",
		outcome: true,
		basis: "reported",
		source: "mineral.watch",
		enters: { by: "shock", ids: ["hillgrove"] },
	},
	{
		date: "2026-07-29",
		actor: "US Army",
		kind: "qualification",
		event:
			"Army, Idaho National Laboratory and Perpetua open a trisulfide pilot plant (about 1 ton of ore a day; primers need 7 to 10 t a year)",
		magnitude: { value: 8.5, unit: "t/y needed", reading: "middle of a range" },
		outcome: false,
		basis: "reported",
		source:
			"US Army, 2026-08-06, via strategic-materials-policy-tracker on GitHub; mineral.watch",
		enters: {
			by: "neither",
			why: "it tries a process and sells no metal; nothing is qualified yet, and the model knows one certified metal, not trisulfide apart",
		},
	},
	{
		date: "2026-07-30",
		actor: "US",
		kind: "defence-sourcing",
		event: "DPA section 101 determination on recoverable critical minerals",
		outcome: false,
		basis: "reported",
		source: "wh-briefings on GitHub, presidential actions of July 2026",
		enters: {
			by: "neither",
			why: "a determination; no order of priority for antimony has been found",
		},
	},
	{
		date: "2026-08-11",
		actor: "US Antimony",
		kind: "supply-entry",
		event: "US Antimony: expansion of Thompson Falls substantially complete",
		outcome: true,
		basis: "reported",
		source:
			"United States Antimony, 10-Q of the second quarter 2026, via strategic-materials-policy-tracker on GitHub",
		enters: { by: "shock", ids: ["thompson-falls-expansion"] },
	},
	{
		date: "2026-08-15",
		actor: "SPMP Oman",
		kind: "supply-loss",
		event: "SPMP Oman seeks a buyer or partner (month); still idle",
		magnitude: { value: 20000, unit: "t/y of nameplate", reading: "stated" },
		outcome: false,
		basis: "estimated",
		source: "mineral.watch",
		enters: { by: "shock", ids: ["oman-stops"] },
	},
	{
		date: "2026-09-22",
		actor: "Larvotto",
		kind: "supply-entry",
		event: "First gold and antimony at Hillgrove (year inferred)",
		outcome: true,
		basis: "estimated",
		source: "Mining.com, via a public digest",
		enters: { by: "shock", ids: ["hillgrove"] },
	},
	{
		date: "2026-09-24",
		actor: "US/China",
		kind: "trade-policy",
		event:
			"Truce extended from 10 November 2026 to 10 January 2027, says the US Treasury",
		magnitude: { value: 2, unit: "months", reading: "stated" },
		outcome: false,
		basis: "reported",
		source: "public notes that cite Al Jazeera",
		enters: {
			by: "neither",
			why: "the record has no end of the suspension; ban-returns keeps 27 November 2026 and says that the truce runs on",
		},
	},
	{
		date: "2026-09-25",
		actor: "US/China",
		kind: "trade-policy",
		event:
			"Fact sheet of the state visit: work on shortages of critical minerals goes on; antimony not named",
		outcome: false,
		basis: "reported",
		source: "White House fact sheet, 2026-09-25",
		enters: { by: "neither", why: "no rule on antimony changed" },
	},
	{
		date: "2026-11-10",
		actor: "China MOFCOM",
		kind: "export-control",
		event:
			"Stated end of the suspension of controls on rare earths (Announcement 70)",
		outcome: false,
		basis: "reported",
		source: "strategic-materials-policy-tracker on GitHub",
		enters: { by: "neither", why: "rare earths, not antimony" },
	},
	{
		date: "2026-11-27",
		actor: "China MOFCOM",
		kind: "export-ban",
		event:
			"Scheduled end of China's suspension of the US ban (outcome not found)",
		outcome: false,
		basis: "reported",
		source: "Business Times 2025-11-09",
		enters: {
			by: "neither",
			why: "the record is written without an end of the suspension; ban-returns asks what follows if it lapses on this day",
		},
	},
	{
		date: "2027-01-01",
		actor: "US",
		kind: "defence-sourcing",
		event:
			"Chinese antimony barred from defence chains by the National Defense Authorization Act of 2024 (secondary source, not checked in law)",
		outcome: false,
		basis: "assumed",
		source: "mineral.watch",
		enters: { by: "shock", ids: ["waivers-stop"] },
	},
	{
		date: "2027-01-10",
		actor: "US/China",
		kind: "trade-policy",
		event: "Stated end of the extended truce",
		outcome: false,
		basis: "reported",
		source: "public notes that cite Al Jazeera",
		enters: { by: "neither", why: "nothing is known after it" },
	},
];
