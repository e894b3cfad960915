import { REGIONS, SEGMENTS } from "../../calibration/row.ts";
import { exp, log } from "../../math.ts";
import { instantOf } from "../../quantities.ts";
import type {
	Enforcement,
	OreExportBan,
	ReservePurchases,
	RouteShock,
	SegmentGrowth,
	Shock,
} from "../../scenario/types.ts";
import { REGION_COUNT, regionIndex } from "../structure.ts";
import type { DrawShock } from "./draw.ts";
import { type Lens, MOST_ROUTES } from "./rules.ts";
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

/** Need of a use relative to its base, log-linear between the points of its path. */
export function segmentGrowthLens(
	growth: SegmentGrowth,
	draw: DrawShock,
): Lens {
	const ticks = growth.path.map((point) => point.tick);
	const logs = growth.path.map((point, i) =>
		log(draw(growth.id, `path.${i}.level`, point.level)),
	);
	const cells: number[] = [];
	for (let s = 0; s < SEGMENTS.length; s += 1)
		for (let r = 0; r < REGION_COUNT; r += 1)
			if (
				(growth.segment === null || growth.segment === SEGMENTS[s]) &&
				(growth.region === null || growth.region === REGIONS[r])
			)
				cells.push(s * REGION_COUNT + r);
	return {
		from: ticks[0] ?? 0,
		to: ticksOf(spanOf(growth)).to,
		apply: (rules, tick) => {
			const level = exp(interpolate(ticks, logs, tick));
			for (const cell of cells) rules.need[cell]! *= level;
		},
	};
}

/** Linear between points, flat after the last. */
function interpolate(
	ticks: readonly number[],
	values: readonly number[],
	tick: number,
): number {
	let after = 0;
	while (after < ticks.length && ticks[after]! <= tick) after += 1;
	if (after === ticks.length) return values[after - 1]!;
	const start = ticks[after - 1]!;
	const share = (tick - start) / (ticks[after]! - start);
	return values[after - 1]! + share * (values[after]! - values[after - 1]!);
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

/** A way for ore out of one region into another, beside the hub. */
export function routeLens(route: RouteShock, draw: DrawShock): Lens {
	const span = spanOf(route);
	const perMonth = draw(route.id, "capacity", route.capacity) / 12;
	const cost = draw(route.id, "cost", route.cost);
	const premium = draw(route.id, "premium", route.premium);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			if (rules.routes === MOST_ROUTES)
				throw new RangeError(`more than ${MOST_ROUTES} routes at once`);
			const i = rules.routes;
			rules.routes += 1;
			rules.routeOrigin[i] = regionIndex(route.origin);
			rules.routeDestination[i] = regionIndex(route.destination);
			rules.routeCapacity[i] = perMonth * shareOf(span, [], tick);
			rules.routeCost[i] = cost;
			rules.routePremium[i] = premium;
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
