import { describe, expect, it } from "vitest";
import {
	CHART_KINDS,
	type ChartInput,
	INPUT_KINDS,
} from "../../src/charts/chart.ts";
import { ChartError } from "../../src/charts/chart-error.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import {
	countAbove,
	countedSamples,
	curvePoints,
	pointAt,
} from "../../src/charts/exceedance/exceedance-curve.ts";
import { shownQuotes } from "../../src/charts/fan/quotes.ts";
import { shareInterval } from "../../src/statistics/interval.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";
import { metricOf } from "../../src/words/metrics.ts";
import { rowsWith, wordsIn } from "./spec-data.ts";
import { INVENTED, syntheticInput } from "./synthetic.ts";

it("a batch without a sound replicate cannot be drawn", () => {
	for (const kind of [...CHART_KINDS, ...INPUT_KINDS])
		expect(() => drawChart(kind, syntheticInput({ replicates: 0 }))).toThrow(
			/no sound replicate/,
		);
});

describe("a fan", () => {
	it("never stands alone: one scenario stands beside a second series of its own", () => {
		const { table } = drawChart(
			"fan",
			syntheticInput({ scenarios: INVENTED.slice(1, 2) }),
		);
		expect(new Set(table.rows.map(([, series]) => series))).toEqual(
			new Set(["price_rotterdam_usd_t", "price_china_usd_t"]),
		);
	});

	it("of a series without a metric names the medians at the end, and claims no difference", () => {
		const titleOf = (count: number) =>
			drawChart(
				"fan",
				syntheticInput({
					scenarios: INVENTED.slice(0, count),
					choices: { series: "us_imports_t" },
				}),
			).title;
		expect(titleOf(2)).toBe(
			"Medians in Dec 2035: No restrictions 2,060, As happened 2,250 t",
		);
		expect(titleOf(1)).toMatch(
			/^Medians in Dec 2035: US arrivals.*US use.* t$/,
		);
	});

	it("refuses one scenario when the series has no partner", () => {
		const input = syntheticInput({
			scenarios: INVENTED.slice(1, 2),
			choices: { series: "price_ratio" },
		});
		expect(() => drawChart("fan", input)).toThrow(/needs a second scenario/);
	});

	it("shows the base and three others of eight, says so, and speaks of those alone", () => {
		const { table, subtitle, title } = drawChart(
			"fan",
			syntheticInput({ scenarios: INVENTED }),
		);
		const shown = new Set(table.rows.map(([scenario]) => scenario));
		expect([...shown]).toEqual(INVENTED.slice(0, 4).map(({ name }) => name));
		expect(subtitle.join(" ")).toMatch(/4 more scenarios/);
		expect(title).not.toMatch(/export stop|all exports/i);
	});

	it("shows the others that are chosen, and refuses a fourth", () => {
		const choose = (...shown: readonly string[]) =>
			syntheticInput({ scenarios: INVENTED, choices: { shown } });
		const { table } = drawChart("fan", choose("us-stockpile"));
		expect([...new Set(table.rows.map(([name]) => name))]).toEqual([
			"no-restrictions",
			"us-stockpile",
		]);
		const four = INVENTED.slice(1, 5).map(({ name }) => name);
		expect(() => drawChart("fan", choose(...four))).toThrow(ChartError);
		expect(() => drawChart("fan", choose("unheard-of"))).toThrow(
			/no scenario unheard-of/,
		);
	});

	it("begins in the January two years before the reference, inside the horizon", () => {
		const first = (options: Parameters<typeof syntheticInput>[0]) =>
			drawChart("fan", syntheticInput(options)).table.rows[0]![2];
		expect(first({})).toBe("2024-01");
		expect(first({ from: [2025, 7] })).toBe("2025-07");
		expect(first({ choices: { from: "2026-01" } })).toBe("2026-01");
	});

	it("cuts a 95% band that would press all else flat, and says how far it goes", () => {
		const input = syntheticInput();
		const spiked: ChartInput = {
			...input,
			months: {
				...input.months,
				bands: (scenario, series) => {
					const bands = input.months.bands(scenario, series);
					const p975 = bands.p975.map((value, i) => (i === 60 ? 9e5 : value));
					return { ...bands, p975 };
				},
			},
		};
		const { spec, subtitle, table } = drawChart("fan", spiked);
		expect(subtitle.join(" ")).toContain(
			"The 95% band is cut at 80,000; it reaches 900,000.",
		);
		expect(JSON.stringify(spec)).toContain('"domain":[0,80000]');
		expect(table.rows.some((row) => row.includes(900_000))).toBe(true);
	});

	it("marks an uncertain date by a bar, and says so", () => {
		const { spec, subtitle } = drawChart(
			"fan",
			syntheticInput({ scenarios: INVENTED.slice(2, 4) }),
		);
		expect(wordsIn(spec)).toContain(
			"Pakistani refinery starts (odds 35%), 2029–33",
		);
		expect(subtitle.join(" ")).toMatch(/bar: 5–95% of an uncertain date/);
	});
});

