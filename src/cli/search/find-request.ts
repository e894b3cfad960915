/** A search for the setting at which a statement begins to hold, as it is asked for. */

import type { Search } from "../../inference/search/break-even.ts";
import type { Axis } from "../../scenario/edits/vary.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import type { BatchLine } from "../line/batch-options.ts";
import type { Varied } from "./variants.ts";

/** Statement that is to begin to hold, and the path and range to search. */
export interface FindRequest {
	readonly word: string;
	readonly tune: string;
	readonly axis: Axis;
	readonly until: Expectation;
	readonly search: Search;
	readonly options: BatchLine;
	readonly varied: Varied;
}
