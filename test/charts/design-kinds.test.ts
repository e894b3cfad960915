import { describe, expect, it } from "vitest";
import { type ChartInput, DESIGN_KINDS } from "../../src/charts/chart.ts";
import { ChartError } from "../../src/charts/chart-error.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { INK } from "../../src/charts/frame/theme.ts";
import type { SweepPlan } from "../../src/experiment/design.ts";
import { svgOf } from "../../src/figures/render-figure.ts";
import { objectsIn, wordsIn } from "./spec-data.ts";
import { INVENTED, syntheticInput } from "./synthetic.ts";
import { choices, inputOf, SWEEP } from "./synthetic-designs.ts";

const worded = (): SweepPlan => ({
	...SWEEP,
	axes: [{ path: "shocks.refinery.from", unit: null }],
	points: SWEEP.points.map(({ scenario }, i) => ({
		scenario,
		values: [`202${i}-01-01`],
	})),
});

const CASES: Readonly<Record<string, ChartInput>> = {
	"a sweep of numbers": inputOf(SWEEP),
	"a sweep of dates": inputOf(worded()),
	"a sweep with zeros": inputOf(SWEEP, { shape: "zeros" }),
	"a sweep of two runs": inputOf(SWEEP, { replicates: 2 }),
	"regret in one state": inputOf(choices("regret", 1)),
	"regret in four states": inputOf(choices("regret", 4)),
	"regret of equals": inputOf(choices("regret", 2), { shape: "equal" }),
	"a frontier": inputOf(choices("frontier", 1)),
	"a frontier over states": inputOf(choices("frontier", 3)),
	"a frontier of equals": inputOf(choices("frontier", 1), { shape: "equal" }),
};

const kindOf = ({ design }: ChartInput) =>
	design?.kind === "sweep" ? "response" : (design?.kind ?? "response");

describe.each(Object.entries(CASES))("%s", (_, input) => {
	const chart = drawChart(kindOf(input), input);

	it("has a title of at most 90 characters that holds a number", () => {
		expect([...chart.title].length).toBeLessThanOrEqual(90);
		expect(chart.title).toMatch(/\d|no /i);
	});

	it("says what, how many runs and how to read it, and where it comes from", () => {
		expect(chart.subtitle.join(" ")).toMatch(/\d runs.*95%/);
		const source = chart.source.join(" ");
		for (const said of ["stibium 0.1.0", "seed 42", "not a forecast"])
			expect(source).toContain(said);
		expect(chart.description.startsWith(chart.title)).toBe(true);
	});

	it("is rendered without a warning, in legible colours, with a table as wide as its columns", async () => {
		expect(await svgOf(chart)).not.toMatch(/NaN|Infinity|undefined/);
		for (const { mark } of objectsIn(chart.spec)) {
			const { type, color } = (mark ?? {}) as { type?: string; color?: string };
			if (type === "text" && color !== INK.background)
				expect(color).toMatch(/^#[0-9a-fA-F]{6}$/);
		}
		for (const row of chart.table.rows) {
			expect(row).toHaveLength(chart.table.columns.length);
			for (const cell of row)
				if (typeof cell === "number") expect(cell).toSatisfy(Number.isFinite);
		}
	});
});

describe("charts of one question", () => {
	it("refuse a batch that is none, and say what makes one", () => {
		for (const kind of DESIGN_KINDS)
			expect(() => drawChart(kind, syntheticInput())).toThrow(ChartError);
		expect(() => drawChart("regret", syntheticInput())).toThrow(
			/`stibium regret` makes them/,
		);
	});

	it("a response curve changes by paired differences from its first point, whose change is 0", () => {
		const { table } = drawChart("response", inputOf(SWEEP));
		const price = table.rows.filter(
			([name]) => name === "mean_price_12m_usd_t",
		);
		expect(price).toHaveLength(5);
		expect(price[0]?.slice(4)).toEqual([0, 0, 0]);
		const { runs } = syntheticInput({ scenarios: INVENTED });
		const mean = (name: string) => {
			const column = runs.column(name, "mean_price_12m_usd_t");
			return column.reduce((sum, x) => sum + x, 0) / column.length;
		};
		const change = mean(INVENTED[4]!.name) - mean(INVENTED[0]!.name);
		expect(price[4]?.[4]).toBeCloseTo(change, -1);
	});

	it("a response draws no plot of what changes clearly at no point, but names and tables it", () => {
		const input = inputOf(SWEEP);
		const places = new Map(INVENTED.map(({ name }, i) => [name, i]));
		const noise = (scenario: string) =>
			input.runs
				.column(scenario, "us_unmet_t")
				.map(
					(_, i) => 10 + (i % 2 === 0 ? 1 : -1) * (places.get(scenario) ?? 0),
				);
		const noisy: ChartInput = {
			...input,
			runs: {
				...input.runs,
				column: (scenario, metric) =>
					metric === "us_unmet_t"
						? noise(scenario)
						: input.runs.column(scenario, metric),
			},
		};
		const [plain, drawn] = [input, noisy].map((one) =>
			drawChart("response", one),
		);
		const panels = (chart = plain!) =>
			[...objectsIn(chart.spec)].filter((one) => Array.isArray(one["layer"]))
				.length;
		expect(panels(drawn)).toBe(panels(plain) - 1);
		expect(drawn?.subtitle.join(" ")).toContain(
			"No clear change at any point: US use unmet at the price paid",
		);
		expect(plain?.subtitle.join(" ")).not.toContain("No clear change");
		expect(drawn?.also).toEqual([
			"No clear change at any point: US use unmet at the price paid, tonnes of antimony.",
		]);
		expect(drawn?.table.rows.map(([name]) => name)).toContain("us_unmet_t");
	});

	it("a response to two varied paths is a table, not a curve", () => {
		const two = { ...SWEEP, axes: [...SWEEP.axes, ...SWEEP.axes] };
		expect(() => drawChart("response", inputOf(two))).toThrow(/see sweep\.csv/);
	});

	it("a frontier names its efficient mixes and no other", () => {
		const { spec, table } = drawChart(
			"frontier",
			inputOf(choices("frontier", 1)),
		);
		const by = table.columns.findIndex(({ name }) => name === "dominated by");
		const grey = table.rows.filter((row) =>
			table.columns.every(
				({ name }, i) => name !== "dominated by" || row[i] !== "",
			),
		);
		expect(by).toBeGreaterThan(0);
		for (const [title] of grey)
			expect(wordsIn(spec)).not.toContain(String(title));
		expect(wordsIn(spec)).toContain("Do nothing");
	});

	it("regret is never negative for any policy in its own state of being best", () => {
		const plan = choices("regret", 4);
		const { table, also } = drawChart("regret", inputOf(plan));
		const at = table.columns.findIndex(({ name }) => name === "regret");
		const regrets = table.rows.map((row) => Number(row[at]));
		expect(Math.min(...regrets)).toBe(0);
		const most = table.rows[regrets.indexOf(Math.max(...regrets))];
		expect(also).toEqual([
			expect.stringContaining(
				`Most regretted: ${plan.choices.find(({ id }) => id === most?.[0])?.title}, by `,
			),
		]);
	});
});
