/** What can happen in a replicate that a story tells. */
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
