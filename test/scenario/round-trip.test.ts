import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import { METRICS } from "../../src/market/record/record.ts";
import {
	canonicalScenario,
	canonicalShock,
} from "../../src/scenario/canonical.ts";
import { EditError, parseEdit } from "../../src/scenario/edits/edit.ts";
import {
	judgeExpectation,
	parseExpectation,
} from "../../src/scenario/expectations/expectation.ts";
import { scenarioSchema } from "../../src/scenario/file/schema.ts";
import { writeScenario } from "../../src/scenario/file/write.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { faultLine, ScenarioError } from "../../src/scenario/text/fault.ts";
import type { SoundScenario } from "../../src/scenario/types.ts";
import { scenarioFilesOf } from "../../src/storage/folder/scenario-files.ts";
import { many } from "../long.ts";
import { EVERY_KIND } from "./every-kind.ts";
import { load } from "./files.ts";

const FOLDER = join(import.meta.dirname, "../../scenarios");
const NAMES = readdirSync(FOLDER)
	.filter((file) => file.endsWith(".yaml"))
	.map((file) => file.replace(".yaml", ""))
	.sort();

function shipped(name: string, edits: readonly string[] = []): SoundScenario {
	const path = join(FOLDER, `${name}.yaml`);
	return loadScenario(path, scenarioFilesOf(path), WORLD, edits.map(parseEdit))
		.scenario;
}

describe("the shipped scenarios", () => {
	it("are those that the project promises, each with a question and a reference", () => {
		expect(NAMES).toEqual([
			"allied-refining",
			"as-happened",
			"ban-returns",
			"hedge-portfolio",
			"no-restrictions",
			"pakistan-raw-ore",
			"pakistan-refinery",
			"pakistan-refinery-certified",
			"pakistan-withholds",
			"suspension-extended",
			"total-export-stop",
			"us-stockpile",
		]);
		for (const name of NAMES) {
			const scenario = shipped(name);
			expect(scenario.question).toMatch(/\?$/);
			expect(scenario.reference).toBe(107);
		}
	});

	it("hold two to four statements of metrics that there are, and run without a warning", () => {
		const metrics = METRICS.map(({ name }) => name);
		for (const name of NAMES) {
			const path = join(FOLDER, `${name}.yaml`);
			const files = scenarioFilesOf(path);
			const read = loadScenario(path, files, WORLD, [], metrics);
			expect(read.warnings, name).toEqual([]);
			expect(read.scenario.expect.length, name).toBeGreaterThanOrEqual(2);
			expect(read.scenario.expect.length, name).toBeLessThanOrEqual(4);
		}
	});

	it("hedge-portfolio holds the hedges of the others by their ids and numbers", () => {
		const shockOf = (name: string, id: string) => {
			const found = shipped(name).shocks.find((shock) => shock.id === id);
			return found === undefined ? null : canonicalShock(found);
		};
		const own = (name: string) => {
			const before = new Set(shipped("ban-returns").shocks.map(({ id }) => id));
			return shipped(name).shocks.filter(({ id }) => !before.has(id));
		};
		for (const name of ["us-stockpile", "allied-refining"])
			for (const { id } of own(name))
				expect(shockOf("hedge-portfolio", id), id).toBe(shockOf(name, id));
		const refinery = own("hedge-portfolio").find(({ id }) => id === "refinery");
		const plain = own("pakistan-refinery-certified")[0];
		expect(refinery).toEqual({
			...plain,
			support: {
				floor: { kind: "fixed", value: 18_000 },
				loan: null,
				grant: null,
			},
			figures: expect.anything(),
		});
	});

	it("as-happened dates what Washington and Beijing did in Islamabad, and no tariff", () => {
		const { shocks } = shipped("as-happened");
		const days = (kind: string) =>
			shocks
				.filter((shock) => shock.kind === kind)
				.map(({ from }) => `${from.year}-${from.month}-${from.day}`)
				.sort();
		expect(days("proliferation-sanctions")).toEqual([
			"2023-10-20",
			"2024-9-12",
		]);
		expect(days("us-engagement")).toEqual([
			"2025-11-23",
			"2025-12-8",
			"2025-6-18",
			"2025-7-31",
			"2025-9-25",
		]);
		expect(days("chinese-leverage")).toEqual(["2025-3-1"]);
		expect(days("tariff")).toEqual([]);
	});

	it("say of every number where it comes from, or that it is assumed", () => {
		for (const name of NAMES)
			for (const shock of shipped(name).shocks)
				expect(
					shock.source !== "assumption" || shock.basis === "assumed",
					`${name} ${shock.id}`,
				).toBe(true);
	});

	it("suspension-extended means what as-happened means; ban-returns adds one ban", () => {
		const happened = shipped("as-happened");
		expect(canonicalScenario(shipped("suspension-extended"))).toBe(
			canonicalScenario(happened),
		);
		const known = new Set(happened.shocks.map(canonicalShock));
		const added = shipped("ban-returns").shocks.filter(
			(shock) => !known.has(canonicalShock(shock)),
		);
		expect(added.map(({ id }) => id)).toEqual(["us-ban-returns"]);
		expect(added[0]?.announce).toBeNull();
	});

	it("written out with every default and read again they are the same to the last field", () => {
		for (const name of NAMES) {
			const scenario = shipped(name);
			const text = writeScenario(scenario);
			const again = load({ [`${name}.yaml`]: text }, `${name}.yaml`).scenario;
			expect(again).toEqual(scenario);
		}
	});

	it("have a JSON Schema that is current", () => {
		const kept = JSON.parse(
			readFileSync(join(FOLDER, "scenario.schema.json"), "utf8"),
		);
		expect(JSON.parse(JSON.stringify(scenarioSchema()))).toEqual(kept);
	});
});

