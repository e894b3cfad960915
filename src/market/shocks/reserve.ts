/** Lenses of reserves: purchases, agencies and rated orders. */

import type { Tick } from "../../quantities.ts";
import type {
	RatedOrders,
	ReservePurchases,
	Stockpile,
} from "../../scenario/shocks/reserve.ts";
import { FILL, HOLD, RELEASE } from "../world/rules.ts";
import { regionIndex } from "../world/structure.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

/** Tick of the first purchase. */
function firstPurchase({ path }: ReservePurchases): Tick {
	return Math.min(...path.map((part) => ticksOf(spanOf(part)).from));
}

/** Metal bought or sold by a state reserve, spread evenly over each span of its path. */
function reservePurchasesLens(
	purchases: ReservePurchases,
	{ draw }: Surroundings,
): Lens {
	const by = regionIndex(purchases.by);
	const parts = purchases.path.map((part, i) => {
		const span = spanOf(part);
		const tonnes = draw(purchases.id, `path.${i}.tonnes`, part.tonnes);
		return { span, perMonth: tonnes / (span.to - span.from) };
	});
	const last = Math.max(...parts.map((part) => Math.ceil(part.span.to)));
	return {
		from: firstPurchase(purchases),
		to: last,
		apply: (rules, tick) => {
			for (const { span, perMonth } of parts)
				rules.reserve[by]! += perMonth * shareOf(span, [], tick);
		},
	};
}

const MODES = { fill: FILL, hold: HOLD, release: RELEASE } as const;
/** Months over which an agency fills a gap when its rule has no end. */
const OPEN_HORIZON = 24;

/** An order to a stockpile agency, from `from` to `to`. */
function stockpileLens(stockpile: Stockpile, { draw }: Surroundings): Lens {
	const { id, tonnes, budget, limitPrice, rate } = stockpile;
	const span = spanOf(stockpile);
	const agency = regionIndex(stockpile.agency);
	const unlimited = Number.POSITIVE_INFINITY;
	const target = tonnes === null ? unlimited : draw(id, "tonnes", tonnes);
	const dollars = budget === null ? unlimited : draw(id, "budget", budget) / 12;
	const limit =
		limitPrice === null ? unlimited : draw(id, "limitPrice", limitPrice);
	const most = rate === null ? unlimited : draw(id, "rate", rate);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			const share = shareOf(span, [], tick);
			rules.agency[agency] = MODES[stockpile.mode];
			rules.agencyTarget[agency] = target;
			rules.agencyBudget[agency] = dollars * share;
			rules.agencyLimit[agency] = limit;
			rules.agencyRate[agency] = most * share;
			rules.agencyMonths[agency] = Number.isFinite(span.to)
				? Math.max(1, span.to - tick)
				: OPEN_HORIZON;
			rules.agencySpot[agency] = stockpile.spot ? 1 : 0;
		},
	};
}

/** Rated orders reach into civil ammunition by their share. */
function ratedOrdersLens(rated: RatedOrders, { draw }: Surroundings): Lens {
	const share = draw(rated.id, "share", rated.share);
	const region = regionIndex(rated.region);
	return {
		...ticksOf(spanOf(rated)),
		apply: (rules) => {
			rules.rated[region] = share;
		},
	};
}

/** Effects of what a state holds and takes. */
export const RESERVE_LENSES = {
	"reserve-purchases": { lens: reservePurchasesLens, firstTick: firstPurchase },
	stockpile: { lens: stockpileLens },
	"rated-orders": { lens: ratedOrdersLens },
} satisfies Partial<Lenses>;
