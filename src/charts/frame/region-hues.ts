/** Regions of the world on charts: one short name and one colour each. */

import type { Region } from "../../calibration/row.ts";
import { BRIEF_REGIONS } from "../../words/places.ts";
import { HUES, type Hue } from "./theme.ts";

/** A region on a chart: a short name, and one hue wherever it is drawn. */
export interface ShownRegion {
	readonly name: string;
	readonly hue: Hue;
}

/** Europe is blue and China orange, as in the history of prices. */
export const SHOWN_REGIONS: Readonly<Record<Region, ShownRegion>> = {
	EU: { name: BRIEF_REGIONS.EU, hue: HUES[0]! },
	CN: { name: BRIEF_REGIONS.CN, hue: HUES[1]! },
	PK: { name: BRIEF_REGIONS.PK, hue: HUES[2]! },
	SA: { name: BRIEF_REGIONS.SA, hue: HUES[3]! },
	RW: { name: BRIEF_REGIONS.RW, hue: HUES[4]! },
	CA: { name: BRIEF_REGIONS.CA, hue: HUES[5]! },
	RU: { name: BRIEF_REGIONS.RU, hue: HUES[6]! },
	JK: { name: BRIEF_REGIONS.JK, hue: HUES[7]! },
	US: { name: BRIEF_REGIONS.US, hue: HUES[7]! },
};
