import { describe, expect, it } from "vitest";
import {
	type Finding,
	findBreakEven,
	type Response,
	type Search,
} from "../../../src/inference/search/break-even.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";
import { shareInterval } from "../../../src/statistics/interval.ts";

const search = (given: Partial<Search> = {}): Search => ({
	low: 0,
	high: 8000,
	comparison: "<",
	limit: 0.1,
	...given,
});

/** A statistic that is known without noise. */
const exactly =
	(curve: (at: number) => number) =>
	async (settings: readonly number[]): Promise<readonly Response[]> =>
		settings.map((at) => {
			const value = curve(at);
			return { at, value, low: value, high: value };
		});

/** A share of runs, all settings under the same luck. */
function sampled(chance: (at: number) => number, runs: number, seed: number) {
	const streams = new Streams(seed, 0);
	const key = questionKey("toy", "luck");
	const luck = Array.from({ length: runs }, (_, i) => streams.uniform(key, i));
	return async (settings: readonly number[]): Promise<readonly Response[]> =>
		settings.map((at) => {
			const hits = luck.filter((u) => u < chance(at)).length;
			return { at, ...shareInterval(hits, runs) };
		});
}

async function find(
	asked: Search,
	respond: (settings: readonly number[]) => Promise<readonly Response[] | null>,
): Promise<Finding> {
	const finding = await findBreakEven(asked, respond);
	if (finding === null) throw new Error("it was interrupted");
	return finding;
}

/** 25 % at 0, 5 % at 8,000: 10 % at 6,000. */
const falling = (at: number) => 0.25 - (0.2 * at) / 8000;

describe("a break-even", () => {
	it("of a statistic without noise is found to a thousandth of the range", async () => {
		const curve = (at: number) => 0.3 - (0.3 * at * at) / 8000 / 8000;
		const { end, turns } = await find(search(), exactly(curve));
		if (end.kind !== "found") throw new Error(end.kind);
		const truth = 8000 * Math.sqrt(2 / 3);
		expect(Math.abs(end.at - truth)).toBeLessThan(8);
		expect(end.holdsAbove).toBe(true);
		expect(turns).toBe(1);
	});

	it("lies below when less is what is wanted", async () => {
		const asked = search({ comparison: ">" });
		const { end } = await find(asked, exactly(falling));
		expect(end).toMatchObject({ kind: "found", holdsAbove: false });
	});

	it("has an interval that covers the truth in at least 90 of 100 samples, and not by being wide", async () => {
		let covered = 0;
		let width = 0;
		for (let seed = 0; seed < 100; seed += 1) {
			const { end } = await find(search(), sampled(falling, 1000, seed));
			if (end.kind !== "found") throw new Error(end.kind);
			if (end.from.at <= 6000 && end.to.at >= 6000) covered += 1;
			width += (end.to.at - end.from.at) / 100;
		}
		expect(covered).toBeGreaterThanOrEqual(90);
		// ± 1.96 · √(0.1 · 0.9 / 1000) of chance, over a slope of 0.2 / 8000
		expect(width).toBeGreaterThan(0.7 * 1488);
		expect(width).toBeLessThan(1.3 * 1488);
	});

	it("has an interval that is open where the range ends before it does", async () => {
		const asked = search({ high: 6200 });
		const { end } = await find(asked, sampled(falling, 400, 3));
		if (end.kind !== "found") throw new Error(end.kind);
		expect(end.to).toEqual({ at: 6200, open: true });
		expect(end.from.open).toBe(false);
	});

	it("is not reachable where the statement holds nowhere, and what it is at both ends is told", async () => {
		const { end, responses } = await find(
			search({ limit: 0.01 }),
			exactly(falling),
		);
		expect(end).toEqual({ kind: "not reachable" });
		expect(responses[0]).toMatchObject({ at: 0, value: 0.25 });
		expect(responses.at(-1)?.at).toBe(8000);
		expect(responses.at(-1)?.value).toBeCloseTo(0.05, 12);
	});

	it("is no question where the statement holds everywhere", async () => {
		const { end } = await find(search({ limit: 0.9 }), exactly(falling));
		expect(end).toEqual({ kind: "holds throughout" });
	});

	it("of a curve that dips is the first of its turns, which are counted", async () => {
		const dip = (at: number) => 0.05 + Math.abs(at - 4000) / 20_000;
		const { end, turns } = await find(search(), exactly(dip));
		if (end.kind !== "found") throw new Error(end.kind);
		expect(end.at).toBeCloseTo(3000, -1);
		expect(turns).toBe(2);
	});

	it("ends when it is interrupted", async () => {
		expect(await findBreakEven(search(), async () => null)).toBeNull();
	});

	it("looks at no setting twice, and at some thirty in all", async () => {
		const { responses } = await find(search(), sampled(falling, 1000, 1));
		const settings = responses.map(({ at }) => at);
		expect(new Set(settings).size).toBe(settings.length);
		expect(settings.length).toBeLessThan(30);
	});
});