describe("a raincloud", () => {
	const metric = "pakistan_months_to_10pct_defence";

	it("tells the share of runs in which an event never comes, in words and in dots", () => {
		const input = syntheticInput({
			scenarios: INVENTED.slice(0, 2),
			choices: { metric },
		});
		const { spec, table } = drawChart("raincloud", input);
		expect(wordsIn(spec).join()).toMatch(/never in 75% \(70–79%\)/);
		const dots = table.rows[0]!.slice(9);
		expect(dots).toHaveLength(20);
		expect(dots.filter((dot) => dot === null)).toHaveLength(15);
	});

	it("with no value in any run says so, with the interval that is left", () => {
		const input = syntheticInput({ shape: "null", choices: { metric } });
		const words = wordsIn(drawChart("raincloud", input).spec).join();
		expect(words).toMatch(/never in 400 runs/);
		expect(words).toMatch(/otherwise <1% \(0–1%\)/);
	});

	it("of equal runs names their value once", () => {
		const { spec } = drawChart("raincloud", syntheticInput({ shape: "equal" }));
		expect(wordsIn(spec)).toContain("20,000 in every run");
	});

	it("says that its axis is logarithmic when it is", () => {
		const input = syntheticInput({ choices: { metric: "peak_price_usd_t" } });
		const wide: ChartInput = {
			...input,
			runs: {
				...input.runs,
				column: (scenario, name) =>
					input.runs
						.column(scenario, name)
						.map((value, i) => value * (i % 2 === 0 ? 1 : 100)),
			},
		};
		const spec = JSON.stringify(drawChart("raincloud", wide).spec);
		expect(spec).toContain('"type":"log"');
		expect(spec).toContain("(logarithmic scale)");
	});
});

