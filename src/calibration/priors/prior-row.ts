/** Type of an uncertain parameter, and builders of its distribution. */

import type { Distribution } from "../../random/distribution.ts";
import type { Basis } from "../row.ts";

/** One uncertain parameter of the model. */
export interface PriorRow {
	readonly path: string;
	readonly distribution: Distribution;
	readonly unit: string;
	readonly basis: Basis;
	readonly source: string;
	readonly meaning: string;
}

export const fixed = (value: number): Distribution => ({
	kind: "fixed",
	value,
});
export const uniform = (low: number, high: number): Distribution => ({
	kind: "uniform",
	low,
	high,
});
export const triangular = (
	low: number,
	mode: number,
	high: number,
): Distribution => ({
	kind: "triangular",
	low,
	mode,
	high,
});
export const lognormal = (
	median: number,
	p5: number,
	p95: number,
): Distribution => ({
	kind: "lognormal",
	median,
	p5,
	p95,
});
export const logitnormal = (
	median: number,
	p5: number,
	p95: number,
): Distribution => ({
	kind: "logitnormal",
	median,
	p5,
	p95,
});

/** Builds a prior that rests on an assumption. */
export const assumed = (
	path: string,
	distribution: Distribution,
	unit: string,
	meaning: string,
	source = "assumption",
): PriorRow => ({
	path,
	distribution,
	unit,
	basis: "assumed",
	source,
	meaning,
});
