import { instantOf } from "../../quantities.ts";
import type {
	Enforcement,
	OreExportBan,
	ReservePurchases,
	Shock,
} from "../../scenario/types.ts";
import { regionIndex } from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import { knownTick, shareOf, spanOf, ticksOf } from "./span.ts";

/** A share of a region's ore may not leave it. */
export function oreExportBanLens(ban: OreExportBan, draw: DrawShock): Lens {
	const share = draw(ban.id, "share", ban.share);
	const span = spanOf(ban);
	const by = regionIndex(ban.by);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			rules.oreMayLeave[by]! *= 1 - share * shareOf(span, [], tick);
		},
	};
}

/** A campaign against grey routes: one cut in the month it becomes known, vigilance after. */
export function enforcementLens(campaign: Enforcement, draw: DrawShock): Lens {
	const strength = draw(campaign.id, "strength", campaign.strength);
	const begins = knownTick(campaign);
	return {
		from: begins,
		to: ticksOf(spanOf(campaign)).to,
		apply: (rules, tick) => {
			rules.enforcing = true;
			if (tick === begins)
				rules.enforcement = 1 - (1 - rules.enforcement) * (1 - strength);
		},
	};
}

/** Metal bought or sold by a state reserve, spread evenly over each span of its path. */
export function reservePurchasesLens(
	purchases: ReservePurchases,
	draw: DrawShock,
): Lens {
	const by = regionIndex(purchases.by);
	const parts = purchases.path.map((part, i) => {
		const span = spanOf(part);
		const tonnes = draw(purchases.id, `path.${i}.tonnes`, part.tonnes);
		return { span, perMonth: tonnes / (span.to - span.from) };
	});
	const first = Math.min(...parts.map((part) => Math.floor(part.span.from)));
	const last = Math.max(...parts.map((part) => Math.ceil(part.span.to)));
	return {
		from: first,
		to: last,
		apply: (rules, tick) => {
			for (const { span, perMonth } of parts)
				rules.reserve[by]! += perMonth * shareOf(span, [], tick);
		},
	};
}

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