describe("an exceedance curve", () => {
	const samples = sortSamples([0, 0, 1, 2, 2, 5]);

	it("counts the runs above an amount, not those at it", () => {
		expect(
			[-1, 0, 1, 2, 4.9, 5].map((amount) => countAbove(samples, amount)),
		).toEqual([6, 4, 3, 1, 1, 0]);
	});

	it("has Wilson's interval at each amount", () => {
		const { low, high } = shareInterval(3, 6);
		const point = pointAt(samples, 1, "above");
		expect(point.share).toBe(50);
		expect(point.low).toBeCloseTo(100 * low, 2);
		expect(point.high).toBeCloseTo(100 * high, 2);
	});

	it("never rises, and ends where no run is left", () => {
		const points = curvePoints(samples, [0, 1, 2, 3, 4, 5, 6, 7], "above");
		const shares = points.map(({ share }) => share);
		expect(shares).toEqual([...shares].sort((a, b) => b - a));
		expect(points.at(-1)).toMatchObject({ amount: 5, share: 0 });
	});

	it("runs along the axis when no run is above 0", () => {
		expect(curvePoints(sortSamples([0, 0]), [0, 1, 2], "above")).toHaveLength(
			3,
		);
	});

	it("counts a run that waits for ever as above every amount", () => {
		const column = Float64Array.of(12, Number.NaN, 40);
		const waits = countedSamples(
			column,
			metricOf("pakistan_months_to_10pct_use"),
		);
		expect(countAbove(waits, 1e9)).toBe(1);
		expect(countedSamples(column, metricOf("grey_share"))).toHaveLength(2);
	});

	it("of a wait counts the runs in which it is over by then, and one that waits for ever never", () => {
		const base = syntheticInput({
			choices: { metric: "pakistan_months_to_10pct_use" },
		});
		const waits = [12, Number.NaN, 40, Number.NaN];
		const { table, subtitle } = drawChart("exceedance", {
			...base,
			runs: { ...base.runs, column: () => Float64Array.from(waits) },
		});
		const shares = new Map(table.rows.map((row) => [row[1], row[2]]));
		expect([0, 12, 40].map((month) => shares.get(month))).toEqual([0, 25, 50]);
		expect(table.columns[2]?.name).toBe("runs by then");
		expect(subtitle.join(" ")).toMatch(/Pakistan covers 10% of US use within/);
	});

	it("asks for defence first, and for all use when defence is never short", () => {
		const input = syntheticInput();
		expect(drawChart("exceedance", input).name).toBe("defence-unmet-t");
		const spared: ChartInput = {
			...input,
			runs: {
				...input.runs,
				column: (scenario, name) =>
					name === "defence_unmet_t"
						? new Float64Array(400)
						: input.runs.column(scenario, name),
			},
		};
		expect(drawChart("exceedance", spared).name).toBe("us-unmet-t");
	});

	it("marks a year of need, taken from the months of the base", () => {
		const input = syntheticInput();
		const start = input.months.months("no-restrictions").indexOf("2026-12");
		const year = input.months
			.bands("no-restrictions", "defence_need_us_t")
			.mean.subarray(start, start + 12)
			.reduce((sum, value) => sum + value, 0);
		const words = wordsIn(drawChart("exceedance", input).spec).join();
		expect(words).toContain(`${year.toFixed(0)} t: a year of US defence need`);
	});

	it("marks any shortfall at all when no span of need is telling, on an axis that fits", () => {
		const input = syntheticInput({ choices: { metric: "us_unmet_t" } });
		const few: ChartInput = {
			...input,
			runs: {
				...input.runs,
				column: (_, name) =>
					name === "us_unmet_t"
						? new Float64Array(400).map((__, i) => (i < 8 ? i : 0))
						: new Float64Array(400),
			},
		};
		const { spec, title } = drawChart("exceedance", few);
		expect(wordsIn(spec)).toContain("0 t: any at all");
		expect(title).toBe(
			"No clear difference: there is unmet US use in 2% of runs in all 2 scenarios",
		);
		expect(JSON.stringify(spec)).toContain('"domain":[0,5]');
	});

	it("of few values is drawn by its steps: every value where the share falls, and no slope between", () => {
		const input = syntheticInput({ choices: { metric: "us_unmet_t" } });
		const values = [0, 0, 3, 3, 4.5, 7];
		const few: ChartInput = {
			...input,
			runs: { ...input.runs, column: () => Float64Array.from(values) },
		};
		const { spec, table } = drawChart("exceedance", few);
		expect(JSON.stringify(spec)).toContain('"interpolate":"step-after"');
		for (const [, amount, share] of table.rows) {
			const above = values.filter((value) => value > Number(amount)).length;
			expect(share).toBeCloseTo((100 * above) / values.length, 2);
		}
		const amounts = new Set(table.rows.map(([, amount]) => amount));
		expect([0, 3, 4.5, 7].every((value) => amounts.has(value))).toBe(true);
		const many = drawChart("exceedance", syntheticInput());
		expect(JSON.stringify(many.spec)).not.toContain("step-after");
	});

	it("marks the amounts that are chosen", () => {
		const input = syntheticInput({
			choices: {
				thresholds: [{ value: 1000, label: "the planning threshold" }],
			},
		});
		const { spec, title } = drawChart("exceedance", input);
		expect(wordsIn(spec)).toContain("1,000 t: the planning threshold");
		expect(title).toContain("exceeds 1,000 t");
	});
});

