import type {
	Offtake,
	PriceFloor,
	RatedOrders,
	Recycling,
	Stockpile,
} from "../../scenario/types.ts";
import { FILL, HOLD, MOST_WORKS, RELEASE } from "../world/rules.ts";
import { regionIndex, type Structure } from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import { qualifyingMonths } from "./qualification.ts";
import type { Lens } from "./rules.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

const MODES = { fill: FILL, hold: HOLD, release: RELEASE } as const;
/** Months over which an agency fills a gap when its rule has no end. */
const OPEN_HORIZON = 24;

/** What a stockpile agency does from `from` to `to`. */
export function stockpileLens(stockpile: Stockpile, draw: DrawShock): Lens {
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

/** How far rated orders may reach into civil ammunition. */
export function ratedOrdersLens(rated: RatedOrders, draw: DrawShock): Lens {
	const share = draw(rated.id, "share", rated.share);
	const region = regionIndex(rated.region);
	return {
		...ticksOf(spanOf(rated)),
		apply: (rules) => {
			rules.rated[region] = share;
		},
	};
}

/** Refiners of a name: one, but for projects that several scenarios place in different regions. */
function plantsOf(structure: Structure, id: string): readonly number[] {
	return structure.refiners.ids.flatMap((own, plant) =>
		own === id ? [plant] : [],
	);
}

/** A floor under what named refiners are paid. */
export function priceFloorLens(
	floor: PriceFloor,
	structure: Structure,
	draw: DrawShock,
): Lens {
	const price = draw(floor.id, "floor", floor.floor);
	const tonnes =
		floor.tonnes === null
			? Number.POSITIVE_INFINITY
			: draw(floor.id, "tonnes", floor.tonnes) / 12;
	const own = spanOf(floor);
	const ends =
		floor.term === null
			? own.to
			: Math.min(own.to, own.from + draw(floor.id, "term", floor.term));
	const span = { from: own.from, to: ends };
	const plants = floor.sellers.flatMap((id) => plantsOf(structure, id));
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			for (const plant of plants) {
				rules.floorPrice[plant] = Math.max(rules.floorPrice[plant]!, price);
				rules.floorTonnes[plant]! += tonnes * shareOf(span, [], tick);
			}
		},
	};
}

/** Metal of one refiner taken under contract. */
export function offtakeLens(
	offtake: Offtake,
	structure: Structure,
	draw: DrawShock,
): Lens {
	const { id } = offtake;
	const span = spanOf(offtake);
	const plants = plantsOf(structure, offtake.seller);
	const qualifying = qualifyingMonths(id, draw);
	const buyer = regionIndex(offtake.buyer);
	const perMonth =
		offtake.tonnes === null
			? Number.POSITIVE_INFINITY
			: draw(id, "tonnes", offtake.tonnes) / 12;
	const price = offtake.price === null ? 0 : draw(id, "price", offtake.price);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			for (const plant of plants) {
				rules.offtakeBuyer[plant] = buyer;
				rules.offtakeTonnes[plant] = perMonth * shareOf(span, [], tick);
				rules.offtakePrice[plant] = price;
				if (offtake.sponsored) rules.qualifyingMonths[plant] = qualifying;
			}
		},
	};
}

/** Recycling works added to a region, from their first day on. */
export function recyclingLens(recycling: Recycling, draw: DrawShock): Lens {
	const perMonth = draw(recycling.id, "capacity", recycling.capacity) / 12;
	const cost = draw(recycling.id, "cost", recycling.cost);
	const span = spanOf(recycling);
	const region = regionIndex(recycling.region);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			if (rules.works === MOST_WORKS)
				throw new RangeError(`more than ${MOST_WORKS} recycling works`);
			const i = rules.works;
			rules.works += 1;
			rules.worksRegion[i] = region;
			rules.worksCapacity[i] = perMonth * shareOf(span, [], tick);
			rules.worksCost[i] = cost;
		},
	};
}
