import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LONG } from "../../long.ts";
import { cli, contents, workFolder } from "../program.ts";

const folder = workFolder();
const validate = async (out: string, workers: string) =>
	await cli(
		["validate", "-n", "25", "--out", out, "--workers", workers, "--json"],
		folder,
	);

describe("stibium validate", async () => {
	const ended = await validate("one", "1");

	it("writes the rows, the report and the charts, and tells the same on standard output", () => {
		expect(ended.code, ended.talk).toBe(0);
		expect(ended.talk).toContain("seed validation");
		const written = join(folder, "one", "validation");
		expect(contents(written)).toEqual([
			"charts",
			"validation.json",
			"validation.md",
		]);
		expect(contents(join(written, "charts"))).toEqual(
			[
				"blind-2025",
				"history-as-happened",
				"places-in-forecasts",
				"scores-by-horizon",
			]
				.flatMap((name) => [`${name}.csv`, `${name}.png`, `${name}.svg`])
				.sort(),
		);
		const text = readFileSync(join(written, "validation.json"), "utf8");
		expect(JSON.parse(ended.out)).toEqual(JSON.parse(text));
	});

	it("ends with 0 also when rows miss, and says which", () => {
		const { rows, missed } = JSON.parse(ended.out);
		const misses = rows.filter(
			(row: { scored: boolean; pass: boolean }) => row.scored && !row.pass,
		);
		expect(misses.map(({ id }: { id: string }) => id)).toEqual(missed);
		expect(Object.keys(rows[0])).toEqual(
			expect.arrayContaining([
				...["id", "record", "p10", "p50", "p90", "pass", "required"],
			]),
		);
	});

	it.runIf(LONG)("finds the same with other threads", async () => {
		const other = await validate("two", "2");
		expect(other.code, other.talk).toBe(0);
		expect(JSON.parse(other.out)).toEqual(JSON.parse(ended.out));
	});

	it("refuses parameters that nobody has", async () => {
		const refused = await cli(
			["validate", "--parameters", "posteriour"],
			folder,
		);
		expect(refused.code).toBe(2);
		expect(refused.talk).toContain('did you mean "posterior"?');
	});
});
