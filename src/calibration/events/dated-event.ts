/** Type of an event of the antimony market, with its day, actor and source. */

/** Kind of an event. */
export type EventKind =
	| "alignment"
	| "arms-sale"
	| "clarification"
	| "corporate"
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
	| "permit"
	| "proliferation-sanctions"
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
