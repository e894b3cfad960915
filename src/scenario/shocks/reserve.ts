/** Reserves: metal that a state buys, keeps, releases, or takes by rated orders. */

import { z } from "zod";
import type { World } from "../../calibration/agents/world.ts";
import type { Region } from "../../calibration/row.ts";
import { type CalendarDay, instantOf } from "../../quantities.ts";
import type { Distribution } from "../../random/distribution.ts";
import { day } from "../numbers/day-field.ts";
import { quantity } from "../numbers/quantity-field.ts";
import { DOLLARS_A_YEAR, TONNES, TONNES_A_MONTH } from "../numbers/units.ts";
import type { Report } from "../text/report.ts";
import { common, type ShockCommon } from "./common.ts";
import {
	dollars,
	kindField,
	LARGEST_SUM,
	LARGEST_TONNAGE,
	region,
	share,
} from "./shared-fields.ts";
import { dayText } from "./shock-dates.ts";
import type { ShockKind } from "./shock-kind.ts";

/** Metal bought (or, negative, sold) by a state reserve, spread evenly over each span. */
export interface ReservePurchases extends ShockCommon {
	readonly kind: "reserve-purchases";
	readonly by: Region;
	readonly path: readonly {
		readonly from: CalendarDay;
		readonly to: CalendarDay;
		readonly tonnes: Distribution;
	}[];
}

const purchasesFields = z.strictObject({
	...common,
	kind: kindField(
		"reserve-purchases",
		"metal bought (or, negative, sold) by a state reserve",
	),
	by: region("whose reserve"),
	path: z
		.array(
			z.strictObject({
				from: day("first day"),
				to: day("first day after"),
				tonnes: quantity({
					units: TONNES,
					least: -LARGEST_TONNAGE,
					most: LARGEST_TONNAGE,
					meaning: "bought over the span; negative when sold",
				}),
			}),
		)
		.min(1)
		.max(200)
		.meta({ description: "spans, each spread evenly" }),
});

/** Each span ends after it begins. */
function checkSpans(
	{ path }: z.output<typeof purchasesFields>,
	report: Report,
): void {
	path.forEach(({ from, to }, i) => {
		if (instantOf(to) <= instantOf(from))
			report(
				["path", i, "to"],
				`is ${dayText(to)}, not after from ${dayText(from)}; expected the first day after the span`,
			);
	});
}

const reservePurchases: ShockKind<ReservePurchases, typeof purchasesFields> = {
	fields: purchasesFields,
	complete: ({ kind, by, path }) => ({ kind, by, path }),
	write: ({ by, path }, write) => ({
		by,
		path: path.map(({ from, to, tonnes }, i) => ({
			from: dayText(from),
			to: dayText(to),
			tonnes: write(tonnes, `path.${i}.tonnes`, TONNES),
		})),
	}),
	subjects: ({ by }, day) => [`purchases by ${by} at ${day}`],
	course: "rule",
	rank: () => 7,
	begins: ({ path }) => path[0]?.from,
	checkTogether: checkSpans,
};

/** An order to a stockpile agency, while it holds. */
export interface Stockpile extends ShockCommon {
	readonly kind: "stockpile";
	readonly agency: Region;
	readonly mode: "fill" | "hold" | "release";
	/** stock aimed at, t Sb; null: as much as the budget buys */
	readonly tonnes: Distribution | null;
	/** USD a year; null: no limit */
	readonly budget: Distribution | null;
	/** USD/t Sb above which it does not buy; null: no limit */
	readonly limitPrice: Distribution | null;
	/** most bought or released, t Sb a month; null: no limit */
	readonly rate: Distribution | null;
	/** true when a release may be sold to anybody once rated buyers are served */
	readonly spot: boolean;
}

const stockpileFields = z.strictObject({
	...common,
	kind: kindField("stockpile", "what a stockpile agency does while it lasts"),
	agency: region("whose agency: the US, China, or Japan and Korea"),
	mode: z.enum(["fill", "hold", "release"]).meta({
		description: "buys, keeps what it has, or delivers to rated buyers",
	}),
	tonnes: quantity({
		units: TONNES,
		least: 0,
		most: LARGEST_TONNAGE,
		meaning: "stock aimed at in mode fill; what the budget buys when absent",
	}).optional(),
	budget: quantity({
		units: DOLLARS_A_YEAR,
		least: 0,
		most: LARGEST_SUM,
		meaning: "spent a year in mode fill; no limit when absent",
	}).optional(),
	limitPrice: dollars(
		"price above which it does not buy; no limit when absent",
	).optional(),
	rate: quantity({
		units: TONNES_A_MONTH,
		least: 0,
		most: LARGEST_TONNAGE,
		meaning: "most bought or released; no limit when absent",
	}).optional(),
	spot: z.boolean().default(false).meta({
		description:
			"whether a release may be sold to anybody once rated buyers are served; false when absent",
	}),
});