describe("edits of a command line", () => {
	it("address shocks by id, parameters by path, and take the unit that the file gives", () => {
		const scenario = shipped("pakistan-refinery", [
			"shocks.refinery.capacity=5000",
			"parameters.demand.defence.certifiedShare=0.5",
			"horizon.to=2032-06",
		]);
		const refinery = scenario.shocks.find(({ id }) => id === "refinery");
		expect(refinery).toMatchObject({
			capacity: { kind: "fixed", value: 5000 },
		});
		expect(
			scenario.parameters.find(
				({ path }) => path === "demand.defence.certifiedShare",
			),
		).toMatchObject({ distribution: { value: 0.5 }, overridden: true });
		expect(scenario.horizon.to).toBe(173);
	});

	it("name the nearest path when there is none", () => {
		expect(() =>
			shipped("pakistan-refinery", ["shocks.refinry.capacity=1"]),
		).toThrow('did you mean "shocks.refinery.capacity"?');
		expect(() => shipped("ban-returns", ["referense=2027-01"])).toThrow(
			'did you mean "reference"?',
		);
		expect(() => parseEdit("nothing")).toThrow(EditError);
	});
});

describe("statements that a batch must keep", () => {
	const column = () => Float64Array.of(1, 2, 3, Number.NaN, 10);
	const judge = (text: string) => {
		const parsed = parseExpectation(text);
		if ("problem" in parsed) throw new Error(parsed.problem);
		return judgeExpectation(parsed.expectation, column);
	};

	it("are judged on replicates that have the metric", () => {
		expect(judge("mean(x) between 3.9 and 4.1")).toEqual({
			value: 4,
			holds: true,
		});
		expect(judge("median(x) < 2.5")).toEqual({ value: 2.5, holds: false });
		expect(judge("p(x > 2) >= 0.5")).toEqual({ value: 0.5, holds: true });
		expect(judge("p75(x) <= 5").value).toBe(4.75);
	});

	it("that cannot be read are named", () => {
		for (const text of [
			"",
			"median(x)",
			"p(x) < 1",
			"mode(x) < 1",
			"mean(x > 1) < 2",
			"mean(x) between 2 and 1",
		])
			expect(parseExpectation(text)).toHaveProperty("problem");
		expect(parseExpectation("mean(pric) < 1", ["price"])).toEqual({
			problem: 'names no metric "pric"; did you mean "price"?',
			column: 6,
		});
	});
});

describe("P16: any file gets an answer", () => {
	const RUNS = many(500, 10_000);
	const text = readFileSync(join(FOLDER, "as-happened.yaml"), "utf8").replace(
		"extends: ./no-restrictions.yaml",
		"horizon: {from: 2022-01, to: 2035-12}\nreference: 2026-12",
	);
	const lines = [text, EVERY_KIND].map((file) =>
		file
			.split("\n")
			.filter((line) => !line.startsWith("#"))
			.slice(0, 60),
	);
	const poison = fc.constantFrom(
		"",
		"null",
		"-1",
		"1e999",
		".nan",
		"[]",
		"{}",
		"[[[[",
		"}",
		"*a",
		"&a x",
		"!!binary x",
		"\t",
		"  ",
		"__proto__: 1",
		"constructor: {}",
		"<<: {}",
		"9".repeat(400),
		"2024-13-01",
		"2024-02-30",
		"«",
		"\u0000",
		"\u202e",
		"- - - -",
		"? x",
		"%YAML 9",
	);

	it(`${RUNS} mutated files: no crash, every refusal with file, line, column and field`, () => {
		fc.assert(
			fc.property(
				fc.nat(1),
				fc.array(
					fc.record({
						line: fc.nat(59),
						at: fc.nat(60),
						cut: fc.nat(20),
						put: poison,
					}),
					{ minLength: 1, maxLength: 3 },
				),
				(file, mutations) => {
					const mutated = [...(lines[file] ?? [])];
					for (const { line, at, cut, put } of mutations) {
						const old = mutated[line % mutated.length] as string;
						mutated[line % mutated.length] =
							old.slice(0, at) + put + old.slice(at + cut);
					}
					try {
						load({ "x.yaml": mutated.join("\n") }, "x.yaml");
					} catch (error) {
						if (!(error instanceof ScenarioError)) throw error;
						expect(error.faults.length).toBeGreaterThan(0);
						for (const fault of error.faults) {
							expect(faultLine(fault)).toMatch(/^x\.yaml:\d+:\d+ {2}\S/);
							expect(fault.field).not.toBe("");
							const rows = mutated.join("\n").split(/\r?\n/);
							const row = rows[fault.place.line - 1];
							expect(row).toBeDefined();
							expect(fault.place.column).toBeLessThanOrEqual(
								(row ?? "").length + 1,
							);
						}
					}
				},
			),
			{ numRuns: RUNS, seed: 16 },
		);
	});
});