describe("differences", () => {
	it("that are small are told in the unit of all others, the base with them", () => {
		const small = syntheticInput({ shape: "equal" });
		const paired = small.summary.paired.map((each) => ({
			...each,
			mean: { ...each.mean, value: 20, low: 10, high: 30, error: 5 },
			...{ p05: -40, p95: 60 },
		}));
		const { table, description } = drawChart("difference", {
			...small,
			summary: { ...small.summary, paired },
		});
		const price = table.rows.find(([name]) => name === "mean_price_12m_usd_t");
		expect(price?.[1]).toBe("USD/t");
		expect(price?.slice(5, 10)).toEqual([20, 10, 30, -40, 60]);
		expect(description).toMatch(/USD\/t: [^;]*\+20 \(\+10 to \+30\)/);
	});

	it("are worse or better for the United States, by the sign of each metric", () => {
		const { table } = drawChart("difference", syntheticInput());
		const verdicts = new Map(table.rows.map((row) => [row[0], row.at(-1)]));
		expect(verdicts.get("mean_price_12m_usd_t")).toBe("worse");
		expect(verdicts.get("pakistan_months_to_10pct_defence")).toBe("better");
	});

	it("tell a clear change in how often an event comes, even when no pair has it in both", () => {
		const metric = "pakistan_months_to_10pct_use";
		const input = syntheticInput();
		const column = (scenario: string, name: string) =>
			name === metric
				? new Float64Array(400).map((_, i) =>
						scenario === "as-happened" && i < 40 ? 30 : Number.NaN,
					)
				: input.runs.column(scenario, name);
		const paired = input.summary.paired.map((each) =>
			each.metric === metric ? { ...each, n: 0 } : each,
		);
		const { spec } = drawChart("difference", {
			...input,
			runs: { ...input.runs, column },
			summary: { ...input.summary, paired },
		});
		expect(wordsIn(spec)).toContain("better: never >99% → 90%");
	});

	it("turn around with the base", () => {
		const turned = syntheticInput({ scenarios: [INVENTED[1]!, INVENTED[0]!] });
		const { table } = drawChart("difference", turned);
		const price = table.rows.find(([name]) => name === "mean_price_12m_usd_t");
		expect(price?.at(-1)).toBe("better");
	});

	it("say in words what cannot be drawn", () => {
		const words = (shape: "null" | "equal") =>
			wordsIn(drawChart("difference", syntheticInput({ shape })).spec);
		expect(words("null")).toContain("no pair has both");
		expect(words("equal")).toContain("equal in every pair");
	});
});

describe("a history", () => {
	it("counts the quotes that the middle 80 % of runs hold", () => {
		const quotes = [
			{ date: "2023-05-23", series: "rotterdam", usdPerTonne: 12_000 },
			{ date: "2023-06-01", series: "rotterdam", usdPerTonne: 90_000 },
			{ date: "2023-06-02", series: "china", usdPerTonne: 1 },
			{ date: "2023-06-03", series: "us", usdPerTonne: 12_000 },
		];
		const input = syntheticInput({ choices: { quotes } });
		expect(drawChart("history", input).title).toBe(
			"1 of 3 quoted prices lie in the middle 80% of runs: Rotterdam 1 of 2, China 0 of 1",
		);
	});

	it("holds a quote between the 10th and the 90th percentile of its month, and no other", () => {
		const row = {
			month: "2024-05-15",
			p025: 8,
			p10: 10,
			p25: 12,
			p50: 15,
			p75: 18,
			p90: 20,
			p975: 25,
		};
		const quote = (usdPerTonne: number, date = "2024-05-31") => ({
			date,
			series: "rotterdam",
			usdPerTonne,
		});
		const quotes = [9_900, 10_000, 11_000, 19_000, 20_000, 20_100].map(
			(price) => quote(price),
		);
		const shown = shownQuotes(
			[...quotes, quote(15_000, "2024-06-01")],
			[row],
			1e-3,
		);
		expect(shown.map(({ inside }) => inside)).toEqual([
			false,
			true,
			true,
			true,
			true,
			false,
		]);
	});

	it("shows the scenario that happened, whichever is the base", () => {
		expect(drawChart("history", syntheticInput()).name).toBe("as-happened");
	});

	it("shows the scenario with the most dated changes where none follows the record", () => {
		const scenarios = INVENTED.filter(({ name }) => name !== "as-happened");
		const input = syntheticInput({ scenarios: scenarios.slice(0, 3) });
		expect(input.context.base).toBe("no-restrictions");
		expect(drawChart("history", input).name).toBe("ban-returns");
		const alone = syntheticInput({ scenarios: scenarios.slice(0, 1) });
		expect(drawChart("history", alone).name).toBe("no-restrictions");
	});

	it("shows no month and no quote after the record", () => {
		const { table } = drawChart("history", syntheticInput());
		for (const [, date] of table.rows)
			expect(String(date).slice(0, 7) <= "2024-12").toBe(true);
	});

	it("refuses a horizon that begins after the record", () => {
		expect(() =>
			drawChart("history", syntheticInput({ from: [2026, 1] })),
		).toThrow(/the horizon begins 2026-01 and the record ends 2024-12/);
	});

	it("shows a quote's range", () => {
		const { spec } = drawChart("history", syntheticInput());
		expect(rowsWith(spec, "low", "high", "date").length).toBeGreaterThan(0);
	});
});

