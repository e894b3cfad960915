import { z } from "zod";
import { SEGMENTS } from "../../calibration/row.ts";
import { month } from "../numbers/day-field.ts";
import {
	common,
	factor,
	kindOf,
	months,
	region,
	share,
} from "./shared-fields.ts";

const segmentGrowth = z.strictObject({
	...common,
	kind: kindOf("segment-growth", "need of a use relative to its base"),
	segment: z
		.enum(SEGMENTS)
		.optional()
		.meta({ description: "the use; all when absent" }),
	region: region("where; everywhere when absent").optional(),
	path: z
		.array(
			z.strictObject({
				month: month("from this month on the level is reached"),
				level: factor(0.01, "need over its base"),
			}),
		)
		.min(1)
		.max(200)
		.meta({
			description: "log-linear between its points, held after the last",
		}),
});

const demandSurge = z.strictObject({
	...common,
	kind: kindOf(
		"demand-surge",
		"need multiplied while it lasts, reached over a ramp",
	),
	region: region("where; everywhere when absent").optional(),
	defence: factor(0, "factor on defence need; 1 when absent").optional(),
	civil: factor(0, "factor on civil need; 1 when absent").optional(),
	ramp: months("months to the full surge; 0 when absent").optional(),
});

const substitutionProgramme = z.strictObject({
	...common,
	kind: kindOf(
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

/** What is needed. */
export const NEED_FIELDS = [
	segmentGrowth,
	demandSurge,
	substitutionProgramme,
] as const;
