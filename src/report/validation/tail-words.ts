/** Tails of the price in words: yearly changes to come beside those of the record. */

import type { Tail, Tails } from "../../inference/validation/tails.ts";
import { markdownTable } from "../../words/markdown.ts";
import { factNumber, inWords, percentInWords } from "../../words/numbers.ts";

const logs = (value: number): string => inWords(value, 2);

function tailRow(name: string, tail: Tail): readonly string[] {
	const { p01, p05, p50, p95, p99, doubles, spikes, price2032 } = tail;
	return [
		name,
		...[p01, p05, p50, p95, p99].map(logs),
		percentInWords(doubles, 1),
		`${percentInWords(spikes.value, 1)} (${percentInWords(spikes.low, 1)} to ${percentInWords(spikes.high, 1)})`,
		`${factNumber(price2032.p50)}; ${factNumber(price2032.p975)}`,
	];
}

function recordedWords({ recorded }: Tails): string {
	const doubled = recorded.filter(({ change }) => change >= Math.LN2);
	const changes = recorded.map(({ change }) => change);
	return `Of ${recorded.length} yearly changes of the US price between 1975 and 2023 whose two years could be sourced alike, ${doubled.length} doubled it (${doubled.map(({ year, change }) => `${year}, +${logs(change)}`).join("; ")}); they run from ${logs(Math.min(...changes))} to +${logs(Math.max(...changes))} logs. The doublings of 1915, 1970 and 1974 are from memory: no table of those years could be read, so that the bounds below are assumed.`;
}

/** The tails with restrictions and without, the record, and the bounds. */
export function tailLines(tails: Tails): readonly string[] {
	return [
		"Changes of the yearly mean in Rotterdam, 2028 to 2035, logs; the share of years in which it doubles; the share of runs whose highest month is above five times their own median month; the mean price of 2032, USD/t.",
		"",
		markdownTable({
			head: [
				...["world", "1 %", "5 %", "50 %", "95 %", "99 %", "doubles"],
				...["peak above 5 × median (95 %)", "2032: median; 97.5 %"],
			],
			rows: [
				tailRow("restrictions kept", tails.restricted),
				tailRow("no restrictions", tails.free),
			],
		}),
		"",
		recordedWords(tails),
		"",
		markdownTable({
			head: ["bound, with restrictions", "found", "asked", "verdict"],
			rows: tails.facts.map(({ label, found, rule, pass }) => [
				label,
				found.map((value) => inWords(value, 3)).join(" … "),
				rule,
				pass ? "met" : "**missed**",
			]),
		}),
	];
}