describe("flows", () => {
	const input = syntheticInput({ scenarios: INVENTED.slice(2, 3) });

	it("show the United States first, then importers by what they bought", () => {
		const { table } = drawChart("flows", input);
		expect([...new Set(table.rows.map(([importer]) => importer))]).toEqual([
			"United States",
			"Europe",
			"Japan, Korea",
		]);
	});

	it("say in the title where the United States buys, and what China still sells it", () => {
		expect(drawChart("flows", input).title).toMatch(
			/^One run: since Dec 2026 US metal imports come 6\d% from S and SE Asia, <1% from China/,
		);
	});

	it("average months by quarter: a month of 9,000 t among empty ones is 3,000 t a month", () => {
		const { replay } = input;
		const routes = replay!.routes.map((route) => ({
			...route,
			tonnes: route.tonnes.map((_, i) => (i === 30 ? 9_000 : 0)),
		}));
		const { table } = drawChart("flows", {
			...input,
			replay: { ...replay!, routes },
		});
		const sold = table.rows.filter(([, , , tonnes]) => tonnes !== 0);
		expect(new Set(sold.map(([, , quarter]) => quarter))).toEqual(
			new Set(["2024-Q3"]),
		);
		expect(new Set(sold.map(([, , , tonnes]) => tonnes))).toEqual(
			new Set([3_000]),
		);
	});

	it("cut an axis that one quarter would stretch, and say how far it reaches", () => {
		const { replay } = input;
		const routes = replay!.routes.map((route) => ({
			...route,
			tonnes: route.tonnes.map((tonnes, i) =>
				i >= 30 && i < 33 ? 10_000 : tonnes,
			),
		}));
		const { subtitle } = drawChart("flows", {
			...input,
			replay: { ...replay!, routes },
		});
		expect(subtitle.join(" ")).toMatch(
			/The panel of United States is cut at [\d,]+ t; it reaches 30,000 t in 2024 Q3\./,
		);
	});
});

describe("a story", () => {
	it("shows the weightiest events in order of date, and says that it is one run", () => {
		const { spec, subtitle, title } = drawChart("story", syntheticInput());
		const shown = wordsIn(spec).filter((word) => word.startsWith("Event of"));
		const months = shown.map((word) => Number(word.split(" ").at(-1)));
		expect(months).toHaveLength(12);
		expect(months).toEqual([...months].sort((a, b) => a - b));
		expect(Math.min(...months.map((month) => month % 5))).toBeGreaterThan(0);
		expect(title).toMatch(/^One run/);
		expect(subtitle.join(" ")).toMatch(/one of 400 runs, not the batch/);
	});
});

describe("a tornado", () => {
	const input = syntheticInput({ scenarios: INVENTED.slice(2, 3) });
	const weighed = input.weighed!;
	const drawn = (change: Partial<typeof weighed>) =>
		drawChart("tornado", { ...input, weighed: { ...weighed, ...change } });

	it("names the input that surely moves the metric most, and by how much", () => {
		expect(drawn({}).title).toMatch(
			/^The 12-month price hangs most on demand\.elasticity\.short: [\d,]+ to [\d,]+ USD\/t$/,
		);
	});

	it("claims nothing when no input stands above the floor", () => {
		const inputs = weighed.ranking.inputs.map((one) => ({
			...one,
			isAbove: false,
		}));
		expect(drawn({ ranking: { ...weighed.ranking, inputs } }).title).toBe(
			"No input moves the 12-month price clearly: none of 3 stands out of the noise",
		);
	});

	it("puts the longest bar first and the dummy last, and says how far noise reaches", () => {
		const { table, subtitle } = drawn({});
		expect(table.rows.map(([path]) => path)).toEqual([
			"demand.elasticity.short",
			"stocks.minimum-months",
			"beliefs.trend",
			"dummy",
		]);
		expect(subtitle.join(" ")).toMatch(
			/as far as chance alone moves the dummy/,
		);
	});

	it("shows fourteen inputs of many, and says so", () => {
		const [first, ...rest] = weighed.ranking.inputs;
		const many = Array.from({ length: 30 }, (_, i) => ({
			...first!,
			path: `input.${i}`,
		}));
		const { table, subtitle } = drawn({
			ranking: { ...weighed.ranking, inputs: [...many, ...rest] },
		});
		expect(table.rows).toHaveLength(15);
		expect(subtitle.join(" ")).toMatch(/The 14 heaviest of 32 inputs\./);
	});

	it("of a batch whose inputs were not weighed says what would do", () => {
		const { weighed: _, ...without } = input;
		expect(() => drawChart("tornado", without)).toThrow(/--parameters prior/);
	});
});
