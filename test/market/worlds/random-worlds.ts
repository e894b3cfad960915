import fc from "fast-check";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import type { World } from "../../../src/calibration/agents/world.ts";
import { PRIORS } from "../../../src/calibration/priors/priors.ts";
import {
	REGIONS,
	type Region,
	SEGMENTS,
	type Sourced,
} from "../../../src/calibration/row.ts";
import type { CalendarDay } from "../../../src/quantities.ts";
import type { Distribution } from "../../../src/random/distribution.ts";
import { inverseCdf } from "../../../src/random/draw.ts";
import type { Shock, SoundScenario } from "../../../src/scenario/types.ts";
import { fixed, scenarioOf, shock } from "../scenarios.ts";

/** A market nobody has seen: agents, parameters, shocks, luck. */
export interface RandomWorld {
	readonly world: World;
	readonly parameters: Readonly<Record<string, Distribution>>;
	readonly shocks: readonly Shock[];
	readonly kind: "record" | "calm" | "still";
	readonly seed: number;
}

/** Any figure with its value times `factor`; a factor of 1 leaves it as it is. */
export function scaled(figure: Sourced, factor: number): Sourced {
	return { ...figure, value: figure.value * factor };
}

/** A factor between a half and two, in thirds of an octave; it shrinks to 1. */
const factor = fc.integer({ min: -3, max: 3 }).map((k) => 2 ** (k / 3));

/**
 * A random part of a list, its figures scaled: one row in four is left out.
 * Shrinking leaves out more rows, and scales less.
 */
function some<Row>(
	rows: readonly Row[],
	scale: (row: Row, size: number, cost: number) => Row,
): fc.Arbitrary<readonly Row[]> {
	const kept = rows.map((row) =>
		fc.option(
			fc.tuple(factor, factor).map(([size, cost]) => scale(row, size, cost)),
			{ freq: 4 },
		),
	);
	return fc
		.tuple(...kept)
		.map((list) => list.filter((row): row is Awaited<Row> => row !== null));
}

/** Need of a region's civil buyers, t Sb a year. */
function civilNeed(world: World, region: Region): number {
	let sum = 0;
	for (const row of world.civilBuyers)
		if (row.region === region) sum += row.need.value;
	return sum;
}

/** Rows that together stay below half of what civil buyers of their region need. */
function insideNeed<Row extends { readonly region: Region }>(
	world: World,
	rows: readonly Row[],
	tonnesOf: (row: Row) => number,
): readonly Row[] {
	return rows.filter(({ region }) => {
		let sum = 0;
		for (const row of rows) if (row.region === region) sum += tonnesOf(row);
		return civilNeed(world, region) > 2 * sum;
	});
}

/** Smelters whose metal has buyers at home or a way out. */
function withWayOut(world: World): World["refiners"] {
	const ways = new Set<Region>(["EU"]);
	for (const row of world.exporters)
		if (row.good === "refined" && !row.grey) ways.add(row.region);
	const sold = insideNeed(
		world,
		world.refiners,
		({ capacity }) => capacity.value,
	);
	return world.refiners.filter(
		(row) => ways.has(row.region) || sold.includes(row),
	);
}

/**
 * A world that can be: military goods are a small part of what a region uses,
 * and metal that is made at any price has buyers or a way out.
 */
function possible(world: World): World {
	return {
		...world,
		defenceBuyers: insideNeed(
			world,
			world.defenceBuyers,
			({ need }) => need.value,
		),
		recyclers: insideNeed(world, world.recyclers, ({ output }) => output.value),
		refiners: withWayOut(world),
	};
}

const anyTerms: fc.Arbitrary<World["terms"]> = fc
	.tuple(...REGIONS.map(() => factor))
	.map((factors) => ({
		...WORLD.terms,
		importCost: Object.fromEntries(
			REGIONS.map((region, r) => [
				region,
				scaled(WORLD.terms.importCost[region], factors[r]!),
			]),
		) as World["terms"]["importCost"],
	}));

/** The world of 2023 with some of its agents, capacities, needs and costs changed. */
export const anyAgents: fc.Arbitrary<World> = fc
	.record({
		miners: some(WORLD.miners, (row, size, cost) => ({
			...row,
			capacity: scaled(row.capacity, size),
			unitCost: scaled(row.unitCost, cost),
		})),
		refiners: some(WORLD.refiners, (row, size, cost) => ({
			...row,
			capacity: scaled(row.capacity, size),
			run2023: scaled(row.run2023, size),
			conversionCost: scaled(row.conversionCost, cost),
		})),
		recyclers: some(WORLD.recyclers, (row, size) => ({
			...row,
			output: scaled(row.output, size),
		})),
		civilBuyers: some(WORLD.civilBuyers, (row, size) => ({
			...row,
			need: scaled(row.need, size),
		})),
		defenceBuyers: some(WORLD.defenceBuyers, (row, size) => ({
			...row,
			need: scaled(row.need, size),
		})),
		traders: some(WORLD.traders, (row, size) => ({
			...row,
			normalStock: scaled(row.normalStock, size),
		})),
		exporters: some(WORLD.exporters, (row, size, cost) => ({
			...row,
			capacity: scaled(row.capacity, size),
			cost: scaled(row.cost, cost),
		})),
		terms: anyTerms,
	})
	.map((parts) => possible({ ...WORLD, ...parts }))
	.filter(
		({ miners, refiners, civilBuyers }) =>
			miners.length > 0 && refiners.length > 0 && civilBuyers.length > 0,
	);

