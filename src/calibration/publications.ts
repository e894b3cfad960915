/** Publications that more than one table of the calibration cites. */

export const USGS_2020 =
	"U.S. Geological Survey, Mineral Commodity Summaries 2020: Antimony";
export const USGS_2022 =
	"U.S. Geological Survey, Mineral Commodity Summaries 2022: Antimony";
export const USGS_2026 =
	"U.S. Geological Survey, Mineral Commodity Summaries 2026: Antimony";
