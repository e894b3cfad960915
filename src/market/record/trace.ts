import type { Market } from "../world/market.ts";
import type { Recorder } from "./recorder.ts";

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

/**
 * Hears what happens while a replicate runs. The market has none unless a story
 * is asked for, so that telling costs nothing when nobody listens.
 */
export interface Trace {
	/**
	 * @param who    id of an agent, or code of a region
	 * @param figure a number that belongs to the event, in the unit of its name; 0 when none does
	 */
	tell(tick: number, what: EventName, who: string, figure: number): void;
	/**
	 * Trade of a month by route, t Sb: metal and ore, source × REGION_COUNT + destination.
	 * The arrays are reused: copy what must last.
	 */
	trade(tick: number, metal: Float64Array, ore: Float64Array): void;
	/**
	 * A month is over: the market as it stands after its books, and the record up to it.
	 * Both are the market's own: read, copy, change nothing.
	 */
	month?(tick: number, market: Market, record: Recorder): void;
}