type FileStockpile = z.output<typeof stockpileFields>;

/** Regions that have a stockpile agency. */
const AGENCIES: readonly Region[] = ["US", "CN", "JK"];

function checkAgency({ agency }: Partial<FileStockpile>, report: Report): void {
	if (agency !== undefined && !AGENCIES.includes(agency))
		report(
			["agency"],
			`is ${agency}; expected the US, China, or Japan and Korea, whose agencies alone are modelled`,
		);
}

/** Fields that act in mode fill alone. */
const FILLING = ["tonnes", "budget", "limitPrice"] as const;

/** A stockpile that fills has an aim or a budget; other modes know neither. */
function checkMode(shock: FileStockpile, report: Report): void {
	const { mode } = shock;
	const idle = (key: string, use: string): void =>
		report([key], `has no effect in mode ${mode}; use mode ${use}`);
	if (
		mode === "fill" &&
		shock.tonnes === undefined &&
		shock.budget === undefined
	)
		report(
			["tonnes"],
			"is missing; expected tonnes or a budget to fill with, such as {value: 3000, unit: t}",
		);
	if (mode !== "fill")
		for (const key of FILLING) if (shock[key] !== undefined) idle(key, "fill");
	if (mode === "hold" && shock.rate !== undefined)
		idle("rate", "fill or release");
	if (mode !== "release" && shock.spot) idle("spot", "release");
}

const stockpile: ShockKind<Stockpile, typeof stockpileFields> = {
	fields: stockpileFields,
	complete: (shock) => ({
		kind: shock.kind,
		agency: shock.agency,
		mode: shock.mode,
		tonnes: shock.tonnes ?? null,
		budget: shock.budget ?? null,
		limitPrice: shock.limitPrice ?? null,
		rate: shock.rate ?? null,
		spot: shock.spot,
	}),
	write: (shock, write) => ({
		agency: shock.agency,
		mode: shock.mode,
		tonnes: write(shock.tonnes, "tonnes"),
		budget: write(shock.budget, "budget"),
		limitPrice: write(shock.limitPrice, "limitPrice"),
		rate: write(shock.rate, "rate"),
		spot: shock.spot,
	}),
	subjects: ({ agency }) => [`stockpile of ${agency}`],
	course: "rule",
	rank: () => 2,
	size: ({ tonnes }) => ["tonnes", tonnes],
	checkFields: (shock, _, report) => checkAgency(shock, report),
	checkTogether: checkMode,
};

/** Share of what defence lacks that rated orders may take from civil ammunition. */
export interface RatedOrders extends ShockCommon {
	readonly kind: "rated-orders";
	readonly region: Region;
	readonly share: Distribution;
}

const ratedFields = z.strictObject({
	...common,
	kind: kindField(
		"rated-orders",
		"how far defence may take metal from civil ammunition",
	),
	region: region("where; the US when absent").default("US"),
	share: share("share of what defence lacks that may be taken"),
});

/** Rated orders take from civil ammunition, which is among lead alloys. */
function checkAmmunition(
	{ region }: Partial<z.output<typeof ratedFields>>,
	{ civilBuyers }: World,
	report: Report,
): void {
	if (region === undefined) return;
	const has = civilBuyers.some(
		(buyer) => buyer.region === region && buyer.segment === "lead-alloys",
	);
	if (!has)
		report(
			["region"],
			`is ${region}, which has no civil ammunition to take from; the shock changes nothing, expected a region with lead alloys`,
			"warning",
		);
}

const ratedOrders: ShockKind<RatedOrders, typeof ratedFields> = {
	fields: ratedFields,
	complete: ({ kind, region, share }) => ({ kind, region, share }),
	write: ({ region, share }, write) => ({
		region,
		share: write(share, "share"),
	}),
	subjects: ({ region }) => [`rated orders in ${region}`],
	course: "rule",
	rank: () => 3,
	checkFields: (shock, { world }, report) =>
		checkAmmunition(shock, world, report),
};

/** Kinds of what a state holds and takes. */
export const RESERVES = [reservePurchases, stockpile, ratedOrders] as const;
