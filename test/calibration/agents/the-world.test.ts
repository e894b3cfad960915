import { describe, expect, test } from "vitest";
import {
	BALANCE_2023,
	SMELTER_YIELD,
} from "../../../src/calibration/agents/balance.ts";
import { OLIMPIADA_OUTPUT } from "../../../src/calibration/agents/olimpiada.ts";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import type { Sourced } from "../../../src/calibration/row.ts";
import { REGIONS, SEGMENTS } from "../../../src/calibration/row.ts";

const { terms, ...lists } = WORLD;
const agents: readonly { readonly id: string }[] = Object.values(lists).flat();

/** Every figure with a source under a value, wherever it stands, with its address. */
function figuresIn(value: unknown, at: string): [string, Sourced][] {
	if (typeof value !== "object" || value === null) return [];
	if ("basis" in value) return [[at, value as Sourced]];
	return Object.entries(value).flatMap(([key, part]) =>
		figuresIn(part, `${at}.${key}`),
	);
}

const figures = [
	...agents.flatMap((row) => figuresIn(row, row.id)),
	...figuresIn(terms, "terms"),
	...figuresIn(OLIMPIADA_OUTPUT, "olimpiada"),
	...BALANCE_2023.flatMap((row) => figuresIn(row.target, row.id)),
	...figuresIn(SMELTER_YIELD, "yield"),
];

describe("the agents of 2023", () => {
	test("are as many as the design counts", () => {
		expect(
			Object.fromEntries(
				Object.entries(lists).map(([kind, rows]) => [kind, rows.length]),
			),
		).toEqual({
			miners: 22,
			refiners: 19,
			recyclers: 6,
			civilBuyers: 26,
			defenceBuyers: 5,
			traders: 9,
			exporters: 25,
		});
	});

	test("have ids in kebab case, none twice", () => {
		const ids = agents.map((row) => row.id);
		for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test("stand in the order of their ids", () => {
		for (const rows of Object.values(lists)) {
			const ids = rows.map((row) => row.id);
			expect(ids).toEqual([...ids].sort());
		}
	});

	test.each([
		"afghan-ore",
		"eu-recyclers",
		"grey-se-asia",
		"karachi-intermediary",
		"karakoram-middlemen",
		"konchoch",
		"korea-zinc",
		"madero",
		"myanmar-diggers",
		"olimpiada",
		"oman-spmp",
		"pakistan-diggers",
		"small-eu-primary",
		"thompson-falls",
		"twinkling-star-mines",
		"twinkling-star-smelter",
		"xinlong",
	])("include %s, which scenarios and the market name", (id) => {
		expect(agents.map((row) => row.id)).toContain(id);
	});

	test("run no smelter above its capacity", () => {
		for (const row of WORLD.refiners)
			expect(row.run2023.value, row.id).toBeLessThanOrEqual(row.capacity.value);
	});

	test("leave every region somebody who uses antimony, and no use unknown", () => {
		expect(new Set(WORLD.civilBuyers.map((row) => row.region))).toEqual(
			new Set(REGIONS),
		);
		expect(new Set(WORLD.civilBuyers.map((row) => row.segment))).toEqual(
			new Set(SEGMENTS),
		);
	});

	test("license every Chinese exporter of metal, and nobody else", () => {
		for (const row of WORLD.exporters)
			expect(row.licensed, row.id).toBe(row.originClass === "chinese");
	});

	test("need less for defence than for the civil uses it is part of", () => {
		for (const region of REGIONS) {
			const need = (rows: readonly { region: string; need: Sourced }[]) =>
				rows
					.filter((row) => row.region === region)
					.reduce((sum, row) => sum + row.need.value, 0);
			expect(need(WORLD.defenceBuyers)).toBeLessThan(
				0.05 * need(WORLD.civilBuyers),
			);
		}
	});
});

describe("every figure", () => {
	test("has a unit, a period, a source and an honest basis", () => {
		expect(figures.length).toBeGreaterThan(200);
		for (const [at, figure] of figures) {
			expect(figure.unit, at).not.toBe("");
			expect(figure.period, at).toMatch(/^\d{4}/);
			expect(figure.source.length, at).toBeGreaterThan(5);
			expect(["reported", "estimated", "assumed"], at).toContain(figure.basis);
			expect(Number.isFinite(figure.value) && figure.value >= 0, at).toBe(true);
		}
	});

	test("is reported or estimated only when somebody or a residual says so", () => {
		for (const [at, figure] of figures)
			if (figure.basis !== "assumed")
				expect(figure.source, at).not.toMatch(/assumption$/);
	});

	test("cites publications, never the codes or files of a private list", () => {
		for (const [at, figure] of figures)
			expect(figure.source, at).not.toMatch(/\bS\d+\b|\.csv|\.md/);
	});
});

describe("Olimpiada", () => {
	test("has a row for every year from 2018 to 2023, and that of 2023 is its capacity", () => {
		expect(OLIMPIADA_OUTPUT.map((row) => [row.period, row.value])).toEqual([
			["2018", 23_600],
			["2019", 14_773],
			["2020", 10_500],
			["2021", 2540],
			["2022", 4391],
			["2023", 22_000],
		]);
		const mine = WORLD.miners.find((row) => row.id === "olimpiada");
		expect(mine?.capacity.value).toBe(22_000);
	});
});

describe("origins of US imports", () => {
	test("sum to all of them", () => {
		const shares = REGIONS.map((region) => terms.usOrigins[region].value);
		expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
	});
});
