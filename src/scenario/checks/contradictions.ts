/** Checks of the shocks of a scenario against each other. */

import { instantOf } from "../../quantities.ts";
import { type AnyKind, KINDS } from "../shocks/kinds.ts";
import type { PlacedShock } from "../shocks/read-shocks.ts";
import { endOf } from "../shocks/shock-dates.ts";
import type { Report } from "../text/report.ts";

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

/** Takes a gap out of stretches. */
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

/** Stretches in which a shock is in force for a subject: a restriction not while it is suspended there. */
function inForce(
	placed: PlacedShock,
	subject: string,
	all: readonly PlacedShock[],
): readonly Stretch[] {
	return all.reduce<readonly Stretch[]>(
		(left, other) => {
			const { kind, shock } = other;
			const suspended = kind.suspends?.(shock, placed.shock.id, subject);
			return suspended ? without(left, stretchOf(other)) : left;
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
		const { kind, shock, from } = placed;
		const { id } = shock;
		const told = new Set<string>();
		for (const subject of kind.subjects(shock, instantOf(from))) {
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

/** The market keeps a fixed number of some kinds open at once. */
export function checkOpen(all: readonly PlacedShock[], report: Report): void {
	for (const kind of KINDS) checkKindOpen(all, kind, report);
}

function checkKindOpen(
	all: readonly PlacedShock[],
	kind: AnyKind,
	report: Report,
): void {
	if (kind.mostOpen === undefined) return;
	const { most, words } = kind.mostOpen;
	const ones = all.filter((placed) => placed.kind === kind);
	for (const one of ones) {
		const begins = Math.floor(stretchOf(one).from);
		const open = ones.filter((other) => {
			const { from, to } = stretchOf(other);
			return Math.floor(from) <= begins && begins < Math.ceil(to);
		});
		if (open.length > most)
			report(
				one.at,
				`is one of ${open.length} ${words} open at once; expected at most ${most}`,
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
