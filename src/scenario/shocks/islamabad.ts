/** Islamabad: what moves its government, and what it does. */

import { z } from "zod";
import type { Region } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import { held, quantity } from "../numbers/quantity-field.ts";
import { PLAIN } from "../numbers/units.ts";
import { common, type ShockCommon } from "./common.ts";
import {
	beginningOf,
	checkAscends,
	completePath,
	type LevelPath,
	levelPath,
	writePath,
} from "./level-path.ts";
import {
	checkAlone,
	kindField,
	money,
	region,
	share,
} from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** Forms of American engagement with Islamabad. */
const ENGAGEMENTS = ["visit", "aid", "arms-sustainment", "finance"] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** An act of American engagement; its weight fades with a half-life of 24 months. */
export interface UsEngagement extends ShockCommon {
	readonly kind: "us-engagement";
	readonly form: Engagement;
	/** USD; null: no money */
	readonly value: Distribution | null;
}

const engagementFields = z.strictObject({
	...common,
	kind: kindField(
		"us-engagement",
		"an act of American engagement with Islamabad; its weight fades with a half-life of 24 months",
	),
	form: z.enum(ENGAGEMENTS).meta({
		description:
			"visit: leaders meet; aid: money or trade terms; arms-sustainment: arms kept in repair; finance: loans and investment",
	}),
	value: money("money that goes with it; none when absent").optional(),
});

const usEngagement: ShockKind<UsEngagement, typeof engagementFields> = {
	fields: engagementFields,
	complete: ({ kind, form, value }) => ({ kind, form, value: value ?? null }),
	write: ({ form, value }, write) => ({ form, value: write(value, "value") }),
	subjects: () => [],
	course: "event",
	rank: () => 8,
};

/** China's hold on Islamabad, 0 to 1; linear between its points, held after the last. */
export interface ChineseLeverage extends ShockCommon {
	readonly kind: "chinese-leverage";
	readonly path: LevelPath;
}

const leverageFields = z.strictObject({
	...common,
	kind: kindField("chinese-leverage", "China's hold on Islamabad"),
	path: levelPath(
		share("hold, such as China's share of Pakistan's arms imports"),
		"linear between its points, held after the last",
	),
});

const chineseLeverage: ShockKind<ChineseLeverage, typeof leverageFields> = {
	fields: leverageFields,
	complete: ({ kind, path }) => ({ kind, path: completePath(path) }),
	write: ({ path }, write) => ({ path: writePath(path, write) }),
	subjects: () => ["China's hold on Islamabad"],
	course: "rule",
	rank: () => 8,
	begins: ({ path }) => beginningOf(path),
	checkTogether: ({ path }, report) => checkAscends(path, report),
};

/** American sanctions on suppliers of Pakistan's missile programme; their weight fades with a half-life of 18 months. */
export interface ProliferationSanctions extends ShockCommon {
	readonly kind: "proliferation-sanctions";
	readonly weight: Distribution;
}

const sanctionsFields = z.strictObject({
	...common,
	kind: kindField(
		"proliferation-sanctions",
		"American sanctions on suppliers of Pakistan's missile programme; their weight fades with a half-life of 18 months",
	),
	weight: quantity({
		units: PLAIN,
		least: 0,
		most: 100,
		meaning: "weight against one round of sanctions; 1 when absent",
	}).optional(),
});

const proliferationSanctions: ShockKind<
	ProliferationSanctions,
	typeof sanctionsFields
> = {
	fields: sanctionsFields,
	complete: ({ kind, weight }) => ({ kind, weight: weight ?? held(1) }),
	write: ({ weight }, write) => ({ weight: write(weight, "weight") }),
	subjects: () => [],
	course: "event",
	rank: () => 8,
};

/** Shipments to the United States held back by a government. */
export interface Withholding extends ShockCommon {
	readonly kind: "withholding";
	readonly by: Region;
	/** share of shipments held back */
	readonly share: Distribution;
}

const withholdingFields = z.strictObject({
	...common,
	kind: kindField(
		"withholding",
		"shipments to the United States held back by a government",
	),
	by: region("who holds back; Pakistan when absent").default("PK"),
	share: share("share of shipments held back; 1 when absent").optional(),
});

const withholding: ShockKind<Withholding, typeof withholdingFields> = {
	fields: withholdingFields,
	complete: ({ kind, by, share }) => ({ kind, by, share: share ?? held(1) }),
	write: ({ by, share }, write) => ({ by, share: write(share, "share") }),
	subjects: ({ by }) => [`withholding by ${by}`],
	course: "rule",
	rank: () => 2,
	checkFields: ({ by }, _, report) =>
		checkAlone(
			by,
			"PK",
			"Pakistan, whose government alone is modelled",
			["by"],
			report,
		),
};

/** Kinds that move Islamabad, and what Islamabad does. */
export const ISLAMABAD = [
	usEngagement,
	chineseLeverage,
	proliferationSanctions,
	withholding,
] as const;
