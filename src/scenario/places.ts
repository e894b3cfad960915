/** Names of regions and of their countries. */

import { REGIONS, type Region } from "../calibration/row.ts";

/** Names by which a region may be called, beside its code; a country stands for its region. */
const NAMES: Readonly<Record<Region, readonly string[]>> = {
	CN: ["China"],
	US: ["United States", "USA", "America"],
	EU: [
		"Europe",
		"European Union",
		"United Kingdom",
		"UK",
		"Belgium",
		"France",
		"Germany",
		"Netherlands",
		"Italy",
		"Spain",
		"Poland",
	],
	JK: ["Japan and Korea", "Japan", "Korea", "South Korea"],
	SA: [
		"South and South-East Asia",
		"South-East Asia",
		"India",
		"Vietnam",
		"Thailand",
		"Myanmar",
		"Malaysia",
		"Laos",
		"Indonesia",
	],
	CA: ["Central Asia", "Tajikistan", "Kyrgyzstan", "Kazakhstan", "Uzbekistan"],
	RU: ["Russia"],
	PK: ["Pakistan", "Afghanistan"],
	RW: [
		"Rest of the world",
		"Bolivia",
		"Oman",
		"Turkey",
		"Australia",
		"Mexico",
		"South Africa",
		"Canada",
		"Iran",
		"Guatemala",
	],
};

const REGION_OF = new Map<string, Region>(
	REGIONS.flatMap((region) =>
		[region, ...NAMES[region]].map((name): [string, Region] => [
			name.toLowerCase(),
			region,
		]),
	),
);

/** Every name that stands for a region. */
export const NAMES_OF_PLACES: readonly string[] = REGIONS.flatMap((region) => [
	region,
	...NAMES[region],
]);

/** The region that a code, an English name or a country stands for; null when none. */
export function regionOf(name: string): Region | null {
	return REGION_OF.get(name.trim().toLowerCase()) ?? null;
}
