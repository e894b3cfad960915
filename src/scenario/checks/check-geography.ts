import type { World } from "../../calibration/agents/world.ts";
import type { Region } from "../../calibration/row.ts";
import type { PartialShock } from "../shocks/read-shocks.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";

/** Regions that have a stockpile agency. */
const AGENCIES: readonly Region[] = ["US", "CN", "JK"];

/** Who alone can do a thing in this model. */
function checkWho(
	region: Region | undefined,
	able: Region,
	expected: string,
	at: Path,
	report: Report,
): void {
	if (region !== undefined && region !== able)
		report(at, `is ${region}; expected ${expected}`);
}

function checkRoute({ shock, at }: PartialShock, report: Report): void {
	if (shock.kind !== "route" || shock.origin === undefined) return;
	if (shock.origin === shock.destination)
		report(
			[...at, "destination"],
			`is ${shock.destination}, where the route begins; expected another region`,
		);
}

function checkTariff({ shock, at }: PartialShock, report: Report): void {
	if (shock.kind !== "tariff") return;
	shock.except?.forEach((origin, i) => {
		if (origin === shock.importer)
			report(
				[...at, "except", i],
				`is ${origin}, the importer, who pays no duty; expected other regions`,
			);
	});
}

/** A way leads from one region to another; some things can be done by one government alone. */
export function checkGeography(placed: PartialShock, report: Report): void {
	const { shock, at } = placed;
	checkRoute(placed, report);
	checkTariff(placed, report);
	if (shock.kind === "enforcement")
		checkWho(
			shock.by,
			"CN",
			"China, whose grey routes alone are modelled",
			[...at, "by"],
			report,
		);
	if (shock.kind === "withholding")
		checkWho(
			shock.by,
			"PK",
			"Pakistan, whose government alone is modelled",
			[...at, "by"],
			report,
		);
	if (
		shock.kind === "stockpile" &&
		shock.agency !== undefined &&
		!AGENCIES.includes(shock.agency)
	)
		report(
			[...at, "agency"],
			`is ${shock.agency}; expected the US, China, or Japan and Korea, whose agencies alone are modelled`,
		);
}

/** Rated orders take from civil ammunition, which is among lead alloys. */
export function checkAmmunition(
	{ shock, at }: PartialShock,
	{ civilBuyers }: World,
	report: Report,
): void {
	if (shock.kind !== "rated-orders" || shock.region === undefined) return;
	const has = civilBuyers.some(
		({ region, segment }) =>
			region === shock.region && segment === "lead-alloys",
	);
	if (!has)
		report(
			[...at, "region"],
			`is ${shock.region}, which has no civil ammunition to take from; the shock changes nothing, expected a region with lead alloys`,
			"warning",
		);
}
