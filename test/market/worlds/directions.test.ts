import { describe, expect, it } from "vitest";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import type { World } from "../../../src/calibration/agents/world.ts";
import type { SeriesName } from "../../../src/market/record/record.ts";
import type { RefiningInvestment } from "../../../src/scenario/shocks/investment.ts";
import type { ExportRestriction } from "../../../src/scenario/shocks/restriction.ts";
import type { Shock } from "../../../src/scenario/types.ts";
import { studentTQuantile } from "../../../src/statistics/student-t.ts";
import { LONG, many } from "../../long.ts";
import {
	day,
	fixed,
	licencesFrom,
	type Run,
	runAll,
	scenarioOf,
	shock,
	usBanFrom,
} from "../scenarios.ts";
import { scaled } from "./random-worlds.ts";

/*
 * Which way the market moves. Pairs share their luck; nothing is averaged
 * before it is subtracted. Worlds are calm: the structure of 2023, with noise.
 */

/** The month from which the rules below are in force: a year of it is recorded, and longer where need goes unmet late. */
const FROM = 2;
const YEAR = FROM + 11;
const LONGER = FROM + 15;

const china = {
	kind: "export-restriction",
	by: "CN",
	goods: ["refined"],
	destinations: null,
	approval: null,
	lag: null,
	quota: null,
	militaryOnly: false,
	from: day("2018-03-01"),
} as const;
const licences = (approval: number): Shock => ({
	...(licencesFrom("2018-03-01") as ExportRestriction),
	approval: fixed(approval),
});
const quota = (perYear: number): Shock =>
	shock({ ...china, id: "quota", mode: "quota", quota: fixed(perYear) });
const stop: Shock = shock({ ...china, id: "stop", mode: "ban" });

/** Filled in half a year, then there for defence. */
const stockpile = (tonnes: number): readonly Shock[] => {
	const agency = {
		kind: "stockpile",
		agency: "US",
		budget: null,
		limitPrice: null,
		rate: null,
		spot: false,
	} as const;
	return [
		shock({
			...agency,
			id: "fills",
			mode: "fill",
			tonnes: fixed(tonnes),
			from: day("2018-01-01"),
			to: day("2018-07-01"),
		}),
		shock({
			...agency,
			id: "serves",
			mode: "release",
			tonnes: null,
			from: day("2018-07-01"),
		}),
	];
};

const plant = (
	capacity: number,
	own: Partial<Pick<RefiningInvestment, "in" | "feed">> = {},
): Shock =>
	shock({
		id: "plant",
		kind: "refining-investment",
		in: "PK",
		capacity: fixed(capacity),
		decisionProbability: fixed(1),
		decisionWithin: fixed(1),
		buildMonths: fixed(1),
		slip: fixed(1),
		certified: false,
		feed: "bought",
		offtake: null,
		support: { floor: null, loan: null, grant: null },
		from: day("2018-02-01"),
		...own,
	});

/** South-East Asian mines and smelters lose the same share of their output. */
const outage = (share: number): readonly Shock[] =>
	(["mines", "refiners"] as const).map((of) =>
		shock({
			id: `outage-of-${of}`,
			kind: "outage",
			agents: null,
			region: "SA",
			of,
			share: fixed(share),
			from: day("2018-02-01"),
		}),
	);

/**
 * Military need of today is met in every replicate of these months, even
 * when nothing leaves China. Only where it is many times larger, all else equal,
 * can a relation say anything of what is unmet.
 */
function withDefence(times: number): World {
	return {
		...WORLD,
		defenceBuyers: WORLD.defenceBuyers.map((row) => ({
			...row,
			need: scaled(row.need, times),
		})),
	};
}

const ARMED = withDefence(20);
const ARMED_NEAR: World = {
	...ARMED,
	terms: {
		...ARMED.terms,
		importCost: Object.fromEntries(
			Object.entries(ARMED.terms.importCost).map(([region, cost]) => [
				region,
				scaled(cost, 0.5),
			]),
		) as World["terms"]["importCost"],
	},
};

/** A case of the world: its agents and terms, and what happens in it. */
interface Case {
	readonly world?: World;
	readonly certifiedShare?: number;
	/** last month recorded; a year when absent */
	readonly to?: number;
	readonly shocks: readonly Shock[];
}

/** Every case that a relation compares, by name. */
const CASES = {
	free: { shocks: [] },
	"six in ten licensed": { shocks: [licences(0.6)] },
	"three in ten licensed": { shocks: [licences(0.3)] },
	"quota of 36 kt": { shocks: [quota(36_000)] },
	"quota of 24 kt": { shocks: [quota(24_000)] },
	"US barred": { shocks: [usBanFrom("2018-03-01")] },
	"armed, nothing from China": {
		world: ARMED,
		to: LONGER,
		shocks: [stop],
	},
	"armed, with a Pakistani refinery": {
		world: ARMED,
		to: LONGER,
		shocks: [stop, plant(6000)],
	},
	"armed, with a stockpile of 1,600 t": {
		world: ARMED,
		to: LONGER,
		shocks: [stop, ...stockpile(1600)],
	},
	"armed, freight at half": {
		world: ARMED_NEAR,
		to: LONGER,
		shocks: [stop],
	},
} as const satisfies Record<string, Case>;
type CaseName = keyof typeof CASES;

