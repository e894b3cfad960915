import { describe, expect, it } from "vitest";
import type { ReportBatch } from "../../src/report/page/batch.ts";
import { settingsOf } from "../../src/report/page/report.ts";
import {
	besideSentence,
	chanceWords,
	costSentence,
	halfCoveredBy,
	insuranceSentence,
	priceSentence,
	shortageSentence,
} from "../../src/report/page/sentences.ts";
import { hostileReport } from "./hostile-report.ts";

const { batches } = await hostileReport((place) => `n${place}`, "v");
const [batch] = batches as readonly [ReportBatch];
const { order } = batch.manifest.plan;
const [base = "", other = ""] = order;

/** The same batch with another mean difference in every metric of the other scenario. */
function differing(value: number, low: number, high: number): ReportBatch {
	const { summary } = batch.input;
	const mean = { value, low, high, error: Math.abs(high - low) / 4 };
	const paired = summary.paired.map((pair) =>
		pair.other === other ? { ...pair, mean, p05: low, p95: high } : pair,
	);
	return {
		...batch,
		input: { ...batch.input, summary: { ...summary, paired } },
	};
}

/** The same batch with Pakistan covering a tenth of need after so many months, in the first runs of the base alone. */
function covering(months: number, runs: number): ReportBatch {
	const { summary, runs: table } = batch.input;
	const isOfPakistan = (metric: string) => metric.startsWith("pakistan_months");
	const ofBase = { ...summary.scenarios[base] };
	const before = ofBase["pakistan_months_to_10pct_defence"]!;
	return {
		...batch,
		input: {
			...batch.input,
			runs: {
				...table,
				column: (scenario, metric) =>
					isOfPakistan(metric)
						? Float64Array.from(table.replicates, (_, i) =>
								scenario === base && i < runs ? months : Number.NaN,
							)
						: table.column(scenario, metric),
			},
			summary: {
				...summary,
				scenarios: {
					...summary.scenarios,
					[base]: {
						...ofBase,
						pakistan_months_to_10pct_defence: {
							...before,
							n: runs,
							median: { ...before.median, value: months },
						},
					},
				},
			},
		},
	};
}

const contrast = { other, base };

describe("what a report says of a difference", () => {
	it("names a side, the mean and the nearer end first, where the interval leaves out zero", () => {
		expect(priceSentence(differing(3251, 2706, 3799), contrast)).toMatch(
			/costs 3,250 USD\/t more .* \(95% interval 2,710 to 3,800\), or 14% \(12 to 16%\); the medians are/,
		);
		expect(priceSentence(differing(-3251, -3799, -2706), contrast)).toMatch(
			/costs 3,250 USD\/t less .* \(95% interval 2,710 to 3,800\)/,
		);
	});

	it("says that there is no clear difference where it holds zero, with signs", () => {
		const words = priceSentence(differing(20, -10, 50), contrast);
		expect(words).toMatch(/there is no clear difference in the price/);
		expect(words).toMatch(/\+20 USD\/t .* \(95% interval −10 to \+50\)/);
		expect(words).not.toMatch(/ more | less /);
	});

	it("says so of money and beside another scenario too", () => {
		const unclear = differing(1e6, -1e6, 3e6);
		expect(costSentence(unclear, contrast)).toMatch(
			/is not clearly more or less than in .*: \+1\.0 million USD \(−1\.0 to \+3\.0\)/,
		);
		expect(besideSentence(unclear, contrast)).toMatch(
			/^Against .* there is no clear difference in that price .* and what US users pay/,
		);
	});

	it("says that nothing differs only where nothing does", () => {
		const same = differing(0, 0, 0);
		expect(priceSentence(same, contrast)).toMatch(
			/the same price .* in every run/,
		);
	});
});

describe("what a report says of odds", () => {
	it("is never nothing: none of 200 has an interval", () => {
		const none = { count: 0, n: 200, share: 0, low: 0, high: 0.0188 };
		expect(chanceWords(none)).toBe(
			"none of 200 runs (<1%; 95% interval 0–1.9%)",
		);
	});

	it("counts the runs in which need is met", () => {
		expect(shortageSentence(batch, base)).toMatch(
			/^US defence need is (met in full in all of 60 runs \(unmet in <1%|not met in full in \d+ of 60 runs)/,
		);
	});

	it("tells how surely and when Pakistan covers a tenth: months are counted from the reference", () => {
		const insured = covering(85, 20);
		expect(halfCoveredBy(insured, base)).toBe("January 2034");
		expect(insuranceSentence(insured, base)).toMatch(
			/^US defence need is .*; Pakistan comes to cover a tenth of it by December 2035 in 20 of 60 runs \(33%; 95% interval [^)]*\), half of those by January 2034\.$/,
		);
	});

	it("tells no date that a few runs would be, and of Pakistan nothing where it never comes", () => {
		expect(halfCoveredBy(covering(85, 9), base)).toBeNull();
		expect(insuranceSentence(covering(85, 9), base)).toMatch(
			/in 9 of 60 runs \([^)]*\)\.$/,
		);
		expect(insuranceSentence(covering(85, 0), base)).toBe(
			shortageSentence(batch, base),
		);
	});
});

describe("what a command line changed", () => {
	it("is read back as it was written, quoted or plain", () => {
		expect(
			settingsOf(
				"npx stibium run a --set b.c=1 -n 5 --set 'd=2 t/y' --set 'e=it'\\''s'",
			),
		).toEqual(["b.c=1", "d=2 t/y", "e=it's"]);
		expect(settingsOf("npx stibium run a-n --seed 1")).toEqual([]);
	});
});
