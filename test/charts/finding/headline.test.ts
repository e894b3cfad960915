import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChartInput } from "../../../src/charts/chart.ts";
import { chanceTitle } from "../../../src/charts/finding/chance-title.ts";
import { chanceOf, chancesOf } from "../../../src/charts/finding/chances.ts";
import { effectsOn } from "../../../src/charts/finding/effects.ts";
import { metricFinding } from "../../../src/charts/finding/headline.ts";
import { TITLE_LENGTH } from "../../../src/charts/finding/title-forms.ts";
import type { PairedSummary } from "../../../src/experiment/tables.ts";
import { METRICS } from "../../../src/market/record/record.ts";
import { metricOf } from "../../../src/words/metrics.ts";
import { INVENTED, syntheticInput } from "../synthetic.ts";

const estimate = (value: number, low: number, high: number) => ({
	value,
	low,
	high,
	error: (high - low) / 4,
});

/** Two scenarios whose paired difference in one metric is given. */
function withDifference(
	metric: string,
	mean: readonly [number, number, number],
	baseMean: number,
): ChartInput {
	const input = syntheticInput({
		scenarios: INVENTED.slice(0, 2),
		replicates: 10,
	});
	const paired: PairedSummary = {
		base: "no-restrictions",
		other: "as-happened",
		metric,
		n: 10,
		mean: estimate(...mean),
		median: estimate(...mean),
		p05: mean[1] - 1,
		p95: mean[2] + 1,
		lower: estimate(0.5, 0.2, 0.8),
	};
	const base = input.summary.scenarios["no-restrictions"]![metric]!;
	return {
		...input,
		summary: {
			paired: [paired],
			scenarios: {
				"no-restrictions": {
					[metric]: { ...base, mean: estimate(baseMean, baseMean, baseMean) },
				},
			},
		},
	};
}

const titleOf = (
	metric: string,
	mean: readonly [number, number, number],
	baseMean: number,
) =>
	metricFinding(metricOf(metric), withDifference(metric, mean, baseMean)).title;

describe("a title", () => {
	it("tells in USD what would round to 0.0 % of the price", () => {
		expect(titleOf("mean_price_12m_usd_t", [-1, -1.2, -0.8], 15_600)).toBe(
			"As happened lowers the 12-month price by 1.00 USD/t (0.80–1.20) against No restrictions",
		);
	});

	it("states a rise with its size and its interval", () => {
		expect(
			titleOf("mean_price_12m_usd_t", [10_000, 9_500, 10_500], 25_000),
		).toBe(
			"As happened raises the 12-month price by 40% (38–42%) against No restrictions",
		);
	});

	it("states a fall without signs", () => {
		expect(titleOf("us_unmet_t", [-500, -700, -300], 2_000)).toBe(
			"As happened lowers unmet US use by 25% (15–35%) against No restrictions",
		);
	});

	it("gives an amount where a percentage would mislead", () => {
		expect(titleOf("us_unmet_t", [500, 300, 700], 0)).toContain(
			"by 500 t (300–700)",
		);
	});

	it("gives points for shares and months for months", () => {
		expect(titleOf("defence_unmet_share", [0.031, 0.02, 0.042], 0.1)).toContain(
			"by 3.1 points (2.0–4.2)",
		);
		expect(titleOf("months_above_2x", [14, 12, 16], 8)).toContain(
			"by 14.0 months (12.0–16.0)",
		);
	});

	it.each([
		[-1000, 1000],
		[0, 1000],
		[-1000, 0],
	])(
		"says that there is no clear difference when the interval %s to %s holds zero",
		(low, high) => {
			const title = titleOf(
				"mean_price_12m_usd_t",
				[(low + high) / 2, low, high],
				25_000,
			);
			expect(title).toMatch(/^No clear difference in the 12-month price/);
		},
	);

	it("says that nothing differs when every pair is equal", () => {
		const input = syntheticInput({
			scenarios: INVENTED.slice(0, 2),
			shape: "equal",
		});
		expect(metricFinding(metricOf("us_unmet_t"), input).title).toMatch(
			/^No difference in unmet US use/,
		);
	});

	it("is at most 90 characters for every metric and any names", () => {
		const batch = syntheticInput({
			scenarios: INVENTED.slice(0, 3),
			replicates: 30,
		});
		const names = fc.array(fc.string({ minLength: 1, maxLength: 200 }), {
			minLength: 3,
			maxLength: 3,
		});
		fc.assert(
			fc.property(names, fc.constantFrom(...METRICS), (titles, metric) => {
				const scenarios = batch.context.scenarios.map((scenario, i) => ({
					...scenario,
					title: titles[i]!,
				}));
				const input = { ...batch, context: { ...batch.context, scenarios } };
				const title = metricFinding(metric, input).title;
				expect([...title].length).toBeLessThanOrEqual(TITLE_LENGTH);
			}),
			{ seed: 6 },
		);
	});
});

describe("a finding over several scenarios", () => {
	it("takes the largest clear effect of several scenarios", () => {
		const input = syntheticInput({ scenarios: INVENTED.slice(0, 5) });
		const metric = metricOf("mean_price_12m_usd_t");
		const sizes = effectsOn(metric, input).map(({ size }) => size);
		expect(Math.max(...sizes)).toBe(sizes.at(-1));
		expect(metricFinding(metric, input).title).toMatch(
			/^(China stops all exports|Total export stop)/,
		);
	});
});

describe("the title of a chance", () => {
	const input = syntheticInput({
		scenarios: INVENTED.slice(0, 3),
		shape: "zeros",
	});
	const titleFor = (limit: number) => {
		const happens = (value: number) => value > limit;
		const column = input.runs.column("no-restrictions", "us_unmet_t");
		return chanceTitle(
			"unmet US use exceeds a limit",
			chancesOf(input, "us_unmet_t", happens),
			input,
			chanceOf(column, happens),
		);
	};

	it("gives both chances where the paired difference is clear", () => {
		expect(titleFor(0)).toMatch(/^Unmet US use exceeds a limit.* 51%.*28%/);
	});

	it("never says 0%", () => {
		expect(titleFor(1e9)).toMatch(/^No clear difference.*<1%/);
		expect(titleFor(1e9)).not.toMatch(/\b0%/);
	});

	it("of a scenario alone comes with its interval", () => {
		const alone = syntheticInput({
			scenarios: INVENTED.slice(0, 1),
			shape: "null",
		});
		expect(
			metricFinding(metricOf("pakistan_months_to_10pct_use"), alone).title,
		).toBe(
			"Pakistan covers 10% of US use in <1% of runs (0–1%) under No restrictions",
		);
	});
});

it("runs without a value are left out of a chance, or not, as the event says", () => {
	const values = Float64Array.of(1, 2, Number.NaN, 4);
	expect(chanceOf(values, Number.isFinite)).toMatchObject({ count: 3, n: 4 });
	const above = (value: number) => (Number.isNaN(value) ? null : value > 1);
	expect(chanceOf(values, above)).toMatchObject({ count: 2, n: 3 });
});
