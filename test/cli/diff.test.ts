import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { numberOf } from "../../src/cli/diff/field-words.ts";
import { cli, workFolder } from "./program.ts";

const folder = workFolder();
const MINE = `version: 1
name: Mine
question: What if?
extends: ./base.yaml
parameters:
  demand.elasticity.short: {value: 0.3, unit: "1", basis: assumed, source: me}
shocks:
  - {id: us-ban, destinations: [US, EU]}
  - {id: port-pirie, capacity: {value: 4, unit: kt/y, basis: reported, source: a paper}}
  - {id: karachi-route, remove: true}
  - {id: stop, kind: export-restriction, by: China, goods: [refined], destinations: all, mode: ban, from: 2027-03-01, to: 2027-09-01, basis: assumed, source: nobody}
expect: ["median(peak_price_usd_t) > 1000"]
`;
writeFileSync(join(folder, "mine.yaml"), MINE);

/** The words of a difference, run on as one line. */
async function wordsOf(a: string, b: string): Promise<string> {
	const { code, out, talk } = await cli(["diff", a, b], folder);
	expect(code, talk).toBe(0);
	return out.replace(/\s+/g, " ");
}

describe("two scenarios", async () => {
	await cli(["init", "first", "--from", "as-happened"], folder);
	writeFileSync(
		join(folder, "base.yaml"),
		"version: 1\nname: Base\nquestion: What?\nextends: ./as-happened.yaml\n",
	);
	const words = await wordsOf("base.yaml", "mine.yaml");

	it("are summed up in a sentence, the second against the first", () => {
		expect(words).toMatch(
			/^mine.yaml against base.yaml: 1 shock more, 1 fewer, 2 changed /,
		);
	});

	it("tell a shock of the second in a dated sentence with its fields and source", () => {
		expect(words).toMatch(
			/\+ From 1 March 2027 to 1 September 2027: "[^"]+" \(stop, export restriction\), only in mine.yaml .*by China; goods refined; destinations all; mode ban.* assumed: nobody/,
		);
	});

	it("tell a shock that only the first has", () => {
		expect(words).toMatch(
			/- From 2 October 2025 on: "Ore to the US through Karachi" \(karachi-route, route\), only in base.yaml/,
		);
	});

	it("tell changed fields with both values, units, and sources where those changed", () => {
		expect(words).toContain("capacity: 1,000 to 3,000 t/y → 4,000 t/y");
		expect(words).toContain(
			"source of capacity: as all of the shock → reported: a paper",
		);
		expect(words).toContain(
			"destinations: the United States → the United States and Europe",
		);
	});

	it("tell parameters against what the model has, and expectations of either", () => {
		expect(words).toMatch(
			/demand.elasticity.short: left to the model \(prior about 0.27 .*\) → 0.3/,
		);
		expect(words).toContain(
			"only mine.yaml expects median(peak_price_usd_t) > 1000",
		);
	});

	it("spell out what could move the cursor", async () => {
		const hostile = join(folder, "\u001b[31m");
		mkdirSync(hostile);
		writeFileSync(
			join(hostile, "alone.yaml"),
			"version: 1\nname: Alone\nquestion: What?\n",
		);
		const told = await wordsOf("\u001b[31m/alone.yaml", "mine.yaml");
		expect(told).toContain("against \\u001b[31m/alone.yaml:");
		expect(told).not.toContain("\u001b");
	});

	it("are the same to the bit when only their words differ", async () => {
		expect(await wordsOf("as-happened", "suspension-extended")).toContain(
			"are the same to the bit: their numbers are equal, their words differ",
		);
		expect(await wordsOf("base.yaml", "base.yaml")).toBe(
			"base.yaml and base.yaml are the same in every word. ",
		);
	});

	it("give the same as one object", async () => {
		const { out } = await cli(
			["diff", "base.yaml", "mine.yaml", "--json"],
			folder,
		);
		const { a, same, shocks } = JSON.parse(out);
		expect([a, same]).toEqual(["base.yaml", false]);
		expect(
			shocks.map(({ id, change }: Record<string, string>) => [id, change]),
		).toEqual([
			["us-ban", "changed"],
			["karachi-route", "removed"],
			["port-pirie", "changed"],
			["stop", "added"],
		]);
		expect(shocks[2].fields).toContainEqual({
			field: "capacity",
			a: "1,000 to 3,000 t/y",
			b: "4,000 t/y",
		});
	});
});

