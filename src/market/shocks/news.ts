/** Lenses of news: what the market hears on the day of any shock. */

import { instantOf } from "../../quantities.ts";
import type { Shock } from "../../scenario/types.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import type { Lenses } from "./shock-lens.ts";
import { knownTick } from "./span.ts";
import type { Taking } from "./taking.ts";

/** What is heard of a shock: what its file says, and what it takes from supply where the file is silent. */
export function newsOf(shock: Shock, taking: Taking, draw: DrawShock): Taking {
	const kick = shock.news?.kick ?? taking;
	const precaution = shock.news?.precaution ?? null;
	return {
		outside: kick.outside,
		china: kick.china,
		fear:
			precaution === null
				? taking.fear
				: draw(shock.id, "news.precaution", precaution),
	};
}

/**
 * What is heard on the day of a shock; null when nothing is. News of the first
 * half of a month works in it for the days that are left, the rest in the next.
 */
export function newsLens(
	shock: Shock,
	taking: Taking,
	draw: DrawShock,
): Lens | null {
	const { outside, china, fear } = newsOf(shock, taking, draw);
	if (outside === 0 && china === 0 && fear === 0) return null;
	const tick = knownTick(shock);
	const now = Math.min(1, tick + 1 - instantOf(shock.announce ?? shock.from));
	return {
		from: tick,
		to: tick + 2,
		apply: (rules, month) => {
			const share = month === tick ? now : 1 - now;
			rules.kickOutside += share * outside;
			rules.kickChina += share * china;
			rules.threatJump = 1 - (1 - rules.threatJump) * (1 - share * fear);
		},
	};
}

/** Mere news has no rule beside what is heard. */
export const NEWS_LENSES = {
	news: { lens: () => null },
} satisfies Partial<Lenses>;
