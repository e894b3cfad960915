/** Lenses of trade: routes and their closures, duties, and rules of origin. */

import type { Good, Region } from "../../calibration/row.ts";
import type {
	OriginRule,
	RouteClosure,
	RouteShock,
	Tariff,
} from "../../scenario/shocks/trade.ts";
import {
	CERTIFIED_ONLY,
	COUNTS_FROM,
	MOST_ROUTES,
	NOT_CHINESE,
	type Rules,
} from "../world/rules.ts";
import { CN, REGION_COUNT, regionIndex } from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { type Span, shareOf, spanOf, ticksOf } from "./span.ts";
import {
	lossToAll,
	NOTHING,
	partOfYear,
	soldAbroad,
	type Taking,
} from "./taking.ts";

function addDuty(
	duty: Float64Array,
	importer: number,
	exempt: ReadonlySet<number>,
	rate: number,
): void {
	for (let origin = 0; origin < REGION_COUNT; origin += 1)
		if (origin !== importer && !exempt.has(origin))
			duty[importer * REGION_COUNT + origin]! += rate;
}

/** A duty on imports, by origin; duties at one time add up. */
function tariffLens(tariff: Tariff, { draw }: Surroundings): Lens {
	const rate = draw(tariff.id, "rate", tariff.rate);
	const span = spanOf(tariff);
	const importer = regionIndex(tariff.importer);
	const exempt = new Set(tariff.except.map(regionIndex));
	const touches = (good: Good): boolean => tariff.goods.includes(good);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			const now = rate * shareOf(span, [], tick);
			if (touches("refined")) addDuty(rules.metalDuty, importer, exempt, now);
			if (touches("concentrate")) addDuty(rules.oreDuty, importer, exempt, now);
		},
	};
}

/** A rule of the buyers' side: civil buyers bar Chinese metal, defence admits only some. */
function originRuleLens(rule: OriginRule): Lens {
	const span = spanOf(rule);
	const region = regionIndex(rule.in);
	const cell = region * REGION_COUNT + CN;
	const admits = rule.admit === "certified" ? CERTIFIED_ONLY : NOT_CHINESE;
	const restrict = (rules: Rules, share: number): void => {
		if (rule.buyers !== "defence")
			rules.barred[cell] = Math.max(rules.barred[cell]!, share);
		if (rule.buyers !== "civil" && share > COUNTS_FROM)
			rules.defenceAdmits[region] = Math.max(
				rules.defenceAdmits[region]!,
				admits,
			);
	};
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			if (rule.admit !== "any") restrict(rules, shareOf(span, [], tick));
		},
	};
}

interface Closing {
	readonly span: Span;
	readonly share: number;
}

function closingOf(closure: RouteClosure, draw: DrawShock): Closing {
	return {
		span: spanOf(closure),
		share: draw(closure.id, "share", closure.share),
	};
}

/** Share of a way's capacity that closures leave open in a month. */
function leftOpen(closings: readonly Closing[], tick: number): number {
	let left = 1;
	for (const { span, share } of closings)
		left *= 1 - share * shareOf(span, [], tick);
	return left;
}

/** An exporter of the world that is shut in part or whole. */
function routeClosureLens(
	closure: RouteClosure,
	{ structure, draw }: Surroundings,
): Lens {
	const closing = closingOf(closure, draw);
	const metal = structure.refinedExporters.ids.indexOf(closure.of);
	const ore = structure.oreExporters.ids.indexOf(closure.of);
	return {
		...ticksOf(closing.span),
		apply: (rules, tick) => {
			const left = leftOpen([closing], tick);
			if (metal >= 0) rules.exporterFree[metal]! *= left;
			if (ore >= 0) rules.oreExporterFree[ore]! *= left;
		},
	};
}

/** Metal that a shut exporter would have sold: its part of what its region sells abroad. */
function routeClosureTaking(
	closure: RouteClosure,
	{ structure, supply, draw }: Surroundings,
): Taking {
	const { ids, region, capacity, first } = structure.refinedExporters;
	const exporter = ids.indexOf(closure.of);
	if (exporter < 0) return NOTHING;
	const home = region[exporter]!;
	let all = 0;
	for (let k = first[home]!; k < first[home + 1]!; k += 1) all += capacity[k]!;
	const part = all > 0 ? capacity[exporter]! / all : 0;
	const severity =
		draw(closure.id, "share", closure.share) * partOfYear(spanOf(closure));
	const sold = soldAbroad(home, supply);
	return lossToAll(part * sold, severity, supply);
}

/** A way for ore out of one region into another, beside the hub; closures that name it shut it. */
function routeLens(route: RouteShock, { draw, happening }: Surroundings): Lens {
	const span = spanOf(route);
	const perMonth = draw(route.id, "capacity", route.capacity) / 12;
	const cost = draw(route.id, "cost", route.cost);
	const premium = draw(route.id, "premium", route.premium);
	const closings = happening
		.filter(
			(shock): shock is RouteClosure =>
				shock.kind === "route-closure" && shock.of === route.id,
		)
		.map((closure) => closingOf(closure, draw));
	const at = (region: Region): number => regionIndex(region);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			if (rules.routes === MOST_ROUTES)
				throw new RangeError(`more than ${MOST_ROUTES} routes at once`);
			const i = rules.routes;
			rules.routes += 1;
			rules.routeOrigin[i] = at(route.origin);
			rules.routeDestination[i] = at(route.destination);
			rules.routeCapacity[i] =
				perMonth * shareOf(span, [], tick) * leftOpen(closings, tick);
			rules.routeCost[i] = cost;
			rules.routePremium[i] = premium;
		},
	};
}

/** Effects on ways for goods, and of dues and rules at their end. */
export const TRADE_LENSES = {
	route: { lens: routeLens },
	"route-closure": { lens: routeClosureLens, taking: routeClosureTaking },
	tariff: { lens: tariffLens },
	"origin-rule": { lens: originRuleLens },
} satisfies Partial<Lenses>;
