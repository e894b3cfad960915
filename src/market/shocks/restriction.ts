/** Lenses of restrictions: licences, bans and quotas with their suspensions, and campaigns that see to them. */

import type {
	Enforcement,
	ExportRestriction,
	RestrictionSuspension,
} from "../../scenario/shocks/restriction.ts";
import type { Shock } from "../../scenario/types.ts";
import type { Rules } from "../world/rules.ts";
import { CN, REGION_COUNT, regionIndex } from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { knownTick, type Span, shareOf, spanOf, ticksOf } from "./span.ts";
import {
	chineseRestriction,
	lossToAll,
	NOTHING,
	partOfYear,
	severityOf,
	soldAbroad,
	soldBy,
	type Taking,
} from "./taking.ts";

/**
 * In the month a rule begins, exporters load in its free days what they would
 * have shipped in twice as many. Basis: assumed; September 2024, half of it
 * free, left at 1.8 times the usual month.
 */
const FRONT_LOADING = 2.5;

/** Months before a known deadline in which buyers hurry, and how much. Basis: assumed. */
const RUSH_BEFORE_DEADLINE = 0.3;
const RUSH_IN_LAST_MONTH = 1;

interface Pause {
	readonly span: Span;
	/** null: every destination */
	readonly destinations: ReadonlySet<number> | null;
}

function pausesOf(
	restriction: ExportRestriction,
	happening: readonly Shock[],
): readonly Pause[] {
	return happening
		.filter(
			(shock): shock is RestrictionSuspension =>
				shock.kind === "restriction-suspension" && shock.of === restriction.id,
		)
		.map((suspension) => ({
			span: spanOf(suspension),
			destinations:
				suspension.destinations === null
					? null
					: new Set(suspension.destinations.map(regionIndex)),
		}));
}

/** Share of export capacity left when a stop holds for `share` of the month. */
function freeCapacity(share: number): number {
	return share >= 1 ? 0 : Math.min(1, FRONT_LOADING * (1 - share));
}

function stopEverything(
	rules: Rules,
	by: number,
	share: number,
	restriction: ExportRestriction,
): void {
	const free = freeCapacity(share);
	if (restriction.goods.includes("refined")) rules.refinedFree[by]! *= free;
	if (restriction.goods.includes("concentrate")) rules.oreFree[by]! *= free;
}

/** Bars one importer of refined metal. Ore has one buyer who matters: to stop it is an ore export ban. */
function bar(
	rules: Rules,
	cell: number,
	share: number,
	restriction: ExportRestriction,
): void {
	if (restriction.goods.includes("refined"))
		rules.barred[cell] = Math.max(rules.barred[cell]!, share);
}

/** A ban: on everybody it shuts the border, on some it bars the importers. */
function banLens(
	restriction: ExportRestriction,
	pauses: readonly Pause[],
): (rules: Rules, tick: number) => void {
	const by = regionIndex(restriction.by);
	const span = spanOf(restriction);
	if (restriction.destinations === null) {
		const spans = pauses
			.filter((pause) => pause.destinations === null)
			.map((pause) => pause.span);
		return (rules, tick) =>
			stopEverything(rules, by, shareOf(span, spans, tick), restriction);
	}
	const barred = restriction.destinations.map((destination) => {
		const d = regionIndex(destination);
		const spans = pauses
			.filter(
				(pause) => pause.destinations === null || pause.destinations.has(d),
			)
			.map((pause) => pause.span);
		return { cell: d * REGION_COUNT + by, spans };
	});
	return (rules, tick) => {
		for (const { cell, spans } of barred)
			bar(rules, cell, shareOf(span, spans, tick), restriction);
	};
}

/** Licences for what China refines; the licence office of the market does the rest. */
function licenceLens(
	restriction: ExportRestriction,
	pauses: readonly Pause[],
	draw: DrawShock,
): (rules: Rules, tick: number) => void {
	const span = spanOf(restriction);
	const spans = pauses.map((pause) => pause.span);
	const approval =
		restriction.approval === null
			? -1
			: draw(restriction.id, "approval", restriction.approval);
	const lag =
		restriction.lag === null
			? -1
			: draw(restriction.id, "lag", restriction.lag);
	return (rules, tick) => {
		const share = shareOf(span, spans, tick);
		if (share === 0) return;
		rules.licensed = Math.max(rules.licensed, share);
		rules.lastChance = Math.min(rules.lastChance, freeCapacity(share));
		rules.approval = approval;
		rules.licenceLag = lag;
	};
}

