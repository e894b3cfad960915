/** Blind test of 2025 in words: months and markets, tonnes, and the second look. */

import type {
	BlindTest,
	PriceTest,
	TestedMarket,
	TestedMonth,
} from "../../inference/validation/blind-test.ts";
import type { JudgedVolume } from "../../inference/validation/blind-volumes.ts";
import { markdownTable } from "../../words/markdown.ts";
import { factNumber, inWords, percentInWords } from "../../words/numbers.ts";

const NAME = { rotterdam: "Rotterdam", china: "China" } as const;
const DIGITS = 2;
const score = (value: number): string => inWords(value, DIGITS);
const tonnes = (value: number): string => factNumber(Math.round(value));

function marketSentence({
	market,
	months,
	crps,
	inside,
	walks,
}: TestedMarket): string {
	const [calm, crisis] = [walks["2018-2023"], walks["2018-2024"]];
	return `- ${NAME[market]}: ${score(crps)} against ${score(calm.crps)} of a random walk with the volatility of 2018 to 2023 and ${score(crisis.crps)} with that of 2018 to 2024; ${inside} of ${months} quoted months inside the 80 % band (the walks ${calm.inside} and ${crisis.inside}).`;
}

function monthsTable(months: readonly TestedMonth[]): string {
	return markdownTable({
		head: [
			...["market", "month", "quoted, USD/t", "median", "10 … 90 %"],
			...["place", "inside", "CRPS", "walk 2018–23", "walk 2018–24"],
		],
		rows: months.map(({ market, month, price, weak, model, walks }) => [
			NAME[market],
			weak ? `${month} (weak)` : month,
			tonnes(price),
			tonnes(model.p50),
			`${tonnes(model.p10)} … ${tonnes(model.p90)}`,
			percentInWords(model.place),
			model.inside ? "yes" : "no",
			score(model.crps),
			score(walks["2018-2023"].crps),
			score(walks["2018-2024"].crps),
		]),
	});
}

const verdict = ({ inside }: JudgedVolume): string =>
	inside === null ? "shown, not scored" : inside ? "inside" : "**outside**";

function rangeOf({ record, low, high }: JudgedVolume): string {
	return low === null || high === null
		? tonnes(record)
		: `${tonnes(record)} (${tonnes(low)} to ${tonnes(high)})`;
}

function volumesTable(volumes: readonly JudgedVolume[]): string {
	return markdownTable({
		head: [
			...["flow, t Sb", "months", "record", "sum of medians"],
			...["sums of 10 … 90 %", "verdict", "basis", "source"],
		],
		rows: volumes.map((volume) => [
			volume.label,
			volume.period,
			rangeOf(volume),
			tonnes(volume.p50),
			`${tonnes(volume.p10)} … ${tonnes(volume.p90)}`,
			verdict(volume),
			volume.basis,
			volume.source,
		]),
	});
}

/** The blind test, published as it fell. */
export function blindLines({
	markets,
	months,
	volumes,
}: BlindTest): readonly string[] {
	return [
		"The predictive of 2025 was frozen before any price or volume of that year was read, with its policy events as inputs ([the file](predictive-2025-2026.csv) is never made anew). Mean score of the log price over the quoted months; lower is better:",
		"",
		...markets.map(marketSentence),
		"",
		"The model foresaw a fall that did not come: its news faded on a clock while the cut went on, and its users gave way within a month. That is why the rules of this version are others than those of the test.",
		"",
		monthsTable(months),
		"",
		"The score is that of a distribution that is linear in the log price between the frozen quantiles, with tails as steep as the pieces beside them. A month is the mean of its quotes; weak months rest on derived quotes or bounds. Walks start at the last quotes of December 2024 and have no drift.",
		"",
		'Tonnes, gross weights taken at 0.83 t Sb for exports and 0.4 for ore. The band of a sum is narrower than the sums of the months\' quantiles, so that "outside" is certain and "inside" is not.',
		"",
		volumesTable(volumes),
	];
}

/** 2025 by the model of today: hindsight in structure, and no test. */
export function secondLookLines({
	markets,
	months,
}: PriceTest): readonly string[] {
	return [
		"The same year from the parameters judged here, with the histories that met the record to 2024, and policy events of 2025 as inputs. The parameters saw no figure of 2025; the rules of the model were revised by people who had. This is hindsight in structure: a second look, not a test.",
		"",
		...markets.map(marketSentence),
		"",
		monthsTable(months),
	];
}
