/** Needs: how much of a use is needed, and how much of it a programme replaces. */

import { z } from "zod";
import { type Region, SEGMENTS, type Segment } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import { held } from "../numbers/quantity-field.ts";
import { common, type ShockCommon } from "./common.ts";
import {
	beginningOf,
	checkAscends,
	completePath,
	type LevelPath,
	levelPath,
	writePath,
} from "./level-path.ts";
import { factor, kindField, months, region, share } from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** Need of a use relative to its base; log-linear between its points, held after the last. */
export interface SegmentGrowth extends ShockCommon {
	readonly kind: "segment-growth";
	/** null: all uses */
	readonly segment: Segment | null;
	/** null: everywhere */
	readonly region: Region | null;
	/** `level` 1 is the base; ticks ascend */
	readonly path: LevelPath;
}

const growthFields = z.strictObject({
	...common,
	kind: kindField("segment-growth", "need of a use relative to its base"),
	segment: z
		.enum(SEGMENTS)
		.optional()
		.meta({ description: "the use; all when absent" }),
	region: region("where; everywhere when absent").optional(),
	path: levelPath(
		factor(0.01, "need over its base"),
		"log-linear between its points, held after the last",
	),
});

const segmentGrowth: ShockKind<SegmentGrowth, typeof growthFields> = {
	fields: growthFields,
	complete: ({ kind, segment, region, path }) => ({
		kind,
		segment: segment ?? null,
		region: region ?? null,
		path: completePath(path),
	}),
	write: ({ segment, region, path }, write) => ({
		segment,
		region,
		path: writePath(path, write),
	}),
	subjects: ({ segment, region }, day) => [
		`growth of ${segment ?? "all uses"} in ${region ?? "all regions"} at ${day}`,
	],
	course: "rule",
	rank: () => 8,
	begins: ({ path }) => beginningOf(path),
	checkTogether: ({ path }, report) => checkAscends(path, report),
};

/** Need multiplied while it lasts, reached over a ramp. */
export interface DemandSurge extends ShockCommon {
	readonly kind: "demand-surge";
	/** null: everywhere */
	readonly region: Region | null;
	/** factors on defence and civil need */
	readonly defence: Distribution;
	readonly civil: Distribution;
	/** months to the full surge */
	readonly ramp: Distribution;
}

const surgeFields = z.strictObject({
	...common,
	kind: kindField(
		"demand-surge",
		"need multiplied while it lasts, reached over a ramp",
	),
	region: region("where; everywhere when absent").optional(),
	defence: factor(0, "factor on defence need; 1 when absent").optional(),
	civil: factor(0, "factor on civil need; 1 when absent").optional(),
	ramp: months("months to the full surge; 0 when absent").optional(),
});

const demandSurge: ShockKind<DemandSurge, typeof surgeFields> = {
	fields: surgeFields,
	complete: (shock) => ({
		kind: shock.kind,
		region: shock.region ?? null,
		defence: shock.defence ?? held(1),
		civil: shock.civil ?? held(1),
		ramp: shock.ramp ?? held(0),
	}),
	write: ({ region, defence, civil, ramp }, write) => ({
		region,
		defence: write(defence, "defence"),
		civil: write(civil, "civil"),
		ramp: write(ramp, "ramp"),
	}),
	subjects: ({ region }, day) => [
		`surge in ${region ?? "all regions"} at ${day}`,
	],
	course: "rule",
	rank: () => 4,
	checkTogether: ({ defence, civil }, report) => {
		if (defence === undefined && civil === undefined)
			report(
				["defence"],
				"is missing; expected a factor on defence or civil need",
			);
	},
};

/** A programme to reformulate a use, whatever the price. */
export interface SubstitutionProgramme extends ShockCommon {
	readonly kind: "substitution-programme";
	readonly segment: Segment;
	/** null: everywhere */
	readonly region: Region | null;
	/** months until the first product changes */
	readonly lag: Distribution;
	/** share of need it can replace */
	readonly max: Distribution;
}

const programmeFields = z.strictObject({
	...common,
	kind: kindField(
		"substitution-programme",
		"a programme to reformulate a use, whatever the price",
	),
	segment: z
		.enum(SEGMENTS)
		.meta({ description: "the use that is reformulated" }),
	region: region("where; everywhere when absent").optional(),
	lag: months("months until the first product changes"),
	max: share("share of need it can replace"),
});

const substitutionProgramme: ShockKind<
	SubstitutionProgramme,
	typeof programmeFields
> = {
	fields: programmeFields,
	complete: ({ kind, segment, region, lag, max }) => ({
		kind,
		segment,
		region: region ?? null,
		lag,
		max,
	}),
	write: ({ segment, region, lag, max }, write) => ({
		segment,
		region,
		lag: write(lag, "lag"),
		max: write(max, "max"),
	}),
	subjects: ({ segment, region }) => [
		`programme for ${segment} in ${region ?? "all regions"}`,
	],
	course: "rule",
	rank: () => 3,
};

/** Kinds that change what is needed. */
export const NEEDS = [
	segmentGrowth,
	demandSurge,
	substitutionProgramme,
] as const;
