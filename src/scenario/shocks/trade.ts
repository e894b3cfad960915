/** Trade: ways by which goods travel, and what is paid or refused at their end. */

import { z } from "zod";
import type { Good, Region } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import { held, quantity } from "../numbers/quantity-field.ts";
import { HIGHEST_RATE } from "../numbers/read-number.ts";
import { PLAIN } from "../numbers/units.ts";
import type { Report } from "../text/report.ts";
import { common, type ShockCommon } from "./common.ts";
import { checkName } from "./names.ts";
import {
	dollars,
	goods,
	kindField,
	name,
	perYear,
	region,
	share,
} from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** Ways out of a region that can be open at once in the market. */
export const MOST_OPEN_ROUTES = 8;

/** A way out of a region beside the hub: an intermediary who buys before the auction and ships to one region. */
export interface RouteShock extends ShockCommon {
	readonly kind: "route";
	readonly origin: Region;
	readonly destination: Region;
	readonly good: Good;
	/** USD/t Sb */
	readonly cost: Distribution;
	/** t Sb a year */
	readonly capacity: Distribution;
	/** USD/t Sb paid by its sponsor above the regional price */
	readonly premium: Distribution;
}

const routeFields = z.strictObject({
	...common,
	kind: kindField(
		"route",
		"an intermediary who buys ore before the auction and ships it to one region",
	),
	origin: region("from where"),
	destination: region("to where"),
	good: z.literal("concentrate").meta({
		description: "what it carries: ore in concentrate, nothing else yet",
	}),
	cost: dollars("freight, insurance and margin"),
	capacity: perYear("most it carries"),
	premium: dollars(
		"paid by its sponsor above the regional price; 0 when absent",
	).optional(),
});

/** A way leads from one region to another. */
function checkEnds(
	{ origin, destination }: Partial<z.output<typeof routeFields>>,
	report: Report,
): void {
	if (origin !== undefined && origin === destination)
		report(
			["destination"],
			`is ${destination}, where the route begins; expected another region`,
		);
}

const route: ShockKind<RouteShock, typeof routeFields> = {
	fields: routeFields,
	complete: (shock) => ({
		kind: shock.kind,
		origin: shock.origin,
		destination: shock.destination,
		good: shock.good,
		cost: shock.cost,
		capacity: shock.capacity,
		premium: shock.premium ?? held(0),
	}),
	write: (shock, write) => ({
		origin: shock.origin,
		destination: shock.destination,
		good: shock.good,
		cost: write(shock.cost, "cost"),
		capacity: write(shock.capacity, "capacity"),
		premium: write(shock.premium, "premium"),
	}),
	subjects: ({ origin, destination, good }, day) => [
		`route ${origin} to ${destination} of ${good} at ${day}`,
	],
	course: "rule",
	rank: () => 3,
	size: ({ capacity }) => ["capacity", capacity],
	plays: () => ["ways"],
	checkFields: (shock, _, report) => checkEnds(shock, report),
	mostOpen: { most: MOST_OPEN_ROUTES, words: "routes" },
};

/** An exporter of the world, or a route of the scenario, that is shut in part or whole. */
export interface RouteClosure extends ShockCommon {
	readonly kind: "route-closure";
	/** id of the exporter or route */
	readonly of: string;
	/** share of its capacity that is shut */
	readonly share: Distribution;
}

const closureFields = z.strictObject({
	...common,
	kind: kindField(
		"route-closure",
		"an exporter of the world, or a route of the scenario, is shut in part or whole",
	),
	of: name("id of the exporter or route"),
	share: share("share of its capacity that is shut; 1 when absent").optional(),
});

const routeClosure: ShockKind<RouteClosure, typeof closureFields> = {
	fields: closureFields,
	complete: ({ kind, of, share }) => ({ kind, of, share: share ?? held(1) }),
	write: ({ of, share }, write) => ({ of, share: write(share, "share") }),
	subjects: ({ of }) => [`closure of ${of}`],
	course: "rule",
	rank: () => 3,
	checkFields: ({ of }, { names }, report) =>
		checkName(of, "exporter or route", names.ways, ["of"], report),
};

