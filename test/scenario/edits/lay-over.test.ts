import { describe, expect, it } from "vitest";
import { PRIORS } from "../../../src/calibration/priors/priors.ts";
import {
	canonicalScenario,
	canonicalShock,
} from "../../../src/scenario/canonical.ts";
import {
	layOver,
	leversOf,
	NO_LEVERS,
} from "../../../src/scenario/edits/lay-over.ts";
import { unitOfPath } from "../../../src/scenario/load.ts";
import { ScenarioError } from "../../../src/scenario/text/fault.ts";
import { HEAD, load, memoryFiles } from "../files.ts";

const BAN =
	"{id: ban, kind: export-restriction, by: China, goods: [refined], destinations: [US], mode: ban, from: 2026-11-27}";
const STOP = BAN.replace("[US]", "all");
const REFINERY =
	"{id: refinery, kind: refining-investment, in: Pakistan, capacity: 2 kt/y, decisionProbability: 0.5, certified: true, feed: bought, from: 2027-01-01}";

const TEXTS = {
	"test.yaml": `${HEAD}shocks:\n  - ${BAN}\n`,
	"stop.yaml": `${HEAD}shocks:\n  - ${STOP}\n`,
	"policy.yaml": `${HEAD.replace("version: 1", "version: 1\nextends: ./test.yaml")}parameters: {demand.defence.qualified-at-start: 0}\nshocks:\n  - ${REFINERY}\n`,
	"both.yaml": `${HEAD}parameters: {demand.defence.qualified-at-start: 0}\nshocks:\n  - ${STOP}\n  - ${REFINERY}\n`,
};

const read = (path: string) => load(TEXTS, path).scenario;

describe("levers", () => {
	const levers = leversOf(read("policy.yaml"), read("test.yaml"));

	it("are what a policy adds to a base: its shocks and its own parameters", () => {
		expect(levers.shocks.map(({ id }) => id)).toEqual(["refinery"]);
		expect(levers.parameters.map(({ path }) => path)).toEqual([
			"demand.defence.qualified-at-start",
		]);
	});

	it("laid over another scenario mean what a file with both would", () => {
		const named = { name: "laid", title: "Laid" };
		const laid = layOver(read("stop.yaml"), levers, named).scenario;
		expect(laid.name).toBe("laid");
		expect(canonicalScenario(laid)).toBe(canonicalScenario(read("both.yaml")));
	});

	it("of a policy that adds nothing are none, and laid over leave a scenario as it was", () => {
		const base = read("test.yaml");
		expect(leversOf(base, base)).toEqual(NO_LEVERS);
		const laid = layOver(base, NO_LEVERS, { name: "same", title: "Same" });
		expect(canonicalScenario(laid.scenario)).toBe(canonicalScenario(base));
	});

	it("replace a shock of the same id", () => {
		const [ban] = read("stop.yaml").shocks;
		const changes = { shocks: ban ? [ban] : [], parameters: [] };
		const named = { name: "again", title: "Again" };
		const { shocks } = layOver(read("test.yaml"), changes, named).scenario;
		expect(shocks).toHaveLength(1);
		expect(shocks.map(canonicalShock)).toEqual(
			read("stop.yaml").shocks.map(canonicalShock),
		);
	});

	it("that contradict a scenario are refused as its file would be", () => {
		const [refinery] = levers.shocks;
		if (refinery?.kind !== "refining-investment") throw new Error("no lever");
		const capacity = { kind: "fixed", value: -1 } as const;
		const shocks = [{ ...refinery, capacity }];
		expect(() =>
			layOver(
				read("stop.yaml"),
				{ shocks, parameters: [] },
				{ name: "bad", title: "Bad" },
			),
		).toThrow(ScenarioError);
	});
});

describe("the unit of a varied path", () => {
	const files = memoryFiles(TEXTS);

	it("is the one that the file gives the field, else the field's own", () => {
		const unit = (path: string) => unitOfPath("both.yaml", files, path);
		expect(unit("shocks.refinery.capacity")).toBe("kt/y");
		expect(unit("shocks.refinery.floor")).toBe("USD/t");
		expect(unit("shocks.refinery.certified")).toBeNull();
		expect(unit("shocks.refinery.from")).toBeNull();
		const prior = PRIORS.find(({ unit }) => unit.startsWith("USD per"));
		expect(unit(`parameters.${prior?.path}`)).toBe(prior?.unit);
	});
});
