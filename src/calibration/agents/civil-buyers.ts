/** Civil users of antimony in 2023: need by region and use. */

import { type Origin, tonnesPerYear } from "../figures.ts";
import { USGS_2026 } from "../publications.ts";
import { REGIONS, type Region, SEGMENTS, type Segment } from "../row.ts";
import type { CivilBuyerRow } from "./agents.ts";

/**
 * Need at 12,000 USD/t by region and use, t Sb a year. A region's total closes
 * the balance of refined antimony in 2023; its split follows published shares of use.
 */
const NEED: Readonly<Record<Region, Partial<Record<Segment, number>>>> = {
	CN: {
		"flame-retardants": 16_940,
		glass: 11_120,
		"lead-alloys": 6880,
		chemicals: 5300,
	},
	US: {
		"flame-retardants": 10_170,
		glass: 1590,
		"lead-alloys": 9000,
		chemicals: 3600,
	},
	EU: {
		"flame-retardants": 13_770,
		glass: 2650,
		"lead-alloys": 4770,
		chemicals: 3710,
	},
	JK: {
		"flame-retardants": 10_590,
		glass: 2650,
		"lead-alloys": 2120,
		chemicals: 2650,
	},
	SA: {
		"flame-retardants": 9530,
		glass: 4240,
		"lead-alloys": 3180,
		chemicals: 2120,
	},
	CA: { "lead-alloys": 530 },
	RU: { "lead-alloys": 2650 },
	PK: { chemicals: 320 },
	RW: { "flame-retardants": 2650, "lead-alloys": 2120, chemicals: 1590 },
};

const estimated = (source: string): Origin => ({ basis: "estimated", source });

const ELSEWHERE = estimated(
	"residual of the balance of 2023; shares of use from a broker report on antimony in photovoltaic glass (2024-08-30)",
);

/** Source of a region's shares of use; the level comes from the balance everywhere. */
function originOf(region: Region): Origin {
	if (region === "CN")
		return estimated(
			"residual of the balance of 2023; shares of use from Leadleo, China antimony metal demand model 2021-2030 (2025)",
		);
	if (region === "US")
		return estimated(`${USGS_2026} (apparent consumption, shares of use)`);
	return ELSEWHERE;
}

const REGION_NAMES: Readonly<Record<Region, string>> = {
	CN: "China",
	US: "United States",
	EU: "European Union",
	JK: "Japan and Korea",
	SA: "South and South-East Asia",
	CA: "Central Asia",
	RU: "Russia",
	PK: "Pakistan",
	RW: "Rest of world",
};

const SEGMENT_NAMES: Readonly<Record<Segment, string>> = {
	"flame-retardants": "flame retardants",
	glass: "glass with photovoltaic glass",
	"lead-alloys": "lead alloys, batteries and ammunition lead",
	chemicals: "polyester and chemicals",
};

function buyersOf(region: Region): CivilBuyerRow[] {
	return SEGMENTS.flatMap((segment) => {
		const need = NEED[region][segment];
		if (need === undefined) return [];
		return {
			id: `${region.toLowerCase()}-${segment}`,
			name: `${REGION_NAMES[region]}: ${SEGMENT_NAMES[segment]}`,
			region,
			segment,
			need: tonnesPerYear(need, originOf(region)),
		};
	});
}

/** Civil users of antimony, one row for each use that a region has; defence need is among them. */
export const CIVIL_BUYERS: readonly CivilBuyerRow[] = REGIONS.flatMap(buyersOf);
