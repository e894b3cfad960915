/** Contracts: what sellers are promised, in price or in tonnage. */

import { z } from "zod";
import type { Region } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Report } from "../text/report.ts";
import { common, type ShockCommon } from "./common.ts";
import { checkName, type Names, SELLER } from "./names.ts";
import {
	dollars,
	kindField,
	months,
	name,
	perYear,
	region,
} from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** Sellers are paid the gap when their regional index falls below a floor. */
export interface PriceFloor extends ShockCommon {
	readonly kind: "price-floor";
	/** ids of refiners or of refining investments */
	readonly sellers: readonly string[];
	/** USD/t Sb */
	readonly floor: Distribution;
	/** t Sb a year of each seller that it covers; null: all */
	readonly tonnes: Distribution | null;
	/** months it lasts from its first day; null: until `to` */
	readonly term: Distribution | null;
}

const floorFields = z.strictObject({
	...common,
	kind: kindField(
		"price-floor",
		"sellers are paid the gap when their regional index falls below a floor",
	),
	sellers: z
		.array(name("a refiner or a refining investment"))
		.min(1)
		.meta({ description: "ids of refiners or of refining investments" }),
	floor: dollars("price that is guaranteed"),
	tonnes: perYear(
		"tonnage of each seller it covers; all when absent",
	).optional(),
	term: months("how long it lasts; until `to` when absent").optional(),
});

/** A floor ends once. */
function checkEnd(
	{ term, to, months }: z.output<typeof floorFields>,
	report: Report,
): void {
	if (term !== undefined && (to ?? months) !== undefined)
		report(
			["term"],
			"says a second time when it ends; keep one of term, to and months",
		);
}

const priceFloor: ShockKind<PriceFloor, typeof floorFields> = {
	fields: floorFields,
	complete: ({ kind, sellers, floor, tonnes, term }) => ({
		kind,
		sellers,
		floor,
		tonnes: tonnes ?? null,
		term: term ?? null,
	}),
	write: ({ sellers, floor, tonnes, term }, write) => ({
		sellers,
		floor: write(floor, "floor"),
		tonnes: write(tonnes, "tonnes"),
		term: write(term, "term"),
	}),
	subjects: ({ sellers }, day) =>
		sellers.map((seller) => `floor for ${seller} at ${day}`),
	course: "rule",
	rank: () => 2,
	size: ({ tonnes }) => ["tonnes", tonnes],
	alternatives: [
		["term", "to"],
		["term", "months"],
	],
	checkFields: ({ sellers }, { names }, report) =>
		sellers?.forEach((seller, i) => {
			checkName(seller, SELLER, names.sellers, ["sellers", i], report);
		}),
	checkTogether: checkEnd,
};

/** Metal taken under contract, past the auction. */
export interface Offtake extends ShockCommon {
	readonly kind: "offtake";
	readonly buyer: Region;
	/** id of a refiner or of a refining investment */
	readonly seller: string;
	/** t Sb a year; null: all it makes */
	readonly tonnes: Distribution | null;
	/** USD/t Sb; null: the index */
	readonly price: Distribution | null;
	/** true when defence or an agency stands behind it, who has the plant qualified */
	readonly sponsored: boolean;
}

const offtakeFields = z.strictObject({
	...common,
	kind: kindField("offtake", "metal taken under contract, past the auction"),
	buyer: region("who takes it"),
	seller: name("id of a refiner or of a refining investment"),
	tonnes: perYear("tonnage taken; all it makes when absent").optional(),
	price: dollars("price paid; the index when absent").optional(),
	sponsored: z.boolean().default(false).meta({
		description:
			"whether defence or an agency stands behind it and has the plant qualified; false when absent",
	}),
});

/** A seller exists, and sells its metal under one contract. */
function checkSeller(
	{ seller }: Partial<z.output<typeof offtakeFields>>,
	{ sellers, sold }: Names,
	report: Report,
): void {
	checkName(seller, SELLER, sellers, ["seller"], report);
	if (seller !== undefined && sold.includes(seller))
		report(
			["seller"],
			`is "${seller}", a refinery with an offtake of its own; keep one of the two`,
		);
}

const offtake: ShockKind<Offtake, typeof offtakeFields> = {
	fields: offtakeFields,
	complete: (shock) => ({
		kind: shock.kind,
		buyer: shock.buyer,
		seller: shock.seller,
		tonnes: shock.tonnes ?? null,
		price: shock.price ?? null,
		sponsored: shock.sponsored,
	}),
	write: (shock, write) => ({
		buyer: shock.buyer,
		seller: shock.seller,
		tonnes: write(shock.tonnes, "tonnes"),
		price: write(shock.price, "price"),
		sponsored: shock.sponsored,
	}),
	subjects: ({ seller }) => [`offtake from ${seller}`],
	course: "rule",
	rank: () => 2,
	size: ({ tonnes }) => ["tonnes", tonnes],
	checkFields: (shock, { names }, report) => checkSeller(shock, names, report),
};

/** Kinds of what sellers are promised. */
export const CONTRACTS = [priceFloor, offtake] as const;
