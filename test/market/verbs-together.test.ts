import { describe, expect, it } from "vitest";
import { tickOf } from "../../src/quantities.ts";
import {
	day,
	fixed,
	licencesFrom,
	type Run,
	runAll,
	scenarioOf,
	shock,
	usBanFrom,
} from "./scenarios.ts";

const from = day("2024-01-01");
const duty = shock({
	id: "duty",
	kind: "tariff",
	importer: "US",
	goods: ["refined", "concentrate"],
	rate: fixed(0.25),
	except: ["PK"],
	from,
});
const works = shock({
	id: "works",
	kind: "recycling",
	region: "US",
	capacity: fixed(3_000),
	cost: fixed(7_000),
	from,
});
const origin = shock({
	id: "origin",
	kind: "origin-rule",
	in: "US",
	buyers: "all",
	admit: "not-chinese",
	from,
});
const surge = shock({
	id: "surge",
	kind: "demand-surge",
	region: "US",
	defence: fixed(2),
	civil: fixed(1),
	ramp: fixed(6),
	from,
});
const closure = shock({
	id: "closure",
	kind: "route-closure",
	of: "central-asian-rail-ore",
	share: fixed(1),
	from,
});
const programme = shock({
	id: "programme",
	kind: "substitution-programme",
	segment: "flame-retardants",
	region: null,
	lag: fixed(6),
	max: fixed(0.5),
	from,
});
const all = [duty, works, origin, surge, closure, programme];
const crisis = [licencesFrom("2024-09-15"), usBanFrom("2024-12-03")];

describe("verbs of use and trade", () => {
	it.each([
		["with", []],
		["without", ["concentrate-market"]],
	] as const)(
		"together keep every balance, %s a market for ore",
		(_, without) => {
			const runs = runAll([scenarioOf([...crisis, ...all], { to: 143 })], 40, {
				without,
			});
			expect(runs.flat().filter((run) => run.failure !== null)).toEqual([]);
		},
	);

	it("are the same beside other scenarios as alone", () => {
		const full = scenarioOf([...crisis, ...all], { name: "full" });
		const bare = scenarioOf(crisis, { name: "bare" });
		const together = runAll([bare, full], 3);
		const alone = runAll([full], 3);
		together.forEach((runs, i) => {
			expect(runs[1]?.all).toEqual(alone[i]?.[0]?.all);
		});
	});
});

describe("in a still world of 2023", () => {
	const at = tickOf(2024, 12);
	const [plain, taxed, recycling, surging, reformed] = [
		[],
		[duty],
		[works],
		[surge],
		[programme],
	].map(
		(shocks) =>
			(runAll([scenarioOf(shocks)], 1, { world: "still" })[0] as Run[])[0],
	) as [Run, Run, Run, Run, Run];

	it("a duty parts the American price from Rotterdam", () => {
		const ratio = (run: Run) =>
			run.at("price_us_usd_t", at) / run.at("price_rotterdam_usd_t", at);
		expect(ratio(taxed) / ratio(plain)).toBeGreaterThan(1.2);
	});

	it("works of 250 t a month replace imports", () => {
		const imports = (run: Run) => run.at("us_imports_t", at);
		expect(imports(plain) - imports(recycling)).toBeGreaterThan(125);
		expect(imports(plain) - imports(recycling)).toBeLessThan(250);
	});

	it("a surge doubles American defence need", () => {
		const need = (run: Run) => run.at("defence_need_us_t", at);
		expect(need(surging) / need(plain)).toBeCloseTo(2, 9);
	});

	it("what a programme replaces is counted as destroyed, not as unmet", () => {
		const destroyed = (run: Run) => run.metric("demand_destroyed_t");
		expect(destroyed(reformed)).toBeGreaterThan(destroyed(plain) + 3000);
		expect(reformed.at("us_unmet_t", at)).toBe(0);
		expect(reformed.at("price_rotterdam_usd_t", at)).toBeLessThan(
			plain.at("price_rotterdam_usd_t", at),
		);
	});
});