/** A share of the value of imports, paid at the border. */
export interface Tariff extends ShockCommon {
	readonly kind: "tariff";
	readonly importer: Region;
	readonly goods: readonly Good[];
	/** share of value */
	readonly rate: Distribution;
	/** origins that pay nothing */
	readonly except: readonly Region[];
}

const tariffFields = z.strictObject({
	...common,
	kind: kindField(
		"tariff",
		"a share of the value of imports, paid at the border",
	),
	importer: region("who collects it"),
	goods,
	rate: quantity({
		units: PLAIN,
		least: 0,
		most: HIGHEST_RATE,
		meaning: "duty, share of value",
	}),
	except: z
		.array(region("an origin that pays nothing"))
		.default([])
		.meta({ description: "origins that pay nothing; none when absent" }),
});

/** An importer pays itself no duty. */
function checkExcept(
	{ importer, except }: Partial<z.output<typeof tariffFields>>,
	report: Report,
): void {
	except?.forEach((origin, i) => {
		if (origin === importer)
			report(
				["except", i],
				`is ${origin}, the importer, who pays no duty; expected other regions`,
			);
	});
}

const tariff: ShockKind<Tariff, typeof tariffFields> = {
	fields: tariffFields,
	complete: ({ kind, importer, goods, rate, except }) => ({
		kind,
		importer,
		goods,
		rate,
		except,
	}),
	write: ({ importer, goods, rate, except }, write) => ({
		importer,
		goods,
		rate: write(rate, "rate"),
		except,
	}),
	subjects: ({ importer, goods }, day) =>
		goods.map((good) => `duty of ${importer} on ${good} at ${day}`),
	course: "rule",
	rank: () => 3,
	checkFields: (shock, _, report) => checkExcept(shock, report),
};

/** Whose metal the buyers of a region may take. */
export interface OriginRule extends ShockCommon {
	readonly kind: "origin-rule";
	readonly in: Region;
	readonly buyers: "defence" | "civil" | "all";
	readonly admit: "any" | "not-chinese" | "certified";
}

const originFields = z.strictObject({
	...common,
	kind: kindField(
		"origin-rule",
		"whose metal the buyers of a region may take, such as DFARS in the US",
	),
	in: region("whose buyers; the US when absent").default("US"),
	buyers: z.enum(["defence", "civil", "all"]).default("defence").meta({
		description: "whose buyers are bound by it; defence when absent",
	}),
	admit: z.enum(["any", "not-chinese", "certified"]).meta({
		description:
			"any: all metal; not-chinese: none that was mined or refined in China; certified: only of plants that are qualified",
	}),
});

const BUYERS = {
	defence: ["defence"],
	civil: ["civil"],
	all: ["defence", "civil"],
} as const;

/** Certified metal is known for defence alone. */
function checkAdmitted(
	{ admit, buyers }: z.output<typeof originFields>,
	report: Report,
): void {
	if (admit === "certified" && buyers !== "defence")
		report(
			["admit"],
			"is certified, which is modelled for defence alone; expected not-chinese, or buyers: defence",
		);
}

const originRule: ShockKind<OriginRule, typeof originFields> = {
	fields: originFields,
	complete: (shock) => ({
		kind: shock.kind,
		in: shock.in,
		buyers: shock.buyers,
		admit: shock.admit,
	}),
	write: (rule) => ({ in: rule.in, buyers: rule.buyers, admit: rule.admit }),
	subjects: (rule) =>
		BUYERS[rule.buyers].map(
			(buyers) => `origins for ${buyers} buyers in ${rule.in}`,
		),
	course: "rule",
	rank: () => 3,
	checkTogether: checkAdmitted,
};

/** Kinds of ways for goods, and of dues and rules at their end. */
export const TRADE = [route, routeClosure, tariff, originRule] as const;
