import { beforeAll, describe, expect, it } from "vitest";
import { openScenario } from "../../../src/actions/scenarios/open-scenarios.ts";
import { TrackingThreads } from "../../../src/actions/threads/tracking-threads.ts";
import type {
	Ensemble,
	RecordRow,
} from "../../../src/calibration/priors/ensemble.ts";
import { RECORD_ENSEMBLE } from "../../../src/calibration/priors/record-ensemble.ts";
import {
	type Assimilation,
	assimilate,
} from "../../../src/inference/assimilation/assimilate.ts";
import {
	firstParticles,
	memberOf,
	numbersOf,
	pastOfCarried,
	scoresOfNumbers,
	startOfEnsemble,
	startOfPosterior,
} from "../../../src/inference/assimilation/carried.ts";
import {
	answerOf,
	fitOf,
	observationOf,
	placeOf,
} from "../../../src/inference/assimilation/observe.ts";
import { Tracker } from "../../../src/inference/assimilation/tracker.ts";
import { seriesReader } from "../../../src/inference/facts/series-reader.ts";
import { pastOfMember } from "../../../src/market/luck/draws.ts";
import { createSimulator } from "../../../src/market/replicate.ts";

const { scenario } = openScenario("as-happened");
const row = (
	value: number,
	month: string,
	series = "price_rotterdam_usd_t",
	rest: Partial<RecordRow> = {},
): RecordRow => ({
	...{ series, from: month, to: month, value, sd: 0.03, bound: null },
	source: "invented for a test",
	...rest,
});
const RECORD = [
	row(40_000, "2025-01"),
	row(16_500, "2025-01", "price_china_usd_t"),
	row(44_000, "2025-02"),
	row(17_000, "2025-02", "price_china_usd_t"),
];
const SIZE = { particles: 120, members: 40 };

async function taken(
	record: readonly RecordRow[],
	workers = 2,
	seed = "test",
): Promise<Assimilation> {
	const threads = new TrackingThreads(
		{ scenario, record, kin: seed, seed },
		workers,
	);
	try {
		const start = startOfPosterior();
		return await assimilate(
			{ start, record, known: 0, seed, size: SIZE },
			threads,
		);
	} finally {
		await threads.close();
	}
}

describe("a row held against a run", () => {
	it("is the mean of a price, the sum of a flow and the end of a stock", () => {
		const at = (_: string, tick: number) => tick;
		const of = (series: string) =>
			Math.exp(
				answerOf(
					observationOf(row(1, "2025-01", series, { to: "2025-03" })),
					at,
				),
			);
		expect(of("price_us_usd_t")).toBeCloseTo(85, 9);
		expect(of("us_imports_t")).toBeCloseTo(84 + 85 + 86, 9);
		expect(of("us_stock_t")).toBeCloseTo(86, 9);
	});

	it("fits best without error, and a wild error costs little more than a large one", () => {
		const one = observationOf(row(100, "2025-01"));
		expect(fitOf(one, Math.log(100))).toBeCloseTo(0, 12);
		// t(4): −2.5 ln(1 + z²/4), z = ln 2 / √(0.03² + 0.1²)
		const z = Math.log(2) / Math.hypot(0.03, 0.1);
		expect(fitOf(one, Math.log(200))).toBeCloseTo(
			-2.5 * Math.log(1 + (z * z) / 4),
			9,
		);
		expect(fitOf(one, Math.log(50))).toBeCloseTo(fitOf(one, Math.log(200)), 9);
		const next = fitOf(one, Math.log(4000)) - fitOf(one, Math.log(2000));
		expect(next).toBeGreaterThan(-1.3);
	});

	it("as a bound costs nothing on its free side", () => {
		const least = observationOf(
			row(100, "2025-01", "us_imports_t", { bound: "at least" }),
		);
		expect(fitOf(least, Math.log(300))).toBeCloseTo(0, 12);
		expect(fitOf(least, Math.log(60))).toBeLessThan(-1);
		const most = observationOf(
			row(100, "2025-01", "us_imports_t", { bound: "at most" }),
		);
		expect(fitOf(most, Math.log(60))).toBeCloseTo(0, 12);
		expect(fitOf(most, Math.log(300))).toBeLessThan(-1);
	});

	it("has its place among answers", () => {
		const one = observationOf(row(100, "2025-01"));
		const answers = [50, 80, 125, 200].map(Math.log);
		const even = answers.map(() => 0.25);
		expect(placeOf(one, answers, even)).toBeCloseTo(0.5, 6);
		expect(placeOf(one, answers, [0.7, 0.1, 0.1, 0.1])).toBeGreaterThan(0.7);
	});
});

