import { describe, expect, it } from "vitest";
import type { RefiningInvestment } from "../../src/scenario/shocks/investment.ts";
import { complaints, HEAD, load } from "./files.ts";

const refinery = (
	field: string,
	capacity = "2000 t/y",
): string => `${HEAD}shocks:
  - id: r
    kind: refining-investment
    in: Pakistan
    from: 2027-01-01
    decisionProbability: 0.5
    capacity: ${capacity}
    ${field}
`;

/** A refinery with one more field. */
function read(field: string, capacity?: string): RefiningInvestment {
	const { scenario } = load({ "test.yaml": refinery(field, capacity) });
	return scenario.shocks[0] as RefiningInvestment;
}

const capacity = (value: string) => read("certified: false", value).capacity;

/** What is said of a capacity. */
function refused(value: string): string {
	const [line = "", ...others] = complaints(
		refinery("certified: false", value),
	);
	expect(others).toEqual([]);
	return line.replace(/^test\.yaml:12:/, "");
}

describe("a number may be written with its unit", () => {
	it("in words or as a record, and is converted", () => {
		const fixed = (value: number) => ({ kind: "fixed", value });
		expect(capacity("2000 t/y")).toEqual(fixed(2000));
		expect(capacity("{value: 2000, unit: t/y}")).toEqual(fixed(2000));
		expect(capacity("2 kt/y")).toEqual(fixed(2000));
		expect(capacity("{value: 200, unit: t/month}")).toEqual(fixed(2400));
		expect(read("buildMonths: 3 years").buildMonths).toEqual(fixed(36));
		expect(read("slip: 150 %").slip).toEqual(fixed(1.5));
	});

	it("as a distribution whose points are converted too", () => {
		expect(capacity("{uniform: [1, 2], unit: kt/y}")).toEqual({
			kind: "uniform",
			low: 1000,
			high: 2000,
		});
		expect(capacity("{triangular: [100, 200, 400], unit: t/month}")).toEqual({
			kind: "triangular",
			low: 1200,
			mode: 2400,
			high: 4800,
		});
	});

	it("a lognormal without p5 is as wide below its median as above: p5 = median² / p95", () => {
		expect(
			read("buildMonths: {lognormal: {median: 40, p95: 64}}"),
		).toMatchObject({
			buildMonths: { kind: "lognormal", median: 40, p5: 25, p95: 64 },
		});
	});

	it("35 % of a share is 0.35 to the bit", () => {
		const text = refinery("certified: true").replace(
			"decisionProbability: 0.5",
			"decisionProbability: 35 %",
		);
		const { scenario } = load({ "test.yaml": text });
		expect(scenario.shocks[0]).toMatchObject({
			decisionProbability: { value: 0.35 },
		});
	});
});

describe("a number that cannot be read says what would do", () => {
	it("where a unit is needed, is not known, or is of another quantity", () => {
		expect(refused("2000")).toBe(
			"15  shocks[0].capacity is 2000 and has no unit; expected one, such as {value: 2000, unit: t/y}",
		);
		expect(refused("{value: 2000, unit: t}")).toMatch(
			/^35 {2}shocks\[0\]\.capacity\.unit is "t"; expected one of t\/y, t Sb\/y/,
		);
		expect(refused("{uniform: [1, 2]}")).toMatch(/has no unit/);
	});

	it("where its points are out of order or out of range, at the very point", () => {
		expect(refused("{uniform: [-5, 2], unit: t/y}")).toBe(
			"26  shocks[0].capacity.uniform[0] is -5; expected 0 or more (t/y, nameplate, refined antimony)",
		);
		expect(refused("{uniform: [5, 2], unit: t/y}")).toBe(
			"25  shocks[0].capacity.uniform is out of order: uniform needs two finite numbers, the lower first",
		);
		expect(
			refused("{lognormal: {median: 9, p5: 1, p95: 1e8}, unit: t/y}"),
		).toMatch(
			/^51 {2}shocks\[0\]\.capacity\.lognormal\.p95 is 100000000; it must be at most 10000000/,
		);
	});

	it("where its shape is not known or given twice", () => {
		expect(refused("{vaule: 5, unit: t/y}")).toBe(
			'16  unknown key "vaule"; did you mean "value"?',
		);
		expect(refused("{value: 5, uniform: [1, 2], unit: t/y}")).toMatch(
			/has value and uniform; expected one of value, uniform/,
		);
		expect(refused("{unit: t/y}")).toMatch(/has no number; expected one of/);
		expect(refused("{uniform: [1, 2, 3], unit: t/y}")).toMatch(
			/capacity\.uniform is \[1,2,3\]; expected \[low, high\]/,
		);
		expect(refused("{lognormal: {median: 2, p96: 3}, unit: t/y}")).toMatch(
			/unknown key "p96"; did you mean "p95"\?/,
		);
		expect(refused("[1, 2]")).toMatch(
			/is \[1,2\]; expected a number or \{value, unit\}/,
		);
		expect(refused("lots")).toMatch(/is "lots"; expected a number/);
	});

	it("a share may not be a lognormal, which has no upper end", () => {
		const text = refinery("certified: true").replace(
			"decisionProbability: 0.5",
			"decisionProbability: {lognormal: {median: 0.3, p95: 0.6}}",
		);
		expect(complaints(text)[0]).toMatch(/can exceed 1 .*expected logitnormal/);
	});
});

describe("a parameter of the model", () => {
	const parameters = (text: string) => `${HEAD}parameters:\n  ${text}\n`;
	const entry = (text: string, path: string) =>
		load({ "test.yaml": parameters(text) }).scenario.parameters.find(
			(parameter) => parameter.path === path,
		);

	it("is replaced, with the basis and source of its author", () => {
		expect(
			entry(
				'demand.defence.growth: {triangular: [0.00, 0.02, 0.05], unit: 1/y, basis: estimated, source: "budget"}',
				"demand.defence.growth",
			),
		).toMatchObject({
			distribution: { kind: "triangular", low: 0, mode: 0.02, high: 0.05 },
			unit: "1/y",
			basis: "estimated",
			source: "budget",
			overridden: true,
		});
	});

	it("keeps the others as they were", () => {
		const kept = load({ "test.yaml": HEAD }).scenario.parameters;
		const changed = load({
			"test.yaml": parameters(
				"demand.choke: {value: 9, unit: multiple of the normal price}",
			),
		}).scenario.parameters;
		expect(changed.filter((one, i) => one.path !== kept[i]?.path)).toEqual([]);
		expect(
			changed.filter(({ overridden }) => overridden).map(({ path }) => path),
		).toEqual(["demand.choke"]);
	});

	it("needs the unit of its prior, and stays a share where that is one", () => {
		expect(complaints(parameters("licences.lag: 3"))).toEqual([
			"test.yaml:7:17  parameters.licences.lag is 3 and has no unit; expected one, such as {value: 3, unit: months}",
		]);
		expect(complaints(parameters("refining.yield: 92"))[0]).toMatch(
			/parameters\.refining\.yield is 92; it must be at most 1/,
		);
		expect(
			entry("licences.lag: {value: 1, unit: year}", "licences.lag"),
		).toMatchObject({ distribution: { value: 12 } });
	});
});
