import { describe, expect, it } from "vitest";
import { ScenarioError } from "../../src/scenario/text/fault.ts";
import { complaints, firstFrame, HEAD, load } from "./files.ts";

const shocks = (text: string): string => `${HEAD}shocks:\n${text}`;

const BAN = `  - id: ban
    kind: export-restriction
    by: China
    goods: [refined]
    destinations: [US]
    mode: ban
    from: 2026-11-27
`;

describe("a file that is not sound says where, what was found and what would do", () => {
	it("misspelt key", () => {
		expect(complaints(shocks(BAN.replace("goods:", "godos:")))).toContain(
			'test.yaml:10:5  unknown key "godos"; did you mean "goods"?',
		);
	});

	it("negative capacity", () => {
		const text = shocks(`  - id: refinery
    kind: refining-investment
    in: Pakistan
    capacity: {value: -400, unit: t/y}
    decisionProbability: 0.5
    certified: false
    feed: bought
    from: 2027-01-01
`);
		expect(complaints(text)).toEqual([
			"test.yaml:10:23  shocks[0].capacity is -400; expected 0 or more (t/y, nameplate, refined antimony)",
		]);
	});

	it("end before start", () => {
		expect(complaints(shocks(`${BAN}    to: 2026-01-01\n`))).toEqual([
			"test.yaml:14:9  shocks[0].to is 2026-01-01, not after its start 2026-11-27; expected the first day no longer in force",
		]);
	});

	it("unknown region", () => {
		expect(complaints(shocks(BAN.replace("China", "Chian")))).toEqual([
			'test.yaml:9:9  shocks[0].by is "Chian"; expected a region or country, such as China or CN; did you mean "China"?',
		]);
	});

	it("number without unit", () => {
		const text = shocks(
			`${BAN.replace("mode: ban", "mode: quota").replace("[US]", "all")}    quota: 20000\n`,
		);
		expect(complaints(text)).toEqual([
			"test.yaml:14:12  shocks[0].quota is 20000 and has no unit; expected one, such as {value: 20000, unit: t/y}",
		]);
	});

	it("broken YAML", () => {
		const [line] = complaints("version: 1\nname: [\n");
		expect(line).toMatch(
			/^test\.yaml:3:1 {2}the file is not sound YAML: flow sequence .* end with a \]; indent/,
		);
	});

	it("alias and anchor", () => {
		expect(complaints("version: 1\nname: &a x\nquestion: *a\n")).toEqual([
			"test.yaml:2:10  name has the anchor &a; write values out where they are needed",
			"test.yaml:3:11  question is the alias *a; write it out",
		]);
	});

	it("__proto__ and its like", () => {
		for (const key of ["__proto__", "constructor", "prototype"])
			expect(complaints(`version: 1\n${key}: {x: 1}\n`)).toEqual([
				`test.yaml:2:1  the file has the key "${key}", which no field may have`,
			]);
		expect(({} as { x?: number }).x).toBeUndefined();
	});

	it("a file that cannot be read", () => {
		expect(() => load({}, "gone.yaml")).toThrow(
			"gone.yaml:1:1  the file does not exist",
		);
	});

	it("tag, merge key, second document, control character", () => {
		expect(complaints("version: !!js/function 1\n")[0]).toMatch(
			/^test\.yaml:1:\d+/,
		);
		expect(complaints("version: 1\n<<: {a: 1}\n")).toEqual([
			"test.yaml:2:1  the file has the merge key <<; write the fields out",
		]);
		expect(complaints("version: 1\n---\nversion: 1\n")[0]).toMatch(
			/^test\.yaml:2:1 {2}the file goes on with a second document/,
		);
		expect(complaints('version: 1\nname: "a\\u0007b"\n')[0]).toMatch(
			/^test\.yaml:2:7 {2}name holds a line break or control character/,
		);
	});

	it("too large, too deep, too long, not finite", () => {
		expect(complaints(`# ${"x".repeat(300_000)}`)[0]).toMatch(
			/at most 262144 are read/,
		);
		expect(complaints(`a: ${"[".repeat(30)}${"]".repeat(30)}\n`)[0]).toMatch(
			/^test\.yaml:1:24 {2}the file is nested more than 20 levels deep/,
		);
		expect(complaints(`version: 1\nname: ${"x".repeat(1200)}\n`)[0]).toMatch(
			/at most 1000 are read/,
		);
		expect(complaints(`version: 1\nreference: .inf\n`)[0]).toMatch(
			/finite number/,
		);
	});

	it("a day that does not exist, a date before the record", () => {
		expect(
			complaints(shocks(BAN.replace("2026-11-27", "2026-02-30")))[0],
		).toMatch(/shocks\[0\]\.from is 2026-02-30; 2026-02 has 28 days/);
		expect(
			complaints(shocks(BAN.replace("2026-11-27", "2017-02-28")))[0],
		).toMatch(/from is 2017-02-28; expected 2018-01 or later/);
	});

	it("an unknown kind, agent, parameter, restriction", () => {
		expect(
			complaints(
				shocks(BAN.replace("export-restriction", "export-restricton")),
			),
		).toEqual([
			'test.yaml:8:11  shocks[0].kind is "export-restricton"; did you mean "export-restriction"?',
		]);
		expect(
			complaints(
				shocks(
					"  - {id: a, kind: outage, agents: [olimpiade], of: mines, share: 1, from: 2024-01-01}\n",
				),
			),
		).toEqual([
			'test.yaml:7:36  shocks[0].agents[0] is "olimpiade"; no mine has that id; did you mean "olimpiada"?',
		]);
		expect(complaints(`${HEAD}parameters:\n  demand.chok: 9\n`)).toEqual([
			'test.yaml:7:3  unknown key "demand.chok"; did you mean "demand.choke"?',
		]);
		expect(
			complaints(
				shocks(
					`${BAN}  - {id: s, kind: restriction-suspension, of: bann, from: 2026-12-01}\n`,
				),
			)[0],
		).toMatch(/no export restriction has that id; did you mean "ban"\?/);
	});

	it("two shocks that set one thing at once", () => {
		const twice = shocks(`${BAN}${BAN.replace("id: ban", "id: again")}`);
		expect(complaints(twice)[0]).toMatch(
			/shocks\[1\] sets what "ban" sets at the same time/,
		);
	});

	it("tells all faults of a file together", () => {
		const text = shocks(
			BAN.replace("China", "Chian").replace("mode: ban", "mode: bann"),
		);
		expect(complaints(text)).toHaveLength(2);
	});

	it("shows the line, and a share that was meant as a percentage", () => {
		const text = shocks(
			`${BAN.replace("mode: ban", "mode: licence")}    approval: 35\n`,
		);
		expect(firstFrame(text)).toBe(
			[
				"  13 │     from: 2026-11-27",
				"  14 │     approval: 35",
				"     │               ^^  did you mean 0.35?",
			].join("\n"),
		);
	});

	it("a shock wholly after the horizon is a warning and runs", () => {
		const { warnings, scenario } = load({
			"test.yaml": shocks(BAN.replace("2026-11-27", "2033-01-01")),
		});
		expect(scenario.shocks).toHaveLength(1);
		expect(warnings.map(({ message }) => message)).toEqual([
			"shocks[0].from is after the horizon; the shock changes nothing, expected an earlier day",
		]);
	});

	it("a capacity of a hundred million tonnes is an error, one of two hundred thousand a warning", () => {
		const refinery = (capacity: number) =>
			shocks(
				`  - {id: r, kind: refining-investment, in: Pakistan, capacity: {value: ${capacity}, unit: t/y}, decisionProbability: 1, certified: false, feed: bought, from: 2027-01-01}\n`,
			);
		expect(complaints(refinery(1e8))[0]).toMatch(/it must be at most 10000000/);
		expect(load({ "test.yaml": refinery(400_000) }).warnings).toHaveLength(1);
	});
});

