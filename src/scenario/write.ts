import { stringify } from "yaml";
import { type CalendarDay, monthName } from "../quantities.ts";
import type { Distribution } from "../random/distribution.ts";
import type { Measure } from "./quantity-field.ts";
import { unitsOf } from "./quantity-field.ts";
import type { News, ParameterEntry, Shock, SoundScenario } from "./types.ts";

type Fields = Record<string, unknown>;

const two = (n: number): string => String(n).padStart(2, "0");

function dayText({ year, month, day }: CalendarDay): string {
	return `${year}-${two(month)}-${two(day)}`;
}

/** A distribution in the words of a file. */
function shapeOf(distribution: Distribution): Fields {
	switch (distribution.kind) {
		case "fixed":
			return { value: distribution.value };
		case "uniform":
			return { uniform: [distribution.low, distribution.high] };
		case "triangular":
			return {
				triangular: [distribution.low, distribution.mode, distribution.high],
			};
		case "lognormal":
		case "logitnormal": {
			const { median, p5, p95 } = distribution;
			return { [distribution.kind]: { median, p5, p95 } };
		}
	}
}

/** Writes the numbers of one shock, each with its unit, basis and source. */
function numbersOf(shock: Shock) {
	return (distribution: Distribution, measure: Measure): Fields => ({
		...shapeOf(distribution),
		unit: unitsOf(measure)[0],
		basis: shock.basis,
		source: shock.source,
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

function ownFields(shock: Shock, write: Write): Fields {
	const maybe = (distribution: Distribution | null, measure: Measure) =>
		distribution === null ? null : write(distribution, measure);
	switch (shock.kind) {
		case "export-restriction":
			return present({
				by: shock.by,
				goods: shock.goods,
				destinations: all(shock.destinations),
				mode: shock.mode,
				approval: maybe(shock.approval, "share"),
				lag: maybe(shock.lag, "months"),
				quota: maybe(shock.quota, "tonnes a year"),
				militaryOnly: shock.militaryOnly,
			});
		case "restriction-suspension":
			return { of: shock.of, destinations: all(shock.destinations) };
		case "enforcement":
			return { by: shock.by, strength: write(shock.strength, "share") };
		case "refining-investment":
			return present({
				in: shock.in,
				capacity: write(shock.capacity, "tonnes a year"),
				decisionProbability: write(shock.decisionProbability, "share"),
				decisionWithin: write(shock.decisionWithin, "months"),
				buildMonths: write(shock.buildMonths, "months"),
				slip: write(shock.slip, "ratio"),
				certified: shock.certified,
				feed: shock.feed,
				offtake: shock.offtake,
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
				path: shock.path.map(({ tick, level }) => ({
					month: monthName(tick),
					level: write(level, "ratio"),
				})),
			});
		case "reserve-purchases":
			return {
				by: shock.by,
				path: shock.path.map(({ from, to, tonnes }) => ({
					from: dayText(from),
					to: dayText(to),
					tonnes: write(tonnes, "tonnes"),
				})),
			};
		case "route":
			return {
				origin: shock.origin,
				destination: shock.destination,
				good: shock.good,
				cost: write(shock.cost, "dollars a tonne"),
				capacity: write(shock.capacity, "tonnes a year"),
				premium: write(shock.premium, "dollars a tonne"),
			};
		case "news":
			return {};
	}
}

function newsFields(news: News, write: Write): Fields {
	return { kick: news.kick, precaution: write(news.precaution, "share") };
}

function shockFields(shock: Shock): Fields {
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
		probability: write(shock.probability, "share"),
		news: shock.news === null ? null : newsFields(shock.news, write),
		...ownFields(shock, write),
	});
}

function parameterFields(entry: ParameterEntry): Fields {
	return {
		...shapeOf(entry.distribution),
		unit: "1",
		basis: entry.basis,
		source: entry.source,
		note: `unit of the parameter: ${entry.unit}`,
	};
}

/**
 * A scenario as a file that stands on its own: what it extends, the edits of a
 * command line and every default written out, each number with unit, basis and
 * source. Reading it gives the same scenario; parameters that it leaves to the
 * model are listed in a comment.
 */
export function writeScenario(scenario: SoundScenario): string {
	const own = scenario.parameters.filter(({ overridden }) => overridden);
	const left = scenario.parameters.filter(({ overridden }) => !overridden);
	const file = {
		version: 1,
		name: scenario.title,
		question: scenario.question,
		horizon: {
			from: monthName(scenario.horizon.from),
			to: monthName(scenario.horizon.to),
		},
		reference: monthName(scenario.reference),
		parameters: Object.fromEntries(
			own.map((entry) => [entry.path, parameterFields(entry)]),
		),
		shocks: scenario.shocks.map(shockFields),
		expect: scenario.expect,
	};
	const text = stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
	return `${text}${leftToTheModel(left)}`;
}

/** Parameters that the model draws itself, as comments: value, unit, basis, source. */
function leftToTheModel(entries: readonly ParameterEntry[]): string {
	const lines = entries.map(
		({ path, distribution, unit, basis, source }) =>
			`#   ${path}: ${JSON.stringify(shapeOf(distribution))} ${unit}; ${basis}; ${source}`,
	);
	return [
		"# parameters drawn by the model (prior; screened draws replace them unless the batch says prior):",
		...lines,
		"",
	].join("\n");
}
