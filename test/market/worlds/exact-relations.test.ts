/*
 * What must not change the record, or must change it in proportion. All money
 * doubled is not among them: the normal price and several costs of the model
 * are constants in USD. The auctions alone are held to it, for steps of the
 * price grid, in plain-clearing.test.ts. Two constants in tonnes lie outside
 * what is doubled here: US ammunition that rated orders may displace, and the
 * outlets for Pakistani ore that count as full investment, from 2026.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import type { World } from "../../../src/calibration/agents/world.ts";
import type { Region, Sourced } from "../../../src/calibration/row.ts";
import { SERIES } from "../../../src/market/record/record.ts";
import { createSimulator } from "../../../src/market/replicate.ts";
import type { Mechanism } from "../../../src/market/simulator.ts";
import type { CalendarDay } from "../../../src/quantities.ts";
import type { Distribution } from "../../../src/random/distribution.ts";
import { writeScenario } from "../../../src/scenario/file/write.ts";
import type { ExportRestriction } from "../../../src/scenario/shocks/restriction.ts";
import type { Shock, SoundScenario } from "../../../src/scenario/types.ts";
import { many } from "../../long.ts";
import { load } from "../../scenario/files.ts";
import {
	day,
	fixed,
	licencesFrom,
	runAll,
	SILENT,
	scenarioOf,
	shock,
} from "../scenarios.ts";
import {
	anyRegion,
	anyShocks,
	anyWorld,
	fitting,
	optionsOf,
	type RandomWorld,
	scaled,
	scenarioIn,
} from "./random-worlds.ts";

const WORLDS = { numRuns: many(40, 200), seed: 20180201 };
const MONTHS = 12;

/** Every value of every series of one replicate, month after month. */
function recordOf(
	random: RandomWorld,
	scenario: SoundScenario = scenarioIn(random, MONTHS),
	replicate = 0,
): Float64Array {
	const runs = runAll([scenario], replicate + 1, optionsOf(random));
	const run = runs[replicate]?.[0];
	if (run === undefined || run.failure !== null)
		throw new Error(run?.failure ?? "no run");
	return run.all;
}

/** Fails where two records differ in a bit; says in which series and month first. */
function expectSame(record: Float64Array, other: Float64Array): void {
	const at = record.findIndex((value, i) => !Object.is(value, other[i]));
	if (at < 0 && record.length === other.length) return;
	const months = record.length / SERIES.length;
	const { name } = SERIES[Math.floor(at / months)]!;
	expect.unreachable(
		`${name} of month ${at % months} is ${other[at]}, was ${record[at]}`,
	);
}

/** Fails where two records differ by more than the tolerance of an auction's root. */
function expectClose(record: Float64Array, other: Float64Array): void {
	const at = record.findIndex(
		(value, i) => !(Math.abs(other[i]! - value) <= 1e-9 * (1 + value)),
	);
	expect(at < 0 ? null : [at, record[at], other[at]]).toBeNull();
}

/** A random world and what is put into it or laid over it. */
interface Pair {
	readonly random: RandomWorld;
	readonly others: readonly Shock[];
	readonly region: Region;
	readonly id: string;
}
const anyPair: fc.Arbitrary<Pair> = fc
	.record({
		random: anyWorld.map(saveable),
		others: anyShocks,
		region: anyRegion,
		id: fc.constantFrom("a-ghost", "zz-ghost"),
	})
	.map((pair) => ({
		...pair,
		others: fitting(pair.random.world, pair.others),
	}));

/** What a relation says of a pair, given the record of its world; throws where it does not hold. */
type Relation = (pair: Pair, record: Float64Array) => void;

let pairs: readonly (readonly [Pair, Float64Array])[] = [];
beforeAll(() => {
	pairs = fc
		.sample(anyPair, WORLDS)
		.map((pair) => [pair, recordOf(pair.random)]);
});

/** Holds a relation against all pairs; when it breaks, shrinks the pair and tells its seed. */
function holds(relation: Relation): void {
	try {
		for (const [pair, record] of pairs) relation(pair, record);
	} catch {
		fc.assert(
			fc.property(anyPair, (pair) => relation(pair, recordOf(pair.random))),
			WORLDS,
		);
		expect.unreachable("a relation broke that holds when it is tried again");
	}
}

/** A change of worlds that changes no bit of the record. */
function changesNothing(change: (pair: Pair) => RandomWorld): void {
	holds((pair, record) => expectSame(record, recordOf(change(pair))));
}

/** Changes every list of agents of a world. */
function eachList(
	world: World,
	change: <Row>(rows: readonly Row[]) => readonly Row[],
): World {
	return Object.fromEntries(
		Object.entries(world).map(([name, rows]) => [
			name,
			Array.isArray(rows) ? change(rows) : rows,
		]),
	) as unknown as World;
}

const WORDS = new Set(["name", "source", "note", "period", "label", "basis"]);

