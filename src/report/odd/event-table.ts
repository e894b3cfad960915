/** Table of the events since 2025: what happened, and how each enters the record. */

import type {
	Door,
	RecentEvent,
} from "../../calibration/events/dated-event.ts";
import { code, type Table } from "../../words/markdown.ts";

/** Way by which an event enters, in words. */
function doorWords(door: Door): string {
	switch (door.by) {
		case "shock":
			return `shock ${door.ids.map(code).join(", ")}`;
		case "news":
			return `news ${code(door.id)}`;
		case "neither":
			return `neither: ${door.why}`;
	}
}

function eventWords({ actor, event, outcome }: RecentEvent): string {
	return `${outcome ? "(outcome) " : ""}${actor}: ${event}`;
}

/** Events by date: what each is, how it enters, on what basis and by whose word. */
export function eventTable(events: readonly RecentEvent[]): Table {
	return {
		head: ["date", "event", "enters as", "basis", "source"],
		rows: events.map((event) => [
			event.date,
			eventWords(event),
			doorWords(event.enters),
			event.basis,
			event.source,
		]),
	};
}
