import { describe, expect, it } from "vitest";
import {
	OUTLOOK,
	type OutlookReplicate,
} from "../../../src/inference/forecasts/outlook.ts";
import {
	recordedChanges,
	tailsOf,
} from "../../../src/inference/validation/tails.ts";

const MONTHS = OUTLOOK.to - OUTLOOK.from;

/** A replicate with one price path with restrictions and another without. */
function replicate(
	restricted: (month: number) => number,
	free: (month: number) => number,
): OutlookReplicate {
	const path = (of: (month: number) => number) =>
		Float64Array.from({ length: MONTHS }, (_, month) => of(month));
	return {
		restricted: { rotterdam: path(restricted), china: path(restricted) },
		free: path(free),
	};
}

const flat = () => 12_000;
/** Doubles once, in January 2030, and stays. */
const doubled = (month: number) => (month < 60 ? 12_000 : 24_000);
/** One month at six times all others, in 2031. */
const spiked = (month: number) => (month === 75 ? 72_000 : 12_000);

describe("the tails of the years to come", () => {
	it("count each year against the year before, 2028 to 2035", () => {
		const { restricted, free } = tailsOf([replicate(doubled, flat)], []);
		expect(restricted.changes).toBe(8);
		expect(restricted.doubles).toBeCloseTo(1 / 8);
		expect(free.doubles).toBe(0);
		expect(free.p99).toBeCloseTo(0);
	});

	it("count runs whose highest month is above five times their own median month", () => {
		const runs = [replicate(spiked, flat), replicate(flat, flat)];
		const { restricted, free } = tailsOf(runs, []);
		expect(restricted.spikes.value).toBe(0.5);
		expect(free.spikes.value).toBe(0);
	});

	it("are held against assumed bounds", () => {
		const calm = tailsOf([replicate(flat, flat)], []).facts;
		expect(calm.map(({ pass }) => pass)).toEqual([false, true]);
		const many = [
			replicate(doubled, flat),
			...Array.from({ length: 4 }, () => replicate(flat, flat)),
		];
		expect(tailsOf(many, []).facts[0]).toMatchObject({ pass: true });
	});
});

describe("the yearly changes of the record", () => {
	it("hold the doubling of 1994 and no step from one source to another", () => {
		const changes = recordedChanges();
		const years = changes.map(({ year }) => year);
		expect(changes.find(({ year }) => year === 1994)?.change).toBeCloseTo(
			Math.log(178 / 77),
		);
		for (const first of [1975, 1991, 2006, 2015, 2017])
			expect(years).not.toContain(first);
		expect(years.every((year) => year < 2024)).toBe(true);
		expect(changes).toHaveLength(17);
	});
});