/** Runs a small batch and names its folder. */
async function batch(...words: readonly string[]): Promise<string> {
	const { out, talk } = await cli(["run", ...words, "--json", "-q"], folder);
	expect(out, talk).not.toBe("");
	return JSON.parse(out).results;
}

describe("two results folders", async () => {
	const plain = await batch("ban-returns", "-n", "8", "--seed", "1");
	const again = await batch(
		"ban-returns",
		"-n",
		"8",
		"--seed",
		"1",
		"--workers",
		"1",
	);
	const changed = await batch(
		...["ban-returns", "-n", "12", "--seed", "1"],
		...["--set", "parameters.demand.elasticity.short=0.3"],
	);
	const unlucky = await batch("ban-returns", "-n", "8", "--seed", "2");

	it("of one plan hold the same numbers to the bit", async () => {
		expect(await wordsOf(plain, again)).toMatch(
			/hold the same numbers to the bit \(digest [0-9a-f]{12}…\)/,
		);
	});

	it("are paired where they share seed and replicates, and say what was changed", async () => {
		const words = await wordsOf(plain, changed);
		expect(words).toContain("replicates: 0 to 7 → 0 to 11");
		expect(words).toContain(
			"ban-returns (paired: 8 replicates share their luck)",
		);
		expect(words).toContain("demand.elasticity.short: left to the model");
		expect(words).toMatch(
			/Mean price over 12 months, USD\/t: [\d,]+ \(.*\) → [\d,]+ \(.*\); difference /,
		);
	});

	it("pair to the difference of their means", async () => {
		const { out } = await cli(["diff", plain, changed, "--json"], folder);
		const [{ metrics, pairs }] = JSON.parse(out).scenarios;
		const [{ a, b, difference, n }] = metrics;
		expect([pairs, n]).toEqual([8, 8]);
		expect(difference.value).toBeCloseTo(b.value - a.value, 6);
		expect(difference.high).toBeGreaterThan(difference.value);
	});

	it("are not paired under another seed, and say so", async () => {
		const words = await wordsOf(plain, unlucky);
		expect(words).toContain("seed: 1 → 2");
		expect(words).toContain(
			"(not paired: another seed) The scenario is the same.",
		);
	});

	it("cannot be held against a scenario", async () => {
		const { code, talk } = await cli(["diff", plain, "ban-returns"], folder);
		expect([code, talk]).toEqual([
			2,
			expect.stringContaining("diff takes two of a kind"),
		]);
	});

	it("nobody has are refused with the nearest name", async () => {
		const { code, talk } = await cli(
			["diff", "ban-rturns\u001b", plain],
			folder,
		);
		expect([code, talk]).toEqual([
			2,
			expect.stringContaining('did you mean "ban-returns"?'),
		]);
		expect(talk).not.toContain("\u001b");
	});
});

describe("numbers in words", () => {
	it.each([
		[{ value: 2000, unit: "t/y" }, "2,000 t/y"],
		[{ value: 0.123456789, unit: "1" }, "0.123456789"],
		[{ uniform: [0, 0.6], unit: "1" }, "0 to 0.6"],
		[
			{ triangular: [1000, 2000, 4000], unit: "t/y" },
			"1,000 to 4,000 t/y, most likely 2,000",
		],
		[
			{ lognormal: { median: 40, p5: 24, p95: 60 }, unit: "months" },
			"about 40 months (90 %: 24 to 60)",
		],
	])("%j: %s", (written, words) => {
		expect(numberOf(written)).toBe(words);
	});
});
