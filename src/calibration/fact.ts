import type { Basis } from "./row.ts";

/** Something observed at a date, which the ensemble must hold in its middle. */
export interface DatedFact {
	readonly kind: "dated";
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** `YYYY`, `YYYY-MM`, or two of them joined by `..` */
	readonly period: string;
	readonly record: number;
	/** what the sources leave open, where they do not agree on one figure */
	readonly low?: number;
	readonly high?: number;
	/** share of the ensemble, centred on its median, in which the record must lie */
	readonly within: number;
	/** false for a figure that is shown beside the others and not counted */
	readonly scored: boolean;
	readonly source: string;
	readonly basis: Basis;
}

/** Bounds on one quantity, and over what they are judged. */
export interface Bound {
	readonly label: string;
	readonly unit: string;
	readonly low?: number;
	readonly high?: number;
	/** share of the months or replicates that must keep the bounds; a median keeps them or not */
	readonly over:
		| { readonly kind: "months"; readonly share: number }
		| { readonly kind: "replicates"; readonly share: number }
		| { readonly kind: "median" };
}

/** What a market without dated events must look like. */
export interface CalmFact {
	readonly kind: "calm";
	readonly id: string;
	readonly label: string;
	readonly period: "108 calm months";
	/** the figure of the record, where there is one */
	readonly record?: number;
	/** all must hold */
	readonly bounds: readonly Bound[];
	readonly source: string;
	readonly basis: Basis;
}

/** A fact the model must reproduce. */
export type Fact = DatedFact | CalmFact;