describe("what a file extends", () => {
	it("merges lists by id, lets a child change one field, and drops what it removes", () => {
		const { scenario } = load(
			{
				"base.yaml": shocks(
					`${BAN}${BAN.replace("id: ban", "id: other").replace("[US]", "[EU]")}`,
				),
				"child.yaml":
					"version: 1\nname: Child\nquestion: And?\nextends: ./base.yaml\nshocks:\n  - {id: ban, from: 2027-05-01}\n  - {id: other, remove: true}\n",
			},
			"child.yaml",
		);
		expect(scenario.shocks.map(({ id }) => id)).toEqual(["ban"]);
		expect(scenario.shocks[0]?.from).toEqual({ year: 2027, month: 5, day: 1 });
		expect(scenario.title).toBe("Child");
		expect(scenario.reference).toBe(107);
	});

	it("prints the ring when it is cyclic", () => {
		const file = (other: string) => `version: 1\nextends: ./${other}.yaml\n`;
		expect(() =>
			load({ "a.yaml": file("b"), "b.yaml": file("a") }, "a.yaml"),
		).toThrow("a.yaml → b.yaml → a.yaml");
	});

	it("stays inside the folder tree", () => {
		expect(() =>
			load({ "a.yaml": "version: 1\nextends: ../secret.yaml\n" }, "a.yaml"),
		).toThrow(ScenarioError);
	});
});
