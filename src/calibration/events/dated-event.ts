/** Types of an event of the antimony market: its day, actor and source, and how it enters the record. */

import type { Basis } from "../row.ts";

/** Kind of an event. */
export type EventKind =
	| "alignment"
	| "arms-sale"
	| "clarification"
	| "construction"
	| "corporate"
	| "defence-sourcing"
	| "demand-level"
	| "demand-shock"
	| "enforcement"
	| "engagement"
	| "export-ban"
	| "export-ban-eased"
	| "export-control"
	| "export-control-eased"
	| "export-policy"
	| "finance"
	| "investment-memorandum"
	| "licence-granted"
	| "market-outcome"
	| "permit"
	| "proliferation-sanctions"
	| "qualification"
	| "sanctions"
	| "security"
	| "shipment"
	| "stock-release"
	| "stockpile"
	| "subsidy"
	| "supply-entry"
	| "supply-level"
	| "supply-loss"
	| "supply-plan"
	| "tariff-exemption"
	| "trade-policy";

/** A number that a source attaches to an event. */
export interface Magnitude {
	readonly value: number;
	readonly unit: string;
	/** relation of the number to the event */
	readonly reading:
		| "stated"
		| "middle of a range"
		| "derived"
		| "target"
		| "at least"
		| "at most";
}

/** Something that happened, or is due, on a day. */
export interface DatedEvent {
	/** ISO day; the text says where it is approximate */
	readonly date: string;
	readonly actor: string;
	readonly kind: EventKind;
	readonly event: string;
	readonly magnitude?: Magnitude;
	readonly source: string;
}

/** Way by which an event enters the scenario `as-happened`, or the reason why it does not. */
export type Door =
	| { readonly by: "shock"; readonly ids: readonly string[] }
	| { readonly by: "news"; readonly id: string }
	| { readonly by: "neither"; readonly why: string };

/** An event of 2025 or later, whose effect no calibration reads. */
export interface RecentEvent extends DatedEvent {
	/** true when it tells how a market or a plant fared and not what somebody decided */
	readonly outcome: boolean;
	/** reported; estimated where its day or year is approximate; assumed where one weak source tells it */
	readonly basis: Basis;
	readonly enters: Door;
}