/** Runs cases of one world together: they share the months before they part. */
function runCases(
	cases: readonly Case[],
	pairs: number,
): readonly (readonly Run[])[] {
	const scenarios = cases.map(({ world, certifiedShare, to, shocks }, i) =>
		scenarioOf(shocks, {
			name: `case-${i}`,
			to: to ?? YEAR,
			reference: FROM,
			world: world ?? WORLD,
			parameters:
				certifiedShare === undefined
					? {}
					: { "demand.defence.certifiedShare": fixed(certifiedShare) },
		}),
	);
	const runs = runAll(scenarios, pairs, { world: "calm" });
	return cases.map((_, i) => runs.map((row) => row[i]!));
}

const known = new Map<CaseName, readonly Run[]>();

/** The replicates of a case; all cases of its world are run at once. */
function replicatesOf(name: CaseName, pairs: number): readonly Run[] {
	const world = (CASES[name] as Case).world;
	const names = (Object.keys(CASES) as CaseName[]).filter(
		(other) => (CASES[other] as Case).world === world,
	);
	if (!known.has(name))
		runCases(
			names.map((other) => CASES[other]),
			pairs,
		).forEach((runs, i) => {
			known.set(names[i]!, runs);
		});
	return known.get(name)!;
}

/** Mean of a series over ticks `from` to `to`, both included. */
function meanOf(run: Run, series: SeriesName, from: number, to: number) {
	let sum = 0;
	for (let tick = from; tick <= to; tick += 1) sum += run.at(series, tick);
	return sum / (to + 1 - from);
}

/** Other less base, pair by pair, of a mean over months. */
function differences(
	base: readonly Run[],
	other: readonly Run[],
	series: SeriesName,
	from = FROM,
	to = base[0]!.series(series).length - 1,
): readonly number[] {
	return base.map(
		(run, i) =>
			meanOf(other[i]!, series, from, to) - meanOf(run, series, from, to),
	);
}

