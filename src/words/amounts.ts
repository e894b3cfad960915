import type { Estimate } from "../experiment/tables.ts";
import type { MetricDefinition } from "../market/record/record.ts";
import { decimalsFor, figure, inWords, signedInWords } from "./numbers.ts";

/** How the page shows a metric: in prices as they are quoted, money in millions, shares in per cent. */
export interface Amount {
	readonly factor: number;
	/** in heads of tables; empty where the label says it */
	readonly unit: string;
	/** behind a number, with its space */
	readonly suffix: string;
}

const IS_SHARE = /share|utilisation/;

/** How a metric is shown. */
export function amountOf({ name, unit }: MetricDefinition): Amount {
	switch (unit) {
		case "1":
			return IS_SHARE.test(name)
				? { factor: 100, unit: "%", suffix: "%" }
				: { factor: 1, unit: "ratio", suffix: "" };
		case "USD":
			return { factor: 1e-6, unit: "million USD", suffix: " million USD" };
		case "t Sb":
			return { factor: 1, unit: "t of antimony", suffix: " t" };
		default:
			return { factor: 1, unit, suffix: ` ${unit}` };
	}
}

const NOTHING = "–";

/** A level, three digits; a dash for what is not known. */
export function level(value: number, { factor }: Amount): string {
	return Number.isFinite(value) ? figure(factor * value) : NOTHING;
}

/** An error, two digits: its own third is noise. */
export function errorWords(error: number, { factor }: Amount): string {
	return figure(Number((factor * error).toPrecision(2)));
}

/** Amounts from here on keep three digits, whatever their decimals. */
const LARGE = 1000;
const DIGITS = 3;

/** A mean difference and its 95 % interval in words, all with the decimals that suit the three. */
export interface DifferenceWords {
	/** the mean with its sign, and without */
	readonly mean: string;
	readonly size: string;
	/** the interval with signs; and how far from zero its ends lie, the nearer first */
	readonly span: string;
	readonly reach: string;
}

/** A mean difference in words; a dash for an interval of one pair. */
export function differenceWords(
	{ value, low, high }: Estimate,
	{ factor }: Amount,
): DifferenceWords {
	const known = [low, value, high].filter(Number.isFinite);
	const decimals = decimalsFor(known.map((end) => factor * end));
	const word = (amount: number) =>
		inWords(shortened(factor * amount), decimals);
	const signed = (amount: number) =>
		signedInWords(shortened(factor * amount), decimals);
	const isKnown = Number.isFinite(low);
	const [near = 0, far = 0] = [Math.abs(low), Math.abs(high)].sort(
		(a, b) => a - b,
	);
	return {
		mean: signed(value),
		size: word(Math.abs(value)),
		span: isKnown ? `${signed(low)} to ${signed(high)}` : NOTHING,
		reach: isKnown ? `${word(near)} to ${word(far)}` : NOTHING,
	};
}

const shortened = (amount: number) =>
	Math.abs(amount) < LARGE ? amount : Number(amount.toPrecision(DIGITS));

/** A span of levels. */
export function span(low: number, high: number, amount: Amount): string {
	return `${level(low, amount)} to ${level(high, amount)}`;
}