/** The same numbers under other words. */
function reworded<T>(value: T): T {
	if (Array.isArray(value)) return value.map(reworded) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			WORDS.has(key) ? "other words" : reworded(inner),
		]),
	) as T;
}

/** Shocks as a file may name them: a suspension needs what it suspends. */
function saveable(random: RandomWorld): RandomWorld {
	const ids = new Set(random.shocks.map(({ id }) => id));
	const shocks = random.shocks.filter(
		(one) => one.kind !== "restriction-suspension" || ids.has(one.of),
	);
	return { ...random, shocks };
}

/** Reads a written scenario and puts it into a world of its own. */
function reloaded(text: string, world: World): SoundScenario {
	return { ...load({ "test.yaml": text }).scenario, world };
}

const NOTHING: Sourced = { ...WORLD.miners[0]!.capacity, value: 0 };

/** One agent of no size of every kind, in one region, first or last by its id. */
function ghostsIn(region: Region, id: string): World {
	const place = { id, region };
	return {
		...WORLD,
		miners: [{ ...WORLD.miners[0]!, ...place, capacity: NOTHING }],
		refiners: [
			{
				...WORLD.refiners[0]!,
				...place,
				capacity: NOTHING,
				run2023: NOTHING,
			},
		],
		recyclers: [{ ...WORLD.recyclers[0]!, ...place, output: NOTHING }],
		civilBuyers: [{ ...WORLD.civilBuyers[0]!, ...place, need: NOTHING }],
		defenceBuyers: [{ ...WORLD.defenceBuyers[0]!, ...place, need: NOTHING }],
		traders: [{ ...WORLD.traders[0]!, ...place, normalStock: NOTHING }],
		exporters: WORLD.exporters
			.slice(0, 1)
			.map((row) => ({ ...row, ...place, capacity: NOTHING })),
	};
}

const TONNES = new Set([
	"capacity",
	"run2023",
	"output",
	"need",
	"normalStock",
]);

/** Doubles every figure in tonnes of every row. */
function doubledAgents(world: World): World {
	const figures = (row: object) =>
		Object.fromEntries(
			Object.entries(row).map(([key, value]) => [
				key,
				TONNES.has(key) ? scaled(value, 2) : value,
			]),
		);
	return eachList(
		world,
		<Row>(rows: readonly Row[]) =>
			rows.map((row) => figures(row as object)) as unknown as readonly Row[],
	);
}

/** The shocks of random worlds draw no tonnes: each is a fixed value. */
function twice(tonnes: Distribution): Distribution {
	return fixed(2 * (tonnes as { readonly value: number }).value);
}

function doubledShock(one: Shock): Shock {
	switch (one.kind) {
		case "export-restriction":
			return { ...one, quota: one.quota === null ? null : twice(one.quota) };
		case "refining-investment":
		case "route":
			return { ...one, capacity: twice(one.capacity) };
		case "reserve-purchases":
			return {
				...one,
				path: one.path.map((p) => ({ ...p, tonnes: twice(p.tonnes) })),
			};
		default:
			return one;
	}
}

/** The one parameter in tonnes that no row carries; that of Olimpiada is relative to its row. */
const TRADER_STOCK = "trade.trader-stock";

function doubled(random: RandomWorld): RandomWorld {
	return {
		...random,
		world: doubledAgents(random.world),
		parameters: {
			...random.parameters,
			[TRADER_STOCK]: twice(random.parameters[TRADER_STOCK]!),
		},
		shocks: random.shocks.map(doubledShock),
	};
}

/** Every list of a world and the ghosts after it. */
function haunted(world: World, ghosts: World): World {
	return Object.fromEntries(
		Object.entries(world).map(([name, rows]) => [
			name,
			Array.isArray(rows)
				? [...rows, ...(ghosts[name as keyof World] as readonly unknown[])]
				: rows,
		]),
	) as unknown as World;
}

const withShocks = (
	random: RandomWorld,
	others: readonly Shock[],
): RandomWorld => ({ ...random, shocks: [...random.shocks, ...others] });

/** A shock of no strength, where its kind has one. */
function powerless(one: Shock): readonly Shock[] {
	const rest = { ...one, id: `idle-${one.id}`, news: SILENT };
	switch (rest.kind) {
		case "outage":
		case "ore-export-ban":
			return [{ ...rest, share: fixed(0) }];
		case "refining-investment":
			return [
				{ ...rest, capacity: fixed(0) },
				{
					...rest,
					id: `undecided-${one.id}`,
					decisionProbability: fixed(0),
				},
			];
		case "route":
			return [{ ...rest, capacity: fixed(0) }];
		case "segment-growth":
			return [
				{ ...rest, path: rest.path.map((p) => ({ ...p, level: fixed(1) })) },
			];
		case "reserve-purchases":
			return [
				{ ...rest, path: rest.path.map((p) => ({ ...p, tonnes: fixed(0) })) },
			];
		case "news":
			return [rest];
		default:
			return [];
	}
}

