/** Types of the facts that the model must reproduce: dated figures, and bounds of calm years. */

import type { Basis } from "./row.ts";

/** A figure observed at a date, which must lie in the middle of the ensemble. */
export interface DatedFact {
	readonly kind: "dated";
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** `YYYY`, `YYYY-MM`, or two of them joined by `..` */
	readonly period: string;
	readonly record: number;
	/** range of the sources, where they do not agree on one figure */
	readonly low?: number;
	readonly high?: number;
	/** share of the ensemble, centred on its median, in which the record must lie */
	readonly within: number;
	/** false for a figure that is shown beside the others and not counted */
	readonly scored: boolean;
	readonly source: string;
	readonly basis: Basis;
}

/** Bounds within which a quantity of the dated record must lie, where no source gives a figure. */
export interface LimitFact {
	readonly kind: "limit";
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** `YYYY`, `YYYY-MM`, or two of them joined by `..` */
	readonly period: string;
	readonly low?: number;
	readonly high?: number;
	/** standard deviation of what may be missed beyond the bounds, in logs */
	readonly edge: number;
	readonly source: string;
	readonly basis: Basis;
}

/** Bounds on one quantity, and the months or replicates that must keep them. */
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

/** A property that a market without dated events must have. */
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
export type Fact = DatedFact | LimitFact | CalmFact;
