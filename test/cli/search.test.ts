import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, contents, workFolder } from "./program.ts";

const folder = workFolder();
const SMALL = ["-n", "2", "--seed", "5", "--workers", "1"];
const CAPACITY = "shocks.refinery.capacity";

const json = async (words: readonly string[]) => {
	const ended = await cli([...words, ...SMALL, "--json"], folder);
	// two replicates need not keep what a scenario expects of many
	expect([0, 5], ended.talk).toContain(ended.code);
	return JSON.parse(ended.out);
};

describe("sweep", async () => {
	const words = [
		"sweep",
		"pakistan-refinery",
		"--vary",
		`${CAPACITY}=0..8000:3`,
	];
	const answer = await json(words);

	it("runs every point under one luck and leaves tables, a design and a chart", () => {
		const { sweep, results } = answer;
		expect(sweep.axes).toEqual([{ path: CAPACITY, unit: "t/y" }]);
		expect(
			sweep.points.map(({ values }: { values: unknown }) => values),
		).toEqual([[0], [4000], [8000]]);
		for (const file of ["sweep.csv", "sweep.json", "design.json"])
			expect(existsSync(join(folder, results, file)), file).toBe(true);
		expect(contents(join(folder, results, "charts"))).toContain(
			"response-refinery-capacity.png",
		);
		const manifest = readFileSync(
			join(folder, results, "manifest.json"),
			"utf8",
		);
		expect(manifest).toContain('"sweep.csv"');
	});

	it("gives a point the numbers that --set gives it", async () => {
		const alone = await json([
			...["run", "pakistan-refinery", "--set", `${CAPACITY}=8000`],
		]);
		const [, , last] = answer.sweep.points;
		expect(answer.scenarios[last.scenario]).toEqual(
			alone.scenarios["pakistan-refinery"],
		);
	});

	it("is drawn again from its folder", async () => {
		const { charts } = JSON.parse(
			(
				await cli(
					["chart", answer.results, "--format", "csv", "--json"],
					folder,
				)
			).out,
		);
		expect(charts.map(({ kind }: { kind: string }) => kind)).toEqual([
			"response",
		]);
	});
});

describe("find", () => {
	it("says where a statement begins to hold, or that it is not reachable and what it is at the ends", async () => {
		const tune = ["--tune", "shocks.us-ban-returns.from=2026-12-01"];
		const wrong = await cli(
			["find", "ban-returns", ...tune, "--until", "mean(us_unmet_t)<1"],
			folder,
		);
		expect(wrong.code).toBe(2);
		expect(wrong.talk).toMatch(/expected a range such as/);
		const range = ["--tune", `${CAPACITY}=0..8000`];
		const ended = await cli(
			[
				...["find", "pakistan-refinery", ...range],
				...["--until", "mean(mean_price_12m_usd_t)<1", ...SMALL],
			],
			folder,
		);
		expect(ended.code).toBe(0);
		expect(ended.out).toMatch(
			/^not reachable: .*\nat 0 t\/y it is .*\nat 8,000 t\/y it is /,
		);
	});
});

describe("regret and frontier", () => {
	it("try every policy in every state; one laid over what it extends is that scenario", async () => {
		const { regret, scenarios } = await json([
			...["regret", "us-stockpile", "allied-refining"],
			...["--against", "as-happened=3", "ban-returns"],
			...["--satisfy", "p(us_shortage_months>0)<0.5"],
		]);
		expect(Object.keys(scenarios)).toHaveLength(6);
		expect(
			regret.states.map(({ weight }: { weight: number }) => weight),
		).toEqual([0.75, 0.25]);
		expect(regret.regrets).toHaveLength(3);
		expect(regret.satisficing[0].table).toHaveLength(3);
		const alone = await json(["run", "us-stockpile"]);
		expect(scenarios["ban-returns-us-stockpile"]).toEqual(
			alone.scenarios["us-stockpile"],
		);
	});

	it("a frontier tries every mix, doing nothing among them", async () => {
		const { frontier, results } = await json([
			...["frontier", "--scenario", "ban-returns", "--stockpile", "12"],
		]);
		expect(frontier.choices).toHaveLength(16);
		expect(frontier.choices[0]).toMatchObject({ title: "No hedge", levers: 0 });
		expect(existsSync(join(folder, results, "frontier.csv"))).toBe(true);
	});
});

describe("what a batch is asked beside its numbers", () => {
	it("a threshold that a scenario misses: exit 5, and how far it is off", async () => {
		const ended = await cli(
			[
				...["run", "ban-returns", ...SMALL],
				...["--threshold", "mean(mean_price_12m_usd_t)<1"],
			],
			folder,
		);
		expect(ended.code).toBe(5);
		expect(ended.talk).toMatch(/ban-returns misses the threshold .* it is /);
	});

	it("--dry-run tells replicates, minutes and megabytes, and writes nothing", async () => {
		const ended = await cli(
			[
				"compare",
				"as-happened",
				"ban-returns",
				"--dry-run",
				"--json",
				"--out",
				"none",
			],
			folder,
		);
		expect(JSON.parse(ended.out)).toMatchObject({
			scenarios: 2,
			replicates: 1000,
		});
		expect(existsSync(join(folder, "none"))).toBe(false);
	});

	it.each([
		[
			["sweep", "pakistan-refinery", "--vary", "shocks.refinery.capacty=0..1"],
			/did you mean "shocks\.refinery\.capacity"/,
		],
		[
			["sweep", "pakistan-refinery", "--vary", `${CAPACITY}=-5,3`],
			/capacity is -5; expected 0 or more/,
		],
		[["sweep", "pakistan-refinery"], /--vary/],
		[
			["sweep", "pakistan-refinery", "--vary", `${CAPACITY}=0..1:1000`],
			/400 at most/,
		],
		[
			["run", "ban-returns", "--threshold", "mean(us_unmet)<1"],
			/did you mean "us_unmet_t"/,
		],
		[["run", "ban-returns", "--precision", "0"], /--precision is "0"/],
		[
			["regret", "us-stockpile", "--against", "ban-returns=-1"],
			/no weight above 0/,
		],
		[
			["regret", "ban-returns", "--against", "as-happened"],
			/adds nothing to ban-returns/,
		],
		[
			[
				"regret",
				"us-stockpile",
				"--against",
				"as-happened",
				"--loss",
				"us_unmet_t+fiscal_cost_usd",
			],
			/metrics of one unit/,
		],
		[
			["frontier", "--scenario", "ban-returns", "--stockpile", "x"],
			/expected months/,
		],
		[["frontier"], /--scenario/],
	])("%j: exit 2, what is wrong, nothing written", async (words, said) => {
		const before = contents(folder);
		const ended = await cli(words, folder);
		expect(ended.code).toBe(2);
		expect(ended.talk).toMatch(said);
		expect(contents(folder)).toEqual(before);
	});
});
