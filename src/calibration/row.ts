/** Ground of every table: the sourced figure, and the regions, uses and goods of the model. */

/** Basis of a number: reported by a source, estimated from sources, or assumed. */
export type Basis = "reported" | "estimated" | "assumed";

/** One figure with all that is needed to check it. */
export interface Sourced {
	readonly value: number;
	/** e.g. `t Sb/y`, `USD/t Sb`, `1` for a share */
	readonly unit: string;
	/** e.g. `2023`, `2024-08` */
	readonly period: string;
	/** publication that gives it; `assumption` when none does */
	readonly source: string;
	readonly basis: Basis;
	readonly note?: string;
}

/** The nine regions of the model, in the order of every regional array. */
export const REGIONS = [
	"CN",
	"US",
	"EU",
	"JK",
	"SA",
	"CA",
	"RU",
	"PK",
	"RW",
] as const;
export type Region = (typeof REGIONS)[number];

/** The civil uses of antimony, in the order of every array by segment. */
export const SEGMENTS = [
	"flame-retardants",
	"glass",
	"lead-alloys",
	"chemicals",
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The two goods that are traded. */
export const GOODS = ["concentrate", "refined"] as const;
export type Good = (typeof GOODS)[number];
