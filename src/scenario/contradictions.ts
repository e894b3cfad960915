import { instantOf } from "../quantities.ts";
import type { PlacedShock } from "./read-shocks.ts";
import type { Report } from "./report.ts";
import { endOf } from "./shock-of.ts";

/** Ways out of a region that can be open at once in the market. */
export const MOST_OPEN_ROUTES = 8;

/** A stretch of time, months since 2018-01; `to` is Infinity when open. */
interface Stretch {
	readonly from: number;
	readonly to: number;
}

function stretchOf({ shock, from }: PlacedShock): Stretch {
	const end = endOf(from, shock);
	return {
		from: instantOf(from),
		to: end === null ? Number.POSITIVE_INFINITY : instantOf(end),
	};
}

/** What is left of stretches when another is taken out. */
function without(stretches: readonly Stretch[], gap: Stretch): Stretch[] {
	return stretches.flatMap(({ from, to }) =>
		[
			{ from, to: Math.min(to, gap.from) },
			{ from: Math.max(from, gap.to), to },
		].filter((left) => left.from < left.to),
	);
}

const meet = (a: Stretch, b: Stretch): boolean =>
	a.from < b.to && b.from < a.to;

/**
 * What a shock sets; two that set the same at one time contradict each other.
 * Growth, purchases and routes add up and campaigns follow each other, so they
 * contradict only what begins on the same day.
 */
function subjectsOf({ shock, from }: PlacedShock): readonly string[] {
	const day = instantOf(from);
	switch (shock.kind) {
		case "export-restriction": {
			const who = `${shock.militaryOnly ? "military " : ""}${shock.mode} by ${shock.by}`;
			const places =
				shock.mode !== "ban" || shock.destinations === "all"
					? ["all"]
					: shock.destinations;
			return shock.goods.flatMap((good) =>
				places.map((place) => `${who} on ${good} to ${place}`),
			);
		}
		case "restriction-suspension":
			return (shock.destinations === "all" ? ["all"] : shock.destinations).map(
				(place) => `suspension of ${shock.of} for ${place}`,
			);
		case "outage":
			return (shock.agents ?? [`${shock.of} of ${shock.region}`]).map(
				(target) => `outage of ${target}`,
			);
		case "ore-export-ban":
			return [`ore leaving ${shock.by}`];
		case "enforcement":
			return [`campaign by ${shock.by} at ${day}`];
		case "segment-growth":
			return [
				`growth of ${shock.segment ?? "all uses"} in ${shock.region ?? "all regions"} at ${day}`,
			];
		case "reserve-purchases":
			return [`purchases by ${shock.by} at ${day}`];
		case "route":
			return [
				`route ${shock.origin} to ${shock.destination} of ${shock.good} at ${day}`,
			];
		case "refining-investment":
		case "news":
			return [];
	}
}

/** When a shock is in force for a subject: a restriction not while it is suspended there. */
function inForce(
	placed: PlacedShock,
	subject: string,
	all: readonly PlacedShock[],
): readonly Stretch[] {
	return all.reduce<readonly Stretch[]>(
		(left, other) => {
			const { shock } = other;
			if (shock.kind !== "restriction-suspension") return left;
			if (shock.of !== placed.shock.id) return left;
			const places = shock.destinations;
			const here =
				places === "all" ||
				places.some((place) => subject.endsWith(` to ${place}`));
			return here ? without(left, stretchOf(other)) : left;
		},
		[stretchOf(placed)],
	);
}

/** Two shocks that set one thing at once. */
export function checkContradictions(
	all: readonly PlacedShock[],
	report: Report,
): void {
	const seen = new Map<
		string,
		{ readonly id: string; readonly stretches: readonly Stretch[] }[]
	>();
	for (const placed of all) {
		const { id } = placed.shock;
		const told = new Set<string>();
		for (const subject of subjectsOf(placed)) {
			const stretches = inForce(placed, subject, all);
			const others = seen.get(subject) ?? [];
			const other = others.find(
				(candidate) =>
					candidate.id !== id &&
					candidate.stretches.some((a) => stretches.some((b) => meet(a, b))),
			);
			if (other !== undefined && !told.has(other.id)) {
				told.add(other.id);
				report(
					placed.at,
					`sets what "${other.id}" sets at the same time (${subject.replace(/ at [\d.]+$/, "")}); keep one, or let the first end before`,
				);
			}
			seen.set(subject, [...others, { id, stretches }]);
		}
	}
}

/** The market keeps a fixed number of routes open at once. */
export function checkRoutes(all: readonly PlacedShock[], report: Report): void {
	const routes = all.filter(({ shock }) => shock.kind === "route");
	for (const route of routes) {
		const { from } = stretchOf(route);
		const open = routes.filter((other) => {
			const stretch = stretchOf(other);
			return Math.floor(stretch.from) <= from && from < Math.ceil(stretch.to);
		});
		if (open.length > MOST_OPEN_ROUTES)
			report(
				route.at,
				`is one of ${open.length} routes open at once; expected at most ${MOST_OPEN_ROUTES}`,
			);
	}
}

/** Ids are unique. */
export function checkIds(
	shocks: readonly {
		readonly shock: { readonly id?: string | undefined };
		readonly at: PlacedShock["at"];
	}[],
	report: Report,
): void {
	const seen = new Set<string>();
	for (const { shock, at } of shocks) {
		if (shock.id === undefined) continue;
		if (seen.has(shock.id))
			report(
				[...at, "id"],
				`is "${shock.id}" a second time; expected a name of its own`,
			);
		seen.add(shock.id);
	}
}
