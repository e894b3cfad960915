import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DATED_FACTS, FACTS } from "../../src/calibration/facts.ts";
import { DEFAULT_PARAMETERS } from "../../src/market/simulator.ts";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL("results/validation/", ROOT);

interface Row {
	readonly id: string;
	readonly record: number | null;
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	readonly place: number | null;
	readonly pass: boolean;
	readonly scored: boolean;
	readonly required: boolean;
	readonly explanation: string | null;
}

interface Score {
	readonly forecaster: string;
	readonly market: string;
	readonly horizon: number;
	readonly n: number;
	readonly crps: number;
	readonly lessWalk: { readonly low: number; readonly high: number };
	readonly coverage: readonly {
		readonly band: number;
		readonly hits: number;
	}[];
}

const published = JSON.parse(
	readFileSync(new URL("validation.json", FOLDER), "utf8"),
);
const rows: readonly Row[] = published.rows;
const scores: readonly Score[] = published.scores;
/** A page in one line. */
const pageOf = (file: string): string =>
	readFileSync(new URL(file, ROOT), "utf8").replace(/\s+/g, " ");
/** Pages that tell how wrong the model is: in full, and in five lines. */
const full = pageOf("results/README.md");
const front = pageOf("README.md");

const scoreOf = (forecaster: string, horizon: number): Score =>
	scores.find(
		(score) =>
			score.forecaster === forecaster &&
			score.market === "both" &&
			score.horizon === horizon,
	) as Score;
const BLIND = `blind-${DEFAULT_PARAMETERS}`;
const HORIZONS = [1, 3, 6, 12];

/** How many of all pairs the 80 % bands of a forecaster held. */
function heldBy(forecaster: string): string {
	const all = HORIZONS.map((horizon) => scoreOf(forecaster, horizon));
	const hits = all.map(
		({ coverage }) => coverage.find(({ band }) => band === 0.8)?.hits ?? 0,
	);
	const sum = (values: readonly number[]) =>
		values.reduce((total, value) => total + value, 0);
	return `${sum(hits)} of ${sum(all.map(({ n }) => n))}`;
}

describe("the published validation", () => {
	it("is of the parameters that batches draw from, under the seed of the command", () => {
		expect(published).toMatchObject({
			parameters: DEFAULT_PARAMETERS,
			seed: "validation",
			schema: "stibium-validation/1",
		});
		expect(published.replicates).toBeGreaterThanOrEqual(990);
	});

	it("has a row for every fact, with the record of the calibration", () => {
		const ids = rows.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(FACTS.map(({ id }) => id)));
		expect(new Set(ids).size).toBe(ids.length);
		for (const { id, record } of DATED_FACTS) {
			const row = rows.find((each) => each.id === id);
			expect(Math.abs((row?.record ?? 0) / record - 1), id).toBeLessThan(1e-5);
		}
	});

	it("passes a row of 2024 where the record lies in the 80 % band, and nowhere else", () => {
		const dated = DATED_FACTS.filter(({ within }) => within === 0.8);
		expect(dated.length).toBeGreaterThan(15);
		for (const { id, record } of dated) {
			const row = rows.find((each) => each.id === id) as Row;
			expect(row.pass, id).toBe(record >= row.p10 && record <= row.p90);
		}
	});

	it("explains every row that misses", () => {
		for (const { id, scored, pass, explanation } of rows)
			if (scored && !pass) expect(explanation, id).toMatch(/\w{3,}/);
	});

	it("names in its report every figure it shows", () => {
		const report = readFileSync(new URL("validation.md", FOLDER), "utf8");
		const named = [...report.matchAll(/\]\((charts\/[^)]+)\)/g)];
		expect(named).toHaveLength(4);
		for (const [, file] of named)
			expect(existsSync(new URL(file ?? "", FOLDER)), file).toBe(true);
		for (const { id } of rows) expect(report).toContain(`| ${id} |`);
	});
});

describe("the figures told of the published validation", () => {
	const required = rows.filter((row) => row.required);
	const scored = rows.filter((row) => row.scored);
	const passing = (some: readonly Row[]) =>
		`${some.filter(({ pass }) => pass).length} of ${some.length}`;
	const grouped = (value: number) => Math.round(value).toLocaleString("en-US");
	const middle = scored.flatMap(({ id, place }) =>
		place === null || id.endsWith("-median") ? [] : [{ place }],
	);
	const december = rows.find(({ id }) => id === "rotterdam-2024-12") as Row;

	const figures: readonly (readonly [what: string, words: string])[] = [
		[
			"facts",
			`${passing(required)} required rows pass, ${passing(scored)} of all that are scored`,
		],
		[
			"December 2024",
			`${grouped(december.p50)} USD/t (80 % of replicates: ${grouped(december.p10)} to ${grouped(december.p90)}), the record ${grouped(december.record ?? 0)}`,
		],
		...HORIZONS.map((horizon): readonly [string, string] => [
			`score at ${horizon} months`,
			`${scoreOf(BLIND, horizon).crps.toFixed(3)} against ${scoreOf("random-walk", horizon).crps.toFixed(3)} at ${horizon} month`,
		]),
		[
			"width",
			`hold ${middle.filter(({ place }) => Math.abs(place - 0.5) <= 0.25).length} of ${middle.length} dated figures`,
		],
		[
			"coverage",
			`hold ${heldBy(BLIND)} prices, the random walk's ${heldBy("random-walk")}`,
		],
		[
			"later events",
			`${scoreOf(`events-known-${DEFAULT_PARAMETERS}`, 12).crps.toFixed(3)} at 12 months`,
		],
	];

	it.each(figures)("%s: the page of results has them", (_, words) => {
		expect(full.includes(words), words).toBe(true);
	});

	it.each(figures.filter(([name]) => name === "facts" || name === "coverage"))(
		"%s: the front page has them too",
		(_, words) => {
			expect(front.includes(words), words).toBe(true);
		},
	);

	it("claim no skill where the interval of the difference holds zero", () => {
		const verdicts = HORIZONS.map((horizon) => {
			const { low, high } = scoreOf(BLIND, horizon).lessWalk;
			return low <= 0 && high >= 0;
		});
		for (const page of [full, front])
			expect(page.includes("no clear difference at any horizon")).toBe(
				verdicts.every(Boolean),
			);
	});
});
