import type { Own } from "./shocks/own.ts";
import type { FileShockOf } from "./shocks/shock-fields.ts";
import type { Offtake, PriceFloor, Stockpile } from "./types.ts";

/** What an agency of a file is to do. */
export function stockpileOf(shock: FileShockOf<"stockpile">): Own<Stockpile> {
	return {
		kind: shock.kind,
		agency: shock.agency,
		mode: shock.mode,
		tonnes: shock.tonnes ?? null,
		budget: shock.budget ?? null,
		limitPrice: shock.limitPrice ?? null,
		rate: shock.rate ?? null,
		spot: shock.spot,
	};
}

/** A floor of a file. */
export function priceFloorOf(
	shock: FileShockOf<"price-floor">,
): Own<PriceFloor> {
	return {
		kind: shock.kind,
		sellers: shock.sellers,
		floor: shock.floor,
		tonnes: shock.tonnes ?? null,
		term: shock.term ?? null,
	};
}

/** A contract of a file. */
export function offtakeOf(shock: FileShockOf<"offtake">): Own<Offtake> {
	return {
		kind: shock.kind,
		buyer: shock.buyer,
		seller: shock.seller,
		tonnes: shock.tonnes ?? null,
		price: shock.price ?? null,
		sponsored: shock.sponsored,
	};
}
