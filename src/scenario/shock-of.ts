import type { Region } from "../calibration/row.ts";
import {
	type CalendarDay,
	daysInMonth,
	type Tick,
	tickOf,
	yearOf,
} from "../quantities.ts";
import { held } from "./quantity-field.ts";
import { type FileShock, REFINERY_DEFAULTS } from "./shock-fields.ts";
import type { News, Shock } from "./types.ts";

function addMonths(from: CalendarDay, months: number): CalendarDay {
	const index = from.year * 12 + from.month - 1 + months;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
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

/** First day of a shock's own path, for kinds that have one. */
function pathStart(shock: FileShock): CalendarDay | undefined {
	if (shock.kind === "reserve-purchases") return shock.path[0]?.from;
	const first = shock.kind === "segment-growth" ? shock.path[0] : undefined;
	return first && dayOf(first.month);
}

function dayOf(tick: Tick): CalendarDay {
	const year = yearOf(tick);
	return { year, month: tick - tickOf(year, 1) + 1, day: 1 };
}

/** `from`, else the day it is announced, else the start of its path; undefined when none is given. */
export function startOf(shock: FileShock): CalendarDay | undefined {
	return shock.from ?? shock.announce ?? pathStart(shock);
}

/** `to`, or `months` after the first day; null when open. */
export function endOf(
	from: CalendarDay,
	{ to, months }: Pick<FileShock, "to" | "months">,
): CalendarDay | null {
	if (to !== undefined) return to;
	return months === undefined ? null : addMonths(from, months);
}

/** null stands for every destination. */
function listed(
	destinations: "all" | readonly Region[],
): readonly Region[] | null {
	return destinations === "all" ? null : destinations;
}

/** A shock of a file with every default filled in. @param from its first day, see `startOf` */
export function shockOf(shock: FileShock, from: CalendarDay): Shock {
	const common = {
		id: shock.id,
		label: labelOf(shock),
		source: shock.source ?? "assumption",
		basis: shock.basis ?? "assumed",
		announce: shock.announce ?? null,
		from,
		to: endOf(from, shock),
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
				militaryOnly: shock.militaryOnly,
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
				decisionProbability: shock.decisionProbability ?? null,
				decisionWithin:
					shock.decisionWithin ?? REFINERY_DEFAULTS.decisionWithin,
				buildMonths: shock.buildMonths ?? REFINERY_DEFAULTS.buildMonths,
				slip: shock.slip ?? REFINERY_DEFAULTS.slip,
				certified: shock.certified,
				feed: shock.feed,
				offtake: shock.offtake ?? null,
				support: { floor: null, loan: null, grant: null },
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
