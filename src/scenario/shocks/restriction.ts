/** Restrictions: what a government lets out of its region, and how it sees to it. */

import { z } from "zod";
import type { Good, Region } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Report } from "../text/report.ts";
import { common, type ShockCommon } from "./common.ts";
import { checkName } from "./names.ts";
import {
	checkAlone,
	destinations,
	goods,
	kindField,
	months,
	name,
	perYear,
	region,
	share,
} from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** null stands for every destination. */
const listed = (
	destinations: "all" | readonly Region[],
): readonly Region[] | null => (destinations === "all" ? null : destinations);

const all = (
	destinations: readonly Region[] | null,
): readonly Region[] | "all" => destinations ?? "all";

/** An export restriction: licences, a ban, or a quota kept by calendar quarter. */
export interface ExportRestriction extends ShockCommon {
	readonly kind: "export-restriction";
	readonly by: Region;
	readonly goods: readonly Good[];
	/** null: every destination */
	readonly destinations: readonly Region[] | null;
	readonly mode: "licence" | "ban" | "quota";
	/** share of applied tonnage granted; null: the regimes of the licence office decide */
	readonly approval: Distribution | null;
	/** months from application to licence; null: the model's parameter */
	readonly lag: Distribution | null;
	/** t Sb a year; quotas only */
	readonly quota: Distribution | null;
	readonly militaryOnly: boolean;
}

const restrictionFields = z.strictObject({
	...common,
	kind: kindField(
		"export-restriction",
		"licences, a ban or a quota on what a region exports",
	),
	by: region("who restricts"),
	goods,
	destinations,
	mode: z.enum(["licence", "ban", "quota"]).meta({
		description:
			"licence: exports wait for one and part of them get it; ban: none leave; quota: at most the quota leaves",
	}),
	approval: share(
		"share of applications granted; the regimes of the office when absent",
	).optional(),
	lag: months(
		"months from application to licence; the model's parameter when absent",
	).optional(),
	quota: perYear("most that may leave, kept by calendar quarter").optional(),
	militaryOnly: z.boolean().default(false).meta({
		description:
			"true: military end users only, which moves no civil tonne; false when absent",
	}),
});

type FileRestriction = z.output<typeof restrictionFields>;

/** Tells of fields that a mode does not know. */
function checkMode(shock: FileRestriction, report: Report): void {
	const { mode } = shock;
	if (mode === "quota" && shock.quota === undefined)
		report(
			["quota"],
			"is missing; expected tonnes with a unit, such as {value: 20000, unit: t/y}",
		);
	if (mode !== "quota" && shock.quota !== undefined)
		report(["quota"], `has no effect in mode ${mode}; use mode quota`);
	for (const key of ["approval", "lag"] as const)
		if (mode !== "licence" && shock[key] !== undefined)
			report([key], `has no effect in mode ${mode}; use mode licence`);
}

/** Tells of what only China's office can do, and of what only a ban can. */
function checkReach(shock: FileRestriction, report: Report): void {
	const { mode, destinations } = shock;
	if (mode !== "ban" && shock.by !== "CN")
		report(
			["by"],
			`is ${shock.by}; expected China, whose ${mode}s alone are modelled`,
		);
	if (mode !== "ban" && destinations !== "all")
		report(
			["destinations"],
			`has no effect in mode ${mode}, which holds for all; expected all`,
			"warning",
		);
	if (
		!shock.goods.includes("refined") &&
		(mode !== "ban" || destinations !== "all")
	)
		report(
			["goods"],
			"is concentrate alone, for which only a ban on all destinations is modelled; add refined, or ban it for all",
		);
	if (destinations !== "all" && destinations.includes(shock.by))
		report(
			["destinations"],
			`names ${shock.by}, who restricts; expected other regions`,
		);
}

