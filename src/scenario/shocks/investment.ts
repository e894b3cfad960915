/** Investments: capacity that may be added, in refineries, mines and recycling works. */

import { z } from "zod";
import type { Region } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import { held, quantity } from "../numbers/quantity-field.ts";
import { PLAIN } from "../numbers/units.ts";
import type { Fields, WriteNumber } from "../numbers/write-number.ts";
import { common, type ShockCommon } from "./common.ts";
import {
	dollars,
	kindField,
	money,
	months,
	perYear,
	region,
	share,
} from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** Recycling works that can be open at once in the market. */
export const MOST_OPEN_WORKS = 8;

/** Support that a treasury gives a project; each null when absent. */
export interface Support {
	/** USD/t Sb below which the treasury pays the gap */
	readonly floor: Distribution | null;
	/** USD lent at the public rate */
	readonly loan: Distribution | null;
	/** USD given on the decision */
	readonly grant: Distribution | null;
}

/** A refinery that may be decided, built, ramped up and certified. `announce` is known, `from` is the earliest decision. */
export interface RefiningInvestment extends ShockCommon {
	readonly kind: "refining-investment";
	readonly in: Region;
	/** t Sb a year */
	readonly capacity: Distribution;
	/** chance of a decision within `decisionWithin` months without support; null: net present value alone decides */
	readonly decisionProbability: Distribution | null;
	readonly decisionWithin: Distribution;
	readonly buildMonths: Distribution;
	/** factor on the building time */
	readonly slip: Distribution;
	/** true when a sponsor has it qualified for munitions */
	readonly certified: boolean;
	readonly feed: "own" | "bought";
	/** region that takes the output under contract at the index, null when it sells at the hub */
	readonly offtake: Region | null;
	readonly support: Support;
}

/** A mine that may be decided, built and ramped up. */
export interface MineInvestment extends ShockCommon {
	readonly kind: "mine-investment";
	readonly in: Region;
	/** t Sb in concentrate a year */
	readonly capacity: Distribution;
	/** as for a refinery */
	readonly decisionProbability: Distribution | null;
	readonly decisionWithin: Distribution;
	readonly buildMonths: Distribution;
	readonly slip: Distribution;
	/** USD/t Sb in concentrate */
	readonly unitCost: Distribution;
	readonly support: Support;
}

/** A plant or a mine that may be decided. */
export type Project = RefiningInvestment | MineInvestment;

const slip = { kind: "lognormal", median: 1.5, p5: 1.1, p95: 2.5 } as const;

/** Defaults of a refinery. */
const REFINERY_DEFAULTS = {
	decisionWithin: held(36),
	buildMonths: { kind: "lognormal", median: 40, p5: 24, p95: 60 },
	slip,
} as const;

/** Defaults of a mine. */
const MINE_DEFAULTS = {
	decisionWithin: held(36),
	buildMonths: { kind: "lognormal", median: 48, p5: 30, p95: 72 },
	slip,
} as const;

/** Fields of every project. @param building words for the building time when absent */
const project = (building: string) => ({
	in: region("where it is built"),
	decisionProbability: share(
		"chance of a decision within `decisionWithin`; net present value alone decides when absent",
	).optional(),
	decisionWithin: months("window of the decision; 36 when absent").optional(),
	buildMonths: months(
		`building time before slip; ${building} when absent`,
	).optional(),
	slip: quantity({
		units: PLAIN,
		least: 0.5,
		most: 10,
		meaning: "factor on the building time; 1.5 (1.1 to 2.5) when absent",
	}).optional(),
	floor: dollars(
		"price below which the treasury pays the gap; none when absent",
	).optional(),
	loan: money("lent at the public rate; none when absent").optional(),
	grant: money("given on the decision; none when absent").optional(),
});

const refineryFields = z.strictObject({
	...common,
	kind: kindField(
		"refining-investment",
		"a refinery that may be decided, built, ramped up and certified",
	),
	...project("40 (24 to 60)"),
	capacity: perYear("nameplate, refined antimony"),
	certified: z.boolean().default(false).meta({
		description:
			"whether a sponsor has it qualified for munitions; false when absent",
	}),
	feed: z.enum(["own", "bought"]).default("bought").meta({
		description:
			"ore of its region only, or bought against others; bought when absent",
	}),
	offtake: region("who takes its metal under contract").optional(),
});

