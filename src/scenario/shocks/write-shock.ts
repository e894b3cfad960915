import { type CalendarDay, monthName } from "../../quantities.ts";
import type { Distribution } from "../../random/distribution.ts";
import { PLAIN, TONNES, type Units } from "../numbers/units.ts";
import { type Fields, shapeOf } from "../numbers/write-number.ts";
import type {
	MineInvestment,
	News,
	RefiningInvestment,
	Shock,
} from "../types.ts";
import { ruleOfField } from "./shock-fields.ts";

const two = (n: number): string => String(n).padStart(2, "0");

function dayText({ year, month, day }: CalendarDay): string {
	return `${year}-${two(month)}-${two(day)}`;
}

/** Writes the numbers of one shock, each with its unit, basis and source; `at` is its path in the shock. */
function numbersOf(shock: Shock) {
	return (
		distribution: Distribution,
		at: string,
		units: Units = ruleOfField(shock.kind, at)?.units ?? PLAIN,
	): Fields => ({
		...shapeOf(distribution),
		unit: units.own,
		basis: shock.figures?.[at]?.basis ?? shock.basis,
		source: shock.figures?.[at]?.source ?? shock.source,
	});
}

type Write = ReturnType<typeof numbersOf>;

const all = <T>(list: readonly T[] | null): readonly T[] | "all" =>
	list ?? "all";

/** Leaves out what is null. */
function present(fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== null),
	);
}

/** Writes a number, or null where there is none. */
type Maybe = (distribution: Distribution | null, at: string) => Fields | null;

/** What refineries and mines have in common. */
function projectFields(
	shock: RefiningInvestment | MineInvestment,
	write: Write,
	maybe: Maybe,
): Fields {
	const { floor, loan, grant } = shock.support;
	return {
		in: shock.in,
		capacity: write(shock.capacity, "capacity"),
		decisionProbability: maybe(
			shock.decisionProbability,
			"decisionProbability",
		),
		decisionWithin: write(shock.decisionWithin, "decisionWithin"),
		buildMonths: write(shock.buildMonths, "buildMonths"),
		slip: write(shock.slip, "slip"),
		floor: maybe(floor, "floor"),
		loan: maybe(loan, "loan"),
		grant: maybe(grant, "grant"),
	};
}

function ownFields(shock: Shock, write: Write): Fields {
	const maybe: Maybe = (distribution, at) =>
		distribution === null ? null : write(distribution, at);
	switch (shock.kind) {
		case "export-restriction":
			return present({
				by: shock.by,
				goods: shock.goods,
				destinations: all(shock.destinations),
				mode: shock.mode,
				approval: maybe(shock.approval, "approval"),
				lag: maybe(shock.lag, "lag"),
				quota: maybe(shock.quota, "quota"),
				militaryOnly: shock.militaryOnly,
			});
		case "restriction-suspension":
			return { of: shock.of, destinations: all(shock.destinations) };
		case "enforcement":
			return { by: shock.by, strength: write(shock.strength, "strength") };
		case "refining-investment":
			return present({
				...projectFields(shock, write, maybe),
				certified: shock.certified,
				feed: shock.feed,
				offtake: shock.offtake,
			});
		case "mine-investment":
			return present({
				...projectFields(shock, write, maybe),
				unitCost: write(shock.unitCost, "unitCost"),
			});
		case "outage":
			return present({
				agents: shock.agents,
				region: shock.region,
				of: shock.of,
				share: write(shock.share, "share"),
			});
		case "ore-export-ban":
			return { by: shock.by, share: write(shock.share, "share") };
		case "segment-growth":
			return present({
				segment: shock.segment,
				region: shock.region,
				path: shock.path.map(({ tick, level }, i) => ({
					month: monthName(tick),
					level: write(level, `path.${i}.level`, PLAIN),
				})),
			});
		case "reserve-purchases":
			return {
				by: shock.by,
				path: shock.path.map(({ from, to, tonnes }, i) => ({
					from: dayText(from),
					to: dayText(to),
					tonnes: write(tonnes, `path.${i}.tonnes`, TONNES),
				})),
			};
		case "route":
			return {
				origin: shock.origin,
				destination: shock.destination,
				good: shock.good,
				cost: write(shock.cost, "cost"),
				capacity: write(shock.capacity, "capacity"),
				premium: write(shock.premium, "premium"),
			};
		case "tariff":
			return {
				importer: shock.importer,
				goods: shock.goods,
				rate: write(shock.rate, "rate"),
				except: shock.except,
			};
		case "origin-rule":
			return { in: shock.in, buyers: shock.buyers, admit: shock.admit };
		case "demand-surge":
			return present({
				region: shock.region,
				defence: write(shock.defence, "defence"),
				civil: write(shock.civil, "civil"),
				ramp: write(shock.ramp, "ramp"),
			});
		case "stockpile":
			return present({
				agency: shock.agency,
				mode: shock.mode,
				tonnes: maybe(shock.tonnes, "tonnes"),
				budget: maybe(shock.budget, "budget"),
				limitPrice: maybe(shock.limitPrice, "limitPrice"),
				rate: maybe(shock.rate, "rate"),
				spot: shock.spot,
			});
		case "rated-orders":
			return { region: shock.region, share: write(shock.share, "share") };
		case "price-floor":
			return present({
				sellers: shock.sellers,
				floor: write(shock.floor, "floor"),
				tonnes: maybe(shock.tonnes, "tonnes"),
				term: maybe(shock.term, "term"),
			});
		case "offtake":
			return present({
				buyer: shock.buyer,
				seller: shock.seller,
				tonnes: maybe(shock.tonnes, "tonnes"),
				price: maybe(shock.price, "price"),
				sponsored: shock.sponsored,
			});
		case "route-closure":
			return { of: shock.of, share: write(shock.share, "share") };
		case "recycling":
			return {
				region: shock.region,
				capacity: write(shock.capacity, "capacity"),
				cost: write(shock.cost, "cost"),
			};
		case "substitution-programme":
			return present({
				segment: shock.segment,
				region: shock.region,
				lag: write(shock.lag, "lag"),
				max: write(shock.max, "max"),
			});
		case "us-engagement":
			return present({ form: shock.form, value: maybe(shock.value, "value") });
		case "chinese-leverage":
			return {
				path: shock.path.map(({ tick, level }, i) => ({
					month: monthName(tick),
					level: write(level, `path.${i}.level`, PLAIN),
				})),
			};
		case "proliferation-sanctions":
			return { weight: write(shock.weight, "weight") };
		case "withholding":
			return { by: shock.by, share: write(shock.share, "share") };
		case "news":
			return {};
	}
}

function newsFields(news: News, write: Write): Fields {
	return {
		kick: news.kick,
		precaution: write(news.precaution, "news.precaution", PLAIN),
	};
}

/** A shock as a file has it, with every default written out. */
export function shockFields(shock: Shock): Fields {
	const write = numbersOf(shock);
	return present({
		id: shock.id,
		kind: shock.kind,
		label: shock.label,
		source: shock.source,
		basis: shock.basis,
		announce: shock.announce === null ? null : dayText(shock.announce),
		from: dayText(shock.from),
		to: shock.to === null ? null : dayText(shock.to),
		probability: write(shock.probability, "probability"),
		news: shock.news === null ? null : newsFields(shock.news, write),
		...ownFields(shock, write),
	});
}
