/** Lenses of contracts: floors under what sellers are paid, and metal taken past the auction. */

import type { Offtake, PriceFloor } from "../../scenario/shocks/contract.ts";
import { regionIndex, type Structure } from "../world/structure.ts";
import { qualifyingMonths } from "./qualification.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

/** Refiners of a name: one, but for projects that several scenarios place in different regions. */
function plantsOf(structure: Structure, id: string): readonly number[] {
	return structure.refiners.ids.flatMap((own, plant) =>
		own === id ? [plant] : [],
	);
}

/** A floor under what named refiners are paid. */
function priceFloorLens(
	floor: PriceFloor,
	{ structure, draw }: Surroundings,
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
function offtakeLens(
	offtake: Offtake,
	{ structure, draw }: Surroundings,
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

/** Effects of what sellers are promised. */
export const CONTRACT_LENSES = {
	"price-floor": { lens: priceFloorLens },
	offtake: { lens: offtakeLens },
} satisfies Partial<Lenses>;
