import { instantOf } from "../../quantities.ts";
import type { PlacedShock } from "./read-shocks.ts";
import type { FileShockOf } from "./shock-fields.ts";

function restricted(
	shock: FileShockOf<"export-restriction">,
): readonly string[] {
	const who = `${shock.militaryOnly ? "military " : ""}${shock.mode} by ${shock.by}`;
	const places =
		shock.mode !== "ban" || shock.destinations === "all"
			? ["all"]
			: shock.destinations;
	return shock.goods.flatMap((good) =>
		places.map((place) => `${who} on ${good} to ${place}`),
	);
}

function suspended(
	shock: FileShockOf<"restriction-suspension">,
): readonly string[] {
	return (shock.destinations === "all" ? ["all"] : shock.destinations).map(
		(place) => `suspension of ${shock.of} for ${place}`,
	);
}

const BUYERS = {
	defence: ["defence"],
	civil: ["civil"],
	all: ["defence", "civil"],
} as const;

/**
 * What a shock sets; two that set the same at one time contradict each other.
 * Growth, purchases, duties, floors, surges and routes add up and campaigns
 * follow each other, so they contradict only what begins on the same day.
 */
export function subjectsOf({ shock, from }: PlacedShock): readonly string[] {
	const day = instantOf(from);
	switch (shock.kind) {
		case "export-restriction":
			return restricted(shock);
		case "restriction-suspension":
			return suspended(shock);
		case "outage":
			return (shock.agents ?? [`${shock.of} of ${shock.region}`]).map(
				(target) => `outage of ${target}`,
			);
		case "ore-export-ban":
			return [`ore leaving ${shock.by}`];
		case "enforcement":
			return [`campaign by ${shock.by} at ${day}`];
		case "route":
			return [
				`route ${shock.origin} to ${shock.destination} of ${shock.good} at ${day}`,
			];
		case "route-closure":
			return [`closure of ${shock.of}`];
		case "tariff":
			return shock.goods.map(
				(good) => `duty of ${shock.importer} on ${good} at ${day}`,
			);
		case "origin-rule":
			return BUYERS[shock.buyers].map(
				(buyers) => `origins for ${buyers} buyers in ${shock.in}`,
			);
		case "segment-growth":
			return [
				`growth of ${shock.segment ?? "all uses"} in ${shock.region ?? "all regions"} at ${day}`,
			];
		case "demand-surge":
			return [`surge in ${shock.region ?? "all regions"} at ${day}`];
		case "substitution-programme":
			return [
				`programme for ${shock.segment} in ${shock.region ?? "all regions"}`,
			];
		case "reserve-purchases":
			return [`purchases by ${shock.by} at ${day}`];
		case "stockpile":
			return [`stockpile of ${shock.agency}`];
		case "rated-orders":
			return [`rated orders in ${shock.region}`];
		case "price-floor":
			return shock.sellers.map((seller) => `floor for ${seller} at ${day}`);
		case "offtake":
			return [`offtake from ${shock.seller}`];
		case "chinese-leverage":
			return ["China's hold on Islamabad"];
		case "withholding":
			return [`withholding by ${shock.by}`];
		case "refining-investment":
		case "mine-investment":
		case "recycling":
		case "us-engagement":
		case "proliferation-sanctions":
		case "news":
			return [];
	}
}