function restricted(shock: FileRestriction): readonly string[] {
	const who = `${shock.militaryOnly ? "military " : ""}${shock.mode} by ${shock.by}`;
	const places =
		shock.mode !== "ban" || shock.destinations === "all"
			? ["all"]
			: shock.destinations;
	return shock.goods.flatMap((good) =>
		places.map((place) => `${who} on ${good} to ${place}`),
	);
}

const exportRestriction: ShockKind<
	ExportRestriction,
	typeof restrictionFields
> = {
	fields: restrictionFields,
	complete: (shock) => ({
		kind: shock.kind,
		by: shock.by,
		goods: shock.goods,
		destinations: listed(shock.destinations),
		mode: shock.mode,
		approval: shock.approval ?? null,
		lag: shock.lag ?? null,
		quota: shock.quota ?? null,
		militaryOnly: shock.militaryOnly,
	}),
	write: (shock, write) => ({
		by: shock.by,
		goods: shock.goods,
		destinations: all(shock.destinations),
		mode: shock.mode,
		approval: write(shock.approval, "approval"),
		lag: write(shock.lag, "lag"),
		quota: write(shock.quota, "quota"),
		militaryOnly: shock.militaryOnly,
	}),
	subjects: restricted,
	course: "rule",
	// on military users alone it touches little metal
	rank: ({ militaryOnly }) => (militaryOnly ? 3 : 0),
	size: ({ quota }) => ["quota", quota],
	plays: () => ["restrictions"],
	checkTogether: (shock, report) => {
		checkMode(shock, report);
		checkReach(shock, report);
	},
};

/** Suspends another shock, for some destinations or all, from `from` until `to`. */
export interface RestrictionSuspension extends ShockCommon {
	readonly kind: "restriction-suspension";
	/** id of the export restriction */
	readonly of: string;
	/** null: all that it names */
	readonly destinations: readonly Region[] | null;
}

const suspensionFields = z.strictObject({
	...common,
	kind: kindField("restriction-suspension", "suspends an export restriction"),
	of: name("id of the restriction"),
	destinations,
});

const suspension: ShockKind<RestrictionSuspension, typeof suspensionFields> = {
	fields: suspensionFields,
	complete: ({ kind, of, destinations }) => ({
		kind,
		of,
		destinations: listed(destinations),
	}),
	write: ({ of, destinations }) => ({ of, destinations: all(destinations) }),
	subjects: ({ of, destinations }) =>
		(destinations === "all" ? ["all"] : destinations).map(
			(place) => `suspension of ${of} for ${place}`,
		),
	course: "rule",
	rank: () => 1,
	checkFields: ({ of }, { names }, report) =>
		checkName(of, "export restriction", names.restrictions, ["of"], report),
	suspends: ({ of, destinations }, other, subject) =>
		of === other &&
		(destinations === "all" ||
			destinations.some((place) => subject.endsWith(` to ${place}`))),
};

/** A campaign against grey routes on day `from`: their capacity is cut by `strength`. */
export interface Enforcement extends ShockCommon {
	readonly kind: "enforcement";
	readonly by: Region;
	readonly strength: Distribution;
}

const enforcementFields = z.strictObject({
	...common,
	kind: kindField("enforcement", "a campaign against grey routes"),
	by: region("who enforces"),
	strength: share("share of grey capacity that is cut"),
});

const enforcement: ShockKind<Enforcement, typeof enforcementFields> = {
	fields: enforcementFields,
	complete: ({ kind, by, strength }) => ({ kind, by, strength }),
	write: ({ by, strength }, write) => ({
		by,
		strength: write(strength, "strength"),
	}),
	subjects: ({ by }, day) => [`campaign by ${by} at ${day}`],
	course: "event",
	rank: () => 4,
	checkFields: ({ by }, _, report) =>
		checkAlone(
			by,
			"CN",
			"China, whose grey routes alone are modelled",
			["by"],
			report,
		),
};

/** Kinds of what a government does about what leaves its region. */
export const RESTRICTIONS = [
	exportRestriction,
	suspension,
	enforcement,
] as const;
