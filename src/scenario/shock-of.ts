import type { Region } from "../calibration/row.ts";
import type { CalendarDay } from "../quantities.ts";
import { held } from "./quantity-field.ts";
import { type FileShock, REFINERY_DEFAULTS } from "./shock-fields.ts";
import type { News, Shock } from "./types.ts";

/** First day of the record, for shocks that are always there. */
const ALWAYS: CalendarDay = { year: 2018, month: 1, day: 1 };

function addMonths(from: CalendarDay, months: number): CalendarDay {
	const index = from.year * 12 + from.month - 1 + months;
	return {
		year: Math.floor(index / 12),
		month: (index % 12) + 1,
		day: Math.min(from.day, 28),
	};
}

function newsOf(news: FileShock["news"]): News | null {
	return news === undefined
		? null
		: { kick: news.kick, precaution: news.precaution ?? held(0) };
}

/** Words for a shock that has none of its own. */
function labelOf(shock: FileShock): string {
	if (shock.label !== undefined) return shock.label;
	const words = shock.id.replace(/[-_]/g, " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `from`, else the day it is announced, else the start of the record. */
export function firstDay(shock: FileShock): CalendarDay {
	return shock.from ?? shock.announce ?? ALWAYS;
}

/** `to`, or `months` after the first day; null when open. */
export function endDay(shock: FileShock): CalendarDay | null {
	if (shock.to !== undefined) return shock.to;
	return shock.months === undefined
		? null
		: addMonths(firstDay(shock), shock.months);
}

/** null stands for every destination. */
function listed(
	destinations: "all" | readonly Region[] | undefined,
): readonly Region[] | null {
	return destinations === undefined || destinations === "all"
		? null
		: destinations;
}

/** A shock of a file with every default filled in. */
export function shockOf(shock: FileShock): Shock {
	const common = {
		id: shock.id,
		label: labelOf(shock),
		source: shock.source ?? "assumption",
		basis: (shock.basis ?? "assumed") as Shock["basis"],
		announce: shock.announce ?? null,
		from: firstDay(shock),
		to: endDay(shock),
		probability: shock.probability ?? held(1),
		news: newsOf(shock.news),
	};
	switch (shock.kind) {
		case "export-restriction":
			return {
				...common,
				kind: shock.kind,
				by: shock.by,
				goods: shock.goods,
				destinations: listed(shock.destinations),
				mode: shock.mode,
				approval: shock.approval ?? null,
				lag: shock.lag ?? null,
				quota: shock.quota ?? null,
				militaryOnly: shock.militaryOnly ?? false,
			};
		case "restriction-suspension":
			return {
				...common,
				kind: shock.kind,
				of: shock.of,
				destinations: listed(shock.destinations),
			};
		case "enforcement":
			return {
				...common,
				kind: shock.kind,
				by: shock.by,
				strength: shock.strength,
			};
		case "refining-investment":
			return {
				...common,
				kind: shock.kind,
				in: shock.in,
				capacity: shock.capacity,
				decisionProbability: shock.decisionProbability,
				decisionWithin:
					shock.decisionWithin ?? REFINERY_DEFAULTS.decisionWithin,
				buildMonths: shock.buildMonths ?? REFINERY_DEFAULTS.buildMonths,
				slip: shock.slip ?? REFINERY_DEFAULTS.slip,
				certified: shock.certified,
				feed: shock.feed,
				offtake: shock.offtake ?? null,
			};
		case "outage":
			return {
				...common,
				kind: shock.kind,
				agents: shock.agents ?? null,
				region: shock.region ?? null,
				of: shock.of,
				share: shock.share,
			};
		case "ore-export-ban":
			return { ...common, kind: shock.kind, by: shock.by, share: shock.share };
		case "segment-growth":
			return {
				...common,
				kind: shock.kind,
				segment: shock.segment ?? null,
				region: shock.region ?? null,
				path: shock.path.map(({ month, level }) => ({ tick: month, level })),
			};
		case "reserve-purchases":
			return { ...common, kind: shock.kind, by: shock.by, path: shock.path };
		case "route":
			return {
				...common,
				kind: shock.kind,
				origin: shock.origin,
				destination: shock.destination,
				good: shock.good,
				cost: shock.cost,
				capacity: shock.capacity,
				premium: shock.premium ?? held(0),
			};
		case "news":
			return { ...common, kind: shock.kind };
	}
}
