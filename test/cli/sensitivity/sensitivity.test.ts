import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { PRIORS } from "../../../src/calibration/priors/priors.ts";
import { sensitivity as command } from "../../../src/cli/commands/sensitivity.ts";
import { inverseCdf } from "../../../src/random/draw.ts";
import { cli, type Ended, workFolder } from "../program.ts";

const folder = workFolder();
const FREE = ["demand.elasticity.short", "beliefs.norm-speed", "dummy"];

/** A short scenario that leaves three parameters free. */
const scenario = (name: string, shocks = "") =>
	[
		"version: 1",
		`name: ${name}`,
		"question: What if?",
		"horizon: {from: 2022-01, to: 2028-12}",
		"reference: 2026-12",
		"parameters:",
		...PRIORS.filter(({ path }) => !FREE.includes(path)).map(
			({ path, distribution, unit }) =>
				`  ${path}: {value: ${inverseCdf(distribution, 0.5)}, unit: ${unit}}`,
		),
		shocks,
	].join("\n");
const BAN =
	"shocks:\n  - {id: ban, kind: export-restriction, by: China, goods: [refined], destinations: [US], mode: ban, from: 2026-11-27}\n";

writeFileSync(join(folder, "free.yaml"), scenario("Free"));
writeFileSync(join(folder, "banned.yaml"), scenario("Banned", BAN));

const sensitivity = async (...words: readonly string[]): Promise<Ended> =>
	await cli(["sensitivity", ...words, "--out", "out"], folder);

function json(ended: Ended) {
	expect(ended.code, ended.talk).toBe(0);
	return JSON.parse(ended.out);
}

describe("a design of points", async () => {
	const design = ["free.yaml", "-n", "2", "--lucks", "2", "--seed", "s"];
	const one = json(
		await sensitivity(...design, "--workers", "1", "--json", "-q"),
	);

	it("gives the same numbers with one worker and with two", async () => {
		const two = json(
			await sensitivity(...design, "--workers", "2", "--json", "-q"),
		);
		expect(two.inputs).toEqual(one.inputs);
		expect(two.mean).toBe(one.mean);
		expect(two.results).not.toBe(one.results);
	});

	it("weighs what the scenario leaves free; the dummy touches nothing", () => {
		expect(one.points).toBe(2 * (FREE.length + 1));
		expect(one.inputs.map(({ path }: { path: string }) => path).sort()).toEqual(
			[...FREE].sort(),
		);
		expect(one.inputs.at(-1)).toMatchObject({
			path: "dummy",
			measure: { value: 0, low: 0, high: 0 },
			aboveFloor: false,
		});
		expect(one.inputs[0].measure.value).toBeGreaterThan(0);
	});

	it("keeps where it comes from, its rows and its chart in a dated folder", () => {
		const at = (file: string) => join(folder, one.results, file);
		const kept = JSON.parse(readFileSync(at("sensitivity.json"), "utf8"));
		expect(kept).toMatchObject({
			schema: "stibium-sensitivity/1",
			stibium: { version: "0.1.0" },
			seed: "s",
			parameters: "prior",
			command:
				"npx stibium sensitivity free.yaml --method morris --metric mean_price_12m_usd_t -n 2 --lucks 2 --seed s",
			scenarios: [
				{
					name: "free",
					sha256: /^[0-9a-f]{64}$/.exec(kept.scenarios[0].sha256)?.[0],
				},
			],
		});
		expect(kept.inputs).toEqual(one.inputs);
		const rows = csvParseRows(readFileSync(at("sensitivity.csv"), "utf8"));
		expect(rows).toHaveLength(FREE.length + 1);
		expect(readdirSync(at("charts")).sort()).toEqual(
			["csv", "pdf", "png", "svg", "vl.json"].map(
				(format) => `tornado-mean-price-12m-usd-t.${format}`,
			),
		);
	});

	it("of Sobol tells shares of variance and how to get narrower intervals", async () => {
		const ended = await sensitivity(
			"free.yaml",
			"--method",
			"sobol",
			"-n",
			"4",
			"--lucks",
			"1",
			"--seed",
			"1",
		);
		expect(ended.code, ended.talk).toBe(0);
		expect(ended.out).toMatch(
			/shares of variance after Sobol, 20 points of 1 run/,
		);
		expect(ended.out).toMatch(/Inputs come one by one from the priors/);
		expect(ended.out).toMatch(/Narrower intervals: -n 16 halves them/);
		const picture = /open {5}(\S+)/.exec(ended.out)?.[1] ?? "";
		expect(existsSync(join(folder, picture))).toBe(true);
	});
});

