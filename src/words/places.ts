import { REGIONS, type Region } from "../calibration/row.ts";

const REGION_NAMES: Readonly<Record<Region, string>> = {
	CN: "China",
	US: "the United States",
	EU: "Europe",
	JK: "Japan and Korea",
	SA: "South and South-East Asia",
	CA: "Central Asia",
	RU: "Russia",
	PK: "Pakistan",
	RW: "the rest of the world",
};

/** A region by its code, or by its place in regional arrays. */
export function regionWords(region: number | string): string {
	const code = typeof region === "number" ? REGIONS[region] : region;
	return REGION_NAMES[code as Region] ?? String(region);
}
