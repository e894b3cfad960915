import { readFileSync } from "node:fs";
import { median } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { METRICS } from "../../../src/market/record/record.ts";
import { createSimulator } from "../../../src/market/replicate.ts";
import type { SoundScenario } from "../../../src/scenario/types.ts";
import { many } from "../../long.ts";
import { load } from "../../scenario/files.ts";

const REPLICATES = many(60, 300);
const SHIPPED = [
	"no-restrictions",
	"as-happened",
	"ban-returns",
	"total-export-stop",
];
const files = Object.fromEntries(
	SHIPPED.map((name) => [
		`${name}.yaml`,
		readFileSync(
			new URL(`../../../scenarios/${name}.yaml`, import.meta.url),
			"utf8",
		),
	]),
);

/** A scenario as a user writes it, with a stop of two years and without a word on news. */
function written(name: string, more: readonly string[] = []): SoundScenario {
	const shocks = [
		"{id: total-stop, kind: export-restriction, by: China, mode: ban, destinations: all, from: 2026-11-27, to: 2028-11-27}",
		...more,
	];
	const text = `version: 1
name: Total stop, nothing said of news
question: What if China stops all exports for two years?
extends: ./ban-returns.yaml
shocks:
${shocks.map((shock) => `  - ${shock}`).join("\n")}
expect: []
`;
	return load({ ...files, [`${name}.yaml`]: text }, `${name}.yaml`).scenario;
}

const MORE = [
	"{id: russian-ore-held-back, to: 2026-11-27}",
	"{id: russia-bans-ore, kind: ore-export-ban, by: Russia, share: 1, from: 2026-11-27, to: 2028-11-27}",
	"{id: tajik-outage, kind: outage, agents: [konchoch, anzob-mine], of: mines, share: 1, from: 2026-11-27, to: 2028-11-27}",
	"{id: surge, kind: segment-growth, segment: lead-alloys, from: 2026-11-27, path: [{month: 2026-11, level: 1}, {month: 2027-02, level: 1.2}, {month: 2028-11, level: 1.2}]}",
];

/** Median rise of the twelve-month price over the first scenario, a scenario. */
function rises(scenarios: readonly SoundScenario[]): readonly number[] {
	const at = METRICS.findIndex(({ name }) => name === "mean_price_12m_usd_t");
	const simulator = createSimulator(scenarios, {
		seed: "tonnes",
		parameters: "posterior",
		without: [],
	});
	const ratios = scenarios.map((): number[] => []);
	for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
		const [base, ...others] = simulator
			.run(replicate)
			.map(({ metrics }) => metrics[at] ?? Number.NaN);
		others.forEach((price, i) => {
			ratios[i + 1]?.push(price / (base ?? Number.NaN) - 1);
		});
	}
	return ratios.slice(1).map((found) => median(found));
}

describe("tonnes that are taken away", () => {
	const shipped = (name: string) => load(files, `${name}.yaml`).scenario;
	const [stop = 0, silent = 0, more = 0] = rises([
		shipped("ban-returns"),
		shipped("total-export-stop"),
		written("silent-stop"),
		written("stop-and-more", MORE),
	]);

	it("make prices without a word on news: a user's stop within a quarter of the shipped one", () => {
		expect(stop).toBeGreaterThan(0.1);
		expect(silent / stop).toBeGreaterThan(0.75);
		expect(silent / stop).toBeLessThan(1.25);
	});

	it("add up: a stop with Russian ore, Tajik mines and a surge clearly above a stop alone", () => {
		expect(more).toBeGreaterThan(1.25 * silent);
	});
});
