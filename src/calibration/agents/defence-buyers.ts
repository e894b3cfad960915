/** Defence users of antimony in 2023: need by region, and its certified share. */

import { ASSUMED, type Origin, share, tonnesPerYear } from "../figures.ts";
import type { DefenceBuyerRow } from "./agents.ts";

const SUM: Origin = {
	basis: "estimated",
	source:
		"own sum of munitions, alloys, batteries and flame-retarded goods (GAO-05-687; Reuters, 2025-12-09; National Research Council 2004)",
};

/**
 * Defence need of 2023, t Sb a year, each total split by what must come from a
 * certified plant: munitions in full, military goods bought through civil
 * suppliers not at all. It is part of the civil rows. Ranges are 5 to 95 %.
 */
export const DEFENCE_BUYERS: readonly DefenceBuyerRow[] = [
	{
		id: "us-defence-certified",
		name: "US munitions",
		region: "US",
		certifiedShare: share(1, ASSUMED),
		need: tonnesPerYear(38, SUM, "12 to 134; trisulfide about 6"),
	},
	{
		id: "us-defence-embedded",
		name: "Oxide, batteries and alloys in US military goods",
		region: "US",
		certifiedShare: share(0, ASSUMED),
		need: tonnesPerYear(316, SUM, "127 to 580"),
	},
	{
		id: "eu-defence-certified",
		name: "EU and UK munitions",
		region: "EU",
		certifiedShare: share(1, ASSUMED),
		need: tonnesPerYear(
			46,
			SUM,
			"part of 69 (21 to 232) for all allies; split by use assumed",
		),
	},
	{
		id: "eu-defence-embedded",
		name: "Oxide, batteries and alloys in EU and UK military goods",
		region: "EU",
		certifiedShare: share(0, ASSUMED),
		need: tonnesPerYear(170, SUM, "part of 255 for all allies; split assumed"),
	},
	{
		id: "jk-defence",
		name: "Japanese and Korean defence",
		region: "JK",
		certifiedShare: share(0.2, ASSUMED),
		need: tonnesPerYear(
			108,
			SUM,
			"rest of 324 (137 to 677) for all allies; a fifth in munitions",
		),
	},
];