/** A shock that many years later is the same. */
function later(one: Shock, years: number): Shock {
	const move = (date: CalendarDay) => ({ ...date, year: date.year + years });
	const moved = {
		...one,
		id: `late-${one.id}`,
		from: move(one.from),
		announce: one.announce === null ? null : move(one.announce),
		to: one.to === null ? null : move(one.to),
	};
	switch (moved.kind) {
		case "segment-growth":
			return {
				...moved,
				path: moved.path.map((p) => ({ ...p, tick: p.tick + 12 * years })),
			};
		case "reserve-purchases":
			return {
				...moved,
				path: moved.path.map((part) => ({
					...part,
					from: move(part.from),
					to: move(part.to),
				})),
			};
		default:
			return moved;
	}
}

describe("in any world, bit for bit", () => {
	it("the order in which agents are listed changes nothing", () => {
		changesNothing(({ random }) => ({
			...random,
			world: eachList(random.world, (rows) => [...rows].reverse()),
		}));
	});

	it("names, labels, sources and notes change nothing", () => {
		changesNothing(({ random }) => ({
			...random,
			world: reworded(random.world),
			shocks: reworded(random.shocks),
		}));
	});

	it("a scenario that is written and read again is the same, in whatever order it lists its shocks", () => {
		holds(({ random }, record) => {
			const scenario = scenarioIn(random, MONTHS);
			const shocks = [...scenario.shocks].reverse();
			const text = writeScenario({ ...scenario, shocks });
			expectSame(record, recordOf(random, reloaded(text, random.world)));
		});
	});

	it("agents of no size, one of every kind in any region, change nothing", () => {
		changesNothing(({ random, region, id }) => ({
			...random,
			world: haunted(random.world, ghostsIn(region, id)),
		}));
	});

	it("shocks that certainly do not happen change nothing", () => {
		changesNothing(({ random, others }) =>
			withShocks(
				random,
				others.map((one) => ({
					...one,
					id: `idle-${one.id}`,
					probability: fixed(0),
				})),
			),
		);
	});

	it("shocks of no strength change nothing", () => {
		changesNothing(({ random, others }) =>
			withShocks(random, others.flatMap(powerless)),
		);
	});

	it("shocks beyond the horizon change nothing", () => {
		changesNothing(({ random, others }) =>
			withShocks(
				random,
				others.map((one) => later(one, 20)),
			),
		);
	});

	it("a longer horizon leaves the months before its end as they were", () => {
		holds(({ random }, record) => {
			const longer = recordOf(random, scenarioIn(random, MONTHS + 6));
			const months = longer.length / SERIES.length;
			expectSame(
				record,
				longer.filter((_, i) => i % months < MONTHS),
			);
		});
	});

	it("more replicates change none: each is what it is alone, whichever ran before", () => {
		holds(({ random }, record) => {
			const simulator = createSimulator([scenarioIn(random, MONTHS)], {
				parameters: "prior",
				without: [],
				...optionsOf(random),
			});
			simulator.run(1);
			expectSame(record, simulator.run(0)[0]!.series);
		});
	});

	it("all tonnes doubled are the same market twice as large: the same prices, twice the tonnes", () => {
		let exact = 0;
		holds(({ random }, record) => {
			const large = recordOf(doubled(random));
			const months = record.length / SERIES.length;
			const small = large.map((value, i) =>
				SERIES[Math.floor(i / months)]?.unit === "t Sb" ? value / 2 : value,
			);
			if (small.every((value, i) => value === record[i])) exact += 1;
			expectClose(record, small);
		});
		// the root of an auction is sought to 1e-9 t, which is not doubled: now and
		// then the smaller market stops a step earlier, and its last bits differ
		expect(exact / WORLDS.numRuns).toBeGreaterThan(0.95);
	});
});

describe("a campaign of no strength against grey routes", () => {
	const licences = { ...licencesFrom("2018-03-01") } as ExportRestriction;
	const campaign = shock({
		id: "campaign",
		kind: "enforcement",
		by: "CN",
		strength: fixed(0),
		from: day("2018-06-01"),
	});
	const run = (
		shocks: readonly Shock[],
		without: readonly Mechanism[] = [],
	): Float64Array =>
		runAll([scenarioOf(shocks, { to: 29 })], 1, { without })[0]![0]!.all;

	it("still changes the market: customs are on the watch, and the licence office closes sooner", () => {
		expect(run([licences, campaign])).not.toEqual(run([licences]));
	});

	it("changes nothing where no metal is seized and the rule itself says what is granted", () => {
		const settled = { ...licences, approval: fixed(0.5) };
		expectSame(
			run([settled], ["grey-routes"]),
			run([settled, campaign], ["grey-routes"]),
		);
	});
});
