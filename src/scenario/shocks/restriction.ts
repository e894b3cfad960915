import { z } from "zod";
import {
	common,
	destinations,
	goods,
	kindOf,
	months,
	name,
	perYear,
	region,
	share,
} from "./shared-fields.ts";

const exportRestriction = z.strictObject({
	...common,
	kind: kindOf(
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

const suspension = z.strictObject({
	...common,
	kind: kindOf("restriction-suspension", "suspends an export restriction"),
	of: name("id of the restriction"),
	destinations,
});

const enforcement = z.strictObject({
	...common,
	kind: kindOf("enforcement", "a campaign against grey routes"),
	by: region("who enforces"),
	strength: share("share of grey capacity that is cut"),
});

const oreExportBan = z.strictObject({
	...common,
	kind: kindOf("ore-export-ban", "a share of a region's ore may not leave it"),
	by: region("whose ore"),
	share: share("share of ore that may not leave"),
});

const outage = z.strictObject({
	...common,
	kind: kindOf(
		"outage",
		"output lost at named agents, or at all mines or refiners of a region",
	),
	agents: z.array(z.string()).min(1).optional().meta({
		description: "ids of the mines or plants that stop, instead of `region`",
	}),
	region: region("where, when no agents are named").optional(),
	of: z
		.enum(["mines", "refiners"])
		.meta({ description: "whether mines or plants that refine stop" }),
	share: share("share of output lost"),
});

/** What keeps ore or metal from being made or from leaving. */
export const RESTRICTION_FIELDS = [
	exportRestriction,
	suspension,
	enforcement,
	oreExportBan,
	outage,
] as const;
