/** Validation as JSON for other programs. */

import { HORIZONS } from "../../inference/forecasts/forecast-pairs.ts";
import type { Validation } from "../../inference/validation/validation.ts";
import { missesOf } from "../../inference/validation/validation-rows.ts";
import { monthName } from "../../quantities.ts";

/** Program, commit and command that made a validation. */
export interface ValidationOrigin {
	/** of stibium */
	readonly version: string;
	/** SHA-1 of the commit; null outside a checkout */
	readonly commit: string | null;
	/** true when files differed from the commit */
	readonly dirty: boolean;
	readonly command: string;
}

const DIGITS = 6;

/** Six digits of every number that is not whole; what cannot be computed is null. */
function rounded(_key: string, value: unknown): unknown {
	if (typeof value !== "number") return value;
	if (!Number.isFinite(value)) return null;
	return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}

/** A validation as plain data: contract, rows first. */
function plainOf(validation: Validation, origin: ValidationOrigin): object {
	const { rows, forecasters, pairs, scores, weights, ...how } = validation;
	const required = rows.filter((row) => row.required);
	return {
		schema: "stibium-validation/1",
		...origin,
		...how,
		required: required.length,
		requiredMissed: required.filter(({ pass }) => !pass).map(({ id }) => id),
		missed: missesOf(rows).map(({ id }) => id),
		rows,
		forecasters: forecasters.map(({ id, label, knows }) => ({
			id,
			label,
			knows,
		})),
		horizons: HORIZONS,
		scores,
		forecasts: pairs.map((pair, i) => ({
			...pair,
			origin: monthName(pair.origin),
			target: monthName(pair.target),
			by: Object.fromEntries(
				forecasters.map(({ id, forecasts }) => {
					const { pair: _, ...judged } = forecasts[i]!;
					return [id, judged];
				}),
			),
		})),
		weights,
	};
}

/** A validation as JSON, numbers to six digits; `indent` as in JSON.stringify. */
export function validationJson(
	validation: Validation,
	origin: ValidationOrigin,
	indent?: string,
): string {
	return JSON.stringify(plainOf(validation, origin), rounded, indent);
}