/** Every parameter at a percentile of its prior. */
export const anyParameters: fc.Arbitrary<
	Readonly<Record<string, Distribution>>
> = fc
	.tuple(...PRIORS.map(() => fc.integer({ min: 2, max: 98 })))
	.map((percentiles) =>
		Object.fromEntries(
			PRIORS.map((row, i) => [
				row.path,
				fixed(inverseCdf(row.distribution, percentiles[i]! / 100)),
			]),
		),
	);

/** First and last month in which shocks of random worlds begin: from 2018-02 to 2019-12. */
const FIRST_MONTH = 1;
const LAST_MONTH = 23;

function dayOf(month: number, day: number): CalendarDay {
	return { year: 2018 + Math.floor(month / 12), month: (month % 12) + 1, day };
}

/** When a shock begins, when it is known, when it ends. */
const anyDates = fc
	.record({
		from: fc.integer({ min: FIRST_MONTH, max: LAST_MONTH }),
		day: fc.integer({ min: 1, max: 28 }),
		notice: fc.option(fc.constant(1)),
		months: fc.option(fc.integer({ min: 1, max: 18 })),
	})
	.map(({ from, day, notice, months }) => ({
		from: dayOf(from, day),
		announce: notice === null ? null : dayOf(from - notice, day),
		to: months === null ? null : dayOf(from + months, day),
	}));

const percent = (min: number, max: number): fc.Arbitrary<Distribution> =>
	fc.integer({ min, max }).map((value) => fixed(value / 100));
const tonnes = (min: number, max: number): fc.Arbitrary<Distribution> =>
	fc.integer({ min, max }).map(fixed);

/** Most that a refinery of a random world may make, t Sb a year. */
const LARGEST_REFINERY = 20_000;

export const anyRegion = fc.constantFrom(...REGIONS);
const anyNews = fc.option(
	fc.record({
		kick: fc.record({
			outside: fc.integer({ min: -3, max: 3 }).map((tenths) => tenths / 10),
			china: fc.integer({ min: -3, max: 3 }).map((tenths) => tenths / 10),
		}),
		precaution: percent(0, 90),
	}),
);
const common = {
	dates: anyDates,
	probability: percent(50, 100),
	news: anyNews,
};

interface Common {
	readonly dates: Pick<Shock, "from" | "announce" | "to">;
	readonly probability: Distribution;
	readonly news: Shock["news"];
}

/** The common fields of a shock as its own. */
function dated<Fields extends Common>({ dates, ...rest }: Fields) {
	return { ...rest, ...dates };
}

const restriction = {
	...common,
	by: fc.constant("CN" as const),
	goods: fc.constantFrom(
		["concentrate", "refined"] as const,
		["refined"] as const,
	),
	militaryOnly: fc.constant(false),
};

const anyLicences = fc
	.record({
		...restriction,
		approval: fc.option(percent(0, 100)),
		lag: fc.option(tonnes(1, 6)),
	})
	.map((fields) =>
		shock({
			...dated(fields),
			id: "licences",
			kind: "export-restriction",
			mode: "licence",
			destinations: null,
			quota: null,
		}),
	);
const anyBan = fc
	.record({
		...restriction,
		destinations: fc.constantFrom(null, ["US"] as const, ["US", "JK"] as const),
	})
	.map((fields) =>
		shock({
			...dated(fields),
			id: "ban",
			kind: "export-restriction",
			mode: "ban",
			approval: null,
			lag: null,
			quota: null,
		}),
	);
const anyQuota = fc
	.record({ ...restriction, quota: tonnes(0, 50_000) })
	.map((fields) =>
		shock({
			...dated(fields),
			id: "quota",
			kind: "export-restriction",
			mode: "quota",
			destinations: null,
			approval: null,
			lag: null,
		}),
	);
const anySuspension = fc
	.record({
		...common,
		of: fc.constantFrom("licences", "ban", "quota"),
		destinations: fc.constantFrom(null, ["US"] as const),
	})
	.map((fields) =>
		shock({
			...dated(fields),
			id: "suspension",
			kind: "restriction-suspension",
		}),
	);
