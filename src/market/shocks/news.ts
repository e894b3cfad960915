/** Lenses of news: what the market hears on the day of any shock. */

import { instantOf } from "../../quantities.ts";
import type { Shock } from "../../scenario/types.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import type { Lenses } from "./shock-lens.ts";
import { knownTick } from "./span.ts";

/**
 * What is heard on the day of a shock; null when nothing is. News of the first
 * half of a month works in it for the days that are left, the rest in the next.
 */
export function newsLens(shock: Shock, draw: DrawShock): Lens | null {
	const news = shock.news;
	if (news === null) return null;
	const tick = knownTick(shock);
	const now = Math.min(1, tick + 1 - instantOf(shock.announce ?? shock.from));
	const strength = draw(shock.id, "news.precaution", news.precaution);
	return {
		from: tick,
		to: tick + 2,
		apply: (rules, month) => {
			const share = month === tick ? now : 1 - now;
			rules.kickOutside += share * news.kick.outside;
			rules.kickChina += share * news.kick.china;
			rules.threatJump = 1 - (1 - rules.threatJump) * (1 - share * strength);
		},
	};
}

/** Mere news has no rule beside what is heard. */
export const NEWS_LENSES = {
	news: { lens: () => null },
} satisfies Partial<Lenses>;
