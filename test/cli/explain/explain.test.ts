import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CommandError } from "../../../src/actions/refusal.ts";
import {
	pickReplicate,
	type ReplicateRequest,
} from "../../../src/actions/replay/pick-replicate.ts";
import { replayReplicate } from "../../../src/actions/replay/replay-replicate.ts";
import { explain as command } from "../../../src/cli/commands/explain.ts";
import { METRICS } from "../../../src/market/record/record.ts";
import {
	type Results,
	readResults,
} from "../../../src/storage/folder/read-results.ts";
import { many } from "../../long.ts";
import { cli, contents, workFolder } from "../program.ts";

const folder = workFolder();
const REPLICATES = 6;
const SCENARIOS = ["no-restrictions", "ban-returns", "pakistan-refinery"];

let results: Results;
beforeAll(async () => {
	const ended = await cli(
		[
			...["run", ...SCENARIOS, "-n", String(REPLICATES), "--seed", "5"],
			...["--out", "out", "--without", "holders", "-q"],
		],
		folder,
	);
	expect(ended.code, ended.talk).toBe(0);
	results = await readResults(
		join(folder, "out", "latest"),
		METRICS.map(({ name }) => name),
	);
});

const request = (fields: Partial<ReplicateRequest>): ReplicateRequest => ({
	scenario: "ban-returns",
	replicate: "median",
	metric: "mean_price_12m_usd_t",
	...fields,
});
const pick = (fields: Partial<ReplicateRequest>) =>
	pickReplicate(results, request(fields));

describe("a replicate run again", () => {
	it("alone is the same to the bit as in the batch, in every scenario", async () => {
		for (const scenario of SCENARIOS)
			for (const replicate of many([0, 5], [0, 1, 2, 3, 4, 5])) {
				const { months, metric } = await replayReplicate(results, {
					...{ scenario, replicate, why: "" },
				});
				expect(months).toHaveLength(18 * 12);
				expect(metric("peak_price_usd_t")).toBe(
					results.runs.column(scenario, "peak_price_usd_t")[replicate],
				);
			}
	});

	it("that differs in one bit is exit 8, with what differs", async () => {
		const row: Results["row"] = async (scenario, replicate, columns) =>
			(await results.row(scenario, replicate, columns)).map((value, i) =>
				columns[i] === "peak_price_usd_t" ? value * (1 + 2 ** -52) : value,
			);
		const tampered = { ...results, row };
		const picked = { scenario: "ban-returns", replicate: 1, why: "" };
		let thrown: unknown;
		try {
			await replayReplicate(tampered, picked);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(CommandError);
		const { message, kind } = thrown as CommandError;
		expect(kind).toBe("corrupt");
		expect(message).toMatch(
			/^replicate 1 of ban-returns comes out otherwise .*: peak_price_usd_t is [\d.]+, stored [\d.]+; its rules are those of stibium/,
		);
	});
});

describe("the replicate that is meant", () => {
	it("is the one whose metric lies nearest the median, or is worst", () => {
		const column = results.runs.column("ban-returns", "mean_price_12m_usd_t");
		expect(column[pick({ replicate: "worst" }).replicate]).toBe(
			Math.max(...column),
		);
		const median =
			results.summary.scenarios["ban-returns"]?.["mean_price_12m_usd_t"]?.median
				.value ?? 0;
		const nearest = column[pick({}).replicate] ?? 0;
		for (const value of column)
			expect(Math.abs(nearest - median)).toBeLessThanOrEqual(
				Math.abs(value - median),
			);
	});

	it("is the lowest where less is worse", () => {
		const metric = "pakistan_share_us_use_2030";
		const column = results.runs.column("ban-returns", metric);
		expect(column[pick({ replicate: "worst", metric }).replicate]).toBe(
			Math.min(...column),
		);
	});

	it("is of the last scenario asked for, unless one is named", () => {
		expect(pick({ scenario: null }).scenario).toBe("pakistan-refinery");
	});

	it("must exist, and have a worst side", async () => {
		expect(() => pick({ replicate: 6 })).toThrow(
			"--replicate is 6; these results have 0 to 5",
		);
		expect(() => pick({ scenario: "ban-return" })).toThrow(/ban-returns/);
		expect(() => pick({ replicate: "worst", metric: "grey_share" })).toThrow(
			/neither good nor bad/,
		);
		const line = { results: "latest", out: "out", replicate: "best" };
		await expect(command.run(line)).rejects.toThrow(
			'--replicate is "best"; it must be a whole number from 0, median or worst',
		);
	});
});

describe("explain", () => {
	const explain = async (...words: string[]) =>
		await cli(["explain", "latest", "--out", "out", ...words], folder);

	it("tells chapters of dated sentences, and says that the run was checked", async () => {
		const { code, out, talk } = await explain(
			...["--scenario", "ban-returns", "--replicate", "2"],
		);
		expect(code, talk).toBe(0);
		expect(out).toMatch(/^Replicate 2 of "The US ban returns", one of 6 runs/);
		expect(out).toMatch(/^The record, January 2022 to November 2026$/m);
		expect(out).toMatch(/^- In December 2026 antimony cost [\d,]+ USD\/t/m);
		expect(out).toMatch(/27 November 2026, as the scenario dates it: US ban/);
		expect(out).toMatch(/^In sum$/m);
		expect(out).not.toMatch(/NaN|undefined|Infinity/);
		expect(talk).toMatch(/every metric equals runs\.parquet to the bit/);
	});

	it("--json gives sentences and events as data, -q no talk", async () => {
		const { code, out, talk } = await explain(
			"--replicate",
			"worst",
			"--json",
			"-q",
		);
		expect(code).toBe(0);
		expect(talk).toBe("");
		const story = JSON.parse(out);
		expect(story).toMatchObject({
			scenario: "pakistan-refinery",
			why: "the worst by the 12-month price",
			digest: results.manifest.digest,
		});
		expect(story.metrics.mean_price_12m_usd_t).toBe(
			Math.max(
				...results.runs.column("pakistan-refinery", "mean_price_12m_usd_t"),
			),
		);
		for (const { sentences } of story.chapters)
			for (const { month, text } of sentences) {
				expect(month).toMatch(/^\d{4}-\d{2}$/);
				expect(text).toMatch(/\.$/);
			}
		expect(story.events.length).toBeGreaterThan(0);
	});

	it("and the charts of one replicate show the same one", async () => {
		const { code, talk } = await cli(
			[
				...["chart", "latest", "flows", "story", "--out", "out"],
				...["--scenario", "ban-returns", "--replicate", "4"],
			],
			folder,
		);
		expect(code, talk).toBe(0);
		const drawn = contents(join(folder, "out", "latest", "charts"));
		for (const kind of ["flows", "story"])
			for (const format of ["svg", "png", "pdf", "csv", "vl.json"])
				expect(drawn).toContain(`${kind}-ban-returns-4.${format}`);
	});
});
