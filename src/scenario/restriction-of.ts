import type { Region } from "../calibration/row.ts";
import { held } from "./numbers/quantity-field.ts";
import type { Own } from "./shocks/own.ts";
import type { FileShockOf } from "./shocks/shock-fields.ts";
import type {
	ExportRestriction,
	Outage,
	RestrictionSuspension,
	RouteShock,
} from "./types.ts";

/** null stands for every destination. */
function listed(
	destinations: "all" | readonly Region[],
): readonly Region[] | null {
	return destinations === "all" ? null : destinations;
}

/** A restriction of a file. */
export function restrictionOf(
	shock: FileShockOf<"export-restriction">,
): Own<ExportRestriction> {
	return {
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
}

/** A suspension of a file. */
export function suspensionOf(
	shock: FileShockOf<"restriction-suspension">,
): Own<RestrictionSuspension> {
	return {
		kind: shock.kind,
		of: shock.of,
		destinations: listed(shock.destinations),
	};
}

/** An outage of a file. */
export function outageOf(shock: FileShockOf<"outage">): Own<Outage> {
	return {
		kind: shock.kind,
		agents: shock.agents ?? null,
		region: shock.region ?? null,
		of: shock.of,
		share: shock.share,
	};
}

/** A route of a file. */
export function routeOf(shock: FileShockOf<"route">): Own<RouteShock> {
	return {
		kind: shock.kind,
		origin: shock.origin,
		destination: shock.destination,
		good: shock.good,
		cost: shock.cost,
		capacity: shock.capacity,
		premium: shock.premium ?? held(0),
	};
}