function quotaLens(
	restriction: ExportRestriction,
	pauses: readonly Pause[],
	draw: DrawShock,
): (rules: Rules, tick: number) => void {
	const span = spanOf(restriction);
	const spans = pauses.map((pause) => pause.span);
	const perYear =
		restriction.quota === null
			? Number.POSITIVE_INFINITY
			: draw(restriction.id, "quota", restriction.quota);
	return (rules, tick) => {
		if (shareOf(span, spans, tick) > 0.5)
			rules.quota = Math.min(rules.quota, perYear / 4);
	};
}

/** The rush of buyers before a deadline they know: a little the month before, all of it in its month. */
function rushAt(tick: number, known: number, deadline: number): number {
	if (known >= deadline || tick < known) return 0;
	if (tick === deadline) return RUSH_IN_LAST_MONTH;
	return tick === deadline - 1 ? RUSH_BEFORE_DEADLINE : 0;
}

/**
 * An export restriction: licences, a ban or a quota, paused by its suspensions.
 * A dated rule acts in a month in proportion to its days in force.
 */
function exportRestrictionLens(
	restriction: ExportRestriction,
	{ draw, happening }: Surroundings,
): Lens {
	const pauses = pausesOf(restriction, happening);
	const restrict =
		restriction.mode === "ban"
			? banLens(restriction, pauses)
			: restriction.mode === "licence"
				? licenceLens(restriction, pauses, draw)
				: quotaLens(restriction, pauses, draw);
	const ticks = ticksOf(spanOf(restriction));
	const known = knownTick(restriction);
	return {
		from: Math.min(known, ticks.from),
		to: ticks.to,
		apply: (rules, tick) => {
			rules.rush = Math.max(rules.rush, rushAt(tick, known, ticks.from));
			if (!restriction.militaryOnly) restrict(rules, tick);
		},
	};
}

/** A campaign against grey routes: one cut in the month it becomes known, vigilance after. */
function enforcementLens(campaign: Enforcement, { draw }: Surroundings): Lens {
	const strength = draw(campaign.id, "strength", campaign.strength);
	const begins = knownTick(campaign);
	return {
		from: begins,
		to: ticksOf(spanOf(campaign)).to,
		apply: (rules, tick) => {
			rules.enforcing = true;
			if (tick !== begins) return;
			rules.campaignBegins = true;
			rules.enforcement = 1 - (1 - rules.enforcement) * (1 - strength);
		},
	};
}

/** Supply that a restriction takes away; one on military users alone moves no civil tonne. */
function restrictionTaking(
	restriction: ExportRestriction,
	{ supply, draw }: Surroundings,
): Taking {
	if (restriction.militaryOnly) return NOTHING;
	const { id, approval, quota } = restriction;
	const severity =
		partOfYear(spanOf(restriction)) *
		severityOf(
			restriction,
			approval === null ? null : draw(id, "approval", approval),
			quota === null ? null : draw(id, "quota", quota),
			soldAbroad(CN, supply),
		);
	const by = regionIndex(restriction.by);
	const { goods, destinations } = restriction;
	const metal = goods.includes("refined");
	if (by === CN)
		return metal ? chineseRestriction(restriction, severity, supply) : NOTHING;
	const ore = goods.includes("concentrate") && destinations === null;
	const tonnes =
		(metal ? soldBy(by, restriction, supply) : 0) +
		(ore ? supply.oreSold[by]! : 0);
	return lossToAll(tonnes, severity, supply);
}

/** Effects of restrictions; a suspension acts through the restriction it pauses. */
export const RESTRICTION_LENSES = {
	"export-restriction": {
		lens: exportRestrictionLens,
		taking: restrictionTaking,
	},
	"restriction-suspension": { lens: () => null },
	enforcement: { lens: enforcementLens },
} satisfies Partial<Lenses>;
