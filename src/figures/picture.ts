/** Picture before it is painted: a vega-lite spec with the words for those who cannot see it. */

import type { TopLevelSpec } from "vega-lite";

/** A picture to be drawn, with its words. */
export interface Picture {
	readonly title: string;
	readonly description: string;
	readonly spec: TopLevelSpec;
}
