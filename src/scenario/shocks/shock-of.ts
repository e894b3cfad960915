import type { CalendarDay } from "../../quantities.ts";
import { mineOf, refineryOf } from "../investment-of.ts";
import { offtakeOf, priceFloorOf, stockpileOf } from "../lever-of.ts";
import { growthOf, leverageOf, programmeOf, surgeOf } from "../need-of.ts";
import { held } from "../numbers/quantity-field.ts";
import {
	outageOf,
	restrictionOf,
	routeOf,
	suspensionOf,
} from "../restriction-of.ts";
import type { News, Shock } from "../types.ts";
import { endOf } from "./shock-dates.ts";
import type { FileShock } from "./shock-fields.ts";

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

/** What every shock has, with defaults filled in. */
function commonOf(shock: FileShock, from: CalendarDay) {
	return {
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
}

/** A shock of a file with every default filled in. @param from its first day, see `startOf` */
export function shockOf(shock: FileShock, from: CalendarDay): Shock {
	const common = commonOf(shock, from);
	const { kind } = shock;
	switch (kind) {
		case "export-restriction":
			return { ...common, ...restrictionOf(shock) };
		case "restriction-suspension":
			return { ...common, ...suspensionOf(shock) };
		case "enforcement":
			return { ...common, kind, by: shock.by, strength: shock.strength };
		case "ore-export-ban":
			return { ...common, kind, by: shock.by, share: shock.share };
		case "outage":
			return { ...common, ...outageOf(shock) };
		case "route":
			return { ...common, ...routeOf(shock) };
		case "route-closure":
			return { ...common, kind, of: shock.of, share: shock.share ?? held(1) };
		case "tariff": {
			const { importer, goods, rate, except } = shock;
			return { ...common, kind, importer, goods, rate, except };
		}
		case "origin-rule": {
			const { buyers, admit } = shock;
			return { ...common, kind, in: shock.in, buyers, admit };
		}
		case "refining-investment":
			return { ...common, ...refineryOf(shock) };
		case "mine-investment":
			return { ...common, ...mineOf(shock) };
		case "recycling": {
			const { region, capacity, cost } = shock;
			return { ...common, kind, region, capacity, cost };
		}
		case "segment-growth":
			return { ...common, ...growthOf(shock) };
		case "demand-surge":
			return { ...common, ...surgeOf(shock) };
		case "substitution-programme":
			return { ...common, ...programmeOf(shock) };
		case "reserve-purchases":
			return { ...common, kind, by: shock.by, path: shock.path };
		case "stockpile":
			return { ...common, ...stockpileOf(shock) };
		case "rated-orders":
			return { ...common, kind, region: shock.region, share: shock.share };
		case "price-floor":
			return { ...common, ...priceFloorOf(shock) };
		case "offtake":
			return { ...common, ...offtakeOf(shock) };
		case "us-engagement":
			return { ...common, kind, form: shock.form, value: shock.value ?? null };
		case "chinese-leverage":
			return { ...common, ...leverageOf(shock) };
		case "proliferation-sanctions":
			return { ...common, kind, weight: shock.weight ?? held(1) };
		case "withholding":
			return { ...common, kind, by: shock.by, share: shock.share ?? held(1) };
		case "news":
			return { ...common, kind };
	}
}
