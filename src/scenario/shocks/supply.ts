/** Supply: what keeps ore or metal from being made, or ore from being offered abroad. */

import { z } from "zod";
import type { Region } from "../../calibration/row.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Report } from "../text/report.ts";
import { common, type ShockCommon } from "./common.ts";
import { checkName, type Names } from "./names.ts";
import { kindField, region, share } from "./shared-fields.ts";
import type { ShockKind } from "./shock-kind.ts";

/** A share of a region's ore may not leave it. */
export interface OreExportBan extends ShockCommon {
	readonly kind: "ore-export-ban";
	readonly by: Region;
	/** share of exports stopped, 0 to 1 */
	readonly share: Distribution;
}

const oreBanFields = z.strictObject({
	...common,
	kind: kindField(
		"ore-export-ban",
		"a share of a region's ore may not leave it",
	),
	by: region("whose ore"),
	share: share("share of ore that may not leave"),
});

const oreExportBan: ShockKind<OreExportBan, typeof oreBanFields> = {
	fields: oreBanFields,
	complete: ({ kind, by, share }) => ({ kind, by, share }),
	write: ({ by, share }, write) => ({ by, share: write(share, "share") }),
	subjects: ({ by }) => [`ore leaving ${by}`],
	course: "rule",
	foundOut: true,
	rank: () => 3,
};

/** Output lost at named agents, or at all mines or refiners of a region. */
export interface Outage extends ShockCommon {
	readonly kind: "outage";
	/** agent ids; null when `region` is given */
	readonly agents: readonly string[] | null;
	readonly region: Region | null;
	readonly of: "mines" | "refiners";
	/** share of output lost, 0 to 1 */
	readonly share: Distribution;
}

const outageFields = z.strictObject({
	...common,
	kind: kindField(
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

type FileOutage = z.output<typeof outageFields>;

/** Agents that are struck exist. */
function checkAgents(
	{ of, agents }: Partial<FileOutage>,
	{ mines, refiners }: Names,
	report: Report,
): void {
	if (of === undefined) return;
	const [what, known] =
		of === "mines"
			? (["mine", mines] as const)
			: (["refiner", refiners] as const);
	agents?.forEach((agent, i) => {
		checkName(agent, what, known, ["agents", i], report);
	});
}

/** An outage strikes either agents or a region. */
function checkTarget({ agents, region }: FileOutage, report: Report): void {
	if (agents === undefined && region === undefined)
		report(
			["agents"],
			"is missing; expected agents, or a region that is struck whole",
		);
	if (agents !== undefined && region !== undefined)
		report(["region"], "is given beside agents; keep the one that is struck");
}

const outage: ShockKind<Outage, typeof outageFields> = {
	fields: outageFields,
	complete: (shock) => ({
		kind: shock.kind,
		agents: shock.agents ?? null,
		region: shock.region ?? null,
		of: shock.of,
		share: shock.share,
	}),
	write: ({ agents, region, of, share }, write) => ({
		agents,
		region,
		of,
		share: write(share, "share"),
	}),
	subjects: ({ agents, of, region }) =>
		(agents ?? [`${of} of ${region}`]).map((target) => `outage of ${target}`),
	course: "rule",
	foundOut: true,
	rank: () => 6,
	alternatives: [["agents", "region"]],
	checkFields: (shock, { names }, report) => checkAgents(shock, names, report),
	checkTogether: checkTarget,
};

/** Kinds that take ore or metal from the market at its source. */
export const SUPPLY = [oreExportBan, outage] as const;