const mineFields = z.strictObject({
	...common,
	kind: kindField(
		"mine-investment",
		"a mine that may be decided, built and ramped up",
	),
	...project("48 (30 to 72)"),
	capacity: perYear("nameplate, antimony in concentrate"),
	unitCost: dollars("cost of mining, antimony in concentrate"),
});

type FileProject =
	| z.output<typeof refineryFields>
	| z.output<typeof mineFields>;

/** Fills in what refineries and mines have in common. */
function completeProject(
	shock: FileProject,
	defaults: typeof REFINERY_DEFAULTS | typeof MINE_DEFAULTS,
) {
	return {
		in: shock.in,
		capacity: shock.capacity,
		decisionProbability: shock.decisionProbability ?? null,
		decisionWithin: shock.decisionWithin ?? defaults.decisionWithin,
		buildMonths: shock.buildMonths ?? defaults.buildMonths,
		slip: shock.slip ?? defaults.slip,
		support: {
			floor: shock.floor ?? null,
			loan: shock.loan ?? null,
			grant: shock.grant ?? null,
		},
	};
}

/** Writes what refineries and mines have in common. */
function writeProject(project: Project, write: WriteNumber): Fields {
	const { floor, loan, grant } = project.support;
	return {
		in: project.in,
		capacity: write(project.capacity, "capacity"),
		decisionProbability: write(
			project.decisionProbability,
			"decisionProbability",
		),
		decisionWithin: write(project.decisionWithin, "decisionWithin"),
		buildMonths: write(project.buildMonths, "buildMonths"),
		slip: write(project.slip, "slip"),
		floor: write(floor, "floor"),
		loan: write(loan, "loan"),
		grant: write(grant, "grant"),
	};
}

const refinery: ShockKind<RefiningInvestment, typeof refineryFields> = {
	fields: refineryFields,
	complete: (shock) => ({
		...completeProject(shock, REFINERY_DEFAULTS),
		kind: shock.kind,
		certified: shock.certified,
		feed: shock.feed,
		offtake: shock.offtake ?? null,
	}),
	write: (shock, write) => ({
		...writeProject(shock, write),
		certified: shock.certified,
		feed: shock.feed,
		offtake: shock.offtake,
	}),
	subjects: () => [],
	course: "project",
	rank: () => 2,
	size: ({ capacity }) => ["capacity", capacity],
	plays: ({ offtake }) =>
		offtake === undefined ? ["sellers"] : ["sellers", "sold"],
};

const mine: ShockKind<MineInvestment, typeof mineFields> = {
	fields: mineFields,
	complete: (shock) => ({
		...completeProject(shock, MINE_DEFAULTS),
		kind: shock.kind,
		unitCost: shock.unitCost,
	}),
	write: (shock, write) => ({
		...writeProject(shock, write),
		unitCost: write(shock.unitCost, "unitCost"),
	}),
	subjects: () => [],
	course: "project",
	rank: () => 3,
	size: ({ capacity }) => ["capacity", capacity],
};

/** Recycling added to a region, run when the price covers its cost. */
export interface Recycling extends ShockCommon {
	readonly kind: "recycling";
	readonly region: Region;
	/** t Sb a year */
	readonly capacity: Distribution;
	/** USD/t Sb */
	readonly cost: Distribution;
}

const recyclingFields = z.strictObject({
	...common,
	kind: kindField(
		"recycling",
		"recycling added to a region, run when the price covers its cost",
	),
	region: region("where"),
	capacity: perYear("most it recovers"),
	cost: dollars("cost of recovery"),
});

const recycling: ShockKind<Recycling, typeof recyclingFields> = {
	fields: recyclingFields,
	complete: ({ kind, region, capacity, cost }) => ({
		kind,
		region,
		capacity,
		cost,
	}),
	write: ({ region, capacity, cost }, write) => ({
		region,
		capacity: write(capacity, "capacity"),
		cost: write(cost, "cost"),
	}),
	subjects: () => [],
	course: "rule",
	rank: () => 3,
	size: ({ capacity }) => ["capacity", capacity],
	mostOpen: { most: MOST_OPEN_WORKS, words: "recycling works" },
};

/** Kinds of capacity that may be added. */
export const INVESTMENTS = [refinery, mine, recycling] as const;
