import { describe, expect, it } from "vitest";
import { columnOf, Recorder } from "../../../src/market/record/recorder.ts";
import type { EventName } from "../../../src/market/record/trace.ts";
import type { Trace } from "../../../src/market/world/market.ts";
import { REGION_COUNT, US } from "../../../src/market/world/structure.ts";
import { tickOf } from "../../../src/quantities.ts";
import { licencesFrom, runAll, scenarioOf, usBanFrom } from "../scenarios.ts";

/** Writes down what it hears. */
class Notes implements Trace {
	readonly told: {
		tick: number;
		what: EventName;
		who: string;
		figure: number;
	}[] = [];
	readonly metal: Float64Array[] = [];
	readonly bought: Float64Array[] = [];
	readonly ticks: number[] = [];

	tell(tick: number, what: EventName, who: string, figure: number): void {
		this.told.push({ tick, what, who, figure });
	}

	trade(_: number, metal: Float64Array): void {
		this.metal.push(Float64Array.from(metal));
	}

	month: NonNullable<Trace["month"]> = (tick, { refinedClearing }, record) => {
		this.ticks.push(tick);
		expect(record).toBeInstanceOf(Recorder);
		expect(record.at(tick, columnOf("price_rotterdam_usd_t"))).toBeGreaterThan(
			0,
		);
		this.bought.push(
			refinedClearing.netExports.map((net) => Math.max(0, -net)),
		);
	};
}

const scenario = scenarioOf(
	[licencesFrom("2024-09-15"), usBanFrom("2024-12-03")],
	{ to: 95 },
);

function heard(): Notes {
	const notes = new Notes();
	runAll([scenario], 1, { trace: notes });
	return notes;
}

describe("a trace", () => {
	it("changes no bit of what it hears", () => {
		const alone = runAll([scenario], 2)[1]![0]!;
		const listened = runAll([scenario], 2, { trace: new Notes() })[1]![0]!;
		expect(listened.all).toEqual(alone.all);
	});

	it("hears every month from 2018-01 once, and nothing of the burn-in", () => {
		expect(heard().ticks).toEqual(Array.from({ length: 96 }, (_, i) => i));
	});

	it("refuses to hear two scenarios, whose months would not come in order", () => {
		expect(() =>
			runAll([scenario, scenarioOf([])], 1, { trace: new Notes() }),
		).toThrow(/one scenario/);
	});

	it("is told of the office's first regime in the month licences begin, then only of changes", () => {
		const regimes = heard().told.filter(
			({ what }) => what === "licence regime",
		);
		expect(regimes[0]?.tick).toBe(tickOf(2024, 9));
		regimes.slice(1).forEach(({ figure }, i) => {
			expect(figure).not.toBe(regimes[i]?.figure);
		});
	});

	it("is told once who is barred, with the tonnes left to it", () => {
		const barred = heard().told.filter(
			({ what }) => what === "importer barred",
		);
		expect(barred.map(({ who }) => who)).toEqual(["US"]);
		expect(barred[0]?.figure).toBeGreaterThan(0);
	});

	it("hears routes that bring the US what it bought abroad, and no region less than it bought on balance", () => {
		const { metal, bought } = heard();
		for (const [tick, routes] of metal.entries())
			for (let to = 0; to < REGION_COUNT; to += 1) {
				let sum = 0;
				for (let from = 0; from < REGION_COUNT; from += 1)
					sum += routes[from * REGION_COUNT + to]!;
				expect(sum).toBeGreaterThanOrEqual(bought[tick]![to]! - 1e-6);
				if (to === US) expect(sum).toBeCloseTo(bought[tick]![to]!, 6);
			}
	});

	it("hears that China sells nothing to a United States it bars", () => {
		const { metal } = heard();
		expect(metal[tickOf(2024, 11)]![US]).toBeGreaterThan(0);
		expect(metal[tickOf(2025, 1)]![US]).toBe(0);
	});
});
