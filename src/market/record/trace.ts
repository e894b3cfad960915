/** Events of a replicate that its story can tell. */

/** Kinds of event that a trace hears. */
export const EVENTS = [
	"mine idles",
	"mine reopens",
	"mine closes",
	"plant idles",
	"plant restarts",
	"project decided",
	"project waits for money",
	"project financed",
	"project starts",
	"plant starves",
	"plant qualified",
	"licence regime",
	"importer barred",
	"shipments withheld",
	"shipments resume",
	"use reformulated",
	"grant paid",
	"loan given",
] as const;
export type EventName = (typeof EVENTS)[number];