/** Student's t of the mean of differences. */
function studentT(values: readonly number[]): number {
	let sum = 0;
	for (const value of values) sum += value;
	const mean = sum / values.length;
	let squares = 0;
	for (const value of values) squares += (value - mean) ** 2;
	return mean / Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Rounding of means of tonnes and prices. */
const ROUNDING = 1e-6;
const risen = (values: readonly number[]): number =>
	values.filter((value) => value > ROUNDING).length / values.length;
const fallen = (values: readonly number[]): number =>
	values.filter((value) => value < -ROUNDING).length / values.length;

/*
 * One-sided paired t tests of "the mean rises" at α = 1e-6 with 2,000 pairs:
 * a rise is found when t passes 4.76. Power: a rise of 0.158 standard
 * deviations of the paired difference is found with probability 0.99
 * (0.158 √2000 = 7.08 = 4.76 + 2.33), one of 0.106 with 0.5. The 500 pairs of
 * every day find a rise of 0.319 with probability 0.99, one of 0.215 with 0.5.
 */
const PAIRS = many(500, 2000);
const FOUND = studentTQuantile(1 - 1e-6, PAIRS - 1);

interface OneSided {
	readonly claim: string;
	readonly base: CaseName;
	readonly other: CaseName;
	/** what does not rise from base to other, as a mean over the months in force */
	readonly series: SeriesName;
}

/** Where need goes unmet in a few pairs of a thousand, those of every day show nothing. */
const canBeSeen = ({ base }: OneSided): boolean =>
	LONG || !base.startsWith("armed");

/** More relations go here, and the cases they compare into CASES. */
const ONE_SIDED: readonly OneSided[] = [
	{
		claim: "licences do not raise declared Chinese exports",
		base: "free",
		other: "six in ten licensed",
		series: "china_exports_licensed_t",
	},
	{
		claim: "fewer licences do not raise declared Chinese exports",
		base: "six in ten licensed",
		other: "three in ten licensed",
		series: "china_exports_licensed_t",
	},
	{
		claim: "a tighter quota does not raise declared Chinese exports",
		base: "quota of 36 kt",
		other: "quota of 24 kt",
		series: "china_exports_licensed_t",
	},
	{
		claim: "a ban on the United States does not raise declared Chinese exports",
		base: "free",
		other: "US barred",
		series: "china_exports_licensed_t",
	},
	{
		claim: "more Pakistani refining does not raise unmet US defence need",
		base: "armed, nothing from China",
		other: "armed, with a Pakistani refinery",
		series: "defence_unmet_us_t",
	},
	{
		claim: "a larger stockpile does not raise unmet US defence need",
		base: "armed, nothing from China",
		other: "armed, with a stockpile of 1,600 t",
		series: "defence_unmet_us_t",
	},
	{
		claim: "cheaper freight does not raise unmet US defence need",
		base: "armed, nothing from China",
		other: "armed, freight at half",
		series: "defence_unmet_us_t",
	},
];

describe(`in ${PAIRS} pairs`, () => {
	it.each(
		ONE_SIDED.filter(canBeSeen).map(
			(relation) => [relation.claim, relation] as const,
		),
	)("%s", (_, { base, other, series }) => {
		const change = differences(
			replicatesOf(base, PAIRS),
			replicatesOf(other, PAIRS),
			series,
		);
		expect(fallen(change)).toBeGreaterThan(0.005);
		expect(studentT(change)).toBeLessThan(FOUND);
	});
});

describe("exceptions to these directions", () => {
	it("a ban on the United States alone lowers Chinese exports for three months; in the next five they are higher, while it refills its stocks through others", () => {
		const [free, barred] = [
			replicatesOf("free", PAIRS),
			replicatesOf("US barred", PAIRS),
		] as const;
		const lasting = (series: SeriesName, from: number, to: number) =>
			studentT(differences(free, barred, series, FROM + from, FROM + to));
		expect(lasting("china_exports_licensed_t", 0, 2)).toBeLessThan(-FOUND);
		expect(lasting("us_stock_t", 3, 3)).toBeLessThan(-FOUND);
		expect(lasting("china_exports_licensed_t", 3, 7)).toBeGreaterThan(FOUND);
		// two months on the water
		expect(lasting("us_imports_t", 5, 9)).toBeGreaterThan(FOUND);
	});

	it("where half of a large need must be certified, a Pakistani refinery without certificate leaves more unmet in a part of pairs, since it takes ore from certified smelters, but not on average, whether the US smelter runs or stands still", () => {
		const shut = shock({
			id: "shut",
			kind: "outage",
			agents: ["thompson-falls"],
			region: null,
			of: "refiners",
			share: fixed(1),
			from: day("2018-02-01"),
		});
		const change = (more: readonly Shock[]) => {
			const cases = [[], [plant(6000)]].map((shocks) => ({
				world: withDefence(30),
				to: LONGER,
				certifiedShare: 0.5,
				shocks: [stop, ...more, ...shocks],
			}));
			const [without, refinery] = runCases(cases, 100);
			return differences(without!, refinery!, "defence_unmet_us_t");
		};
		const competing = change([]);
		expect(risen(competing)).toBeGreaterThan(0.05);
		expect(studentT(competing)).toBeLessThan(
			studentTQuantile(1 - 1e-6, competing.length - 1),
		);
		expect(risen(change([shut]))).toBeLessThan(0.25);
	});
});

describe("over twelve months, in 99 of 100 pairs", () => {
	const hubPrice = "price_rotterdam_usd_t";
	const overAYear = (base: readonly Run[], other: readonly Run[]) =>
		differences(base, other, hubPrice, FROM, YEAR);

	it("fewer licences make metal no cheaper at the hub", () => {
		const base = replicatesOf("six in ten licensed", PAIRS);
		const other = replicatesOf("three in ten licensed", PAIRS);
		expect(fallen(overAYear(base, other))).toBeLessThanOrEqual(0.01);
	});

	it("a tighter quota makes metal no cheaper at the hub", () => {
		const base = replicatesOf("quota of 36 kt", PAIRS);
		const other = replicatesOf("quota of 24 kt", PAIRS);
		expect(fallen(overAYear(base, other))).toBeLessThanOrEqual(0.01);
	});

	it("smelters and the mines that feed them make metal no dearer at the hub", () => {
		const [base, other] = runCases(
			[{ shocks: outage(0.6) }, { shocks: outage(0.2) }],
			200,
		);
		expect(risen(overAYear(base!, other!))).toBeLessThanOrEqual(0.01);
	});

	it("a refinery that wins its ore from a China that may not sell makes metal no dearer at the hub", () => {
		const [base, other] = runCases(
			[{ shocks: [licences(0.3)] }, { shocks: [licences(0.3), plant(6000)] }],
			200,
		);
		expect(risen(overAYear(base!, other!))).toBeLessThanOrEqual(0.01);
	});

	it("without controls a refinery only moves where metal is made: prices change by less than a hundredth", () => {
		const [base, other] = runCases(
			[{ shocks: [] }, { shocks: [plant(10_000, { in: "RW" })] }],
			100,
		);
		for (const change of overAYear(base!, other!))
			expect(Math.abs(change)).toBeLessThan(0.01 * 12_000);
	});
});
