/** Builders of sourced figures: a value with its unit, and who vouches for it. */

import type { Basis, Sourced } from "./row.ts";

/** Source of a figure, and the basis on which it is known. */
export interface Origin {
	readonly basis: Basis;
	readonly source: string;
}

/** Origin of a figure that no source gives. */
export const ASSUMED: Origin = { basis: "assumed", source: "assumption" };

/** Origin of a figure that is the residual of the balance of 2023. */
export const BALANCE: Origin = {
	basis: "estimated",
	source: "residual of the balance of 2023",
};

function figure(
	value: number,
	unit: string,
	origin: Origin,
	note: string | undefined,
): Sourced {
	return {
		value,
		unit,
		period: "2023",
		source: origin.source,
		basis: origin.basis,
		...(note === undefined ? {} : { note }),
	};
}

/** A flow of 2023, tonnes of contained antimony a year. */
export function tonnesPerYear(
	value: number,
	origin: Origin,
	note?: string,
): Sourced {
	return figure(value, "t Sb/y", origin, note);
}

/** A stock of 2023, tonnes of contained antimony. */
export function tonnes(value: number, origin: Origin, note?: string): Sourced {
	return figure(value, "t Sb", origin, note);
}

/** A cost of 2023, US dollars per tonne of contained antimony. */
export function usdPerTonne(
	value: number,
	origin: Origin,
	note?: string,
): Sourced {
	return figure(value, "USD/t Sb", origin, note);
}

/** A share in 2023, 0 to 1. */
export function share(value: number, origin: Origin, note?: string): Sourced {
	return figure(value, "1", origin, note);
}