describe("a batch", () => {
	const run = async (parameters: string, count: string): Promise<string> =>
		json(
			await cli(
				[
					...["run", "free.yaml", "banned.yaml", "-n", count, "--seed", "3"],
					...["--parameters", parameters, "--json", "-q"],
				],
				folder,
			),
		).results;

	it("of prior parameters tells ranks, a tornado and the value of information, and runs nothing", async () => {
		const results = await run("prior", "12");
		const ranks = json(
			await sensitivity(
				results,
				"--method",
				"prcc",
				"--scenario",
				"free",
				"--json",
				"-q",
			),
		);
		expect(ranks).toMatchObject({ method: "prcc", points: 12, size: null });
		expect(ranks.batch).toMatchObject({ results });
		expect(ranks.inputs).toHaveLength(FREE.length);
		const worth = json(
			await sensitivity(results, "--method", "voi", "--json", "-q"),
		);
		expect(worth.metric).toBe("us_user_cost_usd");
		expect(worth.perfect).toBeGreaterThanOrEqual(worth.inputs[0].partial);
		const chances = worth.policies.map(
			({ chanceBest }: { chanceBest: number }) => chanceBest,
		);
		expect(chances[0] + chances[1]).toBeCloseTo(1, 12);
		const means = worth.policies.map(({ mean }: { mean: number }) => mean);
		const cheapest = means[0] <= means[1] ? 0 : 1;
		expect(worth.best).toBe(worth.policies[cheapest].name);
		const chart = await cli(
			["chart", results, "tornado", "--format", "csv"],
			folder,
		);
		expect(chart.out).toMatch(/tornado-mean-price-12m-usd-t\.csv/);
	});

	it("of posterior parameters is refused: they depend on each other", async () => {
		const results = await run("posterior", "1");
		for (const ended of [
			await sensitivity(results, "--method", "prcc"),
			await sensitivity(results, "--method", "voi"),
			await cli(["chart", results, "tornado"], folder),
		]) {
			expect(ended.code).toBe(2);
			expect(ended.out).toBe("");
			expect(ended.talk).toMatch(
				/posterior parameters, which depend on each other.*--parameters prior/,
			);
		}
	});
});

describe("a line that cannot be meant", () => {
	it.each([
		[{ method: "soboll" }, /--method is "soboll".*did you mean "sobol"/],
		[{ metric: "price" }, /--metric is "price"/],
		[{ lucks: "0" }, /--lucks is "0"; it must be a whole number from 1/],
		[{ n: "x" }, /-n is "x"/],
		[
			{ method: "prcc", n: "5" },
			/-n is for --method morris or sobol; prcc does not use it/,
		],
		[{ method: "sobol", scenario: "free" }, /--scenario is for --method prcc/],
		[{ higher: true }, /--higher is for --method voi/],
	] as const)("%j is refused, and why", async (flags, said) => {
		const line = { subject: "x", method: "morris", workers: "1", out: "out" };
		await expect(command.run({ ...line, ...flags })).rejects.toThrow(said);
	});

	it("is exit 2, and nothing is written", async () => {
		const ended = await sensitivity("nowhere", "--method", "voi");
		expect(ended.talk).toMatch(/no results folder/);
		expect(ended.code).toBe(2);
		expect(ended.out).toBe("");
	});
});
