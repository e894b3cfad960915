import type { Region } from "../../calibration/row.ts";
import { HUES, type Hue } from "./theme.ts";

/** A region on a chart: a short name, and one hue wherever it is drawn. */
export interface ShownRegion {
	readonly name: string;
	readonly hue: Hue;
}

/** Europe is blue and China orange, as in the history of prices. */
export const SHOWN_REGIONS: Readonly<Record<Region, ShownRegion>> = {
	EU: { name: "Europe", hue: HUES[0]! },
	CN: { name: "China", hue: HUES[1]! },
	PK: { name: "Pakistan", hue: HUES[2]! },
	SA: { name: "S and SE Asia", hue: HUES[3]! },
	RW: { name: "Rest of world", hue: HUES[4]! },
	CA: { name: "Central Asia", hue: HUES[5]! },
	RU: { name: "Russia", hue: HUES[6]! },
	JK: { name: "Japan, Korea", hue: HUES[7]! },
	US: { name: "United States", hue: HUES[7]! },
};
