import { describe, expect, it } from "vitest";
import type { ShockMark } from "../../../src/charts/chart.ts";
import {
	marksWorthShowing,
	shockMarks,
} from "../../../src/charts/frame/shock-marks.ts";
import { tickOf } from "../../../src/quantities.ts";
import type { RefiningInvestment } from "../../../src/scenario/shocks/investment.ts";
import type { ExportRestriction } from "../../../src/scenario/shocks/restriction.ts";

const fixed = (value: number) => ({ kind: "fixed", value }) as const;
const common = {
	source: "a test",
	basis: "assumed",
	announce: null,
	to: null,
	probability: fixed(1),
	news: null,
} as const;

const BAN: ExportRestriction = {
	...common,
	kind: "export-restriction",
	id: "us-ban",
	label: "US ban",
	from: { year: 2024, month: 12, day: 3 },
	by: "CN",
	goods: ["refined"],
	destinations: ["US"],
	mode: "ban",
	approval: null,
	lag: null,
	quota: null,
	militaryOnly: false,
};

const REFINERY: RefiningInvestment = {
	...common,
	kind: "refining-investment",
	id: "refinery",
	label: "Refinery",
	from: { year: 2026, month: 1, day: 1 },
	in: "PK",
	capacity: fixed(2000),
	decisionProbability: fixed(0.35),
	decisionWithin: fixed(36),
	buildMonths: fixed(24),
	slip: fixed(1),
	certified: false,
	feed: "bought",
	offtake: null,
	support: { floor: null, loan: null, grant: null },
};

describe("a shock on a chart", () => {
	it("stands at its day, with its name and its month", () => {
		const [mark] = shockMarks([BAN]);
		expect(mark).toMatchObject({ label: "US ban", when: "Dec 2024" });
		expect(mark!.from).toBeCloseTo(tickOf(2024, 12) + 2 / 31, 9);
		expect(mark!.to).toBe(mark!.from);
	});

	it("has a second mark where it ends", () => {
		const marks = shockMarks([
			{ ...BAN, to: { year: 2026, month: 12, day: 3 } },
		]);
		expect(marks.map(({ label, when }) => `${label}, ${when}`)).toEqual([
			"US ban, Dec 2024",
			"US ban ends, Dec 2026",
		]);
	});

	it("says its odds when it may not come", () => {
		const [mark] = shockMarks([{ ...BAN, probability: fixed(0.4) }]);
		expect(mark!.label).toBe("US ban (odds 40%)");
	});

	it("is a range where its date is uncertain: decided in 2026 to 2028, built in two years", () => {
		const [mark] = shockMarks([REFINERY]);
		expect(mark!.label).toMatch(/^Refinery starts \(odds 3\d%\)$/);
		expect(mark!.when).toBe("2028–30");
		expect(mark!.from).toBeGreaterThan(tickOf(2028, 1));
		expect(mark!.from).toBeLessThan(tickOf(2028, 5));
		expect(mark!.to).toBeGreaterThan(tickOf(2030, 6));
		expect(mark!.to).toBeLessThan(tickOf(2031, 1));
	});

	it("is not marked when it never comes", () => {
		const never = { ...REFINERY, decisionProbability: fixed(1e-9) };
		expect(shockMarks([never])).toEqual([]);
	});
});

describe("the marks of a panel", () => {
	const mark = (id: string, from: number, rank = 0): ShockMark => ({
		id,
		label: id,
		brief: id,
		from,
		to: from,
		when: "",
		rank,
	});
	const ids = (marks: readonly ShockMark[]) => marks.map(({ id }) => id);
	const window = [0, 100] as const;

	it("are those inside the window, in order of date", () => {
		const marks = [mark("late", 90), mark("early", 10), mark("gone", 120)];
		expect(ids(marksWorthShowing(marks, [], window, 4))).toEqual([
			"early",
			"late",
		]);
	});

	it("prefer what sets the scenario apart from the other panels", () => {
		const shared = [mark("a", 1), mark("b", 2), mark("c", 3)];
		const own = mark("own", 50, 2);
		const shown = marksWorthShowing(
			[...shared, own],
			[shared, shared],
			window,
			2,
		);
		expect(ids(shown)).toEqual(["a", "own"]);
	});

	it("leave out what all panels share unless it is policy", () => {
		const outage = mark("outage", 5, 6);
		expect(marksWorthShowing([outage], [[outage]], window, 4)).toEqual([]);
		expect(ids(marksWorthShowing([outage], [[]], window, 4))).toEqual([
			"outage",
		]);
	});
});
