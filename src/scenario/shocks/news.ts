/** Mere news: an event that changes no rule but what people believe. */

import { z } from "zod";
import { common, news, type ShockCommon } from "./common.ts";
import { kindField } from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** An event that changes no rule but what people believe. */
export interface NewsShock extends ShockCommon {
	readonly kind: "news";
}

const fields = z.strictObject({
	...common,
	kind: kindField(
		"news",
		"an event that changes no rule but what people believe",
	),
	news,
});

const newsOnly: ShockKind<NewsShock, typeof fields> = {
	fields,
	complete: ({ kind }) => ({ kind }),
	write: () => ({}),
	subjects: () => [],
	course: "event",
	rank: () => 9,
};

/** Kinds of mere news. */
export const NEWS = [newsOnly] as const;
