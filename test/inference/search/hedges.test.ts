import { describe, expect, it } from "vitest";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import { hedgeMixes } from "../../../src/inference/search/hedges.ts";
import { loadScenario } from "../../../src/scenario/load.ts";
import { scenarioFilesOf } from "../../../src/storage/folder/scenario-files.ts";

function shipped(name: string) {
	const path = new URL(`../../../scenarios/${name}.yaml`, import.meta.url)
		.pathname;
	return loadScenario(path, scenarioFilesOf(path), WORLD).scenario;
}

describe("mixes of hedges", () => {
	const base = shipped("ban-returns");
	const mixes = hedgeMixes(shipped("hedge-portfolio"), base, [0, 12], 30);
	const of = (title: string) => mixes.find((mix) => mix.title === title);
	const idsOf = (title: string) => of(title)?.shocks.shocks.map(({ id }) => id);

	it("are every stockpile with every stage of the refinery, with and without allies, nothing first", () => {
		expect(mixes).toHaveLength(2 * 4 * 2);
		expect(mixes[0]).toMatchObject({ title: "No hedge", levers: 0 });
		expect(new Set(mixes.map(({ id }) => id)).size).toBe(mixes.length);
	});

	it("hold the shocks of their parts and no others", () => {
		expect(idsOf("12-month stockpile")).toEqual([
			"stockpile-fills",
			"stockpile-holds",
			"stockpile-serves-defence",
		]);
		expect(idsOf("Refinery")).toEqual(["refinery"]);
		expect(idsOf("Allied refining")).toEqual([
			"european-recycling",
			"port-pirie-second-stage",
			"us-smelter",
		]);
		expect(
			of("12-month stockpile + certified refinery + floor + allied")?.levers,
		).toBe(5);
	});

	it("fill the stockpile to so many months of need", () => {
		const [fill] = of("12-month stockpile")?.shocks.shocks ?? [];
		expect(fill).toMatchObject({ tonnes: { kind: "fixed", value: 360 } });
	});

	it("take the refinery from plain over certified to one with a floor", () => {
		const refinery = (title: string) => of(title)?.shocks.shocks[0];
		expect(refinery("Refinery")).toMatchObject({
			certified: false,
			offtake: null,
			support: { floor: null },
		});
		expect(refinery("Certified refinery")).toMatchObject({
			certified: true,
			offtake: "US",
			support: { floor: null },
		});
		expect(refinery("Certified refinery + floor")).toMatchObject({
			support: { floor: { kind: "fixed", value: 18_000 } },
		});
	});

	it("cannot be made of a scenario that lacks one", () => {
		expect(() => hedgeMixes(base, base, [0], 30)).toThrow(
			/ban-returns holds no stockpile that fills/,
		);
	});
});
