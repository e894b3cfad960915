import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
	CHART_KINDS,
	type ChartInput,
	type ChartKind,
	INPUT_KINDS,
} from "../../src/charts/chart.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { legible } from "./spec-data.ts";
import { INVENTED, syntheticInput } from "./synthetic.ts";
import { choices, inputOf, SWEEP } from "./synthetic-designs.ts";

/** Set to write the specs anew: `REFRESH_CHARTS=1 npx vitest run test/charts/golden.test.ts`. */
const IS_REFRESH = process.env["REFRESH_CHARTS"] === "1";
const FOLDER = new URL("golden/", import.meta.url);

const input: ChartInput = syntheticInput({
	scenarios: INVENTED.slice(2, 4),
	replicates: 120,
	months: 72,
	choices: {
		quotes: [
			{ date: "2024-08-14", series: "rotterdam", usdPerTonne: 23_880 },
			{
				date: "2024-12-31",
				series: "rotterdam",
				usdPerTonne: 39_750,
				low: 39_500,
				high: 40_000,
			},
			{ date: "2024-11-19", series: "china", usdPerTonne: 17_238 },
		],
	},
});

/** What each kind is drawn from. */
const INPUTS: readonly (readonly [ChartKind, ChartInput])[] = [
	...[...CHART_KINDS, ...INPUT_KINDS].map((kind) => [kind, input] as const),
	["response", inputOf(SWEEP, { replicates: 120 })],
	["regret", inputOf(choices("regret", 2), { replicates: 120 })],
	["frontier", inputOf(choices("frontier", 2), { replicates: 120 })],
];

describe("the spec of a seeded batch", () => {
	it.each(INPUTS)("of kind %s is the one that was reviewed", (kind, given) => {
		const file = new URL(`${kind}.json`, FOLDER);
		const { spec, table, title, description } = drawChart(kind, given);
		const drawn: unknown = JSON.parse(
			JSON.stringify(legible({ title, description, spec, table })),
		);
		if (IS_REFRESH) refresh(file, drawn);
		expect(drawn).toEqual(JSON.parse(readFileSync(file, "utf8")));
	});
});

function refresh(file: URL, drawn: unknown): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(file, `${JSON.stringify(drawn, null, "\t")}\n`);
	spawnSync("npx", ["biome", "format", "--write", file.pathname]);
}