const anyEnforcement = fc
	.record({
		...common,
		by: fc.constant("CN" as const),
		strength: percent(0, 100),
	})
	.map((fields) =>
		shock({ ...dated(fields), id: "enforcement", kind: "enforcement" }),
	);
const anyRefinery = fc
	.record({
		...common,
		in: anyRegion,
		capacity: tonnes(0, LARGEST_REFINERY),
		decisionProbability: percent(0, 100),
		decisionWithin: tonnes(1, 12),
		buildMonths: tonnes(1, 12),
		slip: percent(100, 150),
		certified: fc.boolean(),
		feed: fc.constantFrom("own" as const, "bought" as const),
		offtake: fc.option(fc.constantFrom("US" as const, "JK" as const)),
	})
	.map((fields) =>
		shock({
			...dated(fields),
			support: { floor: null, loan: null, grant: null },
			id: "refinery",
			kind: "refining-investment",
		}),
	);
const anyOutage = fc
	.record({
		...common,
		region: anyRegion,
		of: fc.constantFrom("mines" as const, "refiners" as const),
		share: percent(0, 100),
	})
	.map((fields) =>
		shock({ ...dated(fields), id: "outage", kind: "outage", agents: null }),
	);
const anyOreBan = fc
	.record({ ...common, by: anyRegion, share: percent(0, 100) })
	.map((fields) =>
		shock({ ...dated(fields), id: "ore-ban", kind: "ore-export-ban" }),
	);
const anyGrowth = fc
	.record({
		...common,
		segment: fc.option(fc.constantFrom(...SEGMENTS)),
		region: fc.option(anyRegion),
		levels: fc.tuple(percent(50, 150), percent(50, 150)),
	})
	.map(({ levels, ...fields }) =>
		shock({
			...dated(fields),
			id: "growth",
			kind: "segment-growth",
			path: [
				{ tick: 6, level: levels[0] },
				{ tick: 18, level: levels[1] },
			],
		}),
	);
const anyPurchases = fc
	.record({ ...common, bought: tonnes(0, 6000) })
	.map(({ bought, ...fields }) =>
		shock({
			...dated(fields),
			id: "reserve",
			kind: "reserve-purchases",
			by: "CN",
			path: [{ from: dayOf(8, 1), to: dayOf(20, 1), tonnes: bought }],
		}),
	);
const anyRoute = fc
	.record({
		...common,
		origin: anyRegion,
		capacity: tonnes(0, 3000),
	})
	.map((fields) =>
		shock({
			...dated(fields),
			id: "route",
			kind: "route",
			destination: fields.origin === "US" ? "JK" : "US",
			good: "concentrate",
			cost: fixed(500),
			premium: fixed(0),
		}),
	);

/** Some shocks, at most one of each sort. */
export const anyShocks: fc.Arbitrary<readonly Shock[]> = fc
	.tuple(
		...[
			anyLicences,
			anyBan,
			anyQuota,
			anySuspension,
			anyEnforcement,
			anyRefinery,
			anyOutage,
			anyOreBan,
			anyGrowth,
			anyPurchases,
			anyRoute,
		].map((arbitrary) => fc.option(arbitrary, { freq: 2 })),
	)
	.map((shocks) => shocks.filter((one): one is Shock => one !== null));

/** Whether a region has an exporter of metal from the start. */
function hasWayOut(world: World, region: Region): boolean {
	return world.exporters.some(
		(row) => row.good === "refined" && !row.grey && row.region === region,
	);
}

/**
 * Refineries as a world can hold them: a contract needs a buyer, and a planned
 * plant brings an exporter to a region without one from the first month on, so
 * that it stands in Pakistan, which makes no metal, where it would open a way
 * for the metal of others.
 */
export function fitting(
	world: World,
	shocks: readonly Shock[],
): readonly Shock[] {
	return shocks.map((one) =>
		one.kind === "refining-investment"
			? {
					...one,
					in: hasWayOut(world, one.in) ? one.in : "PK",
					offtake:
						one.offtake !== null &&
						civilNeed(world, one.offtake) < LARGEST_REFINERY
							? null
							: one.offtake,
				}
			: one,
	);
}

export const anyWorld: fc.Arbitrary<RandomWorld> = fc
	.record({
		world: anyAgents,
		parameters: anyParameters,
		shocks: anyShocks,
		kind: fc.constantFrom("record" as const, "calm" as const, "still" as const),
		seed: fc.nat({ max: 1_000_000 }),
	})
	.map((random) => ({
		...random,
		shocks: fitting(random.world, random.shocks),
	}));

/** The scenario of a random world over its first `months`. */
export function scenarioIn(random: RandomWorld, months: number): SoundScenario {
	return scenarioOf(random.shocks, {
		world: random.world,
		parameters: random.parameters,
		to: months - 1,
		reference: 6,
	});
}

/** How a random world is run. */
export function optionsOf(random: RandomWorld) {
	return { seed: random.seed, world: random.kind };
}