describe("a particle", () => {
	const [particle] = firstParticles(startOfPosterior(), 1, 6, "one");

	it("has the numbers of the draw that it stands for, to the digit", () => {
		const start = startOfPosterior();
		for (const { values, sizes } of start.members.slice(0, 40)) {
			const again = numbersOf(scoresOfNumbers({ values, sizes }));
			expect(again.values.slice(0, values.length)).toEqual(values);
			for (const [i, size] of again.sizes.entries())
				expect(size).toBeCloseTo(sizes[i]!, 5);
		}
	});

	it("run from its memory of 2025 is the run from 2018 to the bit", () => {
		const record = [row(1, "2025-06")];
		const tracker = new Tracker(createSimulator, {
			scenario,
			record,
			kin: "k",
		});
		const run = { ...particle!, ...tracker.begin(particle!) };
		const other = firstParticles(startOfPosterior(), 2, 6, "other")[1]!;
		tracker.begin(other);
		expect(tracker.resume(run).answers).toEqual(run.answers);
	});

	it("lives the same past as the member that is kept of it, whichever replicate draws it", () => {
		const kin = "kin";
		const member = memberOf(particle!, 1);
		const ensemble: Ensemble = {
			...RECORD_ENSEMBLE,
			...{ kin, to: "2025-06", members: [member] },
		};
		const record = [row(1, "2025-06"), row(1, "2025-06", "us_stock_t")];
		const tracker = new Tracker(createSimulator, { scenario, record, kin });
		const { answers } = tracker.begin(particle!);
		const simulator = createSimulator([scenario], {
			...{ seed: "batch", parameters: "posterior", without: [], ensemble },
		});
		const price = [3, 4].map((replicate) => {
			const [run] = simulator.run(replicate);
			const at = seriesReader(run!.series, scenario);
			expect(record.map((one) => answerOf(observationOf(one), at))).toEqual([
				...answers,
			]);
			return at("price_rotterdam_usd_t", 100);
		});
		expect(price[0]).not.toBe(price[1]);
		expect(pastOfMember(member, ensemble)).toEqual(
			pastOfCarried(particle!, kin),
		);
	});
});

describe("an assimilation", () => {
	let found: Assimilation;
	beforeAll(async () => {
		found = await taken(RECORD);
	});

	it("moves the market towards its record", () => {
		expect(found.refusal).toBeNull();
		const [, second] = found.months;
		const [price] = second!.rows;
		expect(Math.abs(Math.log(price!.after / 44_000))).toBeLessThan(
			Math.abs(Math.log(price!.p50 / 44_000)),
		);
		expect(price!.fit).toBeGreaterThan(-1);
	});

	it("keeps members whose weights sum to one and that differ", () => {
		const weights = found.members.map(({ weight }) => weight);
		expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
		expect(found.histories).toBeGreaterThan(SIZE.members / 2);
		expect(found.draws).toBeGreaterThan(10);
	});

	it("comes out the same from one thread, and twice", async () => {
		expect(await taken(RECORD, 1)).toEqual(found);
	});

	it("lives on from an ensemble with the rows after it", async () => {
		const ensemble: Ensemble = {
			...RECORD_ENSEMBLE,
			...{ kin: "test", to: "2025-02", record: RECORD, members: found.members },
		};
		const record = [...RECORD, row(52_000, "2025-03")];
		const threads = new TrackingThreads(
			{ scenario, record, kin: "test", seed: "on" },
			2,
		);
		const start = startOfEnsemble(ensemble);
		const later = await assimilate(
			{ start, record, known: RECORD.length, seed: "on", size: SIZE },
			threads,
		).finally(() => threads.close());
		expect(later.months.map(({ month }) => month)).toEqual(["2025-03"]);
		expect(later.refusal).toBeNull();
		expect(later.members.length).toBeLessThanOrEqual(SIZE.members);
		const [price] = later.months[0]!.rows;
		// what was foreseen goes on from where February ended, within what a month may bring
		expect(price!.p50).toBeGreaterThan(36_000);
		expect(price!.after).toBeGreaterThan(price!.p50);
	});

	it("refuses in words a month that no market could give", async () => {
		const { refusal, members } = await taken([
			...RECORD,
			row(440_000, "2025-03"),
		]);
		expect(refusal).toMatch(
			/does not know this market: price_rotterdam_usd_t of 2025-03 is 440000/,
		);
		expect(members).toEqual([]);
	});

	it("names a single wild row among others and survives it", async () => {
		const { refusal, months, members } = await taken([
			...RECORD,
			row(46_000, "2025-03"),
			row(17_500, "2025-03", "price_china_usd_t"),
			row(450_000, "2025-03", "price_us_usd_t"),
		]);
		expect(refusal).toBeNull();
		expect(members.length).toBeGreaterThan(10);
		const wild = months.flatMap(({ rows }) => rows.filter((one) => one.wild));
		expect(wild.map((one) => one.row.series)).toEqual(["price_us_usd_t"]);
		const [rotterdam] = months.at(-1)!.rows;
		expect(Math.abs(Math.log(rotterdam!.after / 46_000))).toBeLessThan(0.25);
	});
});

describe("the ensemble that is shipped", () => {
	it("agrees with the record to December 2025 and no further", () => {
		expect(RECORD_ENSEMBLE.to).toBe("2025-12");
		expect(RECORD_ENSEMBLE.record.every(({ to }) => to <= "2025-12")).toBe(
			true,
		);
		expect(RECORD_ENSEMBLE.members.length).toBeGreaterThanOrEqual(300);
		const draws = RECORD_ENSEMBLE.members.map(
			({ values, sizes }) => `${values} ${sizes}`,
		);
		expect(new Set(draws).size).toBeGreaterThanOrEqual(100);
		const histories = RECORD_ENSEMBLE.members.map(
			({ luck }, i) => `${draws[i]} ${luck}`,
		);
		expect(new Set(histories).size).toBeGreaterThanOrEqual(300);
	});
});
